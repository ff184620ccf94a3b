"""The kinds of value that a field of the organisation file can have, and how each is read from text."""

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_before_validator_function

NOBODY: Final = "nobody"
"""Written where a person or a team could stand: it is stated that there is none."""

ENTITY: Final = ConfigDict(extra="forbid", defer_build=True, validate_by_name=True, validate_by_alias=True)
"""How every entity is built: unknown fields are refused, and a validator is made only when first needed."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field as naming entities of these kinds, tried in this order."""

    kinds: tuple[str, ...]


def optional(description: str) -> Any:
    """Describe an optional field; absent means unknown."""
    return Field(default=None, description=description)


def _refuse(kind: str, message: str, **context: object) -> PydanticCustomError:
    return PydanticCustomError(kind, message, context)


def _read_share(value: object) -> float:
    try:
        share = float(value[:-1]) / 100 if isinstance(value, str) and value.endswith("%") else float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        share = -1.0
    if not 0 <= share <= 1:
        raise _refuse("share", "is not a share: write a number from 0 to 1, or a percentage such as 50%")
    return share


def _read_number(value: object) -> float:
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        number = float("nan")
    if number != number or number in (float("inf"), float("-inf")):
        raise _refuse("number", "is not a number")
    return number


def _read_positive(value: object) -> float:
    number = _read_number(value)
    if number <= 0:
        raise _refuse("number", "is not above 0: write a positive number")
    return number


def _read_days(value: object) -> float:
    number = _read_number(value)
    if number < 0:
        raise _refuse("number", "is below 0: write a number of days")
    return number


_WHOLE = re.compile(r"[+-]?[0-9]{1,15}")


def _read_whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str) or not _WHOLE.fullmatch(value):
        raise _refuse("whole", "is not a whole number")
    return int(value)


def _read_count(value: object) -> int:
    count = _read_whole(value)
    if count < 0:
        raise _refuse("count", "is below 0: write how many there are")
    return count


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _read_day(value: object) -> datetime.date:
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    try:
        if isinstance(value, str) and _DAY.fullmatch(value):
            return datetime.date.fromisoformat(value)
    except ValueError:
        raise _refuse("day", "is not a day of the calendar") from None
    raise _refuse("day", "is not a date: write it as YYYY-MM-DD")


_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def _read_flag(value: object) -> bool:
    flag = value if isinstance(value, bool) else _FLAGS.get(str(value).lower())
    if flag is None:
        raise _refuse("flag", "is neither true nor false")
    return flag


@dataclass(frozen=True, slots=True)
class OneOrMany:
    """Reads a list in which one value may be written alone, and a name may stand for a mapping.

    Parameters
    ----------
    key
        The field of each item that a plain text fills: `bo` becomes ``{"person": "bo"}``.
    unique
        Refuse an item that names the same as an earlier one.
    """

    key: str | None = None
    unique: bool = False

    def read(self, value: object) -> list[object]:
        """Return the items, each as its class wants it."""
        if value == NOBODY:
            return []
        items = list(value) if isinstance(value, list | tuple) else [value]
        if self.key is not None:
            items = [{self.key: item} if isinstance(item, str) else item for item in items]
        if self.unique:
            _refuse_repeats(items, self.key)
        return items

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        made = handler(core)
        item = made["items"] if self.key is None else {"anyOf": [TEXT_SCHEMA, made["items"]]}
        return {"anyOf": [{"type": "array", "items": item}, item]}


def _refuse_repeats(items: list[object], key: str | None) -> None:
    """Refuse all items at once that name the same as an earlier one; the context says which and whom they name."""
    seen = set()
    repeats = []
    for index, item in enumerate(items):
        name = item.get(key) if isinstance(item, dict) and key else item
        if isinstance(name, str):
            if name in seen:
                repeats.append((index, name))
            seen.add(name)
    if repeats:
        raise _refuse("repeated", "is listed twice", repeats=repeats)


@dataclass(frozen=True, slots=True)
class One:
    """Reads a value of which a plain text fills the field `key`."""

    key: str

    def read(self, value: object) -> object:
        """Return the value as its class wants it."""
        return {self.key: value} if isinstance(value, str) else value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [TEXT_SCHEMA, handler(core)]}


@dataclass(frozen=True, slots=True)
class ById:
    """Reads a mapping from ids to parts; each part gets its key as its id, and an empty one says no more than that."""

    def read(self, value: object) -> object:
        """Return the mapping as its class wants it."""
        if not isinstance(value, dict):
            return value
        return {id: {"id": id, **(part or {})} if isinstance(part, dict | None) else part for id, part in value.items()}

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(self.read, handler(source))


@dataclass(frozen=True, slots=True)
class Shared:
    """Reads who or what goes where: ``{search: [bo, cy], care: rest}``; a team alone gets all of it.

    In the value that is read the word `rest` stands for all that is not named elsewhere.
    """

    def read(self, value: object) -> object:
        """Return the mapping from each receiver to the list of what it gets."""
        if isinstance(value, str):
            return {value: (REST,)}
        if not isinstance(value, dict):
            return value
        return {to: tuple(ids) if isinstance(ids, list | tuple) else (ids,) for to, ids in value.items()}

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        several = {"anyOf": [{"type": "array", "items": TEXT_SCHEMA}, TEXT_SCHEMA]}
        return {"anyOf": [TEXT_SCHEMA, {"type": "object", "additionalProperties": several}]}


REST: Final = "rest"
"""Written where a list of ids could stand: all that nobody else gets."""

TEXT_SCHEMA: Final[dict[str, Any]] = {"type": ["string", "number", "boolean"]}

Text = Annotated[str, WithJsonSchema(TEXT_SCHEMA)]
Whole = Annotated[int, BeforeValidator(_read_whole), WithJsonSchema({"type": "integer"})]
Count = Annotated[int, BeforeValidator(_read_count), WithJsonSchema({"type": "integer", "minimum": 0})]
Number = Annotated[float, BeforeValidator(_read_number), WithJsonSchema({"type": "number"})]
Strength = Annotated[float, BeforeValidator(_read_positive), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]
Days = Annotated[float, BeforeValidator(_read_days), WithJsonSchema({"type": "number", "minimum": 0})]
Flag = Annotated[bool, BeforeValidator(_read_flag), WithJsonSchema({"type": "boolean"})]
Day = Annotated[
    datetime.date, BeforeValidator(_read_day), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
Share = Annotated[
    float,
    BeforeValidator(_read_share),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "string", "pattern": r"^\d+(\.\d+)?%$"},
            ]
        }
    ),
]

PersonId = Annotated[Text, Reference(("person",))]
TeamId = Annotated[Text, Reference(("team",))]
InitiativeId = Annotated[Text, Reference(("initiative",))]
ComponentId = Annotated[Text, Reference(("component",))]
DecisionId = Annotated[Text, Reference(("decision",))]
MetricId = Annotated[Text, Reference(("metric",))]
DomainId = Annotated[Text, Reference(("domain",))]
HiringId = Annotated[Text, Reference(("hiring",))]
TeamOrPersonId = Annotated[Text, Reference(("team", "person"))]
PersonOrTeamId = Annotated[Text, Reference(("person", "team"))]

Texts = Annotated[tuple[Text, ...], OneOrMany()]
PersonIds = Annotated[tuple[PersonId, ...], OneOrMany()]
TeamIds = Annotated[tuple[TeamId, ...], OneOrMany()]
ComponentIds = Annotated[tuple[ComponentId, ...], OneOrMany()]
InitiativeIds = Annotated[tuple[InitiativeId, ...], OneOrMany()]
DecisionIds = Annotated[tuple[DecisionId, ...], OneOrMany()]
MetricIds = Annotated[tuple[MetricId, ...], OneOrMany()]
HiringIds = Annotated[tuple[HiringId, ...], OneOrMany()]
DomainIds = Annotated[tuple[DomainId, ...], OneOrMany()]

Door = Literal["one-way", "two-way"]
DependencyKind = Literal[
    "api", "event", "self-service", "shared-code", "shared-data", "custom-work", "approval", "staffing", "unknown"
]
Mode = Literal["x-as-a-service", "collaboration", "facilitating"]

Extra = dict[str, Any]
"""Fields of the user's own, beginning with `x-`: kept, and not looked at."""
