"""W009: a group runs more active initiatives than it has teams."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEAMS = """\
teams:
  top: {kind: group}
  shop: {kind: group, parent: top}
  tech: {kind: group, parent: top}
  a: {parent: shop}
  b: {parent: shop, kind: operation}
  peers: {parent: shop, kind: guild}
  supplier: {parent: shop, external: true}
  c: {parent: tech}
  d: {parent: tech}
initiatives:
"""


def test_more_initiatives_than_teams_are_found() -> None:
    """Only in the group that has them; guilds and external teams are no teams here."""
    text = TEAMS + "  one: {team: a}\n  two: {team: b}\n  three: {team: shop}"
    audit = audit_text(text, "W009")
    (finding,) = audit.findings
    said = "shop runs 3 active initiatives with 2 teams, 1.5 for each (limit 1 for each): one, three and two"
    assert said == finding.message
    assert {"ratio": 1.5, "initiative_count": 3, "teams": 2, "initiatives": ["one", "three", "two"], "limit": 1.0} == (
        finding.evidence
    )
    assert ("warning", "team:shop", (3, 3)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    assert (Coverage("W009", 3, 1, 0),) == audit.coverage


def test_a_group_without_teams_has_none_for_its_initiative() -> None:
    """One is more than none, and no ratio is made up."""
    (finding,) = audit_text("teams: {g: {kind: group}}\ninitiatives: {one: {team: g}}", "W009").findings
    assert "g runs 1 active initiative with 0 teams (limit 1 for each): one" == finding.message
    assert None is finding.evidence["ratio"]


@pytest.mark.parametrize("other", ["stage: idea", "stage: paused", "stage: retired", "external: true"])
def test_only_active_initiatives_of_ours_count(other: str) -> None:
    """What is not under way takes nobody's time."""
    text = TEAMS + f"  one: {{team: a}}\n  two: {{team: a}}\n  three: {{team: a, {other}}}"
    assert (Coverage("W009", 3, 0, 0),) == audit_text(text, "W009").coverage


@pytest.mark.parametrize("initiative", ["{}", "{team: aa}"])
def test_an_initiative_of_no_known_team_is_unknown(initiative: str) -> None:
    """The groups are asked about the others."""
    missing = (("teams of initiatives", 1),)
    assert (Coverage("W009", 3, 0, 1, missing),) == audit_text(TEAMS + f"  one: {initiative}", "W009").coverage


def test_external_groups_are_not_asked() -> None:
    """Another department has its own priorities."""
    text = "teams: {g: {kind: group, external: true}}\ninitiatives: {one: {team: g}}"
    assert (Coverage("W009", 0, 0, 0),) == audit_text(text, "W009").coverage


def test_the_ratio_can_be_set() -> None:
    """`max_ratio` says how many initiatives a team may have."""
    text = TEAMS + "  one: {team: c}\n  two: {team: c}"
    assert ["tech"] == [each.subject.id for each in audit_text(text, "W009", set=["rules.W009.max_ratio=0.5"]).findings]
    three = TEAMS + "  one: {team: a}\n  two: {team: b}\n  three: {team: a}"
    assert () == audit_text(three, "W009", set=["rules.W009.max_ratio=1.5"]).findings
