"""The reference of the organisation file: every section and field, from the classes of the model."""

from collections.abc import Collection, Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from docs.machinery.markdown import MADE, paragraphs, table
from orgmodel.model import fields
from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Detail, Entity
from orgmodel.model.organisation import SECTIONS, Organisation

_PLAIN: Final = (
    (fields.Text, "text"),
    (fields.Whole, "whole number"),
    (fields.Count, "whole number from 0"),
    (fields.Number, "number"),
    (fields.Strength, "number above 0"),
    (fields.Days, "number of days"),
    (fields.Flag, "`true` or `false`"),
    (fields.Day, "date"),
    (fields.Share, "share"),
)
Model = type[Detail]


def pages() -> Iterator[tuple[str, str]]:
    """Yield the page about the organisation file: the path below `docs`, and the text."""
    sections: dict[str, Model] = {"organisation": Organisation, **SECTIONS, "dependencies": Dependency}
    parts = dict.fromkeys(part for model in sections.values() for part in _parts(model))
    yield (
        "reference/organisation-file.md",
        paragraphs(
            MADE,
            "# The organisation file",
            _INTRO,
            _VALUES,
            "## Sections",
            *(_described(f"### `{name}`", model, name) for name, model in sections.items()),
            "## Parts of entities",
            "A field that names one of these takes a mapping with the fields below.",
            *(_described(f"### {part.__name__}", part, "") for part in parts),
        ),
    )


_INTRO: Final = """
Every section and every field. All fields but those called *required* may be absent, and absent means unknown. Fields of
your own begin with `x-`; they are kept and ignored. The [guide](../guide/organisation-file.md) shows how the sections
are used, and the [JSON Schema](../schema/organisation.schema.json) says the same to editors.
"""

_VALUES: Final = """
| value | how it is written |
|---|---|
| text | any characters, kept as written: `NO`, `007` and `1.10` are themselves |
| share | a number from 0 to 1, or a percentage: `0.5`, `50%` |
| date | `YYYY-MM-DD` |
| `true` or `false` | also `yes`, `no`, `on`, `off` |
| a person, a team, … | the id of one, described anywhere in the files; `nobody` where it is stated that there is none |
| one or a list | one value alone, or several as `[one, two]` |
"""


def _described(heading: str, model: Model, section: str) -> str:
    keyed = "" if section in ("", "organisation") else " A list." if section == "dependencies" else " Keyed by id."
    summary = (model.__doc__ or "").strip().partition("\n")[0]
    return paragraphs(heading, summary + keyed, table(["field", "value", "meaning"], rows(model)))


def rows(model: Model, *, without: Collection[str] = ()) -> Iterator[list[str]]:
    """Yield for each field of a class its name, how its value is written, and what it means; but for some names."""
    for name, field in _fields(model):
        if name not in without:
            yield [_name(name, field), _value(field), field.description or ""]


def _fields(model: Model) -> list[tuple[str, Any]]:
    known: dict[str, Any] = model.__pydantic_fields__  # type: ignore[attr-defined]  # the decorator hides it
    not_written = ("id", "x") if issubclass(model, Entity) else ("x",)  # an entity's id is its key
    own = [(field.validation_alias or name, field) for name, field in known.items() if name not in not_written]
    return sorted(own, key=lambda pair: pair[0] in ("name", "renamed_from", "external"))


def _name(name: str, field: Any) -> str:
    return f"`{name}`, required" if field.is_required() else f"`{name}`"


def _value(field: Any) -> str:
    return _words(Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation)


def _words(kind: Any) -> str:
    plain = next((words for known, words in _PLAIN if kind == known), None)
    if plain is not None:
        return plain
    inner = get_args(kind)
    if get_origin(kind) in (Union, UnionType):
        return " or ".join(_words(option) for option in inner if option is not NoneType)
    if get_origin(kind) is Literal:
        return ", ".join(f"`{word}`" for word in inner)
    if get_origin(kind) is Annotated:
        return _marked(inner[0], inner[1:])
    return _linked(kind) if isinstance(kind, type) and issubclass(kind, Detail) else "text"


def _marked(kind: Any, marks: tuple[Any, ...]) -> str:
    for mark in marks:
        if isinstance(mark, fields.Reference):
            return " or ".join(mark.kinds)
        if isinstance(mark, fields.OneOrMany):
            return f"one or a list: {_alone(get_args(kind)[0], mark.key)}"
        if isinstance(mark, fields.One):
            return _alone(kind, mark.key)
        if isinstance(mark, fields.ById):
            return f"for each id: {_words(get_args(kind)[1])}"
        if isinstance(mark, fields.Shared):
            return f"team, or for each team one or a list; `{fields.REST}` for all that is not named"
    return _words(kind)


def _alone(kind: Any, key: str | None) -> str:
    """Say what may stand alone for a part: a person for a membership."""
    return _words(kind) if key is None else f"{_value(dict(_fields(kind))[key])}, or {_words(kind)}"


def _linked(model: Model) -> str:
    return f"[{model.__name__}](#{model.__name__.lower()})"


def _parts(model: Model) -> Iterator[Model]:
    """Yield the classes of the parts of an entity, each before its own parts."""
    for _, field in _fields(model):
        for part in _classes(field.annotation):
            yield part
            yield from _parts(part)


def _classes(kind: Any) -> Iterator[Model]:
    if isinstance(kind, type) and not get_args(kind) and issubclass(kind, Detail):
        yield kind
    for option in get_args(kind):
        yield from _classes(option)
