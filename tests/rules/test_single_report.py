"""R003: managers of one person."""

import pytest

from tests.rules.support import audit_text


def answers(text: str) -> tuple[int, int, int]:
    """Return how many were checked, found wanting, and not known."""
    row = audit_text(text, "R003").coverage[0]
    return row.checked, row.violations, row.unknown


TEXT = """
people:
  kim: {manager: nobody}
  ana: {manager: kim}
  bo: {manager: kim}
  cy: {manager: bo}
"""


def test_the_only_report_is_named_and_shown() -> None:
    """The finding stands at the manager, shows where the report is written, and says to whom it could report."""
    (finding,) = audit_text(TEXT, "R003").findings
    assert ("bo has one direct report, cy", "info") == (finding.message, finding.severity)
    assert "let cy report to kim" == finding.help
    assert {"reports": ["cy"], "count": 1, "manager": "kim"} == finding.evidence
    assert finding.place is not None
    assert (5, 3, 5, 5) == finding.place[1:]
    (related,) = finding.related
    assert related.place is not None
    assert (6, 17, 6, 19) == related.place[1:]


def test_at_the_top_there_is_nobody_else_to_report_to() -> None:
    """Whoever reports to nobody has no manager to pass the report to."""
    (finding,) = audit_text("people: {kim: {manager: nobody}, ana: {manager: kim}}", "R003").findings
    assert "give kim more people to lead" == finding.help
    assert finding.evidence["manager"] is None


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("kim: {manager: nobody}, ana: {manager: kim}, bo: {manager: kim}", (1, 0, 0)),
        ("kim: {manager: nobody}, ana: {manager: kim}, bo: {dotted: kim}", (1, 1, 0)),
        ("kim: {manager: nobody}, ana: {manager: kim, status: vacant}", (1, 1, 0)),
        ("kim: {manager: nobody, external: true}, ana: {manager: kim}", (0, 0, 0)),
        ("ana: {manager: kim}, bo: {manager: nobody}", (0, 0, 0)),
        ("kim: {}, ana: {}", (0, 0, 2)),
        ("kim: {manager: kim}", (0, 0, 1)),
        ("kim: {manager: ana}, ana: {manager: kim}", (0, 0, 2)),
    ],
)
def test_whose_reports_count(people: str, expected: tuple[int, int, int]) -> None:
    """Solid lines to people of the description count; circles and missing managers are unknown."""
    assert expected == answers(f"people: {{{people}}}")


def test_too_few_reports_is_the_same_problem() -> None:
    """The finding about spans is covered by this one."""
    audit = audit_text(TEXT, "R002", "R003")
    assert [("kim", "R002"), ("bo", "R003")] == [(each.subject.id, each.code) for each in audit.standing]
