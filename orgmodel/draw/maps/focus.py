"""The map around one team or group: who waits for it on the left, whom it waits for on the right."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from orgmodel.draw.counting import amount, count
from orgmodel.draw.maps.couplings import Couplings
from orgmodel.draw.maps.values import MapBox, TeamMap
from orgmodel.draw.maps.whole import strongest
from orgmodel.graph.dependencies import Edge
from orgmodel.model.closest import closest
from orgmodel.model.faults import UnknownNameError

MOST_AROUND: Final = 240
"""So many boxes are drawn around the focus, however many steps are wanted."""


def focused_map(couplings: Couplings, focus: str, *, depth: int, only_findings: bool = False) -> TeamMap:
    """Return the map of a team, or the teams of a group, and of what is at most so many steps away.

    Links between teams of one distance, and those that pass a step over, are left out; so are, if only findings
    are wanted, teams around it without one.

    Raises
    ------
    UnknownNameError
        If there is no such team.
    """
    id = _known(couplings, focus)
    middle = couplings.standing_for(id)
    reached = _columns(couplings, middle, depth)
    if only_findings:
        reached = {box: step for box, step in reached.items() if not step or box in couplings.concerned}
    columns = _kept(reached, couplings, min(couplings.most_beside, MOST_AROUND // (2 * depth)))
    shown = [edge for edge in couplings.dependencies.edges if _shown(columns, edge)]
    edges = strongest(shown, couplings.most_links)
    linked = {end for edge in edges for end in (edge.source, edge.target)}
    columns = {box: step for box, step in columns.items() if not step or box in linked}
    steps = "one step" if depth == 1 else f"{depth} steps"
    return TeamMap(
        title=f"{couplings.name(id)}: {steps} around",
        facts=tuple(_facts(couplings, middle, hidden=len(reached) - len(columns), weaker=len(shown) - len(edges))),
        boxes=tuple(_box(couplings, team, columns[team], alone=len(middle) == 1) for team in sorted(columns)),
        links=couplings.links(edges),
        words=replace(couplings.words, badges=tuple(couplings.verdicts.meanings(columns))),
        nothing="" if columns else f"There are no teams in {couplings.name(id)}.",
    )


def _known(couplings: Couplings, focus: str) -> str:
    teams = couplings.graph.org.teams
    found = couplings.graph.resolve(focus, "team")
    if found:
        return found[1]
    near = closest(focus, teams)
    raise UnknownNameError(f"there is no team ‘{focus}’" + (f"; did you mean {near}?" if near else ""))


def _columns(couplings: Couplings, middle: Collection[str], depth: int) -> dict[str, int]:
    """Return how many steps each team is to the left or to the right of the middle; the shorter way counts."""
    columns = dict.fromkeys(middle, 0)
    frontier = {-1: set(middle), 1: set(middle)}
    for step in range(1, depth + 1):
        for side, edges in ((-1, couplings.dependencies.in_edges), (1, couplings.dependencies.out_edges)):
            near = {edge.source if side < 0 else edge.target for team in frontier[side] for edge in edges[team]}
            frontier[side] = near - set(columns)
            columns |= dict.fromkeys(sorted(frontier[side]), side * step)
    return columns


def _kept(columns: Mapping[str, int], couplings: Couplings, most: int) -> dict[str, int]:
    """Leave out of each crowded column the teams whose links to the drawn steps are weakest."""
    weights: Counter[str] = Counter()
    for edge in couplings.dependencies.edges:
        if _shown(columns, edge):
            weights.update({edge.source: edge.weight, edge.target: edge.weight})
    kept: dict[str, int] = {}
    for column in sorted(set(columns.values())):
        inside = sorted((team for team in columns if columns[team] == column), key=lambda team: (-weights[team], team))
        kept |= dict.fromkeys(inside if column == 0 else inside[: max(1, most)], column)
    return kept


def _shown(columns: Mapping[str, int], edge: Edge) -> bool:
    if edge.source not in columns or edge.target not in columns:
        return False
    source, target = columns[edge.source], columns[edge.target]
    return abs(source - target) == 1 or source == target == 0


def _box(couplings: Couplings, team: str, column: int, *, alone: bool) -> MapBox:
    box = couplings.box(team)
    chosen = column == 0
    people = couplings.graph.size(team) if chosen and alone else None
    home = couplings.name(box.group) if box.group is not None and people is None else ""
    second = " · ".join(part for part in (home, box.second) if part)
    return replace(box, column=column, chosen=chosen, people=people, second=second, group=None)


def _facts(couplings: Couplings, middle: Sequence[str], *, hidden: int, weaker: int) -> Iterator[str]:
    speech, layer = couplings.speech, couplings.dependencies
    inward = {edge.source for team in middle for edge in layer.in_edges[team]}.difference(middle)
    outward = {edge.target for team in middle for edge in layer.out_edges[team]}.difference(middle)
    home = couplings.graph.parent_of(middle[0]) if len(middle) == 1 else None
    if home is not None:
        yield f"in {couplings.name(home)}"
    if len(middle) != 1:
        yield count(len(middle), couplings.unit)
    yield from couplings.how_folded
    yield f"{count(len(inward), couplings.unit)} {speech.others[len(inward) != 1]}"
    yield f"{speech.itself} {count(len(outward), couplings.unit)}"
    if len(middle) == 1 and middle[0] in couplings.numbers:
        yield _rank(couplings, middle[0])
    if hidden:
        yield f"{hidden} with weaker links are not shown"
    if weaker:
        yield f"nor are {weaker} weaker links" if hidden else f"{weaker} weaker links are not shown"


def _rank(couplings: Couplings, team: str) -> str:
    number = couplings.numbers[team]
    above = sum(other > number for other in couplings.numbers.values())
    place = "the highest" if not above else f"rank {above + 1}"
    return f"coupling {amount(number)}, {place} of {count(len(couplings.numbers), couplings.unit)}"
