"""Several teams become one."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeVar, cast

from orgmodel.model.changes import MergeTeams
from orgmodel.model.dependencies import Dependency
from orgmodel.model.teams import Membership, Team
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.following import follow, managers_now
from orgmodel.reorg.applying.gathering import bring_in, kept
from orgmodel.reorg.applying.parting import Parting
from orgmodel.reorg.applying.placing import ancestors, branch, lead_above, listed, people_of
from orgmodel.reorg.applying.shaping import team_fields
from orgmodel.reorg.applying.still import as_it_is, where_they_are
from orgmodel.reorg.applying.unfit import UnfitError

T = TypeVar("T")


def merge_teams(draft: Draft, change: MergeTeams) -> None:
    """Merge teams; the new one gets all they have, but leads and parent only where these are clear."""
    _check(draft, change)
    teams = [draft.teams[id] for id in dict.fromkeys(change.teams)]
    people = (person for team in teams for each in branch(draft, team.id) for person in people_of(draft.teams[each]))
    leads = dict.fromkeys(lead for team in teams for lead in _leads_until_now(draft, team))
    before = managers_now(draft, dict.fromkeys((*people, *leads, *(change.lead or ()))))
    there = dict.fromkeys(person for team in teams for person in people_of(team))
    draft.put("teams", change.id, _merged(draft, teams, change))
    for team in teams:
        if team.id != change.id:
            Parting(draft, "team", team.id, lambda key, path: change.id).part()
            draft.remove("teams", team.id)
    _forget_repeats(draft, change.id)
    path = ("members",)
    bring_in(draft, change.members or (), there, to=change.id, reports=change.reports, path=path)
    _say_unplaced(draft, there, change)
    follow(draft, before, leads, lead_above(draft, change.id), change.reports)


def _leads_until_now(draft: Draft, team: Team) -> tuple[str, ...]:
    return (*(team.lead or ()), *draft.memory.last_leads.get(team.id, ()))


def _say_unplaced(draft: Draft, there: Iterable[str], change: MergeTeams) -> None:
    """Say who is named no more, where the change itself says who the members are."""
    now = frozenset(people_of(draft.teams[change.id]))
    for person in there if change.members is not None else ():
        if person not in now:
            message, still = f"{person} is no member of {change.id}", where_they_are(draft, person)
            help = "name them under `members`, or let them `leave`"
            draft.unplaced(message, help, about=("person", person), path=("members",), still=still)


def _check(draft: Draft, change: MergeTeams) -> None:
    if len(set(change.teams)) < 2:
        raise UnfitError("one team alone cannot be merged", "name two or more", ("teams",))
    if change.id in draft.teams and change.id not in change.teams:
        message = f"the team {change.id} is there already"
        raise UnfitError(message, f"name {change.id} under `teams` as well, or choose another id", ("into",))
    if change.parent in change.teams:
        raise UnfitError(f"{change.id} cannot hang below {change.parent}", "name another parent", ("parent",))
    for team in change.teams:
        if above := [each for each in ancestors(draft, team) if each in change.teams and each != change.id]:
            message = f"{team} hangs below {above[0]}"
            raise UnfitError(message, f"merge into {above[0]}, or move {team} first", ("teams",))


def _merged(draft: Draft, teams: list[Team], change: MergeTeams) -> Team:
    """Return the new team: what the change states, then what the one of the same id had, then what all had."""
    kept_one = next((team for team in teams if team.id == change.id), None)
    base = kept_one or Team(id=change.id, renamed_from=None)
    stated = team_fields(change)
    lead = _lead(draft, teams, change, kept_one)
    joined: dict[str, Any] = {
        "members": _members(teams, lead or ()),
        "headcount": _headcount(draft, teams),
        "vacancies": sum(team.vacancies or 0 for team in teams) or None,
        "needs_skills": _union(team.needs_skills for team in teams),
        "domains": _union(team.domains for team in teams),
        "kind": _agreed(teams, lambda team: team.kind) or base.kind,
        "type": _agreed(teams, lambda team: team.type) or base.type,
        "reporting": _agreed(teams, lambda team: team.reporting) or base.reporting,
        "external": True if all(team.external for team in teams) else base.external,
        "parent": base.parent if kept_one else _parent(draft, teams, change),
        "lead": lead,
    }
    if change.members is not None:
        known = {member.person: member for member in joined["members"] or ()}
        stated["members"] = kept(change.members, (person for team in teams for person in people_of(team)), known.get)
    return replace(base, **{**joined, **stated})


def _members(teams: list[Team], leads: Collection[str]) -> tuple[Membership, ...] | None:
    """Join the members; who leads no longer stays as a member, and shares of the same person are added."""
    if all(team.members is None for team in teams):
        return None
    found: dict[str, Membership] = {}
    for team in teams:
        for member in team.members or ():
            there = found.get(member.person)
            found[member.person] = _joined(there, member) if there else member
        for lead in team.lead or () if team.members is not None else ():
            if lead not in leads:
                found.setdefault(lead, Membership(person=lead))
    return tuple(found.values())


def _joined(one: Membership, other: Membership) -> Membership:
    shares = (one.allocation, other.allocation)
    whole = None if None in shares else min(1.0, round(sum(share or 0.0 for share in shares), 6))
    return replace(one, allocation=whole)


def _headcount(draft: Draft, teams: list[Team]) -> int | None:
    """Add the headcounts where some people are not listed; those who are listed count with them."""
    if all(team.headcount is None for team in teams):
        return None
    sizes = [team.headcount if team.headcount is not None else _listed(draft, team) for team in teams]
    return None if None in sizes else sum(size or 0 for size in sizes)


def _listed(draft: Draft, team: Team) -> int | None:
    return None if team.members is None else listed(draft, team)


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
        still = as_it_is(draft, ("teams", change.id), "parent")
        draft.unplaced(message, "state its `parent`", about=("team", change.id), path=("teams",), still=still)
    return None


def _lead(draft: Draft, teams: list[Team], change: MergeTeams, kept_one: Team | None) -> tuple[str, ...] | None:
    """Return who leads the new team: who is named, else as the one of the same id, else as all that say anything."""
    if change.lead is not None:
        return change.lead
    if kept_one is not None and kept_one.lead is not None:
        return kept_one.lead
    agreed = _agreed(teams, lambda team: team.lead)
    leads = dict.fromkeys(lead for team in teams for lead in team.lead or ())
    if agreed is None and leads:
        message = f"{' and '.join(leads)} led the teams that become {change.id}, and the plan does not say who leads it"
        still = as_it_is(draft, ("teams", change.id), "lead")
        draft.unplaced(message, "state its `lead`", about=("team", change.id), path=("teams",), still=still)
    return agreed


def _forget_repeats(draft: Draft, team: str) -> None:
    """Keep one of several dependencies that have become alike, and none that leads from the team to itself."""
    seen: set[str] = set()
    for number, dependency in list(_of(draft, team)):
        if repr(dependency) in seen or dependency.source == dependency.target:
            draft.remove_dependency(number)
        seen.add(repr(dependency))


def _of(draft: Draft, team: str) -> Iterator[tuple[int, Dependency]]:
    for section, number in draft.naming(team):
        if section == "dependencies":
            yield cast(int, number), cast(Dependency, draft.stated((section, number)))
