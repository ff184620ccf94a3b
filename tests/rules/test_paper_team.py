"""T005: a team has far fewer full-time equivalents than people."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

HALVES = "members: [{person: a, allocation: 50%}, {person: b, allocation: 25%}]"


def test_a_team_on_paper_is_found() -> None:
    """The message, the evidence and the note say how much of the people there is."""
    (finding,) = audit_text(f"teams: {{forecasts: {{{HALVES}}}}}", "T005").findings
    expected = "forecasts has 2 people and 0.75 full-time equivalents, 37.5 % of them (at least 80 %)"
    assert expected == finding.message
    assert ("shares of a full week: a 50 % and b 25 %",) == finding.note
    evidence = {
        "share": 0.375,
        "people": 2,
        "fte": 0.75,
        "part_time": ["a", "b"],
        "shares": [0.5, 0.25],
        "limit": 0.8,
    }
    assert evidence == finding.evidence
    assert ("warning", "team:forecasts") == (finding.severity, finding.subject.key)
    assert (1, 30) == (finding.place or ())[1:3]


def test_short_weeks_count() -> None:
    """Half of a half week is a quarter; one equivalent is one."""
    text = """
        people: {a: {capacity: 50%}}
        teams: {forecasts: {members: [{person: a, allocation: 50%}, {person: b, allocation: 75%}]}}
    """
    (finding,) = audit_text(text, "T005").findings
    assert {"fte": 1.0, "shares": [0.25, 0.75]}.items() <= finding.evidence.items()
    assert "forecasts has 2 people and 1 full-time equivalent, 50 % of them (at least 80 %)" == finding.message


@pytest.mark.parametrize("capacity", ["80%", "100%"])
def test_a_team_at_the_limit_is_fine(capacity: str) -> None:
    """Three four-day weeks are four fifths, whatever their sum is in binary."""
    people = ", ".join(f"{name}: {{capacity: {capacity}}}" for name in "abc")
    text = f"people: {{{people}}}\nteams: {{forecasts: {{members: [a, b, c]}}}}"
    assert (Coverage("T005", 1, 0, 0),) == audit_text(text, "T005").coverage


def test_leads_count_and_vacant_positions_do_not() -> None:
    """A lead with all of their time lifts the share; a position without a person does not lower it."""
    text = """
        people: {req: {status: vacant}}
        teams: {forecasts: {lead: c, members: [{person: a, allocation: 50%}, {person: req, allocation: 10%}, b]}}
    """
    (row,) = audit_text(text, "T005").coverage
    assert (1, 0) == (row.checked, row.violations)


def test_an_unknown_share_makes_it_unknown() -> None:
    """Who is in two teams without a word may give either of them anything."""
    text = "teams: {one: {members: [a]}, two: {members: [a]}}"
    assert (Coverage("T005", 0, 0, 2, (("allocations of members", 2),)),) == audit_text(text, "T005").coverage


def test_the_limit_can_be_set() -> None:
    """`min_fte_share` decides."""
    text = f"teams: {{forecasts: {{{HALVES}}}}}"
    assert () == audit_text(text, "T005", set=["rules.T005.min_fte_share=0.375"]).findings


def test_only_delivery_teams_with_people_are_asked() -> None:
    """Shifts, suppliers and empty teams are not in question; one that lists nobody is unknown."""
    text = f"""
        teams:
          shift: {{kind: operation, {HALVES}}}
          supplier: {{external: true, {HALVES}}}
          empty: {{members: []}}
          counted: {{headcount: 5}}
    """
    assert (Coverage("T005", 0, 0, 1, (("members of teams", 1),)),) == audit_text(text, "T005").coverage


def test_it_covers_that_few_give_all_their_time() -> None:
    """Whoever has to be told the one need not be told the other."""
    found = audit_text(f"teams: {{forecasts: {{{HALVES}}}}}", "T003", "T005").findings
    assert ["T005"] == [finding.code for finding in found if finding.covered_by is None]
