"""S002: one person alone holds a skill that a team needs."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

PEOPLE = "people: {ana: {skills: [java, sql]}, bo: {skills: [java], status: leaving}, cy: {skills: [go]}, di: {}}\n"


def test_the_only_one_is_named() -> None:
    """With the skill, who needs it and where that is written."""
    text = PEOPLE + (
        "teams: {a: {members: [ana, bo, cy], needs_skills: [java, go]}}\ncomponents: {c: {owner: a, needs_skills: sql}}"
    )
    (finding,) = audit_text(text, "S002").findings
    assert "in a one person alone has go (cy) and sql (ana), which its work needs" == finding.message
    assert ("warning", "team:a", 2) == (finding.severity, finding.subject.key, finding.place and finding.place.line)
    assert {"count": 2, "skills": {"go": ["cy"], "sql": ["ana"]}, "min": 2} == finding.evidence
    assert [("the team needs go; cy can do it", 2), ("c needs sql; ana can do it", 3)] == [
        (each.message, each.place and each.place.line) for each in finding.related
    ]
    assert "let somebody else in a learn go beside cy" == finding.help


def test_two_are_enough() -> None:
    """Whatever the third can do; capitals make no other skill."""
    text = PEOPLE + "teams: {a: {members: [ana, bo, di], needs_skills: [Java]}}"
    assert (Coverage("S002", 1, 0, 0),) == audit_text(text, "S002").coverage


def test_how_many_are_enough_can_be_set() -> None:
    """`min` decides; who is leaving counts and is told."""
    text = PEOPLE + "teams: {a: {members: [ana, bo], needs_skills: [java]}}"
    (finding,) = audit_text(text, "S002", set=["rules.S002.min=3"]).findings
    assert "in a fewer than 3 have java (ana and bo), which its work needs" == finding.message
    assert ("bo is leaving",) == finding.note
    assert () == audit_text(text, "S002", set=["rules.S002.min=1"]).findings


def test_a_skill_that_nobody_has_is_another_matter() -> None:
    """That is missing-skill."""
    text = PEOPLE + "teams: {a: {members: [ana], needs_skills: [cobol]}}"
    assert (Coverage("S002", 1, 0, 0),) == audit_text(text, "S002").coverage


@pytest.mark.parametrize(
    ("team", "missing"),
    [
        ("{members: [ana, di], needs_skills: [sql]}", "skills of people in teams"),
        ("{lead: ana, headcount: 4, needs_skills: [sql]}", "skills of people in teams"),
        ("{members: [ana]}", "skills that teams need"),
    ],
)
def test_what_is_not_known_is_unknown(team: str, missing: str) -> None:
    """Di might have it too, and so might people without names."""
    coverage = audit_text(PEOPLE + f"teams: {{a: {team}}}", "S002").coverage
    assert (Coverage("S002", 0, 0, 1, ((missing, 1),)),) == coverage


def test_only_delivery_teams_of_ours_are_asked() -> None:
    """A supplier's people are its own, and a guild shares a craft."""
    team = "members: [ana], needs_skills: [sql]"
    text = PEOPLE + f"teams: {{a: {{kind: guild, {team}}}, x: {{external: true, {team}}}}}"
    assert (Coverage("S002", 0, 0, 0),) == audit_text(text, "S002").coverage
