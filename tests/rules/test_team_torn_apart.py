"""X006: a team goes on under its name with few of its people."""

import pytest

from orgmodel.model.comparison import Cohesion, Merged, Split, Teams
from tests.rules.changes import asked, counts, only, where

TORN = Cohesion("shop", kept=1, before=3, after=3)


def test_one_of_three_is_not_the_same_team() -> None:
    """It says who stays, who is new and what is left in common."""
    found = only(asked("X006", teams=Teams(cohesion=(TORN,))))
    message = "shop is hardly the same team: 1 of its 3 people stays and 2 are new, 20 % in common, limit 50 %"
    assert message == found.message
    assert ("warning", "team:shop", "teams/shop") == (found.severity, found.subject.key, where(found))
    assert {"kept": 1, "before": 3, "after": 3, "gone": 2, "new": 2, "jaccard": 0.2, "limit": 0.5} == found.evidence


def test_who_comes_counts_as_well() -> None:
    """A team that keeps all and more than doubles is another one."""
    found = only(asked("X006", teams=Teams(cohesion=(Cohesion("shop", kept=3, before=3, after=7),))))
    assert "3 of its 3 people stay and 4 are new, 42.9 % in common" in found.message


def test_nobody_new_is_said() -> None:
    """A team that only shrinks has nobody new."""
    found = only(asked("X006", teams=Teams(cohesion=(Cohesion("shop", kept=1, before=4, after=1),))))
    assert "1 of its 4 people stays and nobody is new, 25 % in common" in found.message


def test_half_in_common_is_fine() -> None:
    """The limit itself is no finding."""
    assert (1, 0, 0) == counts(asked("X006", teams=Teams(cohesion=(Cohesion("shop", kept=2, before=3, after=3),))))


def test_limit_is_an_option() -> None:
    """A lower limit allows more."""
    teams = Teams(cohesion=(TORN,))
    assert (1, 0, 0) == counts(asked("X006", ["rules.X006.min_jaccard=0.2"], teams=teams))
    assert "limit 25 %" in only(asked("X006", ["rules.X006.min_jaccard=25%"], teams=teams)).message


@pytest.mark.parametrize(
    "teams",
    [
        Teams(cohesion=(TORN,), split=(Split("shop", ("shop", "tills"), declared=True, evidence=""),)),
        Teams(cohesion=(TORN,), split=(Split("shop", ("cart", "tills"), declared=True, evidence=""),)),
        Teams(cohesion=(TORN,), split=(Split("store", ("shop", "tills"), declared=True, evidence=""),)),
        Teams(cohesion=(TORN,), merged=(Merged(("shop", "tills"), "shop", declared=True, evidence=""),)),
        Teams(cohesion=(TORN,), merged=(Merged(("tills", "cart"), "shop", declared=True, evidence=""),)),
    ],
)
def test_what_is_declared_to_become_another_is_not_asked(teams: Teams) -> None:
    """A team that is split or merged by the plan is meant to have other people."""
    assert (0, 0, 0) == counts(asked("X006", teams=teams))


def test_a_guess_declares_nothing() -> None:
    """That it looks like a split, or like a merger, excuses nothing."""
    split = (Split("shop", ("shop", "tills"), declared=False, evidence="2 of 3 people"),)
    merged = (Merged(("shop", "tills"), "shop", declared=False, evidence="2 of 3 people"),)
    assert 1 == len(asked("X006", teams=Teams(cohesion=(TORN,), split=split, merged=merged)).findings)


def test_a_team_that_named_nobody_is_not_asked() -> None:
    """There was nobody to keep together."""
    assert (0, 0, 0) == counts(asked("X006", teams=Teams(cohesion=(Cohesion("shop", kept=0, before=0, after=5),))))
