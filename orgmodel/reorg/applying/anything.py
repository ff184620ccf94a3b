"""Changes of any entity: fields set, entities made and taken out."""

from dataclasses import replace
from typing import Any

from orgmodel.model.changes import Create, Remove, Set
from orgmodel.model.entity import Detail, Entity
from orgmodel.model.organisation import SECTION_OF_KIND
from orgmodel.model.references import Named
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.parting import Parting
from orgmodel.reorg.applying.placing import people_of, places_of
from orgmodel.reorg.applying.still import where_they_are
from orgmodel.reorg.applying.unfit import UnfitError, UnknownReferencesError


def set_fields(draft: Draft, change: Set) -> None:
    """Give fields of an entity other values."""
    of_all = change.kind == "organisation"
    entity: Detail = draft.organisation if of_all else _there(draft, change.kind, change.id)
    new = _with(entity, change)
    if new == entity:
        raise UnfitError(f"{change.id or 'the organisation'} says so already", "take the change away")
    if of_all:
        draft.put_organisation(new)
    else:
        draft.put(SECTION_OF_KIND[change.kind], change.id, new)


def _with(entity: Any, change: Set) -> Any:
    own = dict(entity.x or {})
    stated: dict[str, Any] = {}
    for name in change.fields:
        if not name.startswith("x-"):
            stated[name] = getattr(change.given, name)
        elif name in (change.given.x or {}):
            own[name] = (change.given.x or {})[name]
        else:
            own.pop(name, None)
    return replace(entity, **stated, x=own or None)


def _there(draft: Draft, kind: str, id: str) -> Entity:
    entity = draft.entity(kind, id)
    if entity is None:
        raise UnknownReferencesError([Named(("entity",), (kind,), id)])
    return entity


def create(draft: Draft, change: Create) -> None:
    """Make a new entity."""
    if draft.entity(change.kind, change.id) is not None:
        raise UnfitError(
            f"the {change.kind} {change.id} is there already", "choose another id, or use `set`", ("entity",)
        )
    given: Detail = change.given
    assert isinstance(given, Entity), "what has a kind and an id is an entity"
    draft.put(SECTION_OF_KIND[change.kind], change.id, given)


def remove(draft: Draft, change: Remove) -> None:
    """Take an entity out, and out of all that names it."""
    _there(draft, change.kind, change.id)
    people = people_of(draft.teams[change.id]) if change.kind == "team" else ()
    Parting(draft, change.kind, change.id).part()
    draft.remove(SECTION_OF_KIND[change.kind], change.id)
    for person in people:
        if not places_of(draft, person):
            help = "use `dissolve_team`, which says with `members_to` where its people go"
            still = where_they_are(draft, person)
            draft.unplaced(f"{person} of {change.id} goes nowhere", help, about=("person", person), still=still)
