"""X003: a person has no team or no manager any more."""

import pytest

from orgmodel.model.comparison import People
from tests.rules.changes import asked, counts, only, where


@pytest.mark.parametrize(
    ("lost", "message", "help"),
    [
        (("team",), "cy has no team any more, and is not said to leave", "say which team cy goes to"),
        (("manager",), "cy has no manager any more, and is not said to leave", "say to whom cy reports"),
        (
            ("manager", "team"),
            "cy has no team and no manager any more, and is not said to leave",
            "say where cy goes and to whom they report",
        ),
    ],
)
def test_who_was_dropped_is_named_once(lost: tuple[str, ...], message: str, help: str) -> None:
    """What they have lost is told in one finding."""
    found = only(asked("X003", people=People(stayers=4, dropped=tuple(("cy", what) for what in lost))))
    assert (message, help) == (found.message, found.help)
    assert ("error", "person:cy", "people/cy") == (found.severity, found.subject.key, where(found))
    assert {"lost": sorted(lost, reverse=True)} == found.evidence


def test_everybody_else_is_fine() -> None:
    """Each who stays has one answer."""
    dropped = (("cy", "manager"), ("cy", "team"), ("dee", "team"))
    assert (4, 2, 0) == counts(asked("X003", people=People(stayers=4, dropped=dropped)))
