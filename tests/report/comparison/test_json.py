"""A comparison as JSON: one document, of the shape that its schema fixes."""

import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft7Validator

from orgmodel import __version__
from orgmodel.model import comparison as c
from orgmodel.report.comparison.json import report
from tests.report.comparison import samples
from tests.report.comparison.hostile import rewritten
from tests.report.comparison.samples import of, written

SCHEMA = json.loads(files("orgmodel.report.comparison").joinpath("comparison.schema.json").read_text(encoding="utf-8"))
AUDIT = json.loads(files("orgmodel.report").joinpath("audit.schema.json").read_text(encoding="utf-8"))

KEYS = {
    "": "name dominated_by people teams components authority coupling initiatives decisions dependencies findings "
    "measures follow_up unknown",
    "people": "joined left changed_team changed_manager ties fewest_moves moves",
    "teams": "created removed renamed moved split merged lead_changed",
    "components": "handed_over added removed",
    "coupling": "before after internalised moved removed assumed added",
    "dependencies": "added removed changed",
    "findings": "fixed new worse better unchanged",
}


def parsed(compared: c.Compared) -> Any:
    """Return the document, after looking whether the schema allows it."""
    document = json.loads(written(report, compared), parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))
    Draft7Validator(SCHEMA).validate(document)
    return document


def test_looks_as_it_should(agrees_with: Callable[[str, str], None]) -> None:
    """A line for each part of an alternative."""
    agrees_with("two_teams.json", written(report, of(samples.two_teams())).replace(f'"{__version__}"', '"0.0.0"'))


def test_the_schema_is_closed() -> None:
    """The schema itself is valid, every object names and requires its keys, and another key is an error."""
    Draft7Validator.check_schema(SCHEMA)
    document = parsed(of(samples.two_teams()))
    document["alternatives"][0]["coupling"]["score"] = 1
    errors = [error.message for error in Draft7Validator(SCHEMA).iter_errors(document)]
    assert ["Additional properties are not allowed ('score' was unexpected)"] == errors


def test_findings_are_those_of_the_audit() -> None:
    """A finding has the same shape in both documents."""
    assert AUDIT["definitions"]["finding"] == SCHEMA["definitions"]["finding"]


@pytest.mark.parametrize(
    "compared",
    [of(), of(samples.nothing()), of(samples.same()), samples.only_unknown(), samples.three(), samples.many(30)],
)
def test_every_comparison_is_of_that_shape(compared: c.Compared) -> None:
    """Nothing, a little and much all keep to the schema, one alternative after the other."""
    document = parsed(compared)
    assert [each.name for each in compared.alternatives] == [each["name"] for each in document["alternatives"]]


@pytest.mark.parametrize("part", KEYS)
def test_the_documented_keys_are_there(part: str) -> None:
    """The keys that are part of the format stand where they belong."""
    alternative = parsed(of(samples.two_teams()))["alternatives"][0]
    found = alternative[part] if part else alternative
    assert set() == set(KEYS[part].split()) - set(found)


def test_numbers_before_and_after() -> None:
    """Coupling after is the least and the most; authority, moves and ties are as they were compared."""
    alternative = parsed(of(samples.two_teams()))["alternatives"][0]
    assert [40, 41] == alternative["coupling"]["after"]
    assert 43 == alternative["coupling"]["worst"]
    assert {"kept": 61, "cut": 19, "new": 4} == alternative["people"]["ties"]
    assert {"id": "bea", "from": ["booking"], "to": ["tickets"]} == alternative["people"]["changed_team"][0]
    assert [61, 62] == alternative["authority"][2]["people"]
    handed = alternative["components"]["handed_over"]
    assert [(0, 2), (1, 1), (None, None)] == [(each["experts_moving"], each["experts"]) for each in handed]


def test_places_are_those_of_the_plan() -> None:
    """Steps and pairs say where they are written; null where that is nowhere."""
    alternative = parsed(of(samples.two_teams()))["alternatives"][0]
    assert [12, 13, 14, 15] == [each["location"]["line"] for each in alternative["doors"]]
    assert [12, None] == [
        each["location"] and each["location"]["line"] for each in alternative["coupling"]["pairs"][:2]
    ]


def test_what_is_not_known_is_null() -> None:
    """An objective without a value, a criterion that is not known, a history that nobody has."""
    document = parsed(samples.three())
    assert [0.5, 1.0, None, None] == document["criteria"][-1]["values"]
    assert None is parsed(samples.only_unknown())["alternatives"][0]["objective"]["after"]
    assert ["Four teams by quay"] == [each["dominated_by"] for each in document["alternatives"] if each["dominated_by"]]


def test_any_text_survives() -> None:
    """Whatever users wrote comes back as it was, in a document of plain ASCII."""
    odd = "\x00\x1b[1m\u202e\ud800'\"\\\n🍕"
    compared = rewritten(of(samples.two_teams()), lambda text: f"{text}{odd}")
    assert written(report, compared).isascii()
    assert f"req-31{odd}" == parsed(compared)["alternatives"][0]["people"]["joined"][0]
