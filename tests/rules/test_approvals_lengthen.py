"""X009: a decision needs more approvals, or more time."""

from typing import Any

import pytest

from orgmodel.model.comparison import DecisionChange, Work
from orgmodel.rules.engine import Outcome
from tests.rules.changes import asked, counts, only, where

Days = tuple[float | None, float | None]


def judged(approvals: tuple[int, int], days: Days, **parts: Any) -> Outcome:
    """Ask about one decision."""
    given: dict[str, Any] = {
        "kind": "decision",
        "mandated": (0, 0),
        "asked_no_more": (),
        "asked_now": (),
        "decider": ("shop", "shop"),
    }
    change = DecisionChange(id="price-change", approvals=approvals, days=days, **(given | parts))
    return asked("X009", work=Work(decisions=(change,)))


def test_more_approvals_and_days_are_found() -> None:
    """Both numbers are told with those of today, and who is asked now."""
    found = only(judged((1, 2), (2.0, 4.5), asked_now=("security",)))
    message = "price-change needs 2 approvals instead of 1 and 4.5 days instead of 2: security is asked now"
    assert message == found.message
    assert "tell security or ask for advice, instead of waiting for a yes" == found.help
    assert ("warning", "decision:price-change") == (found.severity, found.subject.key)
    assert "decisions/price-change/steps" == where(found)
    expected = {"approvals": [1, 2], "mandated": [0, 0], "days": [2.0, 4.5], "asked_now": ["security"]}
    assert {**expected, "asked_no_more": []} == found.evidence


@pytest.mark.parametrize("days", [(5.0, 5.0), (5.0, 3.0), (None, None), (5.0, None), (None, 5.0)])
def test_one_more_approval_is_enough(days: Days) -> None:
    """Whatever is known of the days."""
    assert "price-change needs 1 approval instead of 0" == only(judged((0, 1), days)).message


def test_more_days_are_enough() -> None:
    """With as many approvals, and even with fewer."""
    assert "price-change needs 3 days instead of 2" == only(judged((1, 1), (2.0, 3.0))).message
    assert "price-change needs 1 day instead of 0.5" == only(judged((2, 1), (0.5, 1.0))).message


def test_without_anybody_new_there_are_rules_to_write() -> None:
    """Where nobody is asked who was not before the remedy is another."""
    expected = "turn what is approved in price-change into rules that its owner can check alone"
    assert expected == only(judged((1, 1), (2.0, 3.0))).help


def test_two_who_are_new_are_both_named() -> None:
    """Two are asked."""
    assert "2: legal and security are asked now" in only(
        judged((2, 4), (None, None), asked_now=("legal", "security"))
    ).message.replace("instead of 2", "2")


def test_initiatives_with_steps_of_their_own_are_asked() -> None:
    """The finding is about the initiative then."""
    assert "initiative:price-change" == only(judged((0, 1), (None, None), kind="initiative")).subject.key


@pytest.mark.parametrize("days", [(5.0, 5.0), (5.0, 1.0), (5.0, None), (None, None)])
def test_no_more_than_before_is_fine(days: Days) -> None:
    """Fewer who are asked, or the same, need no more time even where it is not stated."""
    assert (1, 0, 0) == counts(judged((3, 2), days, asked_no_more=("identity",)))


@pytest.mark.parametrize(("days", "new"), [((None, 5.0), ()), ((5.0, None), ("legal",)), ((None, None), ("legal",))])
def test_time_that_is_not_stated_is_unknown(days: Days, new: tuple[str, ...]) -> None:
    """Somebody is asked instead of somebody else, or the days are stated for the first time."""
    outcome = judged((1, 1), days, asked_now=new)
    assert (0, 0, 1) == counts(outcome)
    assert (("days of steps", 1),) == outcome.coverage.missing
