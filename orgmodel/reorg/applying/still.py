"""Whether what a change left unplaced is so still, after all changes: what a later one places is no matter any more."""

from collections.abc import Iterable

from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.naming import Key
from orgmodel.reorg.applying.placing import manager_of, places_of
from orgmodel.reorg.applying.said import Still


def where_they_are(draft: Draft, person: str) -> Still:
    """Tell whether a person is still in the same teams, or in none, and has not left."""
    known, places = person in draft.people, places_of(draft, person)
    return lambda: places_of(draft, person) == places and (not known or person in draft.people)


def as_it_is(draft: Draft, key: Key, field: str) -> Still:
    """Tell whether an entity is still there and says the same in a field."""
    said = getattr(draft.stated(key), field, None)
    return lambda: (now := draft.stated(key)) is not None and getattr(now, field, None) == said


def without_manager(draft: Draft, people: Iterable[str]) -> tuple[str, ...]:
    """Return those of these people of whom it is not known to whom they report."""
    return tuple(person for person in people if person in draft.people and manager_of(draft, person) is None)


def somebody_without_manager(draft: Draft, people: Iterable[str]) -> Still:
    """Tell whether there is still somebody of whom it is not known to whom they report."""
    in_question = tuple(people)
    return lambda: bool(without_manager(draft, in_question))
