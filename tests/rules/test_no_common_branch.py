"""W007: the first common superior of the teams of an initiative is the top of the organisation."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

GROUPS = """\
teams:
  top: {kind: group}
  shop: {kind: group, parent: top}
  tech: {kind: group, parent: top}
  a: {parent: shop}
  b: {parent: shop}
  c: {parent: tech}
  lost: {parent: tec}
  far: {external: true}
initiatives:
"""
PEOPLE = """\
people:
  zoe: {manager: nobody}
  kim: {manager: zoe}
  lee: {manager: zoe}
  ana: {manager: kim}
  bo: {manager: kim}
  cy: {manager: lee}
  di: {manager: nobody}
  ed: {}
teams: {a: {lead: ana}, b: {lead: bo}, c: {lead: cy}, d: {lead: di}, e: {lead: ed}}
initiatives:
"""


def test_teams_of_two_branches_are_found() -> None:
    """The finding names the teams, each with its place, and the top."""
    (finding,) = audit_text(GROUPS + "  one: {team: a, contributors: [c]}", "W007").findings
    assert "only top, at the top, is above the 2 teams of one, a and c" == finding.message
    assert {"count": 2, "teams": ["a", "c"], "superior": "top"} == finding.evidence
    assert ("warning", "initiative:one", (11, 15)) == (
        finding.severity,
        finding.subject.key,
        (finding.place or ())[1:3],
    )
    assert [("team:a", 15), ("team:c", 33)] == [
        (each.subject and each.subject.key, each.place and each.place.column) for each in finding.related
    ]


def test_managers_count_before_groups() -> None:
    """The leads of two teams meet at whoever reports to nobody."""
    (finding,) = audit_text(PEOPLE + "  one: {team: a, contributors: [b, c]}", "W007").findings
    assert "only zoe, at the top, is above the 3 teams of one, a, b and c" == finding.message


def test_nothing_in_common_is_found() -> None:
    """Two tops, of people or of groups, meet nowhere."""
    (people,) = audit_text(PEOPLE + "  one: {contributors: [a, d]}", "W007").findings
    assert "nothing in the organisation is above all of the 2 teams of one, a and d" == people.message
    two = "teams: {x: {}, y: {}, a: {parent: x}, b: {parent: y}}\ninitiatives: {one: {team: a, contributors: [b]}}"
    (groups,) = audit_text(two, "W007").findings
    assert None is groups.evidence["superior"]


@pytest.mark.parametrize(
    "text",
    [
        GROUPS + "  one: {team: a, contributors: [b]}",
        GROUPS + "  one: {team: a, contributors: []}",
        GROUPS + "  one: {team: a, contributors: [far, {team: c, ask: self-service}]}",
        PEOPLE + "  one: {team: a, contributors: [b]}",
    ],
)
def test_one_branch_is_fine(text: str) -> None:
    """So is one team, and what is only used or stands outside."""
    assert (Coverage("W007", 1, 0, 0),) == audit_text(text, "W007").coverage


def test_a_group_is_the_top_only_where_it_is_the_only_one() -> None:
    """Of several groups side by side none is above all."""
    text = "teams: {x: {}, y: {}, a: {parent: x}, b: {parent: x}, c: {parent: y}}\ninitiatives:\n"
    assert () == audit_text(text + "  one: {team: a, contributors: [b]}", "W007").findings


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (GROUPS + "  one: {team: a}", "teams and contributors of initiatives"),
        (GROUPS + "  one: {contributors: [a, b]}", "teams and contributors of initiatives"),
        (GROUPS + "  one: {team: a, contributors: [bb]}", "teams and contributors of initiatives"),
        (GROUPS + "  one: {team: a, contributors: [lost]}", "parents of teams or managers of their leads"),
        (PEOPLE + "  one: {team: a, contributors: [e]}", "parents of teams or managers of their leads"),
    ],
)
def test_what_is_not_stated_is_unknown(text: str, missing: str) -> None:
    """Teams that are not named, and lines that break off."""
    assert (Coverage("W007", 0, 0, 1, ((missing, 1),)),) == audit_text(text, "W007").coverage


def test_what_is_known_can_be_enough() -> None:
    """Further teams cannot bring the common superior nearer."""
    assert 1 == len(audit_text(GROUPS + "  one: {contributors: [a, c, cc]}", "W007").findings)


@pytest.mark.parametrize("other", ["stage: idea", "stage: paused", "stage: retired", "external: true"])
def test_only_active_initiatives_of_ours_are_asked(other: str) -> None:
    """A plan may still be cut."""
    text = GROUPS + f"  one: {{team: a, contributors: [c], {other}}}"
    assert (Coverage("W007", 0, 0, 0),) == audit_text(text, "W007").coverage
