"""L006: the leader of an initiative also leads a team, or manages people, outside it."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

PEOPLE = """\
people:
  ana: {manager: nobody}
  bo: {manager: ana}
  cy: {manager: ana}
  di: {}
  req: {manager: ana, status: vacant}
"""


def org(teams: str, initiative: str = "{leader: ana, team: own}") -> str:
    """Return an organisation with these teams and one initiative."""
    return f"{PEOPLE}teams: {{{teams}}}\ninitiatives:\n  one: {initiative}"


def test_a_team_outside_is_found() -> None:
    """The finding names it and shows where its lead is written."""
    (finding,) = audit_text(org("own: {lead: di}, other: {lead: ana, members: [bo, cy]}"), "L006").findings
    assert "one competes with other duties of its leader: ana also leads other" == finding.message
    assert {"duties": 1, "leaders": ["ana"], "teams": ["other"], "reports": [], "report_count": 0} == finding.evidence
    assert ("warning", "initiative:one", (9, 17)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    shown = [(each.message, each.place and each.place[1:3]) for each in finding.related]
    assert [("ana leads this", (7, 40))] == shown


def test_people_outside_are_found() -> None:
    """Whoever works in another team and reports to the leader; vacant positions do not."""
    (finding,) = audit_text(org("own: {members: [bo]}, other: {members: [cy, req]}"), "L006").findings
    assert "one competes with other duties of its leader: ana also manages 1 person outside it, cy" == finding.message
    assert (1, ["cy"]) == (finding.evidence["duties"], finding.evidence["reports"])
    assert [("reports to ana", 4)] == [(each.message, each.place and each.place.line) for each in finding.related]


def test_people_of_a_team_that_is_named_are_not_told_again() -> None:
    """Those in other teams are."""
    teams = "own: {lead: di}, other: {lead: ana, members: [bo]}, third: {members: [cy]}"
    (finding,) = audit_text(org(teams), "L006").findings
    assert finding.message.endswith("ana also leads other and manages 1 person elsewhere, cy")


def test_a_group_is_outside_unless_all_of_it_works_on_the_initiative() -> None:
    """Its teams decide."""
    teams = "g: {kind: group, lead: ana}, own: {parent: g, members: [bo]}, x: {parent: g, members: [cy]}"
    (finding,) = audit_text(org(teams), "L006").findings
    assert ["g"] == finding.evidence["teams"]
    assert () == audit_text(org(teams, "{leader: ana, team: own, contributors: [x]}"), "L006").findings


def test_a_group_without_teams_is_outside() -> None:
    """Nothing of it works on the initiative."""
    (finding,) = audit_text(org("g: {kind: group, lead: ana}, own: {members: [bo, cy]}"), "L006").findings
    assert ["g"] == finding.evidence["teams"]


@pytest.mark.parametrize(
    ("teams", "initiative"),
    [
        ("own: {lead: ana, members: [bo, cy]}", "{leader: ana, team: own}"),
        ("own: {lead: di}, x: {lead: ana, members: [bo, cy]}", "{leader: ana, team: own, contributors: [x]}"),
        ("own: {members: [bo]}, x: {members: [cy]}", "{leader: ana, team: own, people: [cy]}"),
        ("own: {members: [bo, cy]}, x: {lead: ana, kind: guild}", "{leader: ana, team: own}"),
        ("own: {members: [bo, cy]}, x: {lead: ana, external: true}", "{leader: ana, team: own}"),
        ("own: {members: [bo, cy]}", "{leader: bo, team: own}"),
    ],
)
def test_duties_inside_are_fine(teams: str, initiative: str) -> None:
    """The own team is the ideal; contributors and those who are listed belong to it; a guild is no duty."""
    assert (Coverage("L006", 1, 0, 0),) == audit_text(org(teams, initiative), "L006").coverage


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (org("own: {}", "{team: own}"), "leaders of initiatives"),
        (org("own: {lead: ana}", "{leader: ana}"), "teams of initiatives"),
        (org("own: {members: [bo]}"), "teams of people"),
        ("people: {ana: {}}\nteams: {own: {}}\ninitiatives: {one: {leader: ana, team: own}}", "managers of people"),
    ],
)
def test_what_is_not_stated_is_unknown(text: str, missing: str) -> None:
    """Leaders, teams, where reports work, and whether anybody reports to anybody."""
    assert (Coverage("L006", 0, 0, 1, ((missing, 1),)),) == audit_text(text, "L006").coverage


def test_each_of_several_leaders_is_asked() -> None:
    """One finding tells of all who have other duties."""
    text = org("own: {}, x: {lead: ana, members: [bo, cy]}, y: {lead: di}", "{leader: [di, ana, bo], team: own}")
    (finding,) = audit_text(text, "L006").findings
    assert finding.message.endswith("of its leader: di also leads y; ana also leads x")
    assert (2, (9, 18)) == (finding.evidence["duties"], (finding.place or ())[1:3])


@pytest.mark.parametrize("other", ["stage: idea", "stage: retired", "external: true", "leader: nobody"])
def test_only_active_initiatives_that_somebody_leads_are_asked(other: str) -> None:
    """Nobody has no duties."""
    text = org("own: {}, x: {lead: ana}", f"{{team: own, {'leader: ana, ' if 'leader' not in other else ''}{other}}}")
    assert (Coverage("L006", 0, 0, 0),) == audit_text(text, "L006").coverage


def test_an_operation_gets_a_note() -> None:
    """What runs every day is led beside other things."""
    text = org("own: {}, x: {lead: ana}", "{leader: ana, team: own, kind: operation}")
    assert ["info"] == [finding.severity for finding in audit_text(text, "L006").findings]
