"""L002: more than one person leads an active initiative."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

PEOPLE = "people: {ana: {}, bo: {}, cy: {}, req-1: {status: vacant}}\ninitiatives:\n"


def test_two_leaders_are_found() -> None:
    """The finding names both, stands at the second and shows both."""
    (finding,) = audit_text(PEOPLE + "  one: {leader: [ana, bo]}", "L002").findings
    assert "one is led by 2 people, ana and bo (limit 1)" == finding.message
    assert {"count": 2, "leaders": ["ana", "bo"], "limit": 1} == finding.evidence
    assert ("error", "initiative:one") == (finding.severity, finding.subject.key)
    assert (3, 23, 3, 25) == (finding.place or ())[1:]
    shown = [(each.subject and each.subject.key, each.place and each.place.column) for each in finding.related]
    assert [("person:ana", 18), ("person:bo", 23)] == shown


@pytest.mark.parametrize("leader", ["ana", "[ana, ana]", "nobody", "[ana, req-1]", "{person: ana, allocation: 10%}"])
def test_at_most_one_person_is_fine(leader: str) -> None:
    """One, one who is written twice, one and a vacant position, and nobody are not several."""
    assert (Coverage("L002", 1, 0, 0),) == audit_text(PEOPLE + f"  one: {{leader: {leader}}}", "L002").coverage


@pytest.mark.parametrize("initiative", ["{}", "{leader: anna}", "{leader: [ana, anna]}"])
def test_leaders_who_are_not_named_or_not_described_are_unknown(initiative: str) -> None:
    """An absent leader, and a wrong name, leave open how many lead."""
    missing = (("leaders of initiatives", 1),)
    assert (Coverage("L002", 0, 0, 1, missing),) == audit_text(PEOPLE + f"  one: {initiative}", "L002").coverage


def test_the_limit_can_be_set() -> None:
    """`max` decides how many are several; the place is the first leader who is too many."""
    text = PEOPLE + "  one: {leader: [ana, bo]}\n  two: {leader: [ana, bo, cy]}"
    (finding,) = audit_text(text, "L002", set=["rules.L002.max=2"]).findings
    assert ("two", 3, (4, 27)) == (finding.subject.id, finding.evidence["count"], (finding.place or ())[1:3])


def test_what_is_not_under_way_or_external_is_not_asked() -> None:
    """Several may have signed an idea."""
    text = PEOPLE + "  one: {leader: [ana, bo], stage: idea}\n  two: {leader: [ana, bo], external: true}"
    assert (Coverage("L002", 0, 0, 0),) == audit_text(text, "L002").coverage


def test_an_operation_gets_a_note() -> None:
    """What runs every day may be led by two."""
    (finding,) = audit_text(PEOPLE + "  one: {leader: [ana, bo], kind: operation}", "L002").findings
    assert "info" == finding.severity


def test_the_place_is_the_name_of_the_leader() -> None:
    """Also where the leadership says more than the name."""
    (finding,) = audit_text(PEOPLE + "  one: {leader: [ana, {person: bo, allocation: 50%}]}", "L002").findings
    assert (3, 32, 3, 34) == (finding.place or ())[1:]
