"""Reads cells as values of the model's fields."""

from functools import cache, lru_cache
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from orgmodel.exchange.tabular.problems import ProblemLog, quoted
from orgmodel.exchange.tabular.rows import Row
from orgmodel.model.teams import Team

Fields = dict[str, object]
"""What the organisation file says of one entity, or of a part of one."""

BETWEEN: Final = ";"
"""What stands between the values of a cell that holds several."""

_OWN_WORDS_WELCOME: Final = ((Team, "kind"),)


def fields_of(row: Row, record: type, log: ProblemLog) -> Fields:
    """Return the fields of one record that a row fills.

    A cell that its field cannot hold is kept as a field of the user's own, such as `x-level`, and reported. A kind of
    team of the user's own is expected, so it is kept without a word.
    """
    fields: Fields = {}
    for column in row.table.columns:
        text = row[column.name]
        if column.record is not record or not text:
            continue
        try:
            fields[column.field] = read_cell(record, column.field, text)
        except ValueError as error:
            fields[f"x-{column.field}"] = text
            if (record, column.field) not in _OWN_WORDS_WELCOME:
                kept = f"it is kept as x-{column.field}"
                row.report(log, f"{quoted(text)} {error}; {kept}", column=column.name)
    return fields


def read_cell(record: type, field: str, text: str) -> object:
    """Read a cell as the value of a field.

    Returns
    -------
    object
        A text, a list of texts, a number or a date, as the field wants it.

    Raises
    ------
    ValueError
        If the field cannot hold it; says what the field can hold.
    """
    kind = _kind(record, field)
    if kind is tuple:
        return list(dict.fromkeys(part.strip() for part in text.split(BETWEEN) if part.strip()))
    return text if kind is str else _typed(record, field, text)


@lru_cache(maxsize=1 << 12)
def _typed(record: type, field: str, text: str) -> object:
    words = _kind(record, field)
    if isinstance(words, tuple):
        return _word(text, words)
    try:
        value = _adapter(record, field).validate_python(text)
    except ValidationError as error:
        raise ValueError(error.errors()[0]["msg"]) from None
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _word(text: str, words: tuple[str, ...]) -> str:
    if text.casefold() not in words:
        raise ValueError(f"is none of {', '.join(words)}")
    return text.casefold()


@cache
def _adapter(record: type, field: str) -> TypeAdapter[Any]:
    return TypeAdapter(_hint(record, field))


@cache
def _kind(record: type, field: str) -> type | tuple[str, ...]:
    """Return what a field holds: `str`, `tuple` for several texts, the words it allows, or another type."""
    hint = _hint(record, field)
    while get_origin(hint) in (Annotated, Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is Literal:
        return get_args(hint)
    if get_origin(hint) is tuple:
        return tuple
    # A part of an entity that one name may stand for, as a team for an assignment.
    return str if hasattr(hint, "__pydantic_fields__") else hint


@cache
def _hint(record: type, field: str) -> Any:
    return get_type_hints(record, include_extras=True)[field]
