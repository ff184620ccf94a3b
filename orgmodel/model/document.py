"""An organisation as plain values, in the shape of its file."""

import datetime
from collections.abc import Mapping
from typing import Any

from orgmodel.model.entity import Detail, Entity
from orgmodel.model.organisation import SECTIONS, Org

Plain = str | int | float | bool | list[Any] | dict[str, Any]


def document(org: Org) -> dict[str, Plain]:
    """Return what an organisation says, in the shape of the organisation file: loading it gives the same organisation.

    Absent fields are left out.
    """
    result: dict[str, Plain] = {"organisation": fields_of(org.organisation)}
    for section in SECTIONS:
        result[section] = {id: fields_of(entity) for id, entity in org.section(section).items()}
    result["dependencies"] = [fields_of(dependency) for dependency in org.dependencies]
    return {section: said for section, said in result.items() if said}


def fields_of(part: Detail) -> dict[str, Plain]:
    """Return what a part of an organisation or of a plan says, absent fields left out."""
    kind: Any = type(part)
    said: dict[str, Plain] = {}
    for name, field in kind.__pydantic_fields__.items():
        value = getattr(part, name)
        if name == "x":
            said |= value or {}
        elif value is not None and not (name == "id" and isinstance(part, Entity)):
            said[field.validation_alias or name] = _plain(value)
    return said


def _plain(value: Any) -> Plain:
    if isinstance(value, Detail):
        return _alone(fields_of(value))
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value  # type: ignore[no-any-return]  # texts, numbers and flags stand for themselves


def _alone(said: dict[str, Plain]) -> Plain:
    """Write a part that says no more than a name as that name: ``bo`` instead of ``{person: bo}``."""
    named = [key for key in ("person", "team", "component") if set(said) == {key}]
    return said[named[0]] if named else said
