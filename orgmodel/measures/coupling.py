"""Coupling: how much teams depend on each other, directly."""

from collections.abc import Mapping

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Undefined, measure


@measure("organisation", unit="pairs of teams", evidence="descriptive", better="down")
def team_dependency_edges(graph: OrgGraph, layer: Layer) -> float:
    """Ordered pairs of teams of which one depends on the other, in the chosen layer."""
    return len(graph.dependencies(layer).edges)


@measure("organisation", unit="weight", evidence="descriptive", better="down")
def team_dependency_weight(graph: OrgGraph, layer: Layer) -> float:
    """Strengths of all dependencies between teams, summed; 1 for each whose strength is not stated."""
    return graph.dependencies(layer).weight


@measure("organisation", unit="share", evidence="descriptive", better="down")
def unknown_kind_share(graph: OrgGraph, layer: Layer) -> float | Undefined:
    """Share of the reasons for dependencies whose kind is not known; undefined without dependencies."""
    share = graph.dependencies(layer).unknown_kind_share
    return Undefined("there are no dependencies between teams") if share is None else share


@measure("team", unit="teams", evidence="supported")
def fan_in(graph: OrgGraph, layer: Layer) -> Mapping[str, float]:
    """Distinct teams that depend on a team (afferent coupling).

    References
    ----------
    .. [1] R. C. Martin, OO design quality metrics (1994).
    """
    return {team: len(edges) for team, edges in graph.dependencies(layer).in_edges.items()}


@measure("team", unit="teams", evidence="descriptive", better="down")
def fan_out(graph: OrgGraph, layer: Layer) -> Mapping[str, float]:
    """Distinct teams that a team depends on (efferent coupling).

    References
    ----------
    .. [1] R. C. Martin, OO design quality metrics (1994).
    """
    return {team: len(edges) for team, edges in graph.dependencies(layer).out_edges.items()}


@measure("team", unit="weight", evidence="descriptive")
def weighted_fan_in(graph: OrgGraph, layer: Layer) -> Mapping[str, float]:
    """Weights of the dependencies of others on a team, summed."""
    return {team: sum(edge.weight for edge in edges) for team, edges in graph.dependencies(layer).in_edges.items()}


@measure("team", unit="weight", evidence="descriptive", better="down")
def weighted_fan_out(graph: OrgGraph, layer: Layer) -> Mapping[str, float]:
    """Weights of a team's dependencies on others, summed."""
    return {team: sum(edge.weight for edge in edges) for team, edges in graph.dependencies(layer).out_edges.items()}


@measure("team", unit="ratio", evidence="folklore")
def instability(graph: OrgGraph, layer: Layer) -> Mapping[str, float | None]:
    """Fan-out divided by fan-in plus fan-out; undefined for a team without dependencies.

    References
    ----------
    .. [1] R. C. Martin, OO design quality metrics (1994).
    """
    found = graph.dependencies(layer)
    out, into = found.out_edges, found.in_edges
    return {team: len(out[team]) / total if (total := len(out[team]) + len(into[team])) else None for team in out}
