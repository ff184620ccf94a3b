"""Takes the people out of a comparison: out of all organisations, and out of the plans that speak of them."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from orgmodel.comparing.running import Read, told_apart
from orgmodel.comparing.sides import Alternative, History, planned
from orgmodel.model.anonymous import People, WithoutNames, unknown_people
from orgmodel.model.changes import Change, Create, DissolveTeam, Remove, RenameTeam, Set
from orgmodel.model.entity import Detail
from orgmodel.model.fields import REST
from orgmodel.model.organisation import Org
from orgmodel.model.people import Person
from orgmodel.model.place import NOWHERE, Spot
from orgmodel.model.plan import Plan, Planned, Wave
from orgmodel.reorg.applying.apply import Applied
from orgmodel.reorg.applying.naming import Naming


class Bare(NamedTuple):
    """What is compared, without names, and what people are called in it."""

    read: Read
    people: People

    def history(self, known: History) -> History:
        """Return what is known of earlier moves, for those who are compared."""
        names = {f"person:{id}": f"person:{name}" for id, name in self.people.pseudonyms.items()}
        moves = {names.get(key, key): day for key, day in known.moves.items()}
        return known._replace(moves={key: day for key, day in moves.items() if key in names.values() or _kept(key)})


def _kept(key: str) -> bool:
    return not key.startswith("person:")


def without_names(read: Read, key: str) -> Bare:
    """Put pseudonyms in the place of people, the same in everything that is compared.

    Plans are rewritten and applied again, so that all that follows from them is still said. Nothing goes on of what
    stands in the files: neither paths, places nor what is wrong with them.
    """
    orgs = [read.org, *(org for each in read.alternatives for org in _states(each))]
    plans = [each.plan for each in read.alternatives if each.plan]
    people = People(
        orgs,
        described=[person for plan in plans for person in _described(plan)],
        named=[id for plan in plans for id in _named(plan, orgs)],
        key=key,
    )
    org = WithoutNames(people, (read.org,)).org(read.org)
    naming = Naming(org)
    bare = [_alternative(each, number, people, read.org, naming) for number, each in enumerate(read.alternatives, 1)]
    return Bare(Read("before", org, told_apart(bare), ()), people)


def _states(alternative: Alternative) -> tuple[Org, ...]:
    return (*(alternative.applied.states if alternative.applied else ()), alternative.org)


def _alternative(alternative: Alternative, number: int, people: People, before: Org, naming: Naming) -> Alternative:
    plan, applied = alternative.plan, alternative.applied
    if plan is None or applied is None:
        name = f"after {number}"
        return Alternative(name, name, WithoutNames(people, (alternative.org,)).org(alternative.org))
    writing = WithoutNames(people, (before, *_states(alternative)))
    bare = planned(_plan(plan, f"plan {number}", writing), (), naming)
    hidden = _done(applied) - _done(bare.applied)
    return planned(_without(bare.plan, hidden), (), naming) if hidden and bare.plan else bare


def _done(applied: Applied | None) -> frozenset[Spot]:
    return frozenset(done.planned.spot for done in applied.done) if applied else frozenset()


def _without(plan: Plan, hidden: Container[Spot]) -> Plan:
    """Leave out changes that were applied and cannot be any more: they change only what is hidden."""
    waves = (
        replace(wave, changes=tuple(each for each in wave.changes if each.spot not in hidden)) for wave in plan.waves
    )
    return replace(plan, waves=tuple(waves))


# --- who is in a plan


def _described(plan: Plan) -> Iterator[Person]:
    """Yield the people whom changes describe, with their ids."""
    for change, _ in plan.changes:
        if isinstance(change, Person):
            yield change
        elif isinstance(change, Set | Create) and isinstance(change.given, Person):
            yield replace(change.given, id=change.id)


def _named(plan: Plan, orgs: list[Org]) -> Iterator[str]:
    """Yield ids that may be those of people who are described nowhere."""
    for part in (plan.case, *(change for change, _ in plan.changes)):
        if isinstance(part, Remove):
            yield from (part.id,) if part.kind == "person" else ()
        else:
            yield from unknown_people(part.given if isinstance(part, Set | Create) else part, orgs)
        if isinstance(part, DissolveTeam):
            yield from (id for ids in (part.members_to or {}).values() for id in ids if id != REST)


# --- what a plan says


def _plan(plan: Plan, path: str, writing: WithoutNames) -> Plan:
    waves = tuple(_wave(wave, writing) for wave in plan.waves)
    return replace(plan, path=path, case=writing.detail(plan.case), waves=waves, places=NOWHERE)


def _wave(wave: Wave, writing: WithoutNames) -> Wave:
    changes = (Planned(_change(change, writing), spot) for change, spot in wave.changes)
    kept = tuple(each for each in changes if not isinstance(each.change, Set) or each.change.fields)
    return replace(wave, name=wave.name and writing.text(wave.name), changes=kept)


def _change(change: Change, writing: WithoutNames) -> Change:
    if isinstance(change, Person):
        return writing.person(change)
    if isinstance(change, Remove):
        return replace(change, id=writing.id(change.kind, change.id))
    if isinstance(change, Set | Create):
        return _anything(change, writing)
    if isinstance(change, RenameTeam):
        return replace(writing.detail(change), to=change.to)  # ids of teams stay
    if isinstance(change, DissolveTeam) and change.members_to:
        return replace(writing.detail(change), members_to=_members(change.members_to, writing))
    return writing.detail(change)


def _members(goes: Mapping[str, tuple[str, ...]], writing: WithoutNames) -> Mapping[str, tuple[str, ...]]:
    return {to: tuple(id if id == REST else writing.id("person", id) for id in ids) for to, ids in goes.items()}


def _anything(change: Set | Create, writing: WithoutNames) -> Set | Create:
    """Rewrite the fields of any entity; those that are hidden are not set."""
    given: Detail = change.given
    bare = writing.person(replace(given, id=change.id)) if isinstance(given, Person) else writing.detail(given)
    id = writing.id(change.kind, change.id)
    if isinstance(change, Create):
        return replace(change, id=id, given=bare)
    fields = tuple(name for name in change.fields if _says(bare, name) or not _says(given, name))
    return replace(change, id=id, given=bare, fields=fields)


def _says(detail: Detail, field: str) -> bool:
    return getattr(detail, field, None) is not None or field in (getattr(detail, "x", None) or {})
