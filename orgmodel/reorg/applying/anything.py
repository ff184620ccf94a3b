"""Changes of any entity: fields set, entities made and taken out."""

from dataclasses import replace
from typing import Any

from orgmodel.model.changes import Create, Remove, Set
from orgmodel.model.entity import Detail, Entity
from orgmodel.model.organisation import SECTION_OF_KIND
from orgmodel.reorg.applying.draft import Draft, UnfitError
from orgmodel.reorg.applying.parting import Parting


def set_fields(draft: Draft, change: Set) -> None:
    """Give fields of an entity other values."""
    if change.kind == "organisation":
        draft.put_organisation(_with(draft.organisation, change))
        return
    entity = _there(draft, change.kind, change.id)
    new = _with(entity, change)
    if new == entity:
        raise UnfitError(f"{change.id} says so already", "take the change away")
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
        raise UnfitError(f"there is no {kind} {id}", "name one that is there", ("entity",), "F008")
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
    Parting(draft, change.kind, change.id).part()
    draft.remove(SECTION_OF_KIND[change.kind], change.id)
