"""Several teams become one."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from orgmodel.model.changes import MergeTeams
from orgmodel.model.dependencies import Dependency
from orgmodel.model.teams import Membership, Team
from orgmodel.reorg.applying.draft import Draft, UnfitError
from orgmodel.reorg.applying.following import follow, managers_now
from orgmodel.reorg.applying.parting import Parting
from orgmodel.reorg.applying.placing import ancestors, branch, lead_above, people_of
from orgmodel.reorg.applying.shaping import team_fields

T = TypeVar("T")


def merge_teams(draft: Draft, change: MergeTeams) -> None:
    """Merge teams; the new one gets all they have, but leads and parent only where these are clear."""
    _check(draft, change)
    teams = [draft.teams[id] for id in dict.fromkeys(change.teams)]
    people = (person for team in teams for each in branch(draft, team.id) for person in people_of(draft.teams[each]))
    leads = tuple(dict.fromkeys(lead for team in teams for lead in team.lead or ()))
    before = managers_now(draft, dict.fromkeys((*people, *leads, *(change.lead or ()))))
    draft.put("teams", change.id, _merged(draft, teams, change))
    for team in teams:
        if team.id != change.id:
            Parting(draft, "team", team.id, lambda key, path: change.id).part()
            draft.remove("teams", team.id)
    _forget_repeats(draft, change.id)
    follow(draft, before, leads, lead_above(draft, change.id), change.reports)


def _check(draft: Draft, change: MergeTeams) -> None:
    if len(set(change.teams)) < 2:
        raise UnfitError("one team alone cannot be merged", "name two or more", ("teams",))
    if change.id in draft.teams and change.id not in change.teams:
        message = f"the team {change.id} is there already"
        raise UnfitError(message, f"name {change.id} under `teams` as well, or choose another id", ("into",))
    for team in change.teams:
        if above := [each for each in ancestors(draft, team) if each in change.teams and each != change.id]:
            message = f"{team} hangs below {above[0]}"
            raise UnfitError(message, f"merge into {above[0]}, or move {team} first", ("teams",))


def _merged(draft: Draft, teams: list[Team], change: MergeTeams) -> Team:
    """Return the new team: what the change states, then what the one of the same id had, then what all had."""
    kept = next((team for team in teams if team.id == change.id), None)
    base = kept or Team(id=change.id, renamed_from=None)
    joined: dict[str, Any] = {
        "members": _members(teams),
        "headcount": _headcount(teams),
        "vacancies": sum(team.vacancies or 0 for team in teams) or None,
        "needs_skills": _union(team.needs_skills for team in teams),
        "domains": _union(team.domains for team in teams),
        "kind": _agreed(teams, lambda team: team.kind) or base.kind,
        "type": _agreed(teams, lambda team: team.type) or base.type,
        "reporting": _agreed(teams, lambda team: team.reporting) or base.reporting,
        "parent": base.parent if kept else _parent(draft, teams, change),
        "lead": kept.lead if kept else None,
    }
    return replace(base, **{**joined, **team_fields(change)})


def _members(teams: list[Team]) -> tuple[Membership, ...] | None:
    """Join the members; leads stay as members, and shares of the same person are added."""
    if all(team.members is None for team in teams):
        return None
    found: dict[str, Membership] = {}
    for team in teams:
        for member in team.members or ():
            there = found.get(member.person)
            found[member.person] = _joined(there, member) if there else member
        for lead in team.lead or () if team.members is not None else ():
            found.setdefault(lead, Membership(person=lead))
    return tuple(found.values())


def _joined(one: Membership, other: Membership) -> Membership:
    shares = (one.allocation, other.allocation)
    whole = None if None in shares else min(1.0, round(sum(share or 0.0 for share in shares), 6))
    return replace(one, allocation=whole)


def _headcount(teams: list[Team]) -> int | None:
    """Add the headcounts where some people are not listed; those who are listed count with them."""
    if all(team.headcount is None for team in teams):
        return None
    sizes = [team.headcount if team.headcount is not None else _listed(team) for team in teams]
    return None if None in sizes else sum(size or 0 for size in sizes)


def _listed(team: Team) -> int | None:
    return None if team.members is None else len(people_of(team))


def _union(lists: Iterable[tuple[str, ...] | None]) -> tuple[str, ...] | None:
    stated = [each for each in lists if each is not None]
    return tuple(dict.fromkeys(name for each in stated for name in each)) if stated else None


def _agreed(teams: list[Team], of: Callable[[Team], T | None]) -> T | None:
    """Return what all teams that say anything say alike."""
    said = {value for team in teams if (value := of(team)) is not None}
    return next(iter(said)) if len(said) == 1 else None


def _parent(draft: Draft, teams: list[Team], change: MergeTeams) -> str | None:
    parents = {team.parent for team in teams}
    if len(parents) == 1:
        return next(iter(parents))
    if change.parent is None:
        message = f"{change.id} is merged from teams of {len(parents)} groups, and the plan does not say where it hangs"
        draft.unplaced(message, "state its `parent`", about=("team", change.id), path=("teams",))
    return None


def _forget_repeats(draft: Draft, team: str) -> None:
    """Keep one of several dependencies that have become alike, and none that leads from the team to itself."""
    seen: list[Dependency] = []
    for number, dependency in list(_of(draft, team)):
        if dependency in seen or dependency.source == dependency.target:
            draft.remove_dependency(number)
        seen.append(dependency)


def _of(draft: Draft, team: str) -> Iterator[tuple[int, Dependency]]:
    return ((number, each) for number, each in draft.dependencies if team in (each.source, each.target))
