"""A history as a table, as JSON and as CSV."""

import csv
import dataclasses
import datetime
import io
import json
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from orgmodel import __version__
from orgmodel.model.history import EVERY, History, Row, Step, Told, Versions
from orgmodel.report.history import write
from orgmodel.report.width import width

SCHEMA = json.loads(files("orgmodel.report").joinpath("history.schema.json").read_text(encoding="utf-8"))
FIRST = Row(
    date=datetime.date(2026, 1, 12),
    commit="1" * 40,
    short="1111111",
    subject="Describe the organisation",
    broken_files=0,
    people=38,
    heads=233,
    teams=26,
    errors=4,
    warnings=16,
    notes=5,
    mean_span=4.86,
    layers=6,
    waiting_pairs=31,
    largest_cycle=6,
    stl_coverage=0.5,
    two_pizza_share=0.9,
)


def later(row: Row, month: int, **changes: Any) -> Row:
    """Return another version of a row."""
    return dataclasses.replace(
        row, date=datetime.date(2026, month, 1), commit=str(month) * 40, short=str(month) * 7, **changes
    )


def a_year() -> History:
    """Return a history in which things get better and worse, a file breaks, and the folder is gone for a time."""
    told = Told("L005", "initiative:same-day", "0123456789abcdef")
    hired = Step(joined=("eve", "fay"), changed_team=("bo",), teams_created=("wallets",), new_findings=(told, told))
    second = later(FIRST, 2, subject="Hire, and make wallets", step=hired, people=40, heads=235, teams=27, errors=6)
    broken = later(FIRST, 3, subject="Reorder", broken_files=1, people=12, heads=12, teams=None, errors=1, notes=0)
    gone = Row(date=datetime.date(2026, 4, 1), commit="4" * 40, short="4444444", subject="Take it away")
    mended = later(second, 5, subject="Bring it back, as it was before", step=Step(fixed_findings=(told,)), warnings=15)
    now = dataclasses.replace(
        mended, date=datetime.date(2026, 5, 9), commit=None, short=None, subject="", waiting_pairs=44, stl_coverage=0.4
    )
    return History(path="orgs/halden", is_changed=True, rows=(FIRST, second, broken, gone, mended, now))


def table(history: History, room: int = 120) -> str:
    """Return the table."""
    return write(history, "table", width=room)


def parsed(history: History) -> Any:
    """Return the JSON, after looking whether the schema allows it."""
    text = write(history, "json", width=100)
    document = json.loads(text, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))
    Draft7Validator(SCHEMA).validate(document)
    assert text.isascii()
    return document


# --- table


@pytest.mark.parametrize("room", [100, 120, 140])
def test_looks_as_it_should(agrees_with: Callable[[str, str], None], room: int) -> None:
    """The numbers that change stand in columns, what stays is told below, and the words say what changed most."""
    agrees_with(f"history-{room}.txt", table(a_year(), room))


@pytest.mark.parametrize("room", range(100, 141, 8))
def test_the_table_fits(room: int) -> None:
    """No line is wider than the room; what there was no room for is named."""
    lines = table(a_year(), room).splitlines()
    assert max(map(width, lines)) <= room
    assert (room < 130) == any(line.startswith("left out") for line in lines)


def test_what_is_not_known_is_a_dash() -> None:
    """A version without anything has dashes alone, and so has the first one where it says what is new."""
    rows = table(a_year(), 140).splitlines()[4:10]
    gone = rows[3].replace("2026-04-01 4444444", "").replace("Take it away", "")
    assert {"–"} == set(gone.split())
    assert 5 == rows[0].count("–")


def test_words_tell_the_ends_apart() -> None:
    """What is better and worse is told between the first and the last whole version, what changed most first."""
    said = table(a_year())
    worse = "errors 4 → 6; pairs that wait 31 → 44; initiatives with a single-threaded leader 50 % → 40 %"
    assert f"worse     {worse}\n" in said
    assert "better    warnings 16 → 15\n" in said
    assert "changed   people by name 38 → 40; teams 26 → 27; people 233 → 235\n" in said
    assert "in 1 version files cannot be read: numbers count the rest; in 1 version nothing can be read" in said


def test_what_happened_between_is_summed() -> None:
    """Steps are added up, and it is said for how many versions they are not known."""
    wanted = "2 joined, 1 changed team, 1 team created, 2 findings new, 2 findings fixed (not known for 2 versions)"
    assert f"between   {wanted}\n" in table(a_year())


def test_files_that_are_always_broken() -> None:
    """A file that no version can read does not keep the ends from being compared."""
    rows = tuple(
        dataclasses.replace(row, broken_files=2) for row in (FIRST, later(FIRST, 2), later(FIRST, 3, errors=9))
    )
    said = table(History(path=".", rows=rows))
    assert "worse     errors 4 → 9\n" in said
    assert "2 files in every version cannot be read: numbers count the rest" in said
    assert "broken" not in said


def test_nothing_changed() -> None:
    """Where no number changed, the rows have none, and that is said."""
    rows = (FIRST, *(later(FIRST, month, step=Step()) for month in (2, 3)))
    said = table(History(path=".", rows=rows))
    assert "date       commit    subject" == said.splitlines()[2]
    assert "changed   nothing that is counted here, from the first version to the last" in said
    assert "same      people 233; people by name 38; teams 26; errors 4;" in said


def test_what_happens_each_time_is_shown() -> None:
    """Somebody joins with every version: the number is the same in all rows, and still stands in each."""
    rows = (FIRST, *(later(FIRST, month, step=Step(joined=(f"p{month}",))) for month in (2, 3, 4)))
    assert ["–", "1", "1", "1"] == [line.split()[2] for line in table(History(path=".", rows=rows)).splitlines()[4:8]]


def test_one_version_and_none() -> None:
    """One version has all its numbers and no comparison; no version is a line."""
    one = table(History(path="a", rows=(FIRST,)))
    assert one.startswith("a: 1 version, 12 Jan 2026\n")
    assert "233" in one.splitlines()[4]
    assert "→" not in one
    none = History(path="a", versions=Versions(since=datetime.date(2027, 1, 1), every="month"))
    assert "a: no version since 1 Jan 2027, the last of each month\n" == table(none)


def test_subjects_are_of_commits_alone() -> None:
    """The last commit of a month does not tell what happened in it, so its subject is not shown."""
    said = table(dataclasses.replace(a_year(), versions=Versions(every="month")))
    assert "subject" not in said
    assert "Reorder" not in said
    assert "6 versions, the last of each month" in said


@given(st.text(), st.text())
def test_no_text_breaks_a_line(path: str, subject: str) -> None:
    """Whatever stands in a message or a path, each version has one line, without anything a terminal acts on."""
    rows = (dataclasses.replace(FIRST, subject=subject), later(FIRST, 2, errors=5))
    said = table(History(path=path, rows=rows))
    assert "\x1b" not in said
    assert 1 == sum(line.startswith("2026-01-12") for line in said.split("\n"))
    assert 1 == sum(line.startswith("2026-02-01") for line in said.split("\n"))


# --- JSON and CSV


def test_the_schema_is_one() -> None:
    """The schema itself is valid, and closed: a key that it does not name is an error."""
    Draft7Validator.check_schema(SCHEMA)
    document = parsed(a_year())
    document["rows"][0]["subject"] = "x"
    assert ["Additional properties are not allowed ('subject' was unexpected)"] == [
        error.message for error in Draft7Validator(SCHEMA).iter_errors(document)
    ]


@pytest.mark.parametrize("history", [a_year(), History(path="x"), History(path="\ud800\x1b", rows=(FIRST,))])
def test_every_history_is_of_that_shape(history: History) -> None:
    """Nothing, one version and many keep to the schema."""
    document = parsed(history)
    assert len(history.rows) == len(document["rows"])
    assert {"name": "orgmodel", "version": __version__} == document["tool"]


@pytest.mark.parametrize("every", EVERY)
def test_what_was_asked_for_is_told(every: Any) -> None:
    """The document says which versions it has, and from which day rules counted."""
    day = datetime.date(2026, 11, 22)
    document = parsed(History(path="x", versions=Versions(day, every, 3), today=day, is_shallow=True))
    assert (every, "2026-11-22", 3, "2026-11-22") == tuple(document[key] for key in ("every", "since", "last", "today"))
    assert (True, False) == (document["shallow"], document["uncommitted"])


def test_names_are_behind_the_numbers() -> None:
    """JSON names who and what changed; unknown is null, and not an empty list."""
    first, second, broken, gone, mended, now = parsed(a_year())["rows"]
    assert (["eve", "fay"], [], ["bo"], ["wallets"]) == tuple(
        second[key] for key in ("joined", "left", "changed_team", "teams_created")
    )
    assert {"code": "L005", "subject": "initiative:same-day", "fingerprint": "0123456789abcdef"} == second[
        "new_findings"
    ][0]
    steps = [field.name for field in dataclasses.fields(Step)]
    for row in (first, broken, gone):
        assert {None} == {row[key] for key in steps}
    assert {None} == {value for key, value in gone.items() if key not in ("date", "commit")}
    assert ("now", 44, 0.4) == (now["commit"], now["waiting_pairs"], now["stl_coverage"])
    assert list(first) == list(mended)


def test_csv_has_the_same_numbers() -> None:
    """Every number of the JSON stands in the column of the same name, counted where it is a list; unknown is empty."""
    rows = list(csv.DictReader(io.StringIO(write(a_year(), "csv", width=100))))
    for row, wanted in zip(rows, parsed(a_year())["rows"], strict=True):
        assert set(wanted) == set(row)
        for key, value in wanted.items():
            number = len(value) if isinstance(value, list) else value
            assert ("" if number is None else str(number)) == row[key] or float(number) == float(row[key])
