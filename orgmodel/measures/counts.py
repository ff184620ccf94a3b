"""How many there are of what."""

from collections.abc import Mapping

from orgmodel.graph import OrgGraph
from orgmodel.graph.census import census
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import measure


@measure("organisation", unit="people", evidence="descriptive")
def people(graph: OrgGraph, layer: Layer) -> float:
    """People who are described, vacant positions included."""
    return len(graph.org.people)


@measure("organisation", unit="people", evidence="descriptive")
def heads(graph: OrgGraph, layer: Layer) -> float:
    """People who are described, and the headcounts of teams whose members are not listed."""
    return census(graph).heads


@measure("organisation", unit="teams", evidence="descriptive")
def teams(graph: OrgGraph, layer: Layer) -> float:
    """Teams of every kind but groups."""
    return len(graph.dependency_teams)


@measure("organisation", unit="groups", evidence="descriptive")
def groups(graph: OrgGraph, layer: Layer) -> float:
    """Groups that hold teams."""
    return len(graph.groups)


@measure("team", unit="people", evidence="descriptive")
def size(graph: OrgGraph, layer: Layer) -> Mapping[str, float | None]:
    """Distinct members and leads without vacant positions; the headcount where members are not stated."""
    return {team.id: graph.size(team.id) for team in graph.dependency_teams}


@measure("team", unit="full-time equivalents", evidence="descriptive")
def fte(graph: OrgGraph, layer: Layer) -> Mapping[str, float | None]:
    """Allocation times capacity, summed over the people of a team; undefined where one allocation is unknown."""
    return {team.id: graph.fte(team.id) for team in graph.dependency_teams}


@measure("team", unit="components", evidence="descriptive")
def components_owned(graph: OrgGraph, layer: Layer) -> Mapping[str, float]:
    """Components that a team owns, alone or with others."""
    return {team.id: len(graph.components_of.get(team.id, ())) for team in graph.dependency_teams}


@measure("team", unit="initiatives", evidence="descriptive")
def active_initiatives(graph: OrgGraph, layer: Layer) -> Mapping[str, float]:
    """Active initiatives that a team works on, as its own or as a contributor other than by self-service."""
    by_team = graph.leadership.initiatives_by_team
    return {team.id: len(by_team.get(team.id, ())) for team in graph.dependency_teams}
