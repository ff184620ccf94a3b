"""R008: more than one person at the top."""

import pytest

from tests.rules.support import audit_text


def answers(people: str) -> tuple[int, int, int]:
    """Return how many were checked, found wanting, and not known."""
    row = audit_text(f"people: {{{people}}}", "R008").coverage[0]
    return row.checked, row.violations, row.unknown


TEXT = """
people:
  ana: {manager: nobody}
  kim: {manager: nobody}
  lee: {manager: kim}
  mo: {manager: lee}
"""


def test_the_tops_are_named_with_those_below() -> None:
    """The largest branch comes first; the finding stands where the other says that it has no manager."""
    (finding,) = audit_text(TEXT, "R008").findings
    assert "2 people stand at the top: kim (2 below) and ana (0 below)" == finding.message
    assert "state whom ana reports to" == finding.help
    assert {"tops": ["kim", "ana"], "below": [2, 0], "count": 2} == finding.evidence
    assert ("organisation:", "warning") == (finding.subject.key, finding.severity)
    assert finding.place is not None
    assert (3, 18, 3, 24) == finding.place[1:]
    (related,) = finding.related
    assert related.place is not None
    assert (4, 18, 4, 24) == related.place[1:]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("kim: {manager: nobody}, ana: {manager: kim}", (1, 0, 0)),
        ("kim: {manager: nobody}, ana: {manager: nobody}", (1, 1, 0)),
        ("kim: {manager: nobody}, ana: {manager: nobody}, bo: {}", (1, 1, 0)),
        ("kim: {manager: nobody}, ana: {manager: nobody, external: true}", (1, 0, 0)),
        ("kim: {manager: nobody}, ana: {manager: board}, board: {external: true}", (1, 0, 0)),
        ("kim: {manager: nobody}, ana: {}", (0, 0, 1)),
        ("kim: {manager: nobody}, ana: {manager: TBD}", (0, 0, 1)),
        ("kim: {}, ana: {}", (0, 0, 1)),
        ("kim: {manager: ana}, ana: {manager: kim}", (1, 0, 0)),
        ("", (0, 0, 0)),
    ],
)
def test_who_stands_at_the_top(people: str, expected: tuple[int, int, int]) -> None:
    """Only who is known to report to nobody, and belongs to the organisation, is a top."""
    assert expected == answers(people)


def test_many_tops_are_counted() -> None:
    """From six tops on some are only counted in the message; all of them are related."""
    (finding,) = audit_text(
        "people: {" + ", ".join(f"p{n}: {{manager: nobody}}" for n in range(7)) + "}", "R008"
    ).findings
    names = "p0 (0 below), p1 (0 below), p2 (0 below), p3 (0 below) and 3 more"
    assert f"7 people stand at the top: {names}" == finding.message
    assert "state whom the others report to" == finding.help
    assert ["p0", "p2", "p3", "p4", "p5", "p6"] == [each.subject.id for each in finding.related if each.subject]


def test_leads_without_a_lead_above_are_tops() -> None:
    """With `reporting: lead` the lead of a team at the top reports to nobody."""
    text = """
    organisation: {reporting: lead}
    people: {ana: {}, bo: {}}
    teams: {web: {lead: ana, members: []}, shop: {lead: bo, members: []}}
    """
    assert 1 == len(audit_text(text, "R008").findings)
