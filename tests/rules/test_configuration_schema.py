"""The schema of the configuration: what it lets pass is read, and what it refuses is not."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from orgmodel import api, catalogue
from orgmodel.model.configuration import ConfigurationError

SCHEMA: dict[str, Any] = json.loads(api.schema("configuration"))
OWN = '[[own]]\ncode = "U001"\nname = "shop-stands-alone"\n'


def fits(text: str) -> bool:
    """Tell whether the schema lets a configuration pass."""
    return bool(Draft7Validator(SCHEMA).is_valid(tomllib.loads(text)))


def reads(text: str, folder: Path) -> bool:
    """Tell whether orgmodel takes a configuration."""
    (folder / "orgmodel.toml").write_text(text, encoding="utf-8")
    try:
        api.settings(paths=[folder])
    except ConfigurationError:
        return False
    return True


def test_the_schema_is_one_itself() -> None:
    """What is printed is a schema of draft-07."""
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize(
    "text",
    [
        "",
        'preset = "strict"\nfail_on = "never"\nselect = ["T", "L005"]\nignore = ["team-too-small"]\n',
        '[severity]\nT001 = "error"\n[rules.team-too-large]\nmax = 8\n[rules.R001]\nplayer_coach = [3, 6]\n',
        '[rules.W008]\nmax_share = "30%"\n',
        '[[paths]]\nmatch = "acquired/**"\nignore = ["R"]\nseverity = {T001 = "info"}\n',
        '[[waivers]]\nrule = "T001"\nsubject = "team:shop"\nreason = "agreed"\nuntil = 2027-03-31\n',
        f'{OWN}must = "forbidden"\nfrom = ["shop"]\nto = ["type:platform"]\ngraph = "waits"\n',
        f'{OWN}must = "layers"\nlayers = ["shop", ["store", "till"]]\n',
        f'{OWN}must = "independent"\nparts = ["shop", "store"]\n',
        f'{OWN}must = "required"\nof = "team"\nfields = ["purpose"]\namong = ["shop"]\n',
    ],
)
def test_what_is_right_passes_both(text: str, tmp_path: Path) -> None:
    """A configuration that orgmodel reads has no mark in an editor."""
    assert (True, True) == (fits(text), reads(text, tmp_path))


@pytest.mark.parametrize(
    "text",
    [
        'preset = "amazonian"\n',
        'fail_on = "notice"\n',
        'selects = ["T"]\n',
        "baseline = 3\n",
        '[severity]\nT001 = "fatal"\n',
        "[rules.T001]\nmaximum = 8\n",
        '[rules.T001]\nmax = "eight"\n',
        "[rules.team-too-large]\nmax = -1\n",
        '[[paths]]\nignore = ["R"]\n',
        '[[waivers]]\nrule = "T001"\n',
        f'{OWN}must = "forbidden"\nfrom = ["shop"]\n',
        f'{OWN}must = "forbidden"\nfrom = ["shop"]\nto = ["till"]\nparts = ["a", "b"]\n',
        f'{OWN}must = "layers"\nlayers = ["shop"]\n',
        f'{OWN}must = "required"\nof = "squad"\nfields = ["purpose"]\n',
    ],
)
def test_what_is_wrong_passes_neither(text: str, tmp_path: Path) -> None:
    """What orgmodel refuses is marked in an editor."""
    assert (False, False) == (fits(text), reads(text, tmp_path))


def test_all_options_are_named_with_their_defaults() -> None:
    """A file that states each option of each rule as it is anyway fits the schema, by code and by name."""
    stated: dict[str, dict[str, object]] = {}
    for rule in catalogue.rules().values():
        options = {name: declared.default for name, declared in rule.options.declared().items()}
        if options:
            stated[rule.code] = stated[rule.name] = json.loads(json.dumps(options))
    assert [] == [error.message for error in Draft7Validator(SCHEMA).iter_errors({"rules": stated})]
    named = {
        key: set(schema["properties"])
        for key, schema in SCHEMA["properties"]["rules"]["properties"].items()
        if "properties" in schema
    }
    assert named == {code: set(options) for code, options in stated.items() if code in catalogue.rules()}
