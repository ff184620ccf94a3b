"""Plain texts that other YAML tools read as something else are pointed out, and kept as they are written."""

from pathlib import Path

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from orgmodel import api
from orgmodel.load.doubtful import read_by_others
from orgmodel.model.finding import Finding
from tests.load.support import audited, only, where, written


def pointed_out(text: str, here: Path) -> list[Finding]:
    """Return the findings of F009 about a text, and no others: most of these ids mean nothing."""
    return [finding for finding in audited(text, here).findings if finding.code == "F009"]


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("NO", "true or false"),
        ("on", "true or false"),
        ("True", "true or false"),
        ("012", "another number"),
        ("1.10", "another number"),
        ("10.", "another number"),
        (".5", "another number"),
        ("+49", "another number"),
        ("1_000", "another number"),
        ("0x1F", "another number"),
        ("1e3", "another number"),
        (".inf", "no number"),
        ("12:30", "minutes or seconds"),
        ("2024-01-02", "a date"),
        ("2024-1-2T10:00:00Z", "a date"),
        ("null", "nothing"),
    ],
)
def test_what_other_tools_read(text: str, read_as: str, here: Path) -> None:
    """The finding stands at the text, says what others read, and the text is kept."""
    finding = only(audited(f"teams:\n  a: {{name: {text}}}\n", here))
    assert ("F009", "info", "2:13") == (finding.code, finding.severity, where(finding))
    assert f"a: `{text}` is a text here, and {read_as} to other tools" == finding.message
    assert f'write it in quotation marks: "{text}"' == finding.help
    assert {"text": text} == finding.evidence
    assert text == api.load(here / "org.yaml")[0].teams["a"].name


@pytest.mark.parametrize(
    "text",
    ["'NO'", '"1.10"', "Norway", "noon", "12", "-5", "0", "1.5", "v1.10", "1.2.3", "a-12:30", "-", "99.95 %", "x"],
)
def test_what_is_quoted_or_comes_out_as_written_is_fine(text: str, here: Path) -> None:
    """With 12 and 1.5 nothing is lost, whoever reads them."""
    assert () == audited(f"teams:\n  a: {{name: {text}}}\n", here).findings


def test_ids_and_references_are_texts(here: Path) -> None:
    """Each is pointed out where it stands; an id keeps its characters and is no longer marked."""
    text = "people:\n  NO: {}\nteams:\n  a: {lead: NO, members: [{person: NO}], needs_skills: [on, x]}\n"
    places = ["2:3", "4:13", "4:36", "4:57"]
    assert places == [where(finding) for finding in pointed_out(text, here)]
    org, _ = api.load(here / "org.yaml")
    assert [str, str] == [type(id) for id in (*org.people, *org.teams)]


@pytest.mark.parametrize(
    "text",
    [
        "organisation: {as_of: 2026-01-02}",
        "people: {a: {since: 2026-01-02, capacity: 0.50}}",
        "people: {a: {}}\nteams: {t: {headcount: 012, external: yes, lead: [a]}}",
        "teams: {a: {x-code: 012, x-list: [{on: NO}]}}",
        "teams: {a: {name: null null, lead: null, parent: null, members: null}}",
        "initiatives: {a: {leader: null}}",
    ],
)
def test_fields_of_other_kinds_and_fields_of_ones_own_are_not_looked_at(text: str, here: Path) -> None:
    """A date is meant where a field wants a date."""
    assert [] == pointed_out(text, here)


def test_lists_shorthands_dependencies_and_the_organisation_are_looked_at(here: Path) -> None:
    """Wherever a text is kept."""
    text = """\
organisation: {name: 1.10}
teams: {a: {api: {versioning: 2.10}, needs_skills: [null]}}
initiatives: {i: {contributors: [NO], leader: off}}
dependencies: [{from: a, to: a, why: 12:30}]
"""
    assert ["1:22", "2:31", "2:53", "3:34", "3:47", "4:38"] == [where(finding) for finding in pointed_out(text, here)]


def test_own_fields_carry_no_marks(here: Path) -> None:
    """Values of `x-` fields are handed on as plain texts."""
    written({"org.yaml": "teams: {a: {x-code: 012, x-list: [NO]}}\n"}, here)
    own = api.load(here / "org.yaml")[0].teams["a"].x or {}
    assert [str, str] == [type(own["x-code"]), type(own["x-list"][0])]


@example("0_.")
@example("-0")
@example("1_0:30")
@given(st.from_regex(r"[-+.0-9_eExob:TNOYnoyesfrul]{1,8}", fullmatch=True))
@settings(max_examples=60, deadline=None)
def test_whatever_pyyaml_changes_is_pointed_out(text: str) -> None:
    """A text that PyYAML reads as something that no longer looks as written is one that this says is doubtful."""
    assume(text not in ("---", "..."))  # these are no values, but marks of documents
    try:
        value = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return
    if not isinstance(value, str | dict | list) and str(value) != text:
        assert read_by_others(text) is not None
