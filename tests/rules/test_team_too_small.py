"""T002: a team has too few people to stay a team when one of them leaves."""

import datetime

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TODAY = datetime.date(2026, 11, 22)


def test_a_team_under_the_limit_is_found_with_its_numbers() -> None:
    """The message, the evidence and the place name the headcount."""
    (finding,) = audit_text("teams: {receipts: {headcount: 3}}", "T002").findings
    assert "receipts has 3 people, too few to stay a team when one leaves (at least 4)" == finding.message
    assert {"size": 3, "vacancies": 0, "limit": 4} == finding.evidence
    assert ("info", "team:receipts") == (finding.severity, finding.subject.key)
    assert (1, 31, 1, 32) == (finding.place or ())[1:]


def test_a_team_at_the_limit_is_fine() -> None:
    """Four people are enough."""
    assert (Coverage("T002", 1, 0, 0),) == audit_text("teams: {receipts: {headcount: 4}}", "T002").coverage


def test_a_team_of_unknown_size_is_unknown() -> None:
    """Vacancies alone do not tell a size."""
    missing = (("members or headcount of teams", 1),)
    assert (Coverage("T002", 0, 0, 1, missing),) == audit_text("teams: {receipts: {vacancies: 1}}", "T002").coverage


@pytest.mark.parametrize(
    ("team", "found"),
    [
        ("{headcount: 2, vacancies: 2}", False),
        ("{headcount: 2, vacancies: 1}", True),
        ("{members: [ana, bo, req-1, req-2]}", False),
        ("{members: [ana, bo, req-1]}", True),
        ("{lead: req-1, members: [ana, bo, cy]}", False),
        ("{lead: ana, members: [bo, req-1], vacancies: 1}", False),
    ],
)
def test_vacancies_count(team: str, found: bool) -> None:
    """Positions that are open, listed or only counted, will be people."""
    people = "people: {ana: {}, bo: {}, cy: {}, req-1: {status: vacant}, req-2: {status: vacant}}"
    assert found == bool(audit_text(f"{people}\nteams: {{receipts: {team}}}", "T002").findings)


def test_vacancies_are_told() -> None:
    """The message counts people and vacancies apart."""
    (finding,) = audit_text("teams: {receipts: {headcount: 1, vacancies: 2}}", "T002").findings
    assert finding.message.startswith("receipts has 1 person and 2 vacancies, too few ")
    assert (1, 2) == (finding.evidence["size"], finding.evidence["vacancies"])


def test_an_empty_team_has_nobody() -> None:
    """An empty list of members says that nobody is there."""
    (finding,) = audit_text("teams: {receipts: {members: []}}", "T002").findings
    assert "receipts has nobody in it (at least 4)" == finding.message


def test_the_limit_can_be_set() -> None:
    """`min` decides how few are too few."""
    text = "teams: {receipts: {headcount: 3}}"
    assert () == audit_text(text, "T002", set=["rules.T002.min=3"]).findings


@pytest.mark.parametrize(
    ("initiative", "spared"),
    [
        ("{team: lab, started: 2026-11-01}", True),
        ("{team: lab, proposed: 2026-11-01}", True),
        ("{team: lab, proposed: 2026-11-01, stage: press-release}", True),
        ("{team: lab, started: 2026-05-27}", True),
        ("{team: lab, started: 2026-05-26}", False),
        ("{team: lab, proposed: 2026-11-01, started: 2024-01-01}", False),
        ("{team: lab}", False),
        ("{team: lab, started: 2026-11-01, stage: paused}", False),
        ("{team: lab, started: 2026-11-01, stage: stopped}", False),
        ("{team: other, contributors: [lab], started: 2026-11-01}", False),
    ],
)
def test_the_own_team_of_a_new_initiative_is_spared(initiative: str, spared: bool) -> None:
    """An invention begins with few: for 180 days from its start, or else from its proposal, while it goes on."""
    text = f"teams: {{lab: {{headcount: 2}}, other: {{headcount: 6}}}}\ninitiatives: {{new: {initiative}}}"
    audit = audit_text(text, "T002", today=TODAY)
    assert spared != bool(audit.findings)
    assert 2 == audit.coverage[0].checked


def test_the_time_to_start_can_be_set() -> None:
    """`start_days` decides how long an initiative is new."""
    text = "teams: {lab: {headcount: 2}}\ninitiatives: {new: {team: lab, started: 2026-11-01}}"
    (finding,) = audit_text(text, "T002", set=["rules.T002.start_days=21"], today=TODAY).findings
    assert "lab" == finding.subject.id
    assert () == audit_text(text, "T002", set=["rules.T002.start_days=22"], today=TODAY).findings


def test_only_delivery_teams_of_ours_are_asked() -> None:
    """Councils, operations, groups and external teams may be small."""
    text = """
        teams:
          board: {kind: council, headcount: 2}
          shift: {kind: operation, headcount: 2}
          shop: {kind: group, members: [ana]}
          supplier: {external: true, headcount: 1}
    """
    assert (Coverage("T002", 0, 0, 0),) == audit_text(text, "T002").coverage


def test_one_person_and_one_vacancy_are_no_empty_team() -> None:
    """Two are too few, and not nobody."""
    (finding,) = audit_text("teams: {receipts: {headcount: 1, vacancies: 1}}", "T002").findings
    assert "receipts has 1 person and 1 vacancy, too few to stay a team when one leaves (at least 4)" == finding.message
