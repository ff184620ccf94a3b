"""What measures are computed from: each function takes from an organisation what one kind of measure needs."""

from collections.abc import Mapping

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.ties import Ties, ties_of


def team_ties(graph: OrgGraph, layer: Layer) -> Ties:
    """Return the ties between teams in one layer."""
    return ties_of(graph.dependencies(layer))


def sizes(graph: OrgGraph, layer: Layer) -> Mapping[str, int | None]:
    """Return how many people each team has; None where that is unknown."""
    return {team.id: graph.size(team.id) for team in graph.dependency_teams}
