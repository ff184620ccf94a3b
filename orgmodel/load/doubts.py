"""Where an entity keeps a text that other YAML tools read as something else."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from orgmodel.load.doubtful import read_by_others
from orgmodel.load.entities import Kind, shape
from orgmodel.load.faults import Fault, Path
from orgmodel.load.problem import clipped
from orgmodel.load.values import NULL, Doubtful, Value


def doubts(kind: Kind, value: Value, path: Path = ()) -> Iterator[Fault]:
    """Yield a fault for each marked text that an entity, or a part of one, keeps as a text."""
    if value.__class__ is dict:
        for name, below in value.items():
            if below.__class__ is not str and below is not None:
                yield from _below(kind, name, below, (*path, name))


def _below(kind: Kind, name: str, value: Value, path: Path) -> Iterator[Fault]:
    if value.__class__ is dict:
        part = shape(kind).parts.get(name)
        if part is not None:
            yield from doubts(part, value, path)
    elif value.__class__ is list:
        for number, item in enumerate(value):
            if item.__class__ is not str:
                yield from _below(kind, name, item, (*path, number))
    elif isinstance(value, str) and _is_kept(kind, name, value, path):
        yield doubt(value, path)


def _is_kept(kind: Kind, name: str, value: str, path: Path) -> bool:
    """Tell whether a marked text stays a text; `null` says nothing, but in a plain text and in a list."""
    if value is NULL and path[-1] == name:
        return name in shape(kind).texts
    return (value is NULL or value.__class__ is Doubtful) and name in _texts(kind)


@cache
def _texts(kind: Kind) -> frozenset[str]:
    """Return the fields of a class that hold texts or ids, alone or in lists, or parts that a text can stand for."""
    known = shape(kind)
    fields = {(f.validation_alias or name): f.annotation for name, f in kind.__pydantic_fields__.items()}
    return frozenset(name for name in known.fields if name in known.parts or _holds_text(fields[name]))


def _holds_text(annotation: Any) -> bool:
    return annotation is str or any(_holds_text(option) for option in get_args(annotation))


def doubt(text: str, path: Path = ()) -> Fault:
    """Return the fault of a text that other tools read as something else."""
    read_as = read_by_others(text)
    message = f"`{clipped(text)}` is a text here, and {read_as} to other tools"
    return Fault("F009", message, path, f'write it in quotation marks: "{clipped(text)}"', (("text", str(text)),))
