"""The order of sections and fields in an organisation file: the model's."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Final, get_args

from orgmodel.model.dependencies import Dependency
from orgmodel.model.organisation import SECTIONS, Organisation

RECORDS: Final[Mapping[str, type]] = {
    "organisation": Organisation,
    **{name: SECTIONS[name] for name in ("people", "teams", "initiatives", "components")},
    "dependencies": Dependency,
    **SECTIONS,
}
"""The sections in the order in which they are written, with what each of them holds."""


def arranged(document: Mapping[str, object]) -> dict[str, object]:
    """Return the same document with sections and fields in the model's order; what the model does not know comes last.

    Entities keep their order, and so do the items of lists.
    """
    sections = _known_first(document, RECORDS)
    return {name: _section(name, content) for name, content in sections.items()}


def arranged_part(value: object, section: str) -> object:
    """Return one entity of a section, or all that an unkeyed section says, with its fields in the model's order."""
    return _value(value, RECORDS.get(section))


def _section(name: str, content: object) -> object:
    record = RECORDS.get(name)
    if record is None or name in ("organisation", "dependencies") or not isinstance(content, Mapping):
        return _value(content, record)
    return {id: _value(entity, record) for id, entity in content.items()}


def _value(value: object, record: type | None) -> object:
    if record is None:
        return value
    if isinstance(value, list | tuple):
        return [_value(item, record) for item in value]
    if isinstance(value, Mapping):
        fields = fields_of(record)
        return {name: _value(inner, fields.get(name)) for name, inner in _known_first(value, fields).items()}
    return value


def _known_first(mapping: Mapping[str, object], known: Mapping[str, object]) -> dict[str, object]:
    first = {name: mapping[name] for name in known if name in mapping}
    return first if len(first) == len(mapping) else first | {n: v for n, v in mapping.items() if n not in first}


@cache
def fields_of(record: type) -> dict[str, type | None]:
    """Return the fields of a record as files name them, each with the record that it holds in turn."""
    known = record.__pydantic_fields__  # type: ignore[attr-defined]  # each record is a pydantic dataclass
    return {field.validation_alias or name: _record_in(field.annotation) for name, field in known.items()}


def _record_in(annotation: object) -> type | None:
    if isinstance(annotation, type) and is_dataclass(annotation):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)
