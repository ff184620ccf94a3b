"""S003: a specialist is spread over many teams."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text


def spread(person: str, *teams: str) -> str:
    """Return an organisation with Nils in these teams."""
    listed = "".join(f"  {name}: {team}\n" for name, team in zip("abcdef", teams, strict=False))
    return f"people:\n  nils: {person}\n  ana: {{skills: [crypto]}}\nteams:\n{listed}"


MEMBER = "{members: [nils]}"
SKILLED = "{skills: [crypto, java]}"


def test_three_teams_are_found() -> None:
    """With the shares, where each is written, and where nobody else has one of the skills."""
    text = spread("{skills: crypto}", MEMBER, "{members: [{person: nils, allocation: 20%}]}", "{members: [ana, nils]}")
    (finding,) = audit_text(text, "S003").findings
    assert "nils, who has crypto, is spread over 3 teams, a, b and c (limit 2)" == finding.message
    assert ("warning", "person:nils", 2) == (
        finding.severity,
        finding.subject.key,
        finding.place and finding.place.line,
    )
    assert ("nobody else is known to have the skill in a and b",) == finding.note
    assert {
        "count": 3,
        "limit": 2,
        "teams": ["a", "b", "c"],
        "skills": ["crypto"],
        "allocations": [None, 0.2, None],
        "only_holder_in": ["a", "b"],
    } == finding.evidence
    assert [("member of a", 5), ("member of b, with 20 %", 6), ("member of c", 7)] == [
        (each.message, each.place and each.place.line) for each in finding.related
    ]


@pytest.mark.parametrize(
    ("person", "third"),
    [
        (SKILLED, "{}"),
        (SKILLED, "{kind: guild, members: [nils]}"),
        (SKILLED, "{external: true, members: [nils]}"),
        (SKILLED, "{lead: nils, members: [nils]}"),
        ("{skills: []}", MEMBER),
    ],
)
def test_what_is_no_third_team_is_fine(person: str, third: str) -> None:
    """A guild, a supplier, a team that is led; and somebody of whom it is stated that it is for no skill."""
    assert (Coverage("S003", 2, 0, 0),) == audit_text(spread(person, MEMBER, MEMBER, third), "S003").coverage


def test_who_states_no_skills_is_unknown() -> None:
    """In so many teams for a skill or for something else."""
    missing = (("skills of people in several teams", 1),)
    audit = audit_text(spread("{role: engineer}", MEMBER, MEMBER, MEMBER), "S003")
    assert (Coverage("S003", 1, 0, 1, missing),) == audit.coverage


@pytest.mark.parametrize("state", ["external: true", "status: vacant"])
def test_people_of_elsewhere_and_vacant_positions_are_not_asked(state: str) -> None:
    """Only Ana is."""
    audit = audit_text(spread(f"{{skills: [go], {state}}}", MEMBER, MEMBER, MEMBER), "S003")
    assert (Coverage("S003", 1, 0, 0),) == audit.coverage


def test_the_limit_can_be_set() -> None:
    """`max` decides how many are many."""
    text = spread(SKILLED, MEMBER, MEMBER)
    (finding,) = audit_text(text, "S003", set=["rules.S003.max=1"]).findings
    assert "nils, who has crypto and java, is spread over 2 teams, a and b (limit 1)" == finding.message


def test_it_covers_that_the_person_is_in_several_teams() -> None:
    """Being in three teams is said once."""
    found = {finding.code: finding for finding in audit_text(spread(SKILLED, *[MEMBER] * 3), "S003", "T004").findings}
    assert found["S003"].fingerprint == found["T004"].covered_by
