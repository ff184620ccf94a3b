"""What measures of teams that work together are computed from: agreed interactions, owners, managers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Given, Undefined
from orgmodel.measures.once import once
from orgmodel.model.fields import NOBODY


def interactions(graph: OrgGraph) -> Sequence[tuple[str, str, str]]:
    """Return the pairs of different teams that have declared how they work together, with the mode, sorted."""
    teams = graph.org.teams
    agreed = {(each.source, each.target, each.mode) for each in graph.org.dependencies if each.mode is not None}
    return sorted(each for each in agreed if each[0] in teams and each[1] in teams and each[0] != each[1])


def known_sizes(graph: OrgGraph, layer: Layer) -> Mapping[str, int | Undefined]:
    """Return how many people each team has."""
    unknown = Undefined("its size is not known")
    sizes = {team.id: graph.size(team.id) for team in graph.dependency_teams}
    return {id: unknown if size is None else size for id, size in sizes.items()}


def modes_of_teams(graph: OrgGraph, layer: Layer) -> Mapping[str, Sequence[str] | Undefined]:
    """Return the modes of the interactions of each team, each once for each other team."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    declared = interactions(graph)
    for source, target, mode in declared:
        found[source].add((target, mode))
        found[target].add((source, mode))
    none = Undefined("no dependency states its mode")
    return {
        team.id: sorted(mode for _, mode in found[team.id]) if declared else none for team in graph.dependency_teams
    }


@once
def single_owners(graph: OrgGraph) -> Mapping[str, str]:
    """Return the team that owns each component, for those that have exactly one."""
    owning = ((id, graph.owning_teams(id)) for id in sorted(graph.org.components))
    return {id: teams[0] for id, teams in owning if len(teams) == 1}


def owners_and_interactions(graph: OrgGraph, layer: Layer) -> Given | Undefined:
    """Return the owner of each component, dependencies between them, agreed interactions, and managers of teams."""
    known = graph.org.components
    needs = [
        (id, each.component, each.strength or 1.0)
        for id in sorted(known)
        for each in known[id].depends_on or ()
        if each.component in known and each.component != id
    ]
    if not needs:
        return Undefined("no component depends on another")
    owners = single_owners(graph)
    agreed = [(source, target) for source, target, _ in interactions(graph)]
    return Given((owners, needs, agreed, {team: _managers(graph, team) for team in sorted(set(owners.values()))}))


def _managers(graph: OrgGraph, team: str) -> frozenset[str]:
    """Return the leads of a team, and whom these report to."""
    leads = [lead for lead in graph.org.teams[team].lead or () if lead in graph.org.people]
    above = [graph.manager_of(lead) for lead in leads]
    return frozenset([*leads, *(manager for manager in above if manager is not None and manager != NOBODY)])
