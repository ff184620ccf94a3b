"""A look back at a plan: what it promised, and what is so now."""

import datetime
import json
from dataclasses import replace

import pytest

from orgmodel.model.place import Place
from orgmodel.model.review import Aimed, Promise, Review
from orgmodel.report.review import write
from orgmodel.report.width import width

PLACE = Place("plans/two-teams.yaml", 12, 5, 12, 20)
REVIEW = Review(
    plan="Tickets and boarding part",
    path="plans/two-teams.yaml",
    organisation="org",
    today=datetime.date(2027, 9, 1),
    purpose="a fare can change without anybody at the quay",
    aimed=Aimed(measure="fan_out", of="tickets", unit="teams", baseline=6, expected=2, now=4, reached=False),
    promises=(
        Promise("booking is split into boarding and tickets", "done", "", PLACE),
        Promise("gate-app goes to boarding", "not done", "booking owns it", PLACE._replace(line=14)),
        Promise("olu moves to boarding", "unknown", "nobody states where olu is"),
    ),
    remarks=("the plan has no date",),
)


def test_what_was_not_done_comes_first() -> None:
    """The answer, the counts, then what is not known and not done before what is."""
    assert """\
Tickets and boarding part — looked back at on 1 Sep 2027, in org
For: a fare can change without anybody at the quay

Did it do what it was for?  No. fan_out of tickets: 6 when it was planned, 2 promised, 4 now.
3 changes: 1 done, 1 not done, 1 not known.

not known  olu moves to boarding; now: nobody states where olu is
NOT DONE   gate-app goes to boarding; now: booking owns it (plans/two-teams.yaml:14)
done       booking is split into boarding and tickets (plans/two-teams.yaml:12)
note: the plan has no date
""" == write(REVIEW, "text")


@pytest.mark.parametrize(
    ("aimed", "expected"),
    [
        (None, "Not known: the plan states no number to tell by."),
        (
            Aimed(measure="layers", reached=True, expected=4, now=4),
            "Yes. layers: ? when it was planned, 4 promised, 4 now.",
        ),
        (
            Aimed(measure="layers", expected=4, reason="no manager is stated"),
            "Not known: no manager is stated. layers: ? when it was planned, 4 promised, ? now.",
        ),
    ],
)
def test_the_answer(aimed: Aimed | None, expected: str) -> None:
    """Reached, not reached, or not known with the reason."""
    line = write(replace(REVIEW, aimed=aimed), "text", width=200).splitlines()[3]
    assert f"Did it do what it was for?  {expected}" == line


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_no_line_is_too_long(columns: int) -> None:
    """Long names are cut, control characters are shown as a sign."""
    hostile = replace(
        REVIEW, plan="x" * 300, purpose="a\x1b[1m\nb " * 40, promises=(Promise("y" * 200, "done", "z\n" * 90),)
    )
    lines = write(hostile, "text", width=columns).splitlines()
    assert [] == [line for line in lines if width(line) > columns]
    assert "\x1b" not in "".join(lines)


def test_a_plan_without_changes() -> None:
    """Nothing promised is said."""
    assert "The plan has no changes." in write(replace(REVIEW, promises=()), "text")


def test_json_has_everything() -> None:
    """Keys, counts and places for programs, in ASCII."""
    document = write(replace(REVIEW, plan="Übergabe"), "json")
    found = json.loads(document)
    assert document.isascii()
    assert ["version", "plan", "organisation", "today", "aimed", "summary", "promises", "remarks"] == list(found)
    assert {"done": 1, "not_done": 1, "unknown": 1} == found["summary"]
    assert {"text": "gate-app goes to boarding", "state": "not done", "now": "booking owns it"} == {
        key: found["promises"][1][key] for key in ("text", "state", "now")
    }
    assert [12, None] == [each["location"] and each["location"]["line"] for each in found["promises"][::2]]
    assert (False, 4) == (found["aimed"]["reached"], found["aimed"]["now"])
