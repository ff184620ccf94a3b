"""Changes of people: moving, joining, leaving."""

from dataclasses import fields, replace
from typing import Any, Final

from orgmodel.model.changes import Join, Leave, MovePerson
from orgmodel.model.fields import NOBODY
from orgmodel.model.people import Person
from orgmodel.model.teams import Membership
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.parting import Parting
from orgmodel.reorg.applying.placing import (
    chain_of_command,
    manager_of,
    membership,
    places_of,
    put_member,
    reports_of,
    take_out,
)
from orgmodel.reorg.applying.relocating import only_team, relocate
from orgmodel.reorg.applying.still import somebody_without_manager, without_manager
from orgmodel.reorg.applying.unfit import UnfitError

_OF_JOIN: Final = ("team", "allocation")


def move_person(draft: Draft, change: MovePerson) -> None:
    """Let a person leave one team and join another."""
    person, to = change.person, change.to
    left = _team_left(draft, change)
    if to in left:
        raise UnfitError(f"{person} is in {to} already", "name the team that is joined", ("to",))
    member = Membership(person=person, allocation=change.allocation, role=change.role)
    relocate(draft, member, to=to, left=left, reports=change.reports)


def _team_left(draft: Draft, change: MovePerson) -> tuple[str, ...]:
    person, source = change.person, change.source
    if source == NOBODY:
        return ()
    if source is None:
        return only_team(draft, person, joining=change.to)
    if source not in (place.team for place in places_of(draft, person)):
        places = ", ".join(place.team for place in places_of(draft, person)) or "no team"
        raise UnfitError(f"{person} is not in {source}, but in {places}", "name the team that is left", ("from",))
    return (source,)


def join(draft: Draft, change: Join) -> None:
    """Let somebody new in, or fill a vacant position, which stays in its team unless the change names another."""
    there = draft.people.get(change.id)
    if there is not None and there.status != "vacant":
        raise UnfitError(f"{change.id} is there already", "choose another id", ("person",))
    said = {field.name: getattr(change, field.name) for field in fields(change) if field.name not in _OF_JOIN}
    stated = {name: value for name, value in said.items() if value is not None}
    kept = {} if there is None else _stated(there)
    draft.put("people", change.id, Person(**{**kept, "status": None, **stated}))
    if change.team is not None:
        _put_into_team(draft, change, change.team)


def _put_into_team(draft: Draft, change: Join, team: str) -> None:
    known = membership(draft.teams[team], change.id)
    member = Membership(person=change.id, allocation=change.allocation)
    try:
        if known is None:
            relocate(draft, member, to=team, left=only_team(draft, change.id, joining=team))
        elif change.allocation is not None:
            put_member(draft, team, replace(known, allocation=change.allocation))
    except UnfitError as error:
        raise UnfitError(error.message, error.help, ("team",)) from None


def _stated(person: Person) -> dict[str, Any]:
    return {field.name: getattr(person, field.name) for field in fields(person)}


def leave(draft: Draft, change: Leave) -> None:
    """Take somebody out of the organisation and of all that names them."""
    person = change.person
    if change.reports_to == person:
        raise UnfitError(f"nobody can report to {person} any more", "name somebody else", ("reports_to",))
    orphans = reports_of(draft, person)
    above = manager_of(draft, person)
    _give_manager(draft, change, orphans, above)
    lost = dict.fromkeys(orphans, person) if change.reports_to is None else {}
    draft.memory = draft.memory.with_managers(lost | ({person: above} if above is not None else {}))
    _take_out_everywhere(draft, person)
    if lost:
        _say_without_manager(draft, person, orphans)


def _say_without_manager(draft: Draft, gone: str, orphans: tuple[str, ...]) -> None:
    def message() -> str:
        people = _several(without_manager(draft, orphans))
        return f"{people} reported to {gone}, and the plan does not say to whom they report now"

    still = somebody_without_manager(draft, orphans)
    draft.unplaced(message, "add `reports_to`", about=("person", gone), still=still)


def _give_manager(draft: Draft, change: Leave, orphans: tuple[str, ...], above: str | None) -> None:
    """Let those who reported to somebody report to somebody else; who does so and was below them, to whom they did."""
    new = change.reports_to
    if new is not None and new != NOBODY and change.person in chain_of_command(draft, new):
        draft.update("people", new, manager=above)
    for report in orphans:
        if report != new:
            draft.update("people", report, manager=new)


def _take_out_everywhere(draft: Draft, person: str) -> None:
    places = places_of(draft, person)
    for team in (draft.teams[place.team] for place in places if place.leads):
        draft.memory = draft.memory.with_last_leads(team.id, team.lead or ())
    take_out(draft, person, [place.team for place in places if draft.teams[place.team].members is None])
    Parting(draft, "person", person).part()
    draft.remove("people", person)


def _several(people: tuple[str, ...]) -> str:
    named = ", ".join(people[:3]) + ", …" * (len(people) > 3)
    return people[0] if len(people) == 1 else f"{len(people)} people ({named})"
