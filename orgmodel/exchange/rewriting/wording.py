"""How people write a value where a program would write another: `50%`, `lead: ana`, `owner: nobody`."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, get_args

from orgmodel.exchange.arrangement import RECORDS, fields_of
from orgmodel.exchange.scalars import Verbatim
from orgmodel.model.fields import NOBODY, Share

_USUALLY_ONE: Final = frozenset({"lead", "leader", "owner"})
"""Lists that mostly have one item, which then stands alone."""
_STATED_AS_NOBODY: Final = _USUALLY_ONE | {"experts", "dotted", "interviewers"}
"""Lists of which it is said that nobody is in them, where they are empty."""
_LARGEST_WHOLE: Final = 1e15
_LOOKED_AT: Final = 1_000_000  # characters; how a file words its shares shows in its beginning


class Wording:
    """How the files of one organisation word their values.

    Parameters
    ----------
    texts
        The files.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._in_percent = any(_states_percentages(text) for text in texts)

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
            return _number(value, percent=percent or (self._in_percent and field in _shares()))
        return value

    def _list(self, value: list[object] | tuple[object, ...], field: str, *, alone: bool) -> object:
        items = [self.of(item) for item in value]
        if not items and field in _STATED_AS_NOBODY:
            return NOBODY
        if len(items) == 1 and (alone or field in _USUALLY_ONE) and items[0] != NOBODY and items[0] != {}:
            return items[0]
        return items


def _number(value: float, *, percent: bool) -> object:
    if percent and 0 < value <= 1 and float(words := f"{value * 100:g}") / 100 == value:
        return Verbatim(f"{words}%")
    return int(value) if value.is_integer() and abs(value) < _LARGEST_WHOLE else value


def _states_percentages(text: str) -> bool:
    fields = "|".join(sorted(_shares()))
    return re.search(rf"\b(?:{fields}): *[0-9.]+%", text[:_LOOKED_AT]) is not None


@cache
def _shares() -> frozenset[str]:
    """Return the names of all fields that hold shares."""
    return frozenset(name for record in RECORDS.values() for name in _shares_in(record))


def _shares_in(record: type) -> Iterable[str]:
    known = record.__pydantic_fields__  # type: ignore[attr-defined]  # each record is a pydantic dataclass
    for name, field in known.items():
        if any(option == Share for option in (field.annotation, *get_args(field.annotation))):
            yield field.validation_alias or name
    for part in fields_of(record).values():
        if part is not None:
            yield from _shares_in(part)
