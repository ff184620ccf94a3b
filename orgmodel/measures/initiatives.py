"""Initiatives: how far each of them can go alone, and how much of its leader it has."""

from collections.abc import Mapping

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import measure


@measure("initiative", unit="teams", evidence="supported", better="down")
def outside_teams(graph: OrgGraph, layer: Layer) -> Mapping[str, float | None]:
    """Teams other than its own that must work on an initiative; those it uses by self-service do not count.

    Unknown where neither its team nor a contributor is stated. O(initiatives).

    References
    ----------
    .. [1] C. Bryar, B. Carr, Working Backwards (2021), on single-threaded, separable teams.
    """
    return {
        each.id: None
        if each.team is None and each.contributors is None
        else len({part.team for part in graph.leadership.contributions(each.id)})
        for each in graph.active_initiatives
    }


@measure("initiative", unit="share", evidence="descriptive", better="up")
def leader_share(graph: OrgGraph, layer: Layer) -> Mapping[str, float | None]:
    """Share of working time of the leader who gives an initiative most; 0 if it is stated that nobody leads it.

    Unknown where the leader or the allocation is not stated. O(initiatives).
    """
    return {each.id: _largest(graph, each.id) for each in graph.active_initiatives}


def _largest(graph: OrgGraph, initiative: str) -> float | None:
    leaders = graph.leadership.leaders_of(initiative)
    if leaders is None:
        return None
    shares = [leader.allocation for leader in leaders]
    return None if None in shares else max((share or 0.0 for share in shares), default=0.0)
