"""R006: somebody reports to a person of the same grade or lower."""

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEXT = """
people:
  ana: {level: 7, manager: nobody}
  bo: {level: 5, manager: ana}
  cy: {level: 5, manager: bo}
  di: {level: 6, manager: bo}
  ed: {level: 4, manager: bo}
"""


def test_the_same_and_a_lower_grade_are_found() -> None:
    """The sentence says both grades, and the help whom to report to instead."""
    same, lower = audit_text(TEXT, "R006").findings
    assert ("cy reports to bo, who has the same grade, 5", "let cy report to ana") == (same.message, same.help)
    assert "di reports to bo, whose grade is lower (5 and 6)" == lower.message
    assert {"level": 6, "manager": "bo", "manager_level": 5} == lower.evidence


def test_a_higher_grade_is_fine_and_a_missing_one_unknown() -> None:
    """Vacant positions are not asked."""
    text = "people:\n  ana: {level: 7, manager: nobody}\n  bo: {manager: ana}\n"
    text += "  cy: {level: 9, manager: ana, status: vacant}\n"
    missing = (("levels of people", 1),)
    assert (Coverage("R006", 0, 0, 1, missing),) == audit_text(text, "R006").coverage
    assert 4 == audit_text(TEXT, "R006").coverage[0].checked


def test_at_the_top_there_is_nobody_higher() -> None:
    """Then the grades are to be looked at."""
    (finding,) = audit_text("people: {ana: {level: 3, manager: nobody}, bo: {level: 3, manager: ana}}", "R006").findings
    assert "look whether the grades say what the two do" == finding.help
