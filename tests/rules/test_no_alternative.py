"""X011: only one alternative is compared with doing nothing."""

from tests.rules.changes import asked, counts, only, where


def test_one_alternative_is_found() -> None:
    """It is a note about the plan."""
    found = only(asked("X011", alternatives=1))
    assert "bold is the only alternative to doing nothing" == found.message
    assert "compare it with a second plan for the same objective, best one that moves fewer people" == found.help
    assert ("info", "plan:bold", "plan/") == (found.severity, found.subject.key, where(found))
    assert {"alternatives": 1} == found.evidence


def test_two_alternatives_are_fine() -> None:
    """There is something to choose."""
    assert (1, 0, 0) == counts(asked("X011", alternatives=2))


def test_an_organisation_beside_itself_is_no_alternative() -> None:
    """Where nothing changes nothing is to be chosen."""
    assert (0, 0, 0) == counts(asked("X011", alternatives=1, same=True))
