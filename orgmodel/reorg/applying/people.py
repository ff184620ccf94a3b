"""Changes of people: moving, managers, leads, joining, leaving."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any, Final

from orgmodel.model.changes import AppointLead, ChangeManager, Join, Leave, MoveHeads, MovePerson, Reports
from orgmodel.model.fields import NOBODY
from orgmodel.model.people import Person
from orgmodel.model.teams import Membership, Team
from orgmodel.reorg.applying.draft import Draft, UnfitError
from orgmodel.reorg.applying.following import follow, managers_now
from orgmodel.reorg.applying.parting import Parting
from orgmodel.reorg.applying.placing import (
    add_member,
    branch,
    chain_of_command,
    lead_above,
    leads_over,
    membership,
    people_of,
    places_of,
    reports_of,
    take_out,
    works_in,
)

_OF_JOIN: Final = ("team", "allocation")


def move_person(draft: Draft, change: MovePerson) -> None:
    """Let a person leave one team and join another."""
    person, to = change.person, change.to
    left = _team_left(draft, change)
    member = Membership(person=person, allocation=change.allocation, role=change.role)
    relocate(draft, member, to=to, left=left, reports=change.reports)


def _team_left(draft: Draft, change: MovePerson) -> tuple[str, ...]:
    person, source = change.person, change.source
    if source == NOBODY:
        return ()
    if source is None:
        return only_team(draft, person)
    if source not in (place.team for place in places_of(draft, person)):
        places = ", ".join(place.team for place in places_of(draft, person)) or "no team"
        raise UnfitError(f"{person} is not in {source}, but in {places}", "name the team that is left", ("from",))
    return (source,)


def only_team(draft: Draft, person: str) -> tuple[str, ...]:
    """Return the one team that a person works in, or nothing for who works in none.

    Raises
    ------
    UnfitError
        If the person works in several, for then the plan must say which is left.
    """
    teams = works_in(draft, person)
    if len(teams) > 1:
        message = f"{person} works in {len(teams)} teams, {', '.join(teams)}"
        raise UnfitError(message, "say `from` which of them with `move_person`")
    return teams


def relocate(draft: Draft, member: Membership, *, to: str, left: Iterable[str], reports: Reports | None = None) -> None:
    """Take a person out of teams and put them into another; who reported to the lead there reports to the lead here."""
    person, left = member.person, tuple(left)
    if to in left:
        raise UnfitError(f"{person} is in {to} already", "name the team that is joined", ("to",))
    check_joining(draft, person, to)
    before = managers_now(draft, [person])
    leads = {lead for team in left for lead in leads_over(draft, team) if lead != person}
    take_out(draft, person, left)
    add_member(draft, to, member)
    renew_since(draft, person)
    new = lead_above(draft, to)
    follow(draft, before, leads, None if new == person else new, reports)


def check_joining(draft: Draft, person: str, to: str) -> None:
    """Refuse to put somebody into a team where they are, or one that only counts its people."""
    team = draft.teams[to]
    if person in people_of(team):
        raise UnfitError(f"{person} is in {to} already", "name another team, or take the change away", ("to",))
    if team.members is None and team.headcount is not None:
        help = f"list the members of {to}, or count heads with `move_heads`"
        raise UnfitError(f"{to} lists no members, only a headcount of {team.headcount}", help, ("to",))


def renew_since(draft: Draft, person: str) -> None:
    """Forget, or renew, since when somebody is in their team: they are in another one now."""
    if person in draft.people and draft.people[person].since is not None:
        draft.update("people", person, since=draft.date)


def move_heads(draft: Draft, change: MoveHeads) -> None:
    """Move people without names; a team that lists its members gets a headcount beside them, which differs."""
    source, target = draft.teams[change.source], draft.teams[change.to]
    if change.source == change.to:
        raise UnfitError(f"{change.to} is where they are already", "name another team", ("to",))
    there = _heads(source)
    if there is None:
        raise UnfitError(f"it is not known how many people {source.id} has", "state its `headcount`", ("from",))
    if change.count > there:
        raise UnfitError(f"{source.id} has {there} people, fewer than {change.count}", "move fewer", ("count",))
    draft.update("teams", source.id, headcount=there - change.count)
    draft.update("teams", target.id, headcount=(_heads(target) or 0) + change.count)


def _heads(team: Team) -> int | None:
    if team.headcount is not None:
        return team.headcount
    return len(people_of(team)) if team.members is not None else None


def change_manager(draft: Draft, change: ChangeManager) -> None:
    """Give people another manager."""
    for number, person in enumerate(change.person):
        path = ("person", number)
        if person == change.to:
            raise UnfitError(f"{person} cannot report to themselves", "name another manager", path)
        if change.to != NOBODY and person in (line := [change.to, *chain_of_command(draft, change.to)]):
            circle = " → ".join([person, *line[: line.index(person) + 1]])
            raise UnfitError(f"the reporting line would become a circle: {circle}", "name another manager", path)
        if draft.people[person].manager == change.to:
            raise UnfitError(f"{person} reports to {change.to} already", "take the change away", path)
        draft.update("people", person, manager=change.to)


def appoint_lead(draft: Draft, change: AppointLead) -> None:
    """Give a team another lead; the old one stays as a member."""
    team, person = draft.teams[change.team], change.person
    new = () if person == NOBODY else (person,)
    if team.lead == new:
        raise UnfitError(f"{team.id} is led by {person} already", "take the change away", ("person",))
    old = team.lead or draft.last_leads.get(team.id, ())
    before = managers_now(draft, _in_question(draft, team.id, (*old, *new)))
    draft.update("teams", team.id, lead=new)
    _keep_as_members(draft, team.id, (lead for lead in team.lead or () if lead not in new))
    follow(draft, before, old, person, change.reports)


def _in_question(draft: Draft, team: str, leads: Iterable[str]) -> Iterable[str]:
    """Return everyone in the branch of a team, and its leads."""
    people = (person for id in branch(draft, team) for person in people_of(draft.teams[id]))
    return dict.fromkeys((*people, *leads))


def _keep_as_members(draft: Draft, team: str, leads: Iterable[str]) -> None:
    for lead in leads:
        described = draft.teams[team]
        if described.members is None:
            if not places_of(draft, lead):
                message = f"{lead} leads {team} no longer, which lists no members"
                draft.unplaced(message, f"move {lead} somewhere, or list the members of {team}", about=("person", lead))
        elif membership(described, lead) is None:
            add_member(draft, team, Membership(person=lead))


def join(draft: Draft, change: Join) -> None:
    """Let somebody new in, or fill a vacant position."""
    there = draft.people.get(change.id)
    if there is not None and there.status != "vacant":
        raise UnfitError(f"{change.id} is there already", "choose another id", ("person",))
    said = {field.name: getattr(change, field.name) for field in fields(change) if field.name not in _OF_JOIN}
    stated = {name: value for name, value in said.items() if value is not None}
    kept = {} if there is None else _stated(there)
    draft.put("people", change.id, Person(**{**kept, "status": None, **stated}))
    if change.team is not None:
        check_joining(draft, change.id, change.team)
        add_member(draft, change.team, Membership(person=change.id, allocation=change.allocation))


def _stated(person: Person) -> dict[str, Any]:
    return {field.name: getattr(person, field.name) for field in fields(person)}


def leave(draft: Draft, change: Leave) -> None:
    """Take somebody out of the organisation and of all that names them."""
    person = change.person
    if change.reports_to == person:
        raise UnfitError(f"nobody can report to {person} any more", "name somebody else", ("reports_to",))
    orphans = reports_of(draft, person)
    for report in orphans:
        above = draft.people[person].manager if change.reports_to == report else change.reports_to
        draft.update("people", report, manager=above)
    if orphans and change.reports_to is None:
        message = f"{_several(orphans)} reported to {person}, and the plan does not say to whom they report now"
        draft.unplaced(message, "add `reports_to`", about=("person", person))
    counting = [p.team for p in places_of(draft, person) if draft.teams[p.team].members is None]
    take_out(draft, person, counting)
    Parting(draft, "person", person).part()
    draft.remove("people", person)


def _several(people: tuple[str, ...]) -> str:
    named = ", ".join(people[:3]) + ", …" * (len(people) > 3)
    return people[0] if len(people) == 1 else f"{len(people)} people ({named})"
