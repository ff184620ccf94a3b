"""D004: decisions of which nobody has said whether they can be undone."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

STATED = "  other: {door: two-way}\n"


def test_a_decision_without_a_door_is_found_where_others_have_one() -> None:
    """The finding stands at the decision."""
    (finding,) = audit_text(f"teams: {{own: {{}}}}\ndecisions:\n{STATED}  fee: {{owner: own}}", "D004").findings
    assert "nobody has said whether fee can be undone" == finding.message
    assert {"owner": "own"} == finding.evidence
    assert ("info", "decision:fee", (4, 3)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])


@pytest.mark.parametrize(
    ("absent", "other", "expected"),
    [
        ("auto", "", (0, 0, 1)),
        ("auto", STATED, (2, 1, 0)),
        ("unknown", STATED, (1, 0, 1)),
        ("missing", "", (1, 1, 0)),
    ],
)
def test_what_absence_means_can_be_set(absent: str, other: str, expected: tuple[int, int, int]) -> None:
    """By default it is a lack where others declare theirs."""
    row = audit_text(f"decisions:\n  fee: {{}}\n{other}", "D004", set=[f"rules.D004.absent={absent}"]).coverage[0]
    assert expected == (row.checked, row.violations, row.unknown)


def test_a_declared_door_is_fine() -> None:
    """Whichever it is."""
    text = "decisions: {a: {door: two-way}, b: {door: one-way}, c: {external: true}}"
    assert (Coverage("D004", 2, 0, 0),) == audit_text(text, "D004").coverage


def test_initiatives_with_steps_of_their_own_are_asked() -> None:
    """One without steps has nothing to be agreed to here."""
    text = f"people: {{ana: {{}}}}\ndecisions:\n{STATED}initiatives:\n  a: {{steps: [{{by: ana}}]}}\n  b: {{}}"
    assert ["initiative:a"] == [each.subject.key for each in audit_text(text, "D004").findings]
