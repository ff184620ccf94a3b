"""L013: a person leads several delivery teams."""

import datetime

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TODAY = datetime.date(2026, 11, 22)
PEOPLE = "people: {ana: {}, bo: {}, req-1: {status: vacant}, guest: {external: true}}\nteams:\n"
TWO = PEOPLE + "  cloud: {lead: ana}\n  logs: {lead: [bo, ana]}\n"


def test_a_lead_of_two_teams_is_found() -> None:
    """The finding names both, stands at the second and shows the first."""
    (finding,) = audit_text(TWO, "L013").findings
    assert "ana leads 2 teams, cloud and logs (limit 1)" == finding.message
    assert {"count": 2, "teams": ["cloud", "logs"], "not_counted": [], "limit": 1} == finding.evidence
    assert ("warning", "person:ana", "leads logs") == (finding.severity, finding.subject.key, finding.label)
    assert (4, 21, 4, 24) == (finding.place or ())[1:]
    assert [("leads cloud", 3)] == [(each.message, each.place and each.place.line) for each in finding.related]


def test_a_lead_of_one_team_is_fine() -> None:
    """The coverage counts leads."""
    assert (Coverage("L013", 2, 0, 0),) == audit_text(PEOPLE + "  a: {lead: ana}\n  b: {lead: bo}", "L013").coverage


def test_a_team_that_names_no_lead_is_unknown() -> None:
    """Anybody may lead it; that nobody does is known."""
    missing = (("leads of teams", 1),)
    text = PEOPLE + "  a: {lead: ana}\n  b: {}\n  c: {lead: nobody}"
    assert (Coverage("L013", 1, 0, 1, missing),) == audit_text(text, "L013").coverage


@pytest.mark.parametrize("team", ["kind: group", "kind: council", "kind: guild", "kind: operation", "external: true"])
def test_only_delivery_teams_of_ours_count(team: str) -> None:
    """Whoever leads a team may also lead the group above it, or a council."""
    text = PEOPLE + f"  cloud: {{lead: ana}}\n  other: {{lead: ana, {team}}}"
    assert (Coverage("L013", 1, 0, 0),) == audit_text(text, "L013").coverage


@pytest.mark.parametrize("lead", ["req-1", "guest"])
def test_vacant_positions_and_external_people_are_not_asked(lead: str) -> None:
    """Nobody is torn yet, or somebody who is not ours."""
    text = PEOPLE + f"  cloud: {{lead: {lead}}}\n  logs: {{lead: {lead}}}"
    assert (Coverage("L013", 0, 0, 0),) == audit_text(text, "L013").coverage


@pytest.mark.parametrize(("until", "found"), [("2026-11-22", False), ("2027-03-01", False), ("2026-11-21", True)])
def test_a_team_until_a_date_to_come_does_not_count(until: str, found: bool) -> None:
    """A task-force that ends, or a team that is led by somebody else from then on; not once the date has passed."""
    text = PEOPLE + f"  cloud: {{lead: ana}}\n  logs: {{lead: ana, until: {until}}}"
    assert found == bool(audit_text(text, "L013", today=TODAY).findings)


@pytest.mark.parametrize(("until", "found"), [("2026-11-22", False), ("2026-11-21", True)])
def test_an_acting_role_until_a_date_to_come_accounts_for_one_team(until: str, found: bool) -> None:
    """The person's own date ends an acting role; it does not say of which team."""
    text = TWO.replace("ana: {}", f"ana: {{until: {until}}}")
    assert found == bool(audit_text(text, "L013", today=TODAY).findings)


def test_what_is_not_counted_is_told() -> None:
    """Four teams: one ends, one is an acting role, and two are still too many."""
    text = PEOPLE.replace("ana: {}", "ana: {until: 2027-01-31}")
    text += "  a: {lead: ana}\n  b: {lead: ana, until: 2026-12-31}\n  c: {lead: ana}\n  d: {lead: ana}"
    (finding,) = audit_text(text, "L013", today=TODAY).findings
    assert ["a", "c", "d"] == finding.evidence["teams"]
    assert ("not counted: b until 2026-12-31 and one more until 2027-01-31",) == finding.note


def test_the_limit_can_be_set() -> None:
    """`max` decides how many are several."""
    assert () == audit_text(TWO, "L013", set=["rules.L013.max=2"]).findings
