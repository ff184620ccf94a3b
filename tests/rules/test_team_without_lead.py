"""L010: a delivery team has no lead."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

LED = "people: {ana: {}, bo: {}, req-1: {status: vacant}}\nteams:\n  led: {lead: ana, members: [ana]}\n"
UNKNOWN = (("leads of teams", 1),)


@pytest.mark.parametrize("lead", ["nobody", "[]"])
def test_a_team_that_nobody_leads_is_found(lead: str) -> None:
    """`nobody` and an empty list state that there is no lead; the finding stands there."""
    (finding,) = audit_text(LED + f"  one: {{lead: {lead}, members: [bo]}}", "L010").findings
    assert ("one has 1 person and no lead", "warning") == (finding.message, finding.severity)
    assert {"size": 1, "vacant": []} == finding.evidence
    assert ("team:one", (4, 15)) == (finding.subject.key, (finding.place or ())[1:3])


def test_an_empty_team_is_asked_as_well() -> None:
    """An empty list of members is a list."""
    (finding,) = audit_text(LED + "  one: {lead: nobody, members: []}", "L010").findings
    assert "one has nobody in it and no lead" == finding.message


def test_a_team_with_a_lead_is_fine() -> None:
    """One lead is enough, and so, for this rule, are two."""
    assert (Coverage("L010", 2, 0, 0),) == audit_text(LED + "  one: {lead: [ana, bo], members: []}", "L010").coverage


def test_a_vacant_position_leads_nothing() -> None:
    """Where the only lead is still to be found there is none; beside a person it does no harm."""
    text = LED + "  one: {lead: req-1, members: [bo]}\n  two: {lead: [req-1, ana], members: [bo]}"
    (finding,) = audit_text(text, "L010").findings
    assert "one has 1 person and no lead: req-1 is vacant" == finding.message
    assert ["req-1"] == finding.evidence["vacant"]


def test_an_absent_lead_is_none_where_others_name_theirs() -> None:
    """One team or group that names its lead shows that leads are written down."""
    (finding,) = audit_text(LED + "  one: {members: [bo]}", "L010").findings
    assert ("one", (4, 3)) == (finding.subject.id, (finding.place or ())[1:3])
    group = "people: {ana: {}, bo: {}}\nteams: {shop: {lead: ana}, one: {parent: shop, members: [bo]}}"
    assert ["one"] == [each.subject.id for each in audit_text(group, "L010").findings]


def test_an_absent_lead_is_unknown_where_nobody_names_one() -> None:
    """Where no lead is written down anywhere, nothing can be said."""
    assert (Coverage("L010", 0, 0, 1, UNKNOWN),) == audit_text("teams: {one: {members: [bo]}}", "L010").coverage


@pytest.mark.parametrize(("absent", "unknown"), [("unknown", 1), ("missing", 0), ("auto", 0)])
def test_what_an_absent_lead_means_can_be_set(absent: str, unknown: int) -> None:
    """`absent` decides against what others state."""
    settings = [f"rules.L010.absent={absent}"]
    (row,) = audit_text(LED + "  one: {members: [bo]}", "L010", set=settings).coverage
    assert (unknown, 1 - unknown) == (row.unknown, row.violations)


def test_a_lead_who_is_not_described_is_unknown() -> None:
    """The name is wrong, so who leads is not known; another rule says that."""
    text = LED + "  one: {lead: anna, members: [bo]}"
    assert (Coverage("L010", 1, 0, 1, UNKNOWN),) == audit_text(text, "L010").coverage


def test_only_delivery_teams_that_list_their_members_are_asked() -> None:
    """A headcount alone, a council, a shift, a group and a supplier need none here."""
    text = (
        LED
        + """\
  counted: {lead: nobody, headcount: 5}
  board: {kind: council, lead: nobody, members: [bo]}
  shift: {kind: operation, lead: nobody, members: [bo]}
  shop: {kind: group, lead: nobody, members: [bo]}
  supplier: {external: true, lead: nobody, members: [bo]}
"""
    )
    assert (Coverage("L010", 1, 0, 0),) == audit_text(text, "L010").coverage
