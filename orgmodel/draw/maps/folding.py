"""Which group stands for which team on a map of a large organisation."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from orgmodel.graph.dependencies import Layer, Reason, TeamDependencies, team_dependencies
from orgmodel.graph.org_graph import OrgGraph

MOST_GROUPS: Final = 25
MOST_IN_FOCUS: Final = 60
"""More teams of a group in focus are not drawn one by one."""
FEW_GROUPS: Final = 12
"""Of fewer groups the largest are unfolded."""


class Folding(NamedTuple):
    """What stands for each team, and which groups are unfolded although others of their level are not."""

    homes: Mapping[str, str]
    unfolded: tuple[str, ...] = ()

    @property
    def members(self) -> Mapping[str, list[str]]:
        """The teams that each box stands for."""
        found: dict[str, list[str]] = {}
        for team, home in self.homes.items():
            found.setdefault(home, []).append(team)
        return found


def fold(graph: OrgGraph, layer: Layer) -> Folding | None:
    """Return the folding to the deepest level at which at least two and at most 25 groups depend on others.

    Where these are few, the largest groups are unfolded one by one, as long as no more than 25 depend on others. None
    where no level has so few groups.
    """
    level = folding_level(graph, layer)
    if level is None:
        return None
    found = at_level(graph, level)
    few = len(_connected(graph, layer, found.homes)) < FEW_GROUPS
    return _unfolded(graph, layer, found) if few else found


def fold_around(graph: OrgGraph, focus: str) -> Folding | None:
    """Return the folding to the deepest level at which a group in focus has at most 25 parts; None for a small one."""
    branch = graph.under(focus)
    inside = [team.id for team in graph.dependency_teams if team.id in branch]
    if len(inside) <= MOST_IN_FOCUS:
        return None
    own = graph.hierarchy.level(focus)
    for level in range(graph.hierarchy.levels, own, -1):
        if len({graph.hierarchy.at_level(team, level) for team in inside}) <= MOST_GROUPS:
            return at_level(graph, level)
    return at_level(graph, own)


def folding_level(graph: OrgGraph, layer: Layer) -> int | None:
    """Return the deepest level at which at least two and at most 25 groups depend on others, or None."""
    for level in range(graph.hierarchy.levels, 0, -1):
        if 2 <= len(graph.folded(layer, level).connected_teams) <= MOST_GROUPS:
            return level
    return None


def at_level(graph: OrgGraph, level: int) -> Folding:
    """Return the folding of every team into its group at a level; 1 is the top."""
    return Folding({team.id: graph.hierarchy.at_level(team.id, level) for team in graph.dependency_teams})


def folded(graph: OrgGraph, layer: Layer, homes: Mapping[str, str]) -> TeamDependencies:
    """Return a layer with every team folded into what stands for it."""
    merged: dict[tuple[str, str], list[Reason]] = {}
    for edge in graph.dependencies(layer).edges:
        merged.setdefault((homes[edge.source], homes[edge.target]), []).extend(edge.reasons)
    return team_dependencies(set(homes.values()), merged, layer)


def _unfolded(graph: OrgGraph, layer: Layer, found: Folding) -> Folding:
    """Unfold the group with the most teams, then the next, as long as the map stays small."""
    unfolded: list[str] = []
    tried: set[str] = set()
    while group := _largest(found.homes, tried):
        tried.add(group)
        parts = dict(_below(graph, group, found.homes))
        homes = {**found.homes, **parts}
        if len(set(parts.values())) > 1 and len(_connected(graph, layer, homes)) <= MOST_GROUPS:
            unfolded.append(group)
            found = Folding(homes, tuple(unfolded))
    return found


def _largest(homes: Mapping[str, str], tried: set[str]) -> str | None:
    sizes = Counter(home for home in homes.values() if home not in tried)
    return min(sizes, key=lambda home: (-sizes[home], home), default=None)


def _below(graph: OrgGraph, group: str, homes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    level = graph.hierarchy.level(group) + 1
    return ((team, graph.hierarchy.at_level(team, level)) for team, home in homes.items() if home == group)


def _connected(graph: OrgGraph, layer: Layer, homes: Mapping[str, str]) -> set[str]:
    pairs = {(homes[edge.source], homes[edge.target]) for edge in graph.dependencies(layer).edges}
    return {end for pair in pairs if pair[0] != pair[1] for end in pair}
