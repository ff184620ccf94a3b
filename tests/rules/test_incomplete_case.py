"""X010: a plan does not say what it is for."""

import datetime
from typing import Any

import pytest

from orgmodel.model.plan import Case, Plan, Promise, Wave
from orgmodel.rules.engine import Outcome
from tests.rules.changes import asked, counts, only, where

DAY = datetime.date(2027, 2, 1)
WHOLE: dict[str, Any] = {
    "objective": "tills can change without the shop",
    "measure": Promise(id="fan_out", team="shop", baseline=4),
    "sponsor": "ana",
    "date": DAY,
    "way_back": "merge the two teams again",
}


def judged(*waves: Wave, **case: Any) -> Outcome:
    """Ask about a plan with this case."""
    return asked("X010", plan=Plan(case=Case(**case), waves=waves))


def test_a_whole_case_is_fine() -> None:
    """All five are stated; what is expected of the measure may be left out."""
    assert (1, 0, 0) == counts(judged(**WHOLE))


@pytest.mark.parametrize("part", WHOLE)
def test_each_part_is_missed(part: str) -> None:
    """One that is missing is the finding."""
    found = only(judged(**{**WHOLE, part: None}))
    word = part.replace("_", " ")
    assert f"bold does not state its {word}" == found.message
    assert f"write the {word} into the plan before it is shown" == found.help
    assert ("warning", "plan:bold", "plan/") == (found.severity, found.subject.key, where(found))
    assert {"missing": [word]} == found.evidence


def test_an_empty_case_is_one_finding() -> None:
    """All that is missing is told at once."""
    found = only(judged())
    assert "bold does not state its objective, measure, date, sponsor and way back" == found.message
    assert "write the missing parts into the plan before it is shown" == found.help


def test_a_measure_needs_its_number_of_today() -> None:
    """Without it nobody can say afterwards whether it has become better; nought is a number."""
    found = only(judged(**{**WHOLE, "measure": Promise(id="fan_out", expected=3)}))
    assert "bold does not state its baseline of the measure" == found.message
    assert (1, 0, 0) == counts(judged(**{**WHOLE, "measure": Promise(id="fan_out", baseline=0)}))


def test_dates_of_all_waves_are_a_date() -> None:
    """Where one wave has none it is not known when the plan ends."""
    undated = {**WHOLE, "date": None}
    assert (1, 0, 0) == counts(judged(Wave(date=DAY), Wave(date=DAY), **undated))
    assert (1, 1, 0) == counts(judged(Wave(date=DAY), Wave(), **undated))


def test_what_is_no_plan_has_no_case() -> None:
    """Two organisations are compared without one."""
    assert (0, 0, 0) == counts(asked("X010"))
