"""X001: a change brings an error that is not there today."""

from orgmodel.model.comparison import Findings
from tests.rules.changes import asked, audited, counts, only, where

LOST = audited("O001", "component", "till", owners=0)


def test_a_new_error_is_told_as_it_stands() -> None:
    """The message is that of the audit with its code; subject, help and numbers are taken over."""
    found = only(asked("X001", findings=Findings(new=(LOST,))))
    assert "an error that is not there today: till is wrong (O001)" == found.message
    assert ("error", "component:till", "mend till") == (found.severity, found.subject.key, found.help)
    assert {"owners": 0, "code": "O001", "fingerprint": LOST.fingerprint} == found.evidence
    assert "components/till" == where(found)


def test_two_errors_of_one_entity_are_two_findings() -> None:
    """What tells them apart is the finding, not the entity."""
    outcome = asked("X001", findings=Findings(new=(LOST, audited("O003", "component", "till"))))
    assert 2 == len({finding.fingerprint for finding in outcome.findings})


def test_new_warnings_are_fine() -> None:
    """A new warning is listed by the comparison, and no error."""
    assert (1, 0, 0) == counts(asked("X001", findings=Findings(new=(audited("T001", "team", "a", "warning"),))))


def test_what_was_there_before_is_not_in_question() -> None:
    """Errors that are fixed say nothing of the change."""
    assert (0, 0, 0) == counts(asked("X001", findings=Findings(fixed=(LOST,), unchanged=7)))


def test_without_help_there_is_still_something_to_do() -> None:
    """An error that has no help of its own gets one."""
    found = only(asked("X001", findings=Findings(new=(LOST._replace(help=""),))))
    assert "change the plan so that it does not come to this" == found.help


def test_whom_the_error_concerns_the_finding_concerns() -> None:
    """Entities beside the subject are taken over."""
    found = only(asked("X001", findings=Findings(new=(LOST._replace(concerns=("component:till", "team:a:b")),))))
    assert ("component:till", "team:a:b") == found.concerns
