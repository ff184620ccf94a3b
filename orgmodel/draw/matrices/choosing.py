"""Which teams or groups are the rows: all, those around a focus, those with findings, or groups in their place."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from orgmodel.draw.maps.verdicts import Verdicts
from orgmodel.draw.material import Choices, Material
from orgmodel.graph.dependencies import Edge, TeamDependencies
from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.closest import closest
from orgmodel.model.faults import UnknownNameError

MOST_TEAMS: Final = 80
"""More rows than these are not drawn one by one."""
MOST_OF_MORE: Final = 60
"""So many are drawn where that cannot be helped by folding: as many as can have numbers."""
MOST_GROUPS: Final = 40
MOST_BLOCKS: Final = 12


@dataclass(frozen=True, slots=True)
class Chosen:
    """The rows, in no order yet.

    `level` is what teams are folded to, `middle` what is in focus, `found` those with findings where only these and
    their partners are shown, and `wanted` how many rows there would be if there were room.
    """

    dependencies: TeamDependencies
    ids: tuple[str, ...]
    level: int | None = None
    middle: frozenset[str] = field(default_factory=frozenset)
    found: frozenset[str] = field(default_factory=frozenset)
    wanted: int = 0

    @property
    def edges(self) -> tuple[Edge, ...]:
        """The dependencies between rows."""
        shown = frozenset(self.ids)
        return tuple(edge for edge in self.dependencies.edges if edge.source in shown and edge.target in shown)


def chosen_rows(material: Material, choices: Choices) -> Chosen:
    """Choose the rows.

    Raises
    ------
    UnknownNameError
        If the focus is no team and no group.
    """
    graph, layer = material.graph, choices.layer
    under = _branch(graph, choices.focus) if choices.focus is not None else None
    level = choices.fold
    if level is None and under is None and not choices.only_findings:
        level = folding_level(graph, graph.dependencies(layer))
    dependencies = graph.dependencies(layer) if level is None else graph.folded(layer, level)
    middle = frozenset(_home(graph, team, level) for team in under or ()) & frozenset(dependencies.teams)
    ids: Collection[str] = dependencies.connected_teams
    found: frozenset[str] = frozenset()
    if under is not None:
        ids = _around(dependencies, middle, choices.depth)
    if choices.only_findings:
        found = frozenset(
            _home(graph, team, level) for team in Verdicts(material.findings, layer).concerned
        ) & frozenset(ids)
        ids = set(ids) & _around(dependencies, found, 1)
    kept = strongest(dependencies, ids, middle | found)
    return Chosen(dependencies, tuple(sorted(kept)), level, middle, found, len(ids))


def folding_level(graph: OrgGraph, dependencies: TeamDependencies) -> int | None:
    """Return the deepest level at which too many teams fold into two to forty groups; None if they are not too many."""
    if len(dependencies.connected_teams) <= MOST_TEAMS:
        return None
    for level in range(graph.hierarchy.levels, 0, -1):
        if 2 <= len({_home(graph, team, level) for team in dependencies.connected_teams}) <= MOST_GROUPS:
            return level
    return None


def strongest(dependencies: TeamDependencies, ids: Collection[str], first: Collection[str]) -> list[str]:
    """Return those for which there is room: what comes first, then those with the strongest links."""
    if len(ids) <= MOST_TEAMS:
        return list(ids)
    ends = dependencies
    weight = {id: sum(edge.weight for edge in (*ends.in_edges[id], *ends.out_edges[id])) for id in ids}
    return sorted(ids, key=lambda id: (id not in first, -weight[id], id))[:MOST_OF_MORE]


def blocks_of(graph: OrgGraph, ids: Sequence[str], level: int | None) -> Mapping[str, str | None]:
    """Return the block of each row: its group at the deepest level with few blocks; None for what is in no group."""
    deepest = graph.hierarchy.levels if level is None else level - 1
    parents = {id: graph.parent_of(id) for id in ids}
    found: Mapping[str, str | None] = dict.fromkeys(ids)
    for each in range(deepest, 0, -1):
        at_level = graph.hierarchy.at_level
        found = {id: None if parent is None else at_level(parent, each) for id, parent in parents.items()}
        if len({block for block in found.values() if block is not None}) <= MOST_BLOCKS:
            break
    return found if len(set(found.values())) > 1 else dict.fromkeys(ids)


def both_ways(edges: Sequence[Edge]) -> frozenset[tuple[str, str]]:
    """Return the ends of the dependencies that go the other way too."""
    ends = {(edge.source, edge.target) for edge in edges}
    return frozenset((source, target) for source, target in ends if (target, source) in ends)


def _branch(graph: OrgGraph, focus: str) -> frozenset[str]:
    found = graph.resolve(focus, "team")
    if found is None or found[0] != "team":
        near = closest(focus, graph.org.teams)
        raise UnknownNameError(f"there is no team ‘{focus}’" + (f"; did you mean {near}?" if near else ""))
    return graph.under(found[1])


def _home(graph: OrgGraph, team: str, level: int | None) -> str:
    return team if level is None else graph.hierarchy.at_level(team, level)


def _around(dependencies: TeamDependencies, middle: Collection[str], depth: int) -> set[str]:
    """Return what is at most so many steps away, whichever way."""
    found = frontier = set(middle)
    for _ in range(depth):
        near = {edge.target for id in frontier for edge in dependencies.out_edges[id]}
        near |= {edge.source for id in frontier for edge in dependencies.in_edges[id]}
        frontier = near - found
        found = found | near
    return found
