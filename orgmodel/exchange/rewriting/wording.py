"""How people write a value where a program would write another: `50%`, `lead: ana`, `owner: nobody`."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Final, get_args

from orgmodel.exchange.scalars import Verbatim
from orgmodel.exchange.shapes import RECORDS, record_in
from orgmodel.model.fields import NOBODY, Day, Share
from orgmodel.model.plan import Case

USUALLY_ONE: Final = frozenset({"lead", "leader", "owner"})
"""Lists that mostly have one item, which then stands alone."""
_STATED_AS_NOBODY: Final = USUALLY_ONE | {"experts", "dotted", "interviewers"}
"""Lists of which it is said that nobody is in them, where they are empty."""
_LARGEST_WHOLE: Final = 1e15
_LOOKED_AT: Final = 1_000_000  # characters; how a file words its shares shows in its beginning


class Wording:
    """How the values of a file, or of the files of one organisation, are worded.

    Parameters
    ----------
    in_percent
        Whether shares are percentages.
    usually_one
        Fields that hold a list and mostly one item, which then stands alone.
    """

    def __init__(self, *, in_percent: bool, usually_one: Collection[str] = USUALLY_ONE) -> None:
        self._in_percent, self._usually_one = in_percent, usually_one

    def of(self, value: object, field: str = "", *, alone: bool = False, percent: bool = False) -> object:
        """Return a value as it is to be written.

        Parameters
        ----------
        value
            In the shape of the organisation file.
        field
            The name of the field that holds it.
        alone
            Whether the value it replaces is one that stands alone where a list is allowed.
        percent
            Whether the value it replaces is a percentage.
        """
        if field.startswith("x-"):
            return value
        if isinstance(value, Mapping):
            return {key: self.of(inner, key) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return self._list(value, field, alone=alone)
        if isinstance(value, float):
            return _number(value, percent=percent or (self._in_percent and field in _fields_that_hold(Share)))
        return Verbatim(value) if isinstance(value, str) and field in _fields_that_hold(Day) else value

    def _list(self, value: list[object] | tuple[object, ...], field: str, *, alone: bool) -> object:
        items = [self.of(item) for item in value]
        if not items and field in _STATED_AS_NOBODY:
            return NOBODY
        if len(items) == 1 and (alone or field in self._usually_one) and items[0] != NOBODY and items[0] != {}:
            return items[0]
        return items


def wording_of(texts: Iterable[str]) -> Wording:
    """Return how the files of an organisation word their values."""
    return Wording(in_percent=any(_states_percentages(text) for text in texts))


def _number(value: float, *, percent: bool) -> object:
    if percent and 0 < value <= 1 and float(words := f"{value * 100:g}") / 100 == value:
        return Verbatim(f"{words}%")
    return int(value) if value.is_integer() and abs(value) < _LARGEST_WHOLE else value


def _states_percentages(text: str) -> bool:
    fields = "|".join(sorted(_fields_that_hold(Share)))
    return re.search(rf"\b(?:{fields}): *[0-9.]+%", text[:_LOOKED_AT]) is not None


@cache
def _fields_that_hold(value: object) -> frozenset[str]:
    """Return the names of all fields that hold values of a kind: shares, or days."""
    return frozenset(name for record in (*RECORDS.values(), Case) for name in _names(record, value))


def _names(record: type, value: object) -> Iterator[str]:
    known = record.__pydantic_fields__  # type: ignore[attr-defined]  # each record is a pydantic dataclass
    for name, field in known.items():
        if any(option == value for option in (field.annotation, *get_args(field.annotation))):
            yield field.validation_alias or name
        if part := record_in(field.annotation):
            yield from _names(part, value)
