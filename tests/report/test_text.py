"""The text report: headline, excerpt, what to do, and the summary at the end."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.model.audit import Audit, Census
from orgmodel.model.finding import Coverage
from orgmodel.model.place import Place
from orgmodel.report.text import report
from orgmodel.report.width import width
from tests.report.samples import Texts, a_screenful, audit, finding, of_everything, shared_leader, written


def ending(audit: Audit, **style: Any) -> list[str]:
    """Return the lines below the findings."""
    return written(report, audit, **style).rpartition("\n\n")[2].splitlines()


@pytest.mark.parametrize("width", [100, 72])
def test_looks_as_it_should(width: int, agrees_with: Callable[[str, str], None]) -> None:
    """Excerpts of two files, a note without a place, covering, unknowns and the table."""
    agrees_with(f"text-{width}.txt", written(report, shared_leader(), width=width, statistics=True))


def test_colours_are_of_one_meaning(agrees_with: Callable[[str, str], None]) -> None:
    """Severity, message, frame and other places have each their colour."""
    agrees_with("text-colour.txt", written(report, shared_leader(), colour=True))


@pytest.mark.parametrize("sample", [shared_leader(), a_screenful(), of_everything(60)])
@given(columns=st.integers(60, 140))
def test_no_line_is_too_long(sample: Audit, columns: int) -> None:
    """Every line fits, wherever the terminal ends."""
    assert [] == [line for line in written(report, sample, width=columns).splitlines() if width(line) > columns]


def test_a_word_that_cannot_be_broken_stands_over() -> None:
    """An id of 200 characters is shown whole, for it may be searched for."""
    long = "x" * 200
    lines = written(report, audit([finding("T001", f"team:{long}", f"{long} has 12 people")]), width=60).splitlines()
    assert f"warning[T001] {long}" == lines[0]
    assert f"{' ' * 14}has 12 people" == lines[1]


def test_the_gravest_are_shown_where_not_all_are_wanted() -> None:
    """With `max_findings` errors are kept before warnings, in the order of places, and the rest is counted."""
    document = written(report, a_screenful(), max_findings=3)
    assert ["warning[T001]", "error[L005]", "error[F008]"] == re.findall(r"^\w+\[\w+\]", document, flags=re.MULTILINE)
    assert "\n7 more findings not shown, none graver than these\n\n2 errors, 7 warnings, 1 note" in document


def test_none_at_all_can_be_wanted() -> None:
    """With `max_findings` 0 the summary is left."""
    assert written(report, a_screenful(), max_findings=0).startswith("10 more findings not shown")


def test_what_was_found_is_counted() -> None:
    """The last lines count findings, files and entities, and leave out kinds that there are none of."""
    census = Census(files=12, passed_over=1, people=1240, heads=1240, teams=96)
    errors = [finding("L001", f"initiative:{n}", "x", severity="error") for n in range(3)]
    told = ending(audit(errors, census=census))
    assert ["3 errors in 12 files (1,240 people, 96 teams); 1 other file passed over"] == told


def test_covered_findings_are_not_counted() -> None:
    """A finding whose cause another states is neither shown nor counted, but named there."""
    whole = finding("L005", "initiative:a", "a is nobody's whole job", severity="error")
    part = finding("L002", "initiative:a", "two people lead a", severity="error", covered_by=whole.fingerprint)
    document = written(report, audit([part, whole]))
    assert "two people" not in document
    assert "   = covers: L002\n" in document
    assert "\n1 error in 3 files" in document


def test_a_sound_organisation_is_said_to_be_one() -> None:
    """Where there is nothing to say, one line says it."""
    census = Census(files=1, people=3, heads=9, teams=2)
    assert "nothing found in 1 file (9 people, 3 of them by name, 2 teams)\n" == written(report, audit(census=census))


def test_people_without_names_are_said_to_have_none() -> None:
    """Headcounts alone are no people by name."""
    assert ["nothing found (9 people, none of them by name, 1 team)"] == ending(audit(census=Census(heads=9, teams=1)))
    assert ["nothing found (people not stated, 1 team)"] == ending(audit(census=Census(teams=1)))


def test_what_is_missing_is_said_by_importance() -> None:
    """Rules that could not be checked come by weight and share, and what to state once for all rules that want it."""
    coverage = [
        Coverage("R002", 0, 0, 9, (("managers of people", 9),)),
        Coverage("R003", 0, 0, 8, (("managers of people", 8),)),
        Coverage("T001", 55, 0, 41, (("members or headcount of teams", 41),)),
        Coverage("L001", 1, 0, 3, (("leaders of initiatives", 3),)),
        Coverage("F008", 5, 0, 7, (("files that could not be read", 7),)),
    ]
    text = " ".join(line.strip() for line in ending(audit(coverage=coverage))[1:])
    assert (
        "unknown: L001 could not be checked for 3 of 4 (not stated: leaders of initiatives) · "
        "R002 could not be checked for 9 of 9 (not stated: managers of people) · "
        "R003 could not be checked for 8 of 8 (not stated: managers of people) · and 2 more rules "
        "to know more: state leaders of initiatives (3), managers of people (9), members or headcount of teams (41); "
        "mend files that could not be read (7)"
    ) == text


def test_what_users_wrote_does_nothing_to_the_terminal() -> None:
    """Escape sequences and turns of direction in names, paths and sources are shown as signs."""
    evil = "a\x1b[2J\u202eb"
    files = Texts({evil: f"  {evil}: 1"})
    found = finding("T001", f"team:{evil}", evil, place=Place(evil, 1, 3, 1, 9), label=evil, note=(evil,), help=evil)
    document = written(report, replace(audit([found]), places=files))
    assert not {"\x1b", "\u202e"} & set(document)
    assert " 1 |   a�[2J�b: 1\n   |   ^^^^^^ a�[2J�b\n" in document


def test_finding_without_numbers_or_help_has_no_empty_lines() -> None:
    """Nothing is written for what a finding does not have."""
    bare = finding("F011", "file:a.yaml", "a.yaml cannot be read", help="", severity="error")
    assert "error[F011] a.yaml cannot be read\n   = see: orgmodel explain F011\n\n" in written(report, audit([bare]))


def test_the_table_tells_found_covered_checked_and_unknown() -> None:
    """The statistics have a row for each rule with something to say, most findings first, and count the others."""
    whole = finding("L005", "initiative:a", "a")
    part = finding("L002", "initiative:a", "b", covered_by=whole.fingerprint)
    coverage = [Coverage("L005", 9, 1, 0), Coverage("L002", 9, 1, 2), Coverage("T001", 5, 0, 0)]
    document = written(report, audit([part, whole], coverage=coverage), statistics=True)
    assert [
        "    found  covered  checked  unknown   rule",
        "        1        0        9        0   L005 rule-l005",
        "        0        1        9        2   L002 rule-l002",
        "1 other rule found nothing, and nothing was missing",
    ] == document.splitlines()[-4:]
