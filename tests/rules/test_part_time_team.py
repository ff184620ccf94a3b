"""T003: too few members give the team all of their time."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text


def refunds(members: str, more: str = "") -> str:
    """Return one team of these members, and what else there is."""
    return f"teams:\n  refunds: {{members: [{members}]}}\n{more}"


def test_a_team_of_part_timers_is_found() -> None:
    """The message, the evidence and the places say who gives what."""
    text = refunds("a, {person: b, allocation: 40%}, {person: c, allocation: 50%}")
    (finding,) = audit_text(text, "T003").findings
    assert "only 1 of the 3 members gives refunds all of their time (at least 80 %)" == finding.message
    expected = {
        "share": 0.3333,
        "dedicated": 1,
        "members": 3,
        "part_time": ["b", "c"],
        "allocations": [0.4, 0.5],
        "limit": 0.8,
    }
    assert expected == finding.evidence
    assert ("warning", "team:refunds") == (finding.severity, finding.subject.key)
    assert ["b gives it 40 %", "c gives it 50 %"] == [each.message for each in finding.related]
    assert (2, 22) == (finding.place or ())[1:3]


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ("{person: a, allocation: 10%}, {person: b, allocation: 20%}", "none of the 2 members give refunds"),
        ("{person: a, allocation: 10%}", "not even its one member gives refunds"),
        ("a, b, {person: c, allocation: 10%}", "only 2 of the 3 members give refunds"),
    ],
)
def test_the_sentence_fits_the_number(members: str, message: str) -> None:
    """None, one and several are said as people say it."""
    (finding,) = audit_text(refunds(members), "T003").findings
    assert f"{message} all of their time (at least 80 %)" == finding.message


def test_four_of_five_are_enough() -> None:
    """The share is at least the limit, and not above it."""
    assert () == audit_text(refunds("a, b, c, d, {person: e, allocation: 10%}"), "T003").findings


def test_all_of_half_a_week_is_all() -> None:
    """The allocation is a share of a person's own working time."""
    people = "people: {a: {capacity: 50%}, b: {capacity: 20%}}"
    assert () == audit_text(refunds("a, b", people), "T003").findings


def test_vacant_positions_and_leads_beside_the_team_do_not_count() -> None:
    """A position gives no time, and a lead who is no member is none of its members."""
    text = """
        people: {req: {status: vacant}}
        teams:
          refunds: {lead: [ana], members: [a, {person: req, allocation: 10%}]}
          other: {lead: [ana]}
    """
    assert Coverage("T003", 1, 0, 1, (("members of teams", 1),)) == audit_text(text, "T003").coverage[0]


def test_what_depends_on_unknown_shares_is_unknown() -> None:
    """A member of two teams without a word about shares may give all or none of their time."""
    text = refunds("a, b, c, d", "  other: {members: [d]}")
    missing = (("allocations of members", 2),)
    assert (Coverage("T003", 0, 0, 2, missing),) == audit_text(text, "T003").coverage


def test_what_does_not_depend_on_unknown_shares_is_found() -> None:
    """Whatever the fourth gives, two of the others give too little."""
    text = refunds(
        "a, {person: b, allocation: 40%}, {person: c, allocation: 50%}, d", "  other: {kind: council, members: [d]}"
    )
    text += "\n  third: {members: [d]}"
    (finding,) = audit_text(text, "T003").findings
    assert "at most 2 of the 4 members give refunds all of their time (at least 80 %)" == finding.message
    assert ["b", "c"] == finding.evidence["part_time"]


def test_the_limit_can_be_set() -> None:
    """`min_dedicated` decides."""
    text = refunds("a, {person: b, allocation: 40%}")
    assert () == audit_text(text, "T003", set=["rules.T003.min_dedicated=0.5"]).findings
    assert 1 == len(audit_text(text, "T003", set=["rules.T003.min_dedicated=0.51"]).findings)


def test_only_delivery_teams_with_members_are_asked() -> None:
    """Shifts, councils, suppliers and empty teams are not in question; one that lists nobody is unknown."""
    half = "members: [{person: a, allocation: 50%}]"
    text = f"""
        teams:
          shift: {{kind: operation, {half}}}
          board: {{kind: council, {half}}}
          supplier: {{external: true, {half}}}
          empty: {{members: []}}
          counted: {{headcount: 5}}
    """
    assert (Coverage("T003", 0, 0, 1, (("members of teams", 1),)),) == audit_text(text, "T003").coverage


def test_people_in_several_teams_say_it_already() -> None:
    """Where all who give a part belong to two teams, the findings about them cover it; else it stands by itself."""
    both = refunds("{person: a, allocation: 50%}", "  other: {members: [{person: a, allocation: 50%}]}")
    assert {"T004"} == {finding.code for finding in audit_text(both, "T003", "T004").findings if not finding.covered_by}
    one = refunds("{person: a, allocation: 50%}, {person: b, allocation: 50%}", "  other: {members: [c, a]}")
    found = audit_text(one, "T003", "T004").findings
    assert {"T003", "T004"} <= {finding.code for finding in found if not finding.covered_by}
