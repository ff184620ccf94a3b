"""The map around one team or group: who waits for it on the left, whom it waits for on the right."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from orgmodel.draw.maps.couplings import Couplings
from orgmodel.draw.maps.values import MapBox, TeamMap
from orgmodel.draw.maps.whole import links_of
from orgmodel.draw.maps.words import amount, count, legend_words
from orgmodel.graph.dependencies import Edge
from orgmodel.model.closest import closest
from orgmodel.model.faults import UnknownNameError

MOST_IN_COLUMN: Final = 30
"""Of more neighbours at one distance those with the strongest links are drawn."""


def focused_map(couplings: Couplings, focus: str, *, depth: int) -> TeamMap:
    """Return the map of a team, or the teams of a group, and of what is at most so many steps away.

    Links between teams of one distance, and those that pass a step over, are left out.

    Raises
    ------
    UnknownNameError
        If there is no such team.
    """
    id = _known(couplings, focus)
    middle = sorted(couplings.graph.under(id) & set(couplings.dependencies.teams))
    columns = _kept(_columns(couplings, middle, depth), couplings)
    edges = [edge for edge in couplings.dependencies.edges if _shown(columns, edge)]
    steps = "one step" if depth == 1 else f"{depth} steps"
    return TeamMap(
        title=f"{couplings.name(id)}: {steps} around",
        facts=tuple(_facts(couplings, middle, columns, depth)),
        boxes=tuple(_box(couplings, team, columns[team], alone=len(middle) == 1) for team in sorted(columns)),
        links=links_of(couplings, edges),
        words=legend_words(couplings.speech, weights=couplings.weights),
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


def _kept(columns: Mapping[str, int], couplings: Couplings) -> dict[str, int]:
    """Leave out of each crowded column the teams whose links to the drawn steps are weakest."""
    weights: Counter[str] = Counter()
    for edge in couplings.dependencies.edges:
        if _shown(columns, edge):
            weights.update({edge.source: edge.weight, edge.target: edge.weight})
    kept: dict[str, int] = {}
    for column in sorted(set(columns.values())):
        inside = sorted((team for team in columns if columns[team] == column), key=lambda team: (-weights[team], team))
        kept |= dict.fromkeys(inside if column == 0 else inside[:MOST_IN_COLUMN], column)
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


def _facts(couplings: Couplings, middle: Sequence[str], columns: Mapping[str, int], depth: int) -> Iterator[str]:
    speech, layer = couplings.speech, couplings.dependencies
    inward = {edge.source for team in middle for edge in layer.in_edges[team]}.difference(middle)
    outward = {edge.target for team in middle for edge in layer.out_edges[team]}.difference(middle)
    home = couplings.graph.parent_of(middle[0]) if len(middle) == 1 else None
    if home is not None:
        yield f"in {couplings.name(home)}"
    if len(middle) != 1:
        yield count(len(middle), "team")
    yield f"{count(len(inward), 'team')} {speech.others[len(inward) != 1]}"
    yield f"{speech.itself} {count(len(outward), 'team')}"
    if len(middle) == 1 and middle[0] in couplings.numbers:
        yield _rank(couplings, middle[0])
    hidden = len(_columns(couplings, middle, depth)) - len(columns)
    if hidden:
        yield f"{hidden} with weaker links are not shown"


def _rank(couplings: Couplings, team: str) -> str:
    number = couplings.numbers[team]
    above = sum(other > number for other in couplings.numbers.values())
    place = "the highest" if not above else f"rank {above + 1}"
    return f"coupling {amount(number)}, {place} of {count(len(couplings.numbers), 'team')}"
