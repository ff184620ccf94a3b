"""S001: a team lacks a skill that its work needs."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

PEOPLE = "people: {ana: {skills: [java]}, bo: {skills: []}, cy: {skills: [sql, go]}, di: {}}\n"


def test_a_skill_that_nobody_has_is_found() -> None:
    """With who needs it, where that is written, and who has it elsewhere."""
    text = PEOPLE + (
        "teams: {a: {members: [ana, bo], needs_skills: [java, statistics]}}\n"
        "components: {store: {owner: a, needs_skills: sql}}\n"
    )
    (finding,) = audit_text(text, "S001").findings
    assert "nobody in a has sql and statistics, which its work needs" == finding.message
    assert ("warning", "team:a", 3) == (finding.severity, finding.subject.key, finding.place and finding.place.line)
    assert ("sql elsewhere: cy", "nobody is known to have statistics") == finding.note
    assert {
        "count": 2,
        "skills": ["sql", "statistics"],
        "needed_by": ["component:store", "team:a"],
        "people": ["ana", "bo"],
    } == finding.evidence
    assert [("store needs sql", 3), ("the team needs statistics", 2)] == [
        (each.message, each.place and each.place.line) for each in finding.related
    ]


def test_many_who_have_it_elsewhere_are_counted() -> None:
    """A list of hundreds helps nobody."""
    others = "".join(f"  p{n}: {{skills: [go]}}\n" for n in range(6))
    text = f"people:\n  ana: {{skills: []}}\n{others}teams: {{a: {{members: [ana], needs_skills: [go]}}}}"
    assert ("go elsewhere: 6 people have it",) == audit_text(text, "S001").findings[0].note


@pytest.mark.parametrize("team", ["{members: [ana, di], needs_skills: [Java]}", "{members: [di], needs_skills: []}"])
def test_a_team_that_has_what_it_needs_is_fine(team: str) -> None:
    """One who has it is enough, whatever the others can do; and who needs nothing lacks nothing."""
    assert (Coverage("S001", 1, 0, 0),) == audit_text(PEOPLE + f"teams: {{a: {team}}}", "S001").coverage


@pytest.mark.parametrize(
    ("team", "missing"),
    [
        ("{members: [ana, di], needs_skills: [sql]}", "skills of people in teams"),
        ("{headcount: 4, needs_skills: [sql]}", "skills of people in teams"),
        ("{members: [ana]}", "skills that teams need"),
    ],
)
def test_what_is_not_known_is_unknown(team: str, missing: str) -> None:
    """Di might have it, four people without names might, and a team of which no needs are stated may lack nothing."""
    coverage = audit_text(PEOPLE + f"teams: {{a: {team}}}", "S001").coverage
    assert (Coverage("S001", 0, 0, 1, ((missing, 1),)),) == coverage


def initiative(rest: str) -> str:
    """Return an organisation with an initiative that needs a skill its team does not have."""
    return PEOPLE + f"teams: {{a: {{members: [ana]}}}}\ninitiatives: {{one: {{team: a, needs_skills: [go], {rest}}}}}"


@pytest.mark.parametrize("rest", ["leader: cy", "people: [cy]"])
def test_who_works_on_an_initiative_counts_for_it(rest: str) -> None:
    """The leader, and people who are named on it, though they are of no team."""
    assert (Coverage("S001", 1, 0, 0),) == audit_text(initiative(rest), "S001").coverage


def test_an_initiative_whose_people_cannot_do_it_is_found() -> None:
    """The finding names the initiative, and is about the team."""
    (finding,) = audit_text(initiative("leader: bo"), "S001").findings
    assert ("team:a", ["initiative:one"]) == (finding.subject.key, finding.evidence["needed_by"])


def test_an_initiative_whose_people_are_not_known_is_unknown() -> None:
    """Di might have it."""
    assert (0, 1) == audit_text(initiative("leader: di"), "S001").coverage[0][2:4]


def test_an_initiative_that_is_over_needs_nothing() -> None:
    """Then the team has no needs that are stated."""
    assert (0, 1) == audit_text(initiative("stage: stopped"), "S001").coverage[0][2:4]


def test_a_vacant_position_has_no_skill_yet() -> None:
    """What it should bring is missing until it is filled."""
    text = (
        "people: {ana: {skills: [java]}, req: {status: vacant, skills: [sql]}}\n"
        "teams: {a: {members: [ana, req], needs_skills: [sql]}, x: {external: true, needs_skills: [sql], members: []}}"
    )
    assert ["a"] == [finding.subject.id for finding in audit_text(text, "S001").findings]
