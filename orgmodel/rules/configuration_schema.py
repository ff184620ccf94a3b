"""The JSON Schema of the configuration, made from the rules there are."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from orgmodel.graph.dependencies import LAYERS
from orgmodel.model.configuration import FAIL_ON, PRESETS
from orgmodel.model.finding import SEVERITIES
from orgmodel.model.organisation import SECTION_OF_KIND
from orgmodel.model.schema import DRAFT, Schema
from orgmodel.rules.base import Option, Rule
from orgmodel.rules.own.conditions import CONDITIONS
from orgmodel.rules.own.selecting import SELECTORS
from orgmodel.rules.settings import choices

_TEXT: Final[Schema] = {"type": "string"}
_TEXTS: Final[Schema] = {"type": "array", "items": _TEXT}
_SEVERITY: Final[Schema] = {"enum": list(SEVERITIES)}
_TEAMS: Final[Schema] = {**_TEXTS, "minItems": 1, "description": f"Teams: {SELECTORS}."}
_PARTS_OF_CONDITIONS: Final[Mapping[str, Schema]] = {
    "from": _TEAMS,
    "to": _TEAMS,
    "among": _TEAMS,
    "parts": {**_TEAMS, "minItems": 2},
    "layers": {
        "type": "array",
        "minItems": 2,
        "items": {"anyOf": [_TEXT, _TEXTS]},
        "description": f"From the top down; in each, teams: {SELECTORS}.",
    },
    "fields": {**_TEXTS, "minItems": 1},
    "of": {"enum": list(SECTION_OF_KIND)},
    "graph": {"enum": list(LAYERS), "description": "The dependencies that count; all unless it says otherwise."},
}


def configuration_schema(rules: Iterable[Rule]) -> Schema:
    """Return the schema of `orgmodel.toml`, in draft-07, which editors read.

    It names each rule and each of its options, with the default and where that comes from. Rules of packages and of
    one's own are allowed for; whether there is one of that name is for `orgmodel config` to check.

    Parameters
    ----------
    rules
        The rules to name, in the order of the pages.
    """
    known = tuple(rules)
    severities = {
        "type": "object",
        "additionalProperties": _SEVERITY,
        "description": "The severity of a rule's findings.",
    }
    chosen = {**_TEXTS, "description": "Rules by code, name, or letter of a family."}
    path = _table({"match": _TEXT, "ignore": chosen, "severity": severities}, ["match"])
    waiver = _table(
        {"rule": _TEXT, "subject": _TEXT, "reason": _TEXT, "until": {"description": "A day, such as 2027-03-31."}},
        ["rule", "subject"],
    )
    return {
        "$schema": DRAFT,
        "title": "How an organisation is audited, for orgmodel",
        "description": "`orgmodel.toml`, or the section `tool.orgmodel` of a `pyproject.toml`.",
        **_table(
            {
                "preset": {"enum": list(PRESETS), "description": "The school of thought to start from."},
                "extends": {
                    "anyOf": [_TEXT, _TEXTS],
                    "description": "Files whose settings count where this is silent.",
                },
                "select": chosen,
                "ignore": chosen,
                "fail_on": {"enum": list(FAIL_ON), "description": "The lightest finding with which an audit fails."},
                "baseline": {**_TEXT, "description": "The file of the findings that are accepted."},
                "plugins": {**_TEXTS, "description": "Packages whose rules are used."},
                "severity": severities,
                "rules": {"type": "object", "properties": _rules(known), "additionalProperties": {"type": "object"}},
                "paths": {"type": "array", "items": path},
                "waivers": {"type": "array", "items": waiver},
                "own": {"type": "array", "items": {"oneOf": [_own(each) for each in CONDITIONS]}},
            }
        ),
    }


def _table(properties: Mapping[str, Schema], required: Sequence[str] = ()) -> Schema:
    table: Schema = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    return {**table, "required": list(required)} if required else table


def _rules(rules: Iterable[Rule]) -> Schema:
    """Return what may be set of each rule that has options, by its code and by its name."""
    found: Schema = {}
    for rule in rules:
        options = {name: _option(declared) for name, declared in rule.options.declared().items()}
        if options:
            found[rule.code] = {**_table(options), "description": rule.name}
            found[rule.name] = {"$ref": f"#/properties/rules/properties/{rule.code}"}
    return found


def _option(declared: Option) -> Schema:
    default = list(declared.default) if isinstance(declared.default, tuple) else declared.default
    said = f"{declared.description.rstrip('.')}. Where the default comes from: {declared.provenance}."
    return {"description": said, "default": default, **_value(declared.default)}


def _value(default: Any) -> Schema:
    """Return what a value has to be to be read as one of the same type as a default."""
    if isinstance(default, bool):
        return {"type": "boolean"}
    if isinstance(default, int):
        return {"type": "integer", "minimum": 0}
    if isinstance(default, float):
        share = {"type": "string", "pattern": r"^\d+(\.\d+)?%$", "description": "A percentage."}
        return {"anyOf": [{"type": "number", "minimum": 0}, share]}
    if isinstance(default, tuple):
        return {"type": "array", "items": _value(default[0]) if default else _TEXT}
    words = choices(default)
    return {"enum": list(words)} if words else _TEXT


def _own(must: str) -> Schema:
    """Return the schema of a rule of one's own with this condition."""
    condition = CONDITIONS[must]
    parts = {name: _PARTS_OF_CONDITIONS[name] for name in (*condition.needs, *condition.may)}
    head = {
        "code": {"type": "string", "pattern": r"^U\d{3}$"},
        "name": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "must": {"const": must},
        "severity": _SEVERITY,
        "message": {**_TEXT, "description": "One sentence, with fields in braces."},
        "help": {**_TEXT, "description": "The one thing to do."},
        "why": _TEXT,
    }
    return _table(head | parts, ["code", "name", "must", *condition.needs])
