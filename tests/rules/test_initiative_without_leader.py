"""L001: an active initiative has nobody who leads it."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

LED = "people: {ana: {}, req-1: {status: vacant}}\nteams: {care: {}, shop: {}}\ninitiatives:\n  led: {leader: ana}\n"
UNKNOWN = (("leaders of initiatives", 1),)


@pytest.mark.parametrize("leader", ["nobody", "[]"])
def test_an_initiative_that_nobody_leads_is_found(leader: str) -> None:
    """`nobody` and an empty list state that there is no leader; the finding stands there."""
    (finding,) = audit_text(LED + f"  one: {{leader: {leader}}}", "L001").findings
    assert ("one is led by nobody", "error") == (finding.message, finding.severity)
    assert ("initiative:one", (5, 17)) == (finding.subject.key, (finding.place or ())[1:3])


def test_the_teams_that_go_on_without_a_leader_are_told() -> None:
    """Those who work on it are in the note and in the evidence."""
    text = LED + "  one: {leader: nobody, team: care, contributors: [shop]}"
    (finding,) = audit_text(text, "L001").findings
    assert ["care", "shop"] == finding.evidence["teams"]
    assert ("care and shop go on without a leader",) == finding.note


def test_an_initiative_that_somebody_leads_is_fine() -> None:
    """One leader is enough, and so, for this rule, are two."""
    audit = audit_text("people: {ana: {}, bo: {}}\ninitiatives: {one: {leader: ana}, two: {leader: [ana, bo]}}", "L001")
    assert (Coverage("L001", 2, 0, 0),) == audit.coverage


def test_a_vacant_position_leads_nothing() -> None:
    """Where the only leader is still to be found, nobody leads; beside a person it does no harm."""
    (finding,) = audit_text(LED + "  one: {leader: req-1}\n  two: {leader: [req-1, ana]}", "L001").findings
    assert "one is led by nobody: req-1 is vacant" == finding.message
    assert ["req-1"] == finding.evidence["vacant"]


def test_an_absent_leader_is_none_where_others_name_theirs() -> None:
    """One initiative that names its leader shows that leaders are written down; the finding stands at the other."""
    (finding,) = audit_text(LED + "  one: {team: care}", "L001").findings
    assert "one names no leader" == finding.message
    assert (5, 3) == (finding.place or ())[1:3]


def test_an_absent_leader_is_unknown_where_nobody_names_one() -> None:
    """Where no leader is written down anywhere, nothing can be said."""
    assert (Coverage("L001", 0, 0, 1, UNKNOWN),) == audit_text("initiatives: {one: {}}", "L001").coverage


@pytest.mark.parametrize(("absent", "unknown"), [("unknown", 1), ("missing", 0), ("auto", 0)])
def test_what_an_absent_leader_means_can_be_set(absent: str, unknown: int) -> None:
    """`absent` decides against what others state."""
    (row,) = audit_text(LED + "  one: {}", "L001", set=[f"rules.L001.absent={absent}"]).coverage
    assert (unknown, 1 - unknown) == (row.unknown, row.violations)


def test_an_absent_leader_can_count_as_none_everywhere() -> None:
    """`absent=missing` does not look whether others name theirs."""
    audit = audit_text("initiatives: {one: {}}", "L001", set=["rules.L001.absent=missing"])
    assert ["one"] == [finding.subject.id for finding in audit.findings]


def test_a_leader_who_is_not_described_is_unknown() -> None:
    """The name is wrong, so who leads is not known; another rule says that."""
    assert (Coverage("L001", 1, 0, 1, UNKNOWN),) == audit_text(LED + "  one: {leader: anna}", "L001").coverage


@pytest.mark.parametrize("stage", ["idea", "press-release", "paused", "stopped", "retired"])
def test_only_active_initiatives_are_asked(stage: str) -> None:
    """What has not begun, rests or is over needs no leader; nor is an external one asked."""
    text = LED + f"  one: {{leader: nobody, stage: {stage}}}\n  two: {{leader: nobody, external: true}}"
    assert (Coverage("L001", 1, 0, 0),) == audit_text(text, "L001").coverage


def test_an_operation_gets_a_note() -> None:
    """What runs every day may do without."""
    (finding,) = audit_text(LED + "  one: {leader: nobody, kind: operation}", "L001").findings
    assert "info" == finding.severity
