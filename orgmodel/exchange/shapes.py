"""The shape of each part of a file, from the model: which fields it has, in which order, and what they hold."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from enum import Enum
from functools import cache
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Entity
from orgmodel.model.organisation import SECTIONS, Organisation
from orgmodel.model.plan import Case

RECORDS: Final[Mapping[str, type]] = {
    "organisation": Organisation,
    **{name: SECTIONS[name] for name in ("people", "teams", "initiatives", "components")},
    "dependencies": Dependency,
    **SECTIONS,
}
"""The sections in the order in which they are written, with what each of them holds."""


class Holds(Enum):
    """What stands in a field: a text, something else such as a number or a date, or what only the user knows."""

    TEXT = "text"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """The shape of a part.

    Attributes
    ----------
    holds
        What a single value is.
    fields
        The fields of a mapping, in their order. Those that are not listed come last.
    others
        The shape of the fields that are not listed: of the entities of a section.
    """

    holds: Holds = Holds.UNKNOWN
    fields: "Mapping[str, Shape]" = field(default_factory=dict)
    others: "Shape | None" = None
    _ranks: dict[str, int] = field(default_factory=dict, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        self._ranks.update({name: rank for rank, name in enumerate(self.fields)})

    def of(self, name: str) -> "Shape":
        """Return the shape of a field, or of an entity."""
        return self.fields.get(name) or self.others or UNKNOWN

    def rank(self, name: str) -> int:
        """Return the place of a field among the others."""
        return self._ranks.get(name, len(self._ranks))


UNKNOWN: Final = Shape()


@cache
def organisation_shape() -> Shape:
    """Return the shape of an organisation file."""
    return Shape(fields={name: _of_section(name, record) for name, record in RECORDS.items()})


@cache
def plan_shape() -> Shape:
    """Return the shape of a plan file; the arguments of changes keep their order, each change has its own."""
    wave = Shape(fields={"name": Shape(Holds.TEXT), "date": Shape(Holds.OTHER), "changes": UNKNOWN})
    return Shape(fields={"plan": _of_record(Case), "waves": wave, "changes": UNKNOWN})


def _of_section(name: str, record: type) -> Shape:
    return Shape(others=_of_record(record)) if name in SECTIONS else _of_record(record)


@cache
def _of_record(record: type) -> Shape:
    known: dict[str, Any] = record.__pydantic_fields__  # type: ignore[attr-defined]  # each record is a pydantic dataclass
    fields = {each.validation_alias or name: _of_annotation(each.annotation) for name, each in known.items()}
    unwritten = ("id", "x") if issubclass(record, Entity) else ("x",)
    return Shape(Holds.TEXT, {name: shape for name, shape in fields.items() if name not in unwritten})


def _of_annotation(annotation: Any) -> Shape:
    if record := record_in(annotation):
        return _of_record(record)
    others = (int, float, bool, datetime.date)
    return Shape(Holds.OTHER if any(leaf in others for leaf in _leaves(annotation)) else Holds.TEXT)


def record_in(annotation: Any) -> type | None:
    """Return the record that a field of this type holds, perhaps several of them; None if it holds none."""
    return next((leaf for leaf in _leaves(annotation) if is_dataclass(leaf)), None)


def _leaves(annotation: Any) -> Iterator[type]:
    if get_origin(annotation) is Literal:
        yield str
    elif get_origin(annotation) is Annotated:
        yield from _leaves(get_args(annotation)[0])
    elif args := get_args(annotation):
        for each in args:
            yield from _leaves(each)
    elif isinstance(annotation, type):
        yield annotation
