"""T006: a team or a lowest group has more people than can know and trust one another."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

SHOP = """
teams:
  shop: {kind: group, lead: ana}
  browse: {parent: shop, headcount: 20}
  basket: {parent: shop, headcount: 25}
  payments: {parent: shop, members: [a, b, c, d, e]}
"""
UNKNOWN = (("members or headcount of teams", 1),)


def test_a_group_over_the_limit_is_found() -> None:
    """Its lead, the headcounts and the members make 51; the largest teams are shown."""
    (finding,) = audit_text(SHOP, "T006", set=["rules.T006.team=25"]).findings
    assert "shop has 51 people in 3 teams, 1 more than can trust one another (limit 50)" == finding.message
    expected = {"size": 51, "teams": ["basket", "browse", "payments"], "over": 1, "limit": 50}
    assert expected == finding.evidence
    assert ("warning", "team:shop") == (finding.severity, finding.subject.key)
    shown = [(each.subject.id if each.subject else "", each.message) for each in finding.related]
    assert [("basket", "25 people"), ("browse", "20 people"), ("payments", "5 people")] == shown


def test_everybody_counts_once() -> None:
    """The lead of the group who is a member of one of its teams, and a member of two, are one person each."""
    text = SHOP.replace("lead: ana", "lead: a").replace("[a, b", "[a, b, z") + "  returns: {parent: shop, members: [z]}"
    assert 51 == audit_text(text, "T006", set=["rules.T006.team=25"]).findings[0].evidence["size"]
    assert () == audit_text(SHOP.replace("lead: ana", "lead: a"), "T006", set=["rules.T006.team=25"]).findings


def test_a_team_over_the_limit_is_found() -> None:
    """Sixteen are one too many; fifteen are not."""
    (finding,) = audit_text("teams: {a: {headcount: 15}, b: {headcount: 16}}", "T006").findings
    assert "b has 16 people, 1 more than can trust one another (limit 15)" == finding.message
    assert {"size": 16, "over": 1, "limit": 15} == finding.evidence
    assert (1, 44) == (finding.place or ())[1:3]


def test_the_limits_can_be_set() -> None:
    """`team` and `group` decide."""
    settings = ["rules.T006.team=24", "rules.T006.group=51"]
    assert ["basket"] == [each.subject.id for each in audit_text(SHOP, "T006", set=settings).findings]


def test_groups_above_groups_are_not_asked() -> None:
    """How large a division may be is no question of trust."""
    text = SHOP.replace("shop:", "all: {kind: group}\n  shop:").replace("lead: ana", "parent: all, lead: ana")
    audit = audit_text(text, "T006", set=["rules.T006.team=25"])
    assert ["shop"] == [each.subject.id for each in audit.findings]
    assert (4, 1, 0) == (audit.coverage[0].checked, audit.coverage[0].violations, audit.coverage[0].unknown)


@pytest.mark.parametrize("other", ["kind: operation", "kind: guild", "kind: council", "external: true"])
def test_only_delivery_teams_make_a_group_large(other: str) -> None:
    """A shift of a hundred is another matter, a guild holds people of elsewhere, a supplier is not ours."""
    text = f"teams: {{shop: {{kind: group}}, a: {{parent: shop, headcount: 9}}, b: {{parent: shop, {other}"
    assert (Coverage("T006", 2, 0, 0),) == audit_text(text + ", headcount: 100}}", "T006").coverage


def test_what_depends_on_an_unknown_size_is_unknown() -> None:
    """A team of unknown size makes its group unknown, but not where the others are too many by themselves."""
    text = "teams: {shop: {kind: group}, a: {parent: shop, headcount: 9}, b: {parent: shop, lead: ana}}"
    missing = (("members or headcount of teams", 2),)
    assert (Coverage("T006", 1, 0, 2, missing),) == audit_text(text, "T006").coverage
    (finding,) = audit_text(text, "T006", set=["rules.T006.group=8"]).findings
    assert "shop has at least 9 people in 2 teams, 1 more than can trust one another (limit 8)" == finding.message


def test_an_external_group_is_not_asked() -> None:
    """What others have below them is theirs."""
    text = SHOP.replace("lead: ana", "external: true, lead: ana")
    assert (Coverage("T006", 3, 0, 0),) == audit_text(text, "T006", set=["rules.T006.team=25"]).coverage


def test_a_circle_of_groups_ends() -> None:
    """Each has the other below it, so neither is a lowest one."""
    text = "teams: {a: {kind: group, parent: b}, b: {kind: group, parent: a}, c: {parent: a, headcount: 60}}"
    found = audit_text(text, "T006", set=["rules.T006.team=99"])
    assert (Coverage("T006", 1, 0, 0),) == found.coverage


def test_the_size_of_a_team_is_told_once() -> None:
    """A team that is too large for two pizzas need not hear that it is too large for trust."""
    found = audit_text("teams: {a: {headcount: 16}}", "T001", "T006").findings
    assert ["T001"] == [finding.code for finding in found if finding.covered_by is None]
