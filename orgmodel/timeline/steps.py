"""What is different between one version of an organisation and the next."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.audit import Audit
from orgmodel.model.fields import NOBODY
from orgmodel.model.history import Step, Told
from orgmodel.model.organisation import Org
from orgmodel.model.teams import Team
from orgmodel.reorg.alignment import aligned


class Version(NamedTuple):
    """What is kept of a version, so that the next one can be compared with it."""

    graph: OrgGraph
    standing: Mapping[str, Told]


def version(graph: OrgGraph, audit: Audit) -> Version:
    """Return what is kept of a version that was audited."""
    told = (Told(each.code, each.subject.key, each.fingerprint) for each in audit.standing)
    return Version(graph, {each.fingerprint: each for each in told})


def step(before: Version, after: Version) -> Step:
    """Return what is different since the version before; what was renamed is matched by `renamed_from`."""
    org = aligned(before.graph.org, after.graph.org).org
    old, new = before.graph if org is before.graph.org else OrgGraph(org), after.graph
    was, now = _people(old), _people(new)
    return Step(
        new_findings=tuple(told for key, told in after.standing.items() if key not in before.standing),
        fixed_findings=tuple(told for key, told in before.standing.items() if key not in after.standing),
        joined=tuple(sorted(now - was)),
        left=tuple(sorted(was - now)),
        changed_team=movers(old, new),
        teams_created=tuple(sorted(_teams(new) - old.org.teams.keys())),
        teams_removed=tuple(sorted(_teams(old) - new.org.teams.keys())),
        teams_moved=moved_teams(old.org, new.org),
    )


def movers(before: OrgGraph, after: OrgGraph) -> tuple[str, ...]:
    """Return the people of both organisations who are members or leads of other teams than before, sorted."""
    found: set[str] = set()
    for id in before.org.teams.keys() | after.org.teams.keys():
        old, new = before.org.teams.get(id), after.org.teams.get(id)
        if old is not new:  # a file that did not change gives the same objects
            found |= _in(old) ^ _in(new)
    return tuple(sorted(found & _people(before) & _people(after))) if found else ()


def moved_teams(before: Org, after: Org) -> tuple[str, ...]:
    """Return the teams and groups of both organisations that have another parent than before, sorted."""
    return tuple(sorted(_with_other_parent(before, after)))


def _with_other_parent(before: Org, after: Org) -> Iterator[str]:
    for id in before.teams.keys() & after.teams.keys():
        old, new = before.teams[id], after.teams[id]
        if old is not new and _above(old) != _above(new):
            yield id


def _above(team: Team) -> str | None:
    return None if team.parent == NOBODY else team.parent


def _in(team: Team | None) -> set[str]:
    return {member.person for member in team.members or ()} | {*(team.lead or ())} if team else set()


def _people(graph: OrgGraph) -> frozenset[str]:
    return frozenset(graph.org.people.keys() - graph.not_asked)


def _teams(graph: OrgGraph) -> frozenset[str]:
    return frozenset(team.id for team in graph.dependency_teams)
