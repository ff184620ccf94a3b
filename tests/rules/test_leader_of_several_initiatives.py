"""L003: several active initiatives share one leader."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

PEOPLE = "people: {ana: {}, bo: {}, req-1: {status: vacant}}\ninitiatives:\n"
SHARED = PEOPLE + "  two: {leader: ana}\n  one: {leader: {person: ana, allocation: 50%}}\n"


def test_a_leader_of_two_is_found_once() -> None:
    """The subject is the first of the initiatives by id; the other is concerned, and shown."""
    (finding,) = audit_text(SHARED, "L003").findings
    assert "one is led by ana, who also leads two (limit 1)" == finding.message
    assert {"count": 2, "leader": "ana", "initiatives": ["one", "two"], "limit": 1} == finding.evidence
    assert ("error", "initiative:one") == (finding.severity, finding.subject.key)
    assert ("initiative:one", "initiative:two") == finding.concerns
    assert (4, 26) == (finding.place or ())[1:3]
    shown = [(each.subject and each.subject.key, each.place and each.place.line) for each in finding.related]
    assert [("person:ana", 4), ("initiative:two", 3)] == shown


def test_a_leader_of_one_is_fine() -> None:
    """The coverage counts leaders."""
    text = PEOPLE + "  one: {leader: ana}\n  two: {leader: bo}\n  three: {leader: nobody}"
    assert (Coverage("L003", 2, 0, 0),) == audit_text(text, "L003").coverage


def test_two_leaders_who_share_the_same_initiatives_are_two_findings() -> None:
    """Each has an identity of its own, though the subject is the same."""
    found = audit_text(PEOPLE + "  one: {leader: [ana, bo]}\n  two: {leader: [ana, bo]}", "L003").findings
    assert [("one", "ana"), ("one", "bo")] == [(each.subject.id, each.evidence["leader"]) for each in found]
    assert 2 == len({finding.fingerprint for finding in found})


def test_an_initiative_more_does_not_change_the_identity() -> None:
    """The finding about a leader stays the same finding when another initiative comes to be the first."""
    (before,) = audit_text(SHARED, "L003").findings
    (after,) = audit_text(SHARED + "  a: {leader: ana}\n", "L003").findings
    assert ("one", "a", before.fingerprint) == (before.subject.id, after.subject.id, after.fingerprint)


@pytest.mark.parametrize("initiative", ["{}", "{leader: anna}"])
def test_a_leader_who_is_not_named_or_not_described_is_unknown(initiative: str) -> None:
    """Such an initiative may be led by anybody."""
    missing = (("leaders of initiatives", 1),)
    assert (Coverage("L003", 0, 0, 1, missing),) == audit_text(PEOPLE + f"  one: {initiative}", "L003").coverage


@pytest.mark.parametrize("other", ["stage: idea", "stage: paused", "stage: retired", "external: true"])
def test_only_active_initiatives_of_ours_count(other: str) -> None:
    """What is not under way, or somebody else's, takes no leader away."""
    text = PEOPLE + f"  one: {{leader: ana}}\n  two: {{leader: ana, {other}}}"
    assert (Coverage("L003", 1, 0, 0),) == audit_text(text, "L003").coverage


def test_a_vacant_position_is_no_leader() -> None:
    """A position may be planned for two; nobody is torn yet."""
    text = PEOPLE + "  one: {leader: req-1}\n  two: {leader: req-1}"
    assert (Coverage("L003", 0, 0, 0),) == audit_text(text, "L003").coverage


def test_the_limit_can_be_set() -> None:
    """`max` decides how many are several."""
    assert () == audit_text(SHARED, "L003", set=["rules.L003.max=2"]).findings


@pytest.mark.parametrize(("second", "severity"), [("operation", "info"), ("project", "error")])
def test_operations_alone_get_a_note(second: str, severity: str) -> None:
    """One invention beside an operation is enough for an error."""
    text = PEOPLE + f"  one: {{leader: ana, kind: operation}}\n  two: {{leader: ana, kind: {second}}}"
    (finding,) = audit_text(text, "L003").findings
    assert severity == finding.severity
