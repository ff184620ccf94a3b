"""Ids keep their characters, and those that could deceive are refused."""

from pathlib import Path

import pytest

from orgmodel import api
from tests.load.support import audited, marked, only, where, written


@pytest.mark.parametrize(
    "id",
    [
        "x" * 200,
        "Ada Lovelace",
        "#search",
        "org/repo",
        "🚀",
        "👩‍💻 team",
        "محرك البحث",
        "חיפוש",
        "検索",
        "NO",
        "012",
        "1.10",
        "2024-13-05",
        "true",
        "12:30",
        "a: b",
        "-",
        "'quoted'",
        "null",
        "~",
        "*",
        "[x]",
    ],
)
def test_ids_keep_their_characters(id: str, here: Path) -> None:
    """Any 1 to 200 printable characters are an id, and a reference to it resolves."""
    quoted = "'" + id.replace("'", "''") + "'"
    written({"org.yaml": f"people:\n  {quoted}: {{}}\nteams:\n  {quoted}: {{lead: {quoted}}}\n"}, here)
    org, findings = api.load(here)
    assert ([id], [id], ()) == (list(org.people), list(org.teams), findings)


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("x" * 201, "an id of 201 characters is too long"),
        ("", "an id of 0 characters is too short"),
        ("a\\tb", "an id with a control character"),
        ("a\\nb", "an id with a control character"),
        ("a\\u202eb", "an id with a control character"),
    ],
)
def test_ids_that_are_none(id: str, message: str, here: Path) -> None:
    """Ids that are too long or empty, or that could deceive a screen, are refused where they stand."""
    audit = audited(f'teams:\n  ok: {{headcount: 6}}\n  "{id}": {{headcount: 6}}\n', here)
    finding = only(audit)
    assert ("F006", "3:3", message) == (finding.code, where(finding), finding.message.rpartition(": ")[2])
    assert f'"{id}"' == marked(audit, finding)
    assert 1 == audit.census.teams


def test_ids_that_differ_in_case_are_two(here: Path) -> None:
    """Ids are exact: `Search` and `search` are two teams, and each reference means its own."""
    written({"org.yaml": "teams: {search: {}, Search: {parent: search}, SEARCH: {parent: Search}}"}, here)
    org, findings = api.load(here)
    assert (3, "Search", ()) == (len(org.teams), org.teams["SEARCH"].parent, findings)
