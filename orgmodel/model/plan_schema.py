"""The JSON Schema of the plan file, made from the changes there are."""

from collections.abc import Mapping
from typing import Any, Final

from orgmodel.model.changes import CHANGES, SYNONYMS, Create, Remove, Set
from orgmodel.model.organisation import KIND_OF_SECTION, SECTIONS, Organisation
from orgmodel.model.plan import Case, WaveHead
from orgmodel.model.schema import DRAFT, OWN, Schema, defined

_ENTITY: Final = "The entity, as kind:id; `organisation` for what is said of the whole."


def plan_schema() -> Schema:
    """Return the schema of a plan file, in draft-07, which editors read.

    It says what a file may hold; that a change fits the organisation it meets is for `orgmodel compare` to check.
    """
    definitions: Schema = {}
    changes = {"type": ["array", "null"], "items": {"$ref": "#/definitions/Change"}}
    wave = defined(WaveHead, definitions)
    head = definitions.pop("WaveHead")
    definitions["Wave"] = {**head, "properties": {**head["properties"], "changes": changes}}
    definitions["Change"] = {
        "description": "One change: the word that begins it, and its arguments.",
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "additionalProperties": False,
        "properties": {word: _arguments(word, kind, definitions) for word, kind in CHANGES.items()},
    }
    assert wave == {"$ref": "#/definitions/WaveHead"}, "the head of a wave is replaced by the wave"
    return {
        "$schema": DRAFT,
        "title": "A plan, for orgmodel",
        "description": "Changes over an organisation, in waves, and what they are for.",
        "type": "object",
        "properties": {
            "plan": {"anyOf": [defined(Case, definitions), {"type": "null"}]},
            "waves": {"type": ["array", "null"], "items": {"$ref": "#/definitions/Wave"}},
            "changes": {**changes, "description": "One wave alone."},
        },
        "patternProperties": OWN,
        "additionalProperties": False,
        "definitions": dict(sorted(definitions.items())),
    }


def _arguments(word: str, kind: Any, definitions: Schema) -> Schema:
    if kind in (Set, Create, Remove):
        return _of_any(word, definitions)
    reference = defined(kind, definitions)
    made = definitions[kind.__name__]
    argument = getattr(kind, "id_argument", None)
    if argument is not None:
        made["properties"] = {argument: {"type": ["string", "number", "boolean"]}, **made["properties"]}
        made["required"] = [argument, *made.get("required", ())]
    _add_synonyms(made, SYNONYMS.get(word, {}))
    return reference


def _add_synonyms(made: Schema, synonyms: Mapping[str, str]) -> None:
    """Allow the other word for an argument; which of the two stands is left open."""
    for other, argument in synonyms.items():
        made["properties"][other] = made["properties"][argument]
        made["required"] = [name for name in made["required"] if name != argument]
        made["anyOf"] = [{"required": [argument]}, {"required": [other]}]


def _of_any(word: str, definitions: Schema) -> Schema:
    """Return the arguments of a change of any entity: its name, and for each kind the fields it may have."""
    entity: Schema = {"description": _ENTITY, "type": "string"}
    if word == "remove":
        return {
            "type": "object",
            "properties": {"entity": entity},
            "required": ["entity"],
            "additionalProperties": False,
        }
    kinds: dict[str, Any] = {KIND_OF_SECTION[section]: kind for section, kind in SECTIONS.items()}
    if word == "set":
        kinds["organisation"] = Organisation
    options = [_of_kind(name, kind, definitions) for name, kind in sorted(kinds.items())]
    return {"type": "object", "required": ["entity"], "anyOf": options}


def _of_kind(name: str, kind: Any, definitions: Schema) -> Schema:
    defined(kind, definitions)
    made = definitions[kind.__name__]
    pattern = "^organisation$" if name == "organisation" else f"^{name}:"
    fields = {field: {"anyOf": [value, {"type": "null"}]} for field, value in made["properties"].items()}
    return {
        "properties": {"entity": {"description": _ENTITY, "type": "string", "pattern": pattern}, **fields},
        "patternProperties": OWN,
        "additionalProperties": False,
    }
