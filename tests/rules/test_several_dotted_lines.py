"""R009: a person has several dotted lines."""

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEXT = "people:\n  ana: {}\n  bo: {}\n  cy: {dotted: [ana, bo]}\n  di: {dotted: ana}\n  ed: {dotted: []}\n"


def test_two_dotted_lines_are_found() -> None:
    """The finding stands at the first one too many, and shows the others."""
    (finding,) = audit_text(TEXT, "R009").findings
    assert "cy has 2 dotted lines, to ana and bo (limit 1)" == finding.message
    assert (4, 22) == (finding.place or ())[1:3]
    assert [(4, 17)] == [(each.place or ())[1:3] for each in finding.related]


def test_who_states_none_is_not_asked() -> None:
    """One line is fine, an empty list too; silence says nothing."""
    assert (Coverage("R009", 3, 1, 0),) == audit_text(TEXT, "R009").coverage


def test_how_many_are_allowed_can_be_set() -> None:
    """The limit is an option."""
    assert () == audit_text(TEXT, "R009", set=["rules.R009.max=2"]).findings
