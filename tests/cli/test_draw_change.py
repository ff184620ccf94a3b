"""`orgmodel draw change`: two organisations, an organisation and a plan, or one and `--with`."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Done, Run

BASE = """\
organisation: {name: Sample}
people:
  ana: {manager: nobody}
  bo: {manager: ana}
  cy: {manager: ana}
teams:
  shop: {lead: ana, members: [ana, bo, cy]}
  care: {members: []}
"""
TO_CARE = "plan: {name: Bo to care}\nchanges:\n  - move_person: {person: bo, from: shop, to: care}\n"
TO_DESK = "plan: {name: Shorter}\nchanges:\n  - create_team: {team: desk, members: [cy]}\n"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with an organisation and two plans."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("org.yaml", BASE), ("care.yaml", TO_CARE), ("desk.yaml", TO_DESK)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def told(done: Done) -> dict[str, Any]:
    """Return what a picture says as JSON."""
    assert (0, "") == (done.code, done.err)
    document: dict[str, Any] = json.loads(done.out)
    return document


def looks(document: dict[str, Any]) -> dict[str, str]:
    """Return how each team is painted."""
    return {node["label"]: node["look"] for node in document["nodes"]}


def test_a_plan_can_be_given_either_way(files: Path, run: Run) -> None:
    """With one organisation, `--with PLAN` is the change."""
    two = run("draw", "change", "org.yaml", "care.yaml", "-f", "json")
    assert two == run("draw", "change", "org.yaml", "--with", "care.yaml", "-f", "json")
    assert "What does ‘Bo to care’ change?" == told(two)["title"]
    assert {"care": "resized", "shop": "resized"} == looks(told(two))


def test_of_several_plans_the_last_is_the_change(files: Path, run: Run) -> None:
    """The others are applied first, as they are where two paths are given."""
    words = ("--with", "care.yaml", "--with", "desk.yaml", "-f", "json")
    found = told(run("draw", "change", "org.yaml", *words))
    assert "What does ‘Shorter’ change?" == found["title"]
    assert {"care": "muted", "desk": "added", "shop": "resized"} == looks(found)
    assert found == told(run("draw", "change", "org.yaml", "desk.yaml", "--with", "care.yaml", "-f", "json"))


def test_one_organisation_alone_is_no_change(files: Path, run: Run) -> None:
    """The message says what is missing, and both ways to say it."""
    done = run("draw", "change", "org.yaml")
    assert (2, "") == done[:2]
    assert "another one or a plan, or one and --with PLAN" in done.err
