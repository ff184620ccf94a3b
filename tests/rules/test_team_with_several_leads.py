"""L011: several people lead one team or group."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

PEOPLE = "people: {ana: {}, bo: {}, cy: {}, req-1: {status: vacant}}\nteams:\n"
MISSING = (("leads of teams", 1),)


@pytest.mark.parametrize("team", ["headcount: 7", "kind: group", "kind: task-force"])
def test_two_leads_are_found(team: str) -> None:
    """Of a team, a group or a task-force; the finding names both and stands at the second."""
    (finding,) = audit_text(PEOPLE + f"  studio: {{lead: [ana, bo], {team}}}", "L011").findings
    assert "studio has 2 leads, ana and bo (limit 1)" == finding.message
    assert {"count": 2, "leads": ["ana", "bo"], "limit": 1} == finding.evidence
    assert ("warning", "team:studio", (3, 24)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    shown = [(each.subject and each.subject.key, each.place and each.place.column) for each in finding.related]
    assert [("person:ana", 19), ("person:bo", 24)] == shown


@pytest.mark.parametrize("lead", ["ana", "[ana, ana]", "nobody", "[ana, req-1]"])
def test_at_most_one_person_is_fine(lead: str) -> None:
    """One, one who is written twice, nobody, and one beside a vacant position are not several."""
    assert (Coverage("L011", 1, 0, 0),) == audit_text(PEOPLE + f"  studio: {{lead: {lead}}}", "L011").coverage


@pytest.mark.parametrize("team", ["{}", "{lead: [ana, boo]}"])
def test_leads_who_are_not_named_or_not_described_are_unknown(team: str) -> None:
    """An absent lead, and a wrong name beside a right one, leave open how many lead."""
    assert (Coverage("L011", 0, 0, 1, MISSING),) == audit_text(PEOPLE + f"  studio: {team}", "L011").coverage


def test_a_wrong_name_beside_two_right_ones_changes_nothing() -> None:
    """Two are several already."""
    (finding,) = audit_text(PEOPLE + "  studio: {lead: [ana, boo, bo]}", "L011").findings
    assert (["ana", "bo"], (3, 29)) == (finding.evidence["leads"], (finding.place or ())[1:3])


@pytest.mark.parametrize("team", ["kind: council", "kind: guild", "kind: operation", "external: true"])
def test_what_is_led_by_several_as_a_matter_of_course_is_not_asked(team: str) -> None:
    """Seats, shifts and suppliers."""
    text = PEOPLE + f"  studio: {{lead: [ana, bo], {team}}}"
    assert (Coverage("L011", 0, 0, 0),) == audit_text(text, "L011").coverage


def test_the_limit_can_be_set() -> None:
    """`max` decides how many are several; the place is the first lead who is too many."""
    text = PEOPLE + "  one: {lead: [ana, bo]}\n  two: {lead: [ana, bo, cy]}"
    (finding,) = audit_text(text, "L011", set=["rules.L011.max=2"]).findings
    assert ("two", 3, (4, 25)) == (finding.subject.id, finding.evidence["count"], (finding.place or ())[1:3])
