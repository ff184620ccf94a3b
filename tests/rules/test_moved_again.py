"""X012: somebody is moved again soon after the last time."""

import datetime

import pytest

from orgmodel.model.comparison import Moved, MovedAgain, People
from orgmodel.model.plan import Case, Plan, Wave
from orgmodel.rules.engine import Outcome
from tests.rules.changes import asked, counts, only, where

BO = Moved("bo", ("shop",), ("tills",))


def moved(since: str, *set: str, plan: Plan | None = None, kind: str = "person", history: str | None = "a") -> Outcome:
    """Ask about somebody who moves now, and moved before on a day; today is 1 February 2027."""
    again = MovedAgain(kind, "bo", datetime.date.fromisoformat(since), "since")
    people = People(stayers=5, changed_team=(BO,), moved_again=(again,), history=history)
    return asked("X012", set, people=people, plan=plan)


def test_a_second_move_within_a_year_is_found() -> None:
    """It says when the last one was, how long before, and how that is known."""
    found = only(moved("2026-11-01"))
    assert "bo is moved again: the last time was 2026-11-01, only 3 months before (known from `since`)" == found.message
    assert "leave bo where they are, and move somebody else or the work" == found.help
    assert ("warning", "person:bo", "people/bo") == (found.severity, found.subject.key, where(found))
    expected = {"since": "2026-11-01", "day": "2027-02-01", "months": 3, "limit": 12, "source": "since"}
    assert expected == found.evidence


def test_a_move_that_a_history_knows_is_found() -> None:
    """Then it is known from there."""
    again = MovedAgain("person", "bo", datetime.date(2026, 11, 1), "history")
    found = only(asked("X012", people=People(stayers=5, changed_team=(BO,), moved_again=(again,), history="a year")))
    assert found.message.endswith("only 3 months before (known from history)")


@pytest.mark.parametrize(
    ("since", "ago"),
    [
        ("2026-02-02", "only 11 months before"),
        ("2026-12-31", "only 1 month before"),
        ("2027-01-02", "less than a month before"),
        ("2027-03-01", "less than a month before"),
    ],
)
def test_only_whole_months_count(since: str, ago: str) -> None:
    """A month is over on the same day of the next."""
    assert ago in only(moved(since)).message


def test_after_a_year_it_is_fine() -> None:
    """On the day itself the year is over."""
    assert (1, 0, 0) == counts(moved("2026-02-01"))


def test_months_are_an_option() -> None:
    """A shorter time allows more."""
    assert (1, 0, 0) == counts(moved("2026-11-01", "rules.X012.months=3"))
    assert 4 == only(moved("2026-11-01", "rules.X012.months=4")).evidence["limit"]


@pytest.mark.parametrize(
    "plan",
    [
        Plan(case=Case(date=datetime.date(2027, 12, 1))),
        Plan(waves=(Wave(), Wave(date=datetime.date(2027, 12, 1)))),
    ],
)
def test_it_counts_until_the_day_of_the_plan(plan: Plan) -> None:
    """A plan for December comes a year after November; one without a day happens today."""
    assert (1, 0, 0) == counts(moved("2026-11-01", plan=plan))
    assert (1, 1, 0) == counts(moved("2026-11-01", plan=Plan()))


def test_teams_are_moved_again_as_well() -> None:
    """A team is shown where it is described, and its people have answers of their own."""
    outcome = moved("2026-11-01", kind="team")
    found = only(outcome)
    assert ("team:bo", "leave bo where it is") == (found.subject.key, found.help)
    assert (2, 1, 0) == counts(outcome)


def test_without_history_it_cannot_be_told() -> None:
    """Who moves may have moved before; that is one answer, for all of them."""
    outcome = asked("X012", people=People(stayers=5, changed_team=(BO, Moved("cy", ("a",), ("b",)))))
    assert (0, 0, 1) == counts(outcome)
    assert (("earlier moves of people", 1),) == outcome.coverage.missing


def test_what_is_known_without_history_is_said() -> None:
    """One whose last move is known is found, and nothing is unknown if nobody else moves."""
    assert (1, 1, 0) == counts(moved("2026-11-01", history=None))


def test_where_nobody_moves_nobody_moves_again() -> None:
    """Nothing is in question."""
    assert (0, 0, 0) == counts(asked("X012", people=People(stayers=5)))
