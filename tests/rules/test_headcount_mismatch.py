"""T008: a team lists its members, and its headcount says another number."""

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

PEOPLE = "people: {ana: {}, bo: {}, req-1: {status: vacant}}\n"


def test_a_headcount_above_the_list_is_found() -> None:
    """The finding names both numbers, stands at the headcount and asks for those who are missing."""
    text = PEOPLE + "teams: {search: {lead: ana, members: [bo, req-1], headcount: 5}}"
    (finding,) = audit_text(text, "T008").findings
    assert "search lists 2 people, and its headcount says 5" == finding.message
    assert {"difference": 3, "listed": 2, "headcount": 5} == finding.evidence
    assert ("warning", "team:search") == (finding.severity, finding.subject.key)
    assert ("3 more than listed", "list the 3 people who are missing as members") == (finding.label, finding.help)
    assert (2, 62, 2, 63) == (finding.place or ())[1:]


def test_a_headcount_below_the_list_is_found() -> None:
    """Where more are listed than counted, the list is the better source."""
    (finding,) = audit_text(PEOPLE + "teams: {search: {members: [ana, bo], headcount: 1}}", "T008").findings
    assert ("1 fewer than listed", 1) == (finding.label, finding.evidence["difference"])
    assert "leave the headcount out, since its people are listed" == finding.help


def test_numbers_that_agree_are_fine() -> None:
    """The lead counts, a vacant position does not."""
    text = PEOPLE + "teams: {search: {lead: ana, members: [bo, req-1], headcount: 2}}"
    assert (Coverage("T008", 1, 0, 0),) == audit_text(text, "T008").coverage


def test_an_empty_list_is_a_list() -> None:
    """`members: []` says that nobody is there."""
    (finding,) = audit_text("teams: {search: {members: [], headcount: 3}}", "T008").findings
    assert "search lists 0 people, and its headcount says 3" == finding.message


def test_teams_with_one_number_are_not_asked() -> None:
    """A headcount alone, or a list alone, contradicts nothing; nor are councils and external teams asked."""
    text = """
        teams:
          counted: {headcount: 3}
          listed: {members: [ana]}
          neither: {}
          board: {kind: council, members: [ana], headcount: 5}
          supplier: {external: true, members: [ana], headcount: 5}
    """
    assert (Coverage("T008", 0, 0, 0),) == audit_text(text, "T008").coverage
