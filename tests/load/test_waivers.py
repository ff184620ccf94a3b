"""Waivers in comments: what is one, which line it speaks of, and what cannot be read."""

import datetime
from textwrap import dedent

import pytest

from orgmodel.load.waivers import Comment, waivers_in


def found(text: str) -> list[Comment]:
    """Return the waivers of a file."""
    return list(waivers_in({"org.yaml": dedent(text)}))


def test_everything_that_a_waiver_says() -> None:
    """Rules by code or name, the last day, the reason, and the place of the comment."""
    (waiver,) = found("teams:\n  a: # orgmodel: waive T001, no-dedicated-team until 2027-03-31 because it splits\n")
    assert (("T001", "no-dedicated-team"), datetime.date(2027, 3, 31), "it splits", "") == (
        waiver.rules,
        waiver.until,
        waiver.reason,
        waiver.wrong,
    )
    assert (2, 6, 2) == (waiver.place.line, waiver.place.column, waiver.line)


def test_the_day_and_the_reason_may_be_left_out() -> None:
    """A waiver may hold for ever, and say nothing."""
    assert [(None, None), (None, "so")] == [
        (each.until, each.reason)
        for each in found("a: 1 # orgmodel: waive T001\nb: 2 #orgmodel:waive T002 because so\n")
    ]


def test_alone_on_its_line_it_speaks_of_the_next_that_says_something() -> None:
    """Blank lines and other comments between do not count."""
    assert [4] == [each.line for each in found("# orgmodel: waive T001\n\n# more\na: 1\n")]


@pytest.mark.parametrize(
    "text",
    [
        'a: "x # orgmodel: waive T001"\n',
        "a: |\n  x # orgmodel: waive T001\n  # orgmodel: waive T001\n",
        "a: x# orgmodel: waive T001\n",
        "a: >-\n  # orgmodel: waive T001\nb: 1\n",
    ],
)
def test_texts_are_no_comments(text: str) -> None:
    """What looks like a comment inside a value is part of the value."""
    assert [] == found(text)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("waive", "‘orgmodel: waive’ is no waiver"),
        ("ignore T001", "‘orgmodel: ignore T001’ is no waiver"),
        ("waive T001 because", "‘orgmodel: waive T001 because’ is no waiver"),
        ("waive T001 until 2027-02-30 because x", "`until 2027-02-30` is no day of the calendar"),
        ("waive T001 until spring", "`until spring` is no day of the calendar"),
        ("waive T001 until 20270331", "`until 20270331` is no day of the calendar"),
    ],
)
def test_what_cannot_be_read_is_said(said: str, wrong: str) -> None:
    """A waiver that is not understood says what is wrong with it."""
    assert [wrong] == [each.wrong for each in found(f"a: 1 # orgmodel: {said}\n")]


def test_a_file_that_is_no_yaml_may_have_waivers() -> None:
    """A broken file keeps the waivers that stand in it."""
    assert 1 == len(found("a: [ # orgmodel: waive T001\n"))
