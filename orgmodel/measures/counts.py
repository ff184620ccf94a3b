"""Counts: how many there are of what."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from orgmodel.graph import OrgGraph
from orgmodel.graph.census import census
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Undefined, measure

SIZE_UNKNOWN = Undefined("neither members nor a headcount are stated")
NOT_LISTED = Undefined("its members are not stated")
ALLOCATION_UNKNOWN = Undefined("an allocation is not known")


def _people(graph: OrgGraph, layer: Layer) -> Collection[str]:
    return graph.org.people


def _counted(graph: OrgGraph, layer: Layer) -> Mapping[str, int]:
    found = census(graph)
    return {"people": found.people, "headcounts": found.heads - found.people}


def _teams(graph: OrgGraph, layer: Layer) -> Collection[Any]:
    return graph.dependency_teams


def _groups(graph: OrgGraph, layer: Layer) -> Collection[Any]:
    return graph.groups


def _sizes(graph: OrgGraph, layer: Layer) -> Mapping[str, int | Undefined]:
    found = {team.id: graph.size(team.id) for team in graph.dependency_teams}
    return {team: SIZE_UNKNOWN if size is None else size for team, size in found.items()}


def _equivalents(graph: OrgGraph, layer: Layer) -> Mapping[str, float | Undefined]:
    return {team.id: _equivalent(graph, team.id) for team in graph.dependency_teams}


def _equivalent(graph: OrgGraph, team: str) -> float | Undefined:
    found = graph.fte(team)
    if found is not None:
        return found
    return NOT_LISTED if graph.org.teams[team].members is None else ALLOCATION_UNKNOWN


def _components(graph: OrgGraph, layer: Layer) -> Mapping[str, Sequence[str]]:
    return {team.id: graph.components_of.get(team.id, ()) for team in graph.dependency_teams}


def _initiatives(graph: OrgGraph, layer: Layer) -> Mapping[str, Collection[str]]:
    by_team = graph.leadership.initiatives_by_team
    return {team.id: by_team.get(team.id, ()) for team in graph.dependency_teams}


@measure("organisation", unit="people", evidence="descriptive", of=_people)
def people(described: Collection[str]) -> int:
    """People who are described, vacant positions included.

    Range: 0 and more. Never undefined; a definition by itself. O(1).

    Examples
    --------
    >>> people(["ana", "bo", "an-open-position"])
    3
    """
    return len(described)


@measure("organisation", unit="people", evidence="descriptive", of=_counted)
def heads(counted: Mapping[str, int]) -> int:
    """People who are described, and the headcounts of teams whose members are not listed.

    Range: 0 and more. Never undefined; a definition by itself. O(teams).

    Examples
    --------
    >>> heads({"people": 395, "headcounts": 87})
    482
    """
    return sum(counted.values())


@measure("organisation", unit="teams", evidence="descriptive", of=_teams)
def teams(described: Collection[Any]) -> int:
    """Teams of every kind but groups.

    Range: 0 and more. Never undefined; a definition by itself. O(1).

    Examples
    --------
    >>> teams(["search", "shop"])
    2
    """
    return len(described)


@measure("organisation", unit="groups", evidence="descriptive", of=_groups)
def groups(described: Collection[Any]) -> int:
    """Groups that hold teams.

    Range: 0 and more. Never undefined; a definition by itself. O(1).

    Examples
    --------
    >>> groups(["commerce"])
    1
    """
    return len(described)


@measure("team", unit="people", evidence="descriptive", of=_sizes, each=True)
def size(people: int) -> int:
    """Distinct members and leads without vacant positions; the headcount where members are not stated.

    Range: 0 and more. Undefined where neither is stated. A definition by itself. O(people).

    Examples
    --------
    >>> size(7)
    7
    """
    return people


@measure("team", unit="full-time equivalents", evidence="descriptive", of=_equivalents, each=True)
def fte(equivalents: float) -> float:
    """Allocation times capacity, summed over the people of a team.

    Range: 0 and more. Undefined where members are not listed, or one allocation is not known. Somebody in one team only
    gives it all of their time. A definition by itself. O(people).

    Examples
    --------
    >>> fte(0.5 * 1.0 + 1.0 * 0.8)
    1.3
    """
    return equivalents


@measure("team", unit="components", evidence="descriptive", of=_components, each=True)
def components_owned(owned: Collection[str]) -> int:
    """Components that a team owns, alone or with others.

    Range: 0 and more. Never undefined; a definition by itself. O(components).

    Examples
    --------
    >>> components_owned(["basket", "prices"])
    2
    """
    return len(owned)


@measure("team", unit="initiatives", evidence="descriptive", of=_initiatives, each=True)
def active_initiatives(worked_on: Collection[str]) -> int:
    """Active initiatives that a team works on, as its own or as a contributor other than by self-service.

    Range: 0 and more. Never undefined; a definition by itself. O(contributions).

    Examples
    --------
    >>> active_initiatives(["one-click"])
    1
    """
    return len(worked_on)
