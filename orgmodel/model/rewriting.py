"""Replaces, or takes out, the ids that an entity names: read off the types of its fields, as `references` does."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from orgmodel.model.entity import Detail
from orgmodel.model.fields import NOBODY
from orgmodel.model.place import Step
from orgmodel.model.references import Field, fields_naming

D = TypeVar("D", bound=Detail)
Decide = Callable[[tuple[Step, ...], tuple[str, ...], str], str | None]
"""Answers a reference (its path, the kinds it may mean, the id as written) with the id to stand there, or None."""


def rewritten(entity: D, decide: Decide) -> D:
    """Return an entity with each id that it names replaced by what `decide` answers.

    None takes the reference out: a field becomes absent, an item leaves its list, and a part whose own id goes leaves
    its list as well. An entity of which nothing changes is returned as it is.
    """
    changed = dict(_changes(entity, (), decide))
    return replace(entity, **changed) if changed else entity


def _changes(entity: Detail, path: tuple[Step, ...], decide: Decide) -> Iterable[tuple[str, Any]]:
    kind: Any = type(entity)
    for field in fields_naming(kind):
        value = getattr(entity, field.name)
        if value is None:
            continue
        new = _value(field, value, (*path, field.alias), decide)
        if new is not value:
            yield field.name, new


def _value(field: Field, value: Any, path: tuple[Step, ...], decide: Decide) -> Any:
    if field.part is None:
        return _ids(value, field.kinds, path, decide)
    if isinstance(value, Detail):
        return _part(value, path, decide)
    parts = [_part(part, (*path, n), decide) for n, part in enumerate(value)]
    if all(new is old for new, old in zip(parts, value, strict=True)):
        return value
    return tuple(part for part in parts if part is not None)


def _ids(value: Any, kinds: tuple[str, ...], path: tuple[Step, ...], decide: Decide) -> Any:
    if value.__class__ is str:
        return value if value == NOBODY else decide(path, kinds, value)
    ids = [id if id == NOBODY else decide((*path, n), kinds, id) for n, id in enumerate(value)]
    if all(new == old for new, old in zip(ids, value, strict=True)):
        return value
    return tuple(dict.fromkeys(id for id in ids if id is not None))


def _part(part: Detail, path: tuple[Step, ...], decide: Decide) -> Detail | None:
    """Return a part with its ids replaced; None where an id goes that it cannot do without."""
    changed = dict(_changes(part, path, decide))
    if not changed:
        return part
    kind: Any = type(part)
    if any(value is None and kind.__pydantic_fields__[name].is_required() for name, value in changed.items()):
        return None
    return replace(part, **changed)
