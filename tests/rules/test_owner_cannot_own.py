"""O004: owners who have nobody to look after a component."""

import pytest

from tests.rules.support import audit_text

PEOPLE = """
people:
  ana: {status: leaving}
  bo: {status: vacant}
  cy: {}
"""


def answers(teams: str, owner: str = "payments") -> tuple[int, int, int]:
    """Return how many were checked, found wanting, and not known."""
    row = audit_text(f"{PEOPLE}teams: {{{teams}}}\ncomponents: {{ledger: {{owner: {owner}}}}}", "O004").coverage[0]
    return row.checked, row.violations, row.unknown


@pytest.mark.parametrize(
    ("team", "expected"),
    [
        ("members: []", (1, 1, 0)),
        ("headcount: 0", (1, 1, 0)),
        ("members: [], headcount: 5", (1, 0, 0)),
        ("members: [], lead: cy", (1, 0, 0)),
        ("members: [], lead: ana", (1, 1, 0)),
        ("members: [ana, bo]", (1, 1, 0)),
        ("members: [ana, cy]", (1, 0, 0)),
        ("members: [ana, somebody-new]", (1, 0, 0)),
        ("members: [ana], headcount: 4", (1, 0, 0)),
        ("headcount: 4", (1, 0, 0)),
        ("headcount: 4, lead: ana", (1, 0, 0)),
        ("lead: cy", (1, 0, 0)),
        ("lead: ana", (0, 0, 1)),
        ("", (0, 0, 1)),
        ("kind: group, members: [cy]", (1, 1, 0)),
        ("kind: council, members: [cy]", (1, 0, 0)),
        ("external: true, members: []", (1, 0, 0)),
    ],
)
def test_which_teams_cannot_own(team: str, expected: tuple[int, int, int]) -> None:
    """Empty teams, groups, and teams that everybody leaves cannot own; a team of which nothing is said is unknown."""
    assert expected == answers(f"payments: {{{team}}}")


@pytest.mark.parametrize(
    ("owner", "expected"),
    [
        ("[payments, orders]", (1, 0, 0)),
        ("[payments, empty]", (1, 1, 0)),
        ("[payments, ana]", (1, 0, 0)),
        ("{team: payments, until: 2027-01-01, then: orders}", (1, 0, 0)),
        ("{team: payments, until: 2027-01-01, then: empty}", (1, 1, 0)),
        ("[payments, TBD]", (0, 0, 1)),
        ("ana", (0, 0, 0)),
        ("nobody", (0, 0, 0)),
        ("", (0, 0, 1)),
    ],
)
def test_one_owner_who_can_is_enough(owner: str, expected: tuple[int, int, int]) -> None:
    """Another owner, or the one who takes over, suffices; only components that teams own are asked."""
    assert expected == answers("payments: {members: []}, orders: {headcount: 3}, empty: {members: []}", owner)


@pytest.mark.parametrize(
    ("team", "message", "evidence"),
    [
        (
            "members: []",
            "ledger is owned by payments, a team with nobody in it",
            {"owner": "payments", "reason": "empty", "people": []},
        ),
        (
            "kind: group",
            "ledger is owned by payments, a group without people of its own",
            {"owner": "payments", "reason": "group", "people": []},
        ),
        (
            "members: [bo], lead: ana",
            "ledger is owned by payments, where nobody stays (ana is leaving and bo is vacant)",
            {"owner": "payments", "reason": "leaving", "people": ["ana", "bo"]},
        ),
    ],
)
def test_the_message_says_why(team: str, message: str, evidence: dict[str, object]) -> None:
    """Each reason has its words, and the finding stands at the owner."""
    text = f"{PEOPLE}teams: {{payments: {{{team}}}}}\ncomponents:\n  ledger: {{owner: payments}}"
    (finding,) = audit_text(text, "O004").findings
    assert (message, evidence) == (finding.message, finding.evidence)
    assert finding.place is not None
    assert (8, 19, 8, 27) == finding.place[1:]


def test_of_two_owners_who_cannot_own_the_first_is_named() -> None:
    """The finding speaks of one of them, in its words and in its evidence alike."""
    text = "teams: {payments: {members: []}, units: {kind: group}}\ncomponents: {ledger: {owner: [payments, units]}}"
    (finding,) = audit_text(text, "O004").findings
    assert "ledger is owned by payments, a team with nobody in it" == finding.message
    assert {"owner": "payments", "reason": "empty", "people": []} == finding.evidence


def test_the_empty_team_is_not_reported_again() -> None:
    """That the same team is too small, or has no lead, is the same problem."""
    text = """
    people: {cy: {}}
    teams:
      payments: {members: []}
      orders: {lead: cy, headcount: 6}
    components: {ledger: {owner: payments}}
    """
    audit = audit_text(text, "O004", "T002", "L010")
    assert ["O004"] == [finding.code for finding in audit.standing]
    assert {"O004", "T002", "L010"} == {finding.code for finding in audit.findings}


def test_external_components_are_not_asked() -> None:
    """Who owns what belongs to others is not ours to say."""
    text = "teams: {payments: {members: []}}\ncomponents: {mail: {external: true, owner: payments}}"
    assert 0 == audit_text(text, "O004").coverage[0].checked
