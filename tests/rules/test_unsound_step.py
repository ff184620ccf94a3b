"""X013: between two waves something is wrong."""

import datetime

from orgmodel.model.comparison import WaveState
from tests.rules.changes import asked, audited, counts, only, where

LOST = audited("O001", "component", "till", owners=0)
WINTER = WaveState(name="winter", date=datetime.date(2027, 1, 11), unsound=(LOST,), errors=1)
SPRING = WaveState(name="spring", date=None)


def test_an_error_after_a_wave_is_found() -> None:
    """It stands at the wave that leaves it behind."""
    found = only(asked("X013", waves=(SPRING, WINTER)))
    message = "after wave winter (2027-01-11), but neither today nor in the end: till is wrong (O001)"
    assert message == found.message
    assert ("error", "component:till", "waves//1") == (found.severity, found.subject.key, where(found))
    expected = {"owners": 0, "wave": "winter", "date": "2027-01-11", "code": "O001"}
    assert {**expected, "fingerprint": LOST.fingerprint} == found.evidence


def test_a_wave_without_a_date_has_none() -> None:
    """The message leaves it out."""
    found = only(asked("X013", waves=(WaveState(name="1", date=None, unsound=(LOST,)),)))
    assert "after wave 1, but neither today nor in the end: till is wrong (O001)" == found.message
    assert found.evidence["date"] is None


def test_each_wave_with_the_error_has_a_finding() -> None:
    """That it stands after two waves is worse than after one."""
    outcome = asked("X013", waves=(WINTER, WINTER, SPRING))
    assert (3, 2, 0) == counts(outcome)
    assert 2 == len({finding.fingerprint for finding in outcome.findings})


def test_sound_waves_are_fine() -> None:
    """Each wave has an answer."""
    assert (2, 0, 0) == counts(asked("X013", waves=(SPRING, SPRING)))
