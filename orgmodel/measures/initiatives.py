"""Initiatives: how far each of them can go alone, and how much of its leader it has."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Given, Undefined, measure


def teams_taking_part(graph: OrgGraph, layer: Layer) -> Mapping[str, Given | Undefined]:
    """Return for each active initiative its own team, and the others that take part with what is asked of them."""
    return {
        each.id: Undefined("neither its team nor a contributor is stated")
        if each.team is None and each.contributors is None
        else Given((each.team.team if each.team else None, _described(graph, each.contributors or ())))
        for each in graph.active_initiatives
    }


def _described(graph: OrgGraph, parts: Iterable[Any]) -> Sequence[tuple[str, str | None]]:
    return [(part.team, part.ask) for part in parts if part.team in graph.org.teams]


def _shares(graph: OrgGraph, layer: Layer) -> Mapping[str, Sequence[float] | Undefined]:
    return {each.id: _stated_shares(graph, each.id) for each in graph.active_initiatives}


def _stated_shares(graph: OrgGraph, initiative: str) -> Sequence[float] | Undefined:
    leaders = graph.leadership.leaders_of(initiative)
    if leaders is None:
        return Undefined("its leader is not known")
    shares = [leader.allocation for leader in leaders if leader.allocation is not None]
    return shares if len(shares) == len(leaders) else Undefined("the allocation of a leader is not stated")


@measure("initiative", unit="teams", evidence="supported", better="down", of=teams_taking_part, each=True)
def outside_teams(own: Any, contributors: Iterable[tuple[Any, str | None]]) -> int:
    """Teams other than its own that must work on an initiative; those it uses by self-service do not count.

    From 0. Of an initiative undefined where neither its team nor a contributor is stated. O(contributors).

    Parameters
    ----------
    own
        The team it belongs to; None if that is not stated.
    contributors
        The teams that take part, with what is asked of each.

    Examples
    --------
    >>> outside_teams("payments", [("identity", "custom"), ("cloud", "self-service"), ("payments", None)])
    1

    References
    ----------
    .. [1] C. Bryar, B. Carr, Working Backwards (2021), on single-threaded, separable teams.
    """
    return len({team for team, ask in contributors if ask != "self-service" and team != own})


@measure("initiative", unit="share", evidence="descriptive", better="up", of=_shares, each=True)
def leader_share(shares: Iterable[float]) -> float:
    """Share of working time of the leader who gives an initiative most; 0 if it is stated that nobody leads it.

    From 0 to 1. Of an initiative undefined where the leader, or what one of them gives, is not stated. O(leaders).

    Parameters
    ----------
    shares
        What each leader gives.

    Examples
    --------
    >>> leader_share([0.2, 0.5]), leader_share([])
    (0.5, 0.0)

    References
    ----------
    .. [1] C. Bryar, B. Carr, Working Backwards (2021), on leaders for whom it is somebody's part-time job.
    """
    return max(shares, default=0.0)
