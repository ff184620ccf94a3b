"""L004: the leader of an active initiative does not give it all of their time."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

PEOPLE = "people: {ana: {}, bo: {}, req-1: {status: vacant}}\ninitiatives:\n"


def led(share: str, more: str = "") -> str:
    """Return an initiative that ana leads with a share of her time."""
    return PEOPLE + f"  one: {{leader: {{person: ana, allocation: {share}}}{more}}}\n"


def test_a_part_of_a_leader_is_found() -> None:
    """The finding names the share and the person, and stands at the share."""
    (finding,) = audit_text(led("60%"), "L004").findings
    assert "one is led with 60 % of ana's time (at least 100 %)" == finding.message
    assert {"leaders": ["ana"], "allocations": [0.6], "limit": 1.0, "error_below": 0.8} == finding.evidence
    assert ("initiative:one", (3, 43, 3, 46)) == (finding.subject.key, (finding.place or ())[1:])
    assert ["person:ana"] == [each.subject and each.subject.key for each in finding.related]


@pytest.mark.parametrize(
    ("share", "severity"), [("99%", "warning"), ("0.8", "warning"), ("79%", "error"), ("0", "error")]
)
def test_a_small_part_is_an_error(share: str, severity: str) -> None:
    """Below `error_below`, and not at it, the finding is an error."""
    (finding,) = audit_text(led(share), "L004").findings
    assert severity == finding.severity


def test_all_of_the_time_is_fine() -> None:
    """A hundred per cent, or 1."""
    assert (Coverage("L004", 1, 0, 0),) == audit_text(led("1"), "L004").coverage


def test_several_part_time_leaders_are_one_finding_about_the_smallest_share() -> None:
    """One finding for each initiative; the smallest share gives the place and the severity."""
    text = PEOPLE + "  one: {leader: [{person: ana, allocation: 90%}, {person: bo, allocation: 30%}]}"
    (finding,) = audit_text(text, "L004").findings
    assert "one is led with 90 % of ana's time and 30 % of bo's time (at least 100 %)" == finding.message
    assert ("error", (3, 75)) == (finding.severity, (finding.place or ())[1:3])


def test_a_share_that_is_not_stated_is_unknown() -> None:
    """Nothing is said of how much the leader gives; a share beside it decides if it falls short."""
    missing = (("allocations of leaders", 1),)
    assert (Coverage("L004", 0, 0, 1, missing),) == audit_text(PEOPLE + "  one: {leader: ana}", "L004").coverage
    beside = PEOPLE + "  one: {leader: [bo, {person: ana, allocation: %s}]}"
    assert 1 == audit_text(beside.replace("%s", "100%"), "L004").coverage[0].unknown
    assert 1 == audit_text(beside.replace("%s", "50%"), "L004").coverage[0].violations


@pytest.mark.parametrize("initiative", ["{}", "{leader: {person: anna, allocation: 50%}}"])
def test_a_leader_who_is_not_named_or_not_described_is_unknown(initiative: str) -> None:
    """Who leads is not known, and so is with how much of their time."""
    missing = (("leaders of initiatives", 1),)
    assert (Coverage("L004", 0, 0, 1, missing),) == audit_text(PEOPLE + f"  one: {initiative}", "L004").coverage


def test_what_nobody_leads_is_not_asked() -> None:
    """Without a leader there is no part of one: another rule says that nobody leads."""
    text = PEOPLE + "  one: {leader: nobody}\n  two: {leader: {person: req-1, allocation: 50%}}"
    assert (Coverage("L004", 0, 0, 0),) == audit_text(text, "L004").coverage


@pytest.mark.parametrize("more", [", stage: paused", ", stage: idea", ", external: true"])
def test_only_active_initiatives_of_ours_are_asked(more: str) -> None:
    """What rests needs no whole leader."""
    assert (Coverage("L004", 0, 0, 0),) == audit_text(led("10%", more), "L004").coverage


def test_the_limits_can_be_set() -> None:
    """`min` decides what is enough, `error_below` what is an error."""
    assert () == audit_text(led("60%"), "L004", set=["rules.L004.min=60%"]).findings
    (finding,) = audit_text(led("60%"), "L004", set=["rules.L004.error_below=0.5"]).findings
    assert ("warning", 0.5) == (finding.severity, finding.evidence["error_below"])


def test_an_operation_gets_a_note() -> None:
    """What runs every day need not be anybody's whole job."""
    (finding,) = audit_text(led("10%", ", kind: operation"), "L004").findings
    assert "info" == finding.severity
