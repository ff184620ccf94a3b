"""The JSON Schema of the organisation file, made from the model."""

from typing import Any, Final

from pydantic import TypeAdapter

from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Entity
from orgmodel.model.organisation import SECTIONS, Organisation

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
OWN: Final = {"^x-": {"description": "A field of your own: kept and ignored."}}

Schema = dict[str, Any]


def organisation_schema() -> Schema:
    """Return the schema of an organisation file, in draft-07, which editors read.

    It says what a file may hold; that references lead somewhere is for `orgmodel audit` to check.
    """
    definitions: Schema = {}
    properties: Schema = {"organisation": _maybe(defined(Organisation, definitions))}
    for section, kind in SECTIONS.items():
        entity = defined(kind, definitions)
        described = f"{kind.__doc__ or ''}".strip().partition("\n")[0]
        properties[section] = {
            "description": f"By id. {described}",
            "type": ["object", "null"],
            "additionalProperties": _maybe(entity),
        }
    properties["dependencies"] = {
        "description": "Declared dependencies between teams.",
        "type": ["array", "null"],
        "items": defined(Dependency, definitions),
    }
    return {
        "$schema": DRAFT,
        "title": "An organisation, for orgmodel",
        "description": "People, teams, initiatives, components, dependencies, decisions, metrics. Ids alone suffice.",
        "type": "object",
        "properties": properties,
        "patternProperties": OWN,
        "additionalProperties": False,
        "definitions": dict(sorted(definitions.items())),
    }


def defined(kind: type, definitions: Schema) -> Schema:
    """Add the schema of a class, and of its parts, to the definitions, and return a reference to it."""
    made = TypeAdapter(kind).json_schema(by_alias=True)
    for name, part in made.pop("$defs", {}).items():
        definitions[name] = _object(part, name in _WITH_ID)
    definitions[kind.__name__] = _object(made, issubclass(kind, Entity))
    return {"$ref": f"#/definitions/{kind.__name__}"}


_WITH_ID: Final = frozenset({"Part"})
"""Parts that stand below an id, as entities do."""


def _object(made: Schema, keyed: bool) -> Schema:
    """Return the schema of a mapping; what stands below an id does not say it again."""
    not_written = ("id", "x") if keyed else ("x",)
    properties = {name: _value(field) for name, field in made["properties"].items() if name not in not_written}
    required = [name for name in made.get("required", ()) if name not in not_written]
    result = {
        "description": made.get("description", "").partition("\n")[0],
        "type": "object",
        "properties": properties,
        "patternProperties": OWN,
        "additionalProperties": False,
    }
    return {**result, "required": required} if required else result


def _value(made: Any) -> Any:
    """Rewrite one field: without titles and defaults that say nothing, and with references of draft-07."""
    if isinstance(made, list):
        return [_value(each) for each in made]
    if not isinstance(made, dict):
        return made
    kept = {name: _value(each) for name, each in made.items() if name not in ("title", "default")}
    if "$ref" in kept:
        kept["$ref"] = kept["$ref"].replace("#/$defs/", "#/definitions/")
        if len(kept) > 1:  # draft-07 ignores what stands beside a reference
            kept = {"allOf": [{"$ref": kept.pop("$ref")}], **kept}
    return kept


def _maybe(schema: Schema) -> Schema:
    """Allow an empty value as well: it says no more than that the entity exists."""
    return {"anyOf": [schema, {"type": "null"}]}
