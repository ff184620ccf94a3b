"""Which entities an entity names, and where: read off the types of its fields."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, get_args

from orgmodel.model.entity import Detail
from orgmodel.model.fields import NOBODY, Reference
from orgmodel.model.place import Step


class Named(NamedTuple):
    """One reference: the path to it inside the entity, the kinds it may mean, in order, and the id as written."""

    path: tuple[Step, ...]
    kinds: tuple[str, ...]
    id: str


class Field(NamedTuple):
    """A field that names entities of some kinds, or holds parts that do; `alias` is its name in files."""

    name: str
    alias: str
    kinds: tuple[str, ...]
    part: Any


@cache
def fields_naming(kind: Any) -> tuple[Field, ...]:
    """Return the fields of a class that name entities, themselves or in their parts."""
    found = []
    for name, field in kind.__pydantic_fields__.items():
        kinds, part = _meaning((field.annotation, *field.metadata))
        if kinds or (part and fields_naming(part)):
            found.append(Field(name, field.validation_alias or name, kinds, part))
    return tuple(found)


def _meaning(options: tuple[Any, ...]) -> tuple[tuple[str, ...], Any]:
    for option in options:
        if isinstance(option, Reference):
            return option.kinds, None
        if isinstance(option, type) and not get_args(option) and issubclass(option, Detail):
            return (), option
        inner = _meaning((*get_args(option), *getattr(option, "__metadata__", ())))
        if inner != ((), None):
            return inner
    return (), None


def named_ids(entity: Detail) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the kinds and the id of every reference of an entity, without paths: the quick form of `references`."""
    kind: Any = type(entity)
    for name, _, kinds, part in fields_naming(kind):
        value = getattr(entity, name)
        if value is None:
            continue
        if part is None:
            if value.__class__ is not str:
                yield from ((kinds, id) for id in value if id != NOBODY)
            elif value != NOBODY:
                yield kinds, value
        elif value:
            for item in (value,) if isinstance(value, Detail) else value:
                yield from named_ids(item)


def references(entity: Detail) -> Iterator[Named]:
    """Yield every id that an entity names, in the order of its fields. `nobody` names no one."""
    kind: Any = type(entity)
    for name, alias, kinds, part in fields_naming(kind):
        value = getattr(entity, name)
        if value is None:
            continue
        if part is None:
            if value.__class__ is str:
                if value != NOBODY:
                    yield Named((alias,), kinds, value)
            else:
                yield from (Named((alias, n), kinds, id) for n, id in enumerate(value) if id != NOBODY)
        elif isinstance(value, Detail):
            yield from (Named((alias, *path), kinds, id) for path, kinds, id in references(value))
        else:
            for step, item in value.items() if isinstance(value, Mapping) else enumerate(value):
                yield from (Named((alias, step, *path), kinds, id) for path, kinds, id in references(item))
