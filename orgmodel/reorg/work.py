"""Initiatives, decisions and metrics before and after."""

from collections.abc import Iterator, Set

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import InitiativeChange, Work
from orgmodel.model.initiatives import ACTIVE_STAGES
from orgmodel.reorg.work_decisions import decisions

WHOLE_JOB = 1.0
"""The share of a person's time from which an initiative is their whole job."""


def work(before: OrgGraph, after: OrgGraph) -> Work:
    """Return the initiatives, decisions and metrics that are added, removed or differ; each sorted by id.

    An initiative differs in who leads it, in whether that is their whole job, in its own team or the others that work
    on it, or in its stage; a decision in who is asked, how many of them bind, how long they take, or who decides.
    """
    was, now = before.org, after.org
    return Work(
        initiatives_added=_only(now.initiatives.keys(), was.initiatives.keys()),
        initiatives_removed=_only(was.initiatives.keys(), now.initiatives.keys()),
        initiatives=tuple(_initiatives(before, after)),
        decisions_added=_only(now.decisions.keys(), was.decisions.keys()),
        decisions_removed=_only(was.decisions.keys(), now.decisions.keys()),
        decisions=tuple(decisions(before, after)),
        metrics_added=_only(now.metrics.keys(), was.metrics.keys()),
        metrics_removed=_only(was.metrics.keys(), now.metrics.keys()),
    )


def _only(ids: Set[str], others: Set[str]) -> tuple[str, ...]:
    return tuple(sorted(ids - others))


def _initiatives(before: OrgGraph, after: OrgGraph) -> Iterator[InitiativeChange]:
    for id in sorted(before.org.initiatives.keys() & after.org.initiatives.keys()):
        found = _compared(before, after, id)
        if any(one != other for one, other in found[1:6]):
            yield found


def _compared(before: OrgGraph, after: OrgGraph, id: str) -> InitiativeChange:
    return InitiativeChange(
        id=id,
        leaders=(_leaders(before, id), _leaders(after, id)),
        single_threaded=(_single_threaded(before, id), _single_threaded(after, id)),
        teams=(_teams(before, id), _teams(after, id)),
        own_team=(_own_team(before, id), _own_team(after, id)),
        stage=(before.org.initiatives[id].stage, after.org.initiatives[id].stage),
        lost_leader=_lost_leader(before, after, id),
    )


def _leaders(graph: OrgGraph, id: str) -> tuple[str, ...]:
    """Return who leads an initiative: those who are described and no vacant positions, sorted."""
    people = graph.org.people
    named = {leader.person for leader in graph.org.initiatives[id].leader or ()}
    return tuple(sorted(name for name in named if name in people and people[name].status != "vacant"))


def _single_threaded(graph: OrgGraph, id: str) -> bool | None:
    doubts = graph.leadership.doubts(id, min_allocation=WHOLE_JOB)
    return None if doubts is None else not doubts


def _teams(graph: OrgGraph, id: str) -> tuple[str, ...]:
    return tuple(sorted(graph.leadership.teams_working_on(id)))


def _own_team(graph: OrgGraph, id: str) -> str | None:
    own = graph.org.initiatives[id].team
    return own.team if own and own.team in graph.org.teams else None


def _lost_leader(before: OrgGraph, after: OrgGraph, id: str) -> bool:
    """Tell whether an initiative that is under way was led, and nobody leads it any more.

    Where a leader is named of whom nothing was ever known, it is not known whether somebody leads it.
    """
    initiative = after.org.initiatives[id]
    if initiative.stage not in ACTIVE_STAGES or initiative.external or not _leaders(before, id) or _leaders(after, id):
        return False
    known = before.org.people.keys() | after.org.people.keys()
    return all(leader.person in known for leader in initiative.leader or ())
