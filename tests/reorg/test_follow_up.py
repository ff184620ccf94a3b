"""What is written elsewhere and must change as well."""

import pytest
from hypothesis import given

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import FollowUp
from orgmodel.reorg.follow_up import follow_up
from tests.graph.support import graph_of
from tests.reorg.entangled import PAIRS_OF_ORGANISATIONS, Both

PEOPLE = "people: {ana: {}, bo: {}, cy: {}}\n"
TEAMS = "teams: {shop: {members: [ana]}, pay: {members: [bo]}, care: {}}\n"


def followed(before: str, after: str, **renamed: str) -> list[FollowUp]:
    """Return what must change besides, between two organisations; people and teams are given where none are."""
    texts = [text if "teams:" in text else PEOPLE + TEAMS + text for text in (before, after)]
    return [*follow_up(*map(graph_of, texts), renamed=renamed)]


@pytest.mark.parametrize(
    ("stated", "what"),
    [
        ("files: [/till/]", "code owners"),
        ("repository: org/till", "catalogue entry"),
        ("interface: {docs: /till}", "documents"),
        ("criticality: critical", "on-call"),
        ("criticality: high", "on-call"),
    ],
)
def test_what_names_the_owner_of_a_component_follows_it(stated: str, what: str) -> None:
    """Where it is stated that something names the owner, that has to follow a handover."""
    till = f"components: {{till: {{owner: shop, {stated}}}}}"
    expected = [FollowUp(what, "component", "till", "shop had it, and pay has it now")]
    assert expected == followed(till, till.replace("shop", "pay"))
    assert [] == followed(till, till)
    assert [FollowUp(what, "component", "till", "cash is called shop now")] == followed(till, till, shop="cash")


def test_nothing_follows_what_states_nothing() -> None:
    """A component of which nothing is said elsewhere, or that had no owner, needs nothing."""
    assert [] == followed("components: {till: {owner: shop}}", "components: {till: {owner: pay}}")
    stated = "files: [/till/], repository: x, criticality: high"
    assert [] == followed(f"components: {{till: {{{stated}}}}}", f"components: {{till: {{owner: pay, {stated}}}}}")


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("owner: shop, operator: care", "owner: shop, operator: pay", "care had it, and pay has it now"),
        ("owner: shop, operator: care", "owner: pay, operator: care", None),
        ("owner: shop, operator: care", "owner: shop", "care had it, and nobody has it now"),
        (
            "owner: shop, criticality: high",
            "owner: shop, operator: care, criticality: high",
            "shop had it, and care has it now",
        ),
        ("owner: shop, criticality: medium", "owner: pay, criticality: medium", None),
    ],
)
def test_who_is_on_call_follows_the_operator(before: str, after: str, why: str | None) -> None:
    """The operator is on call, or without one the owner of what much hangs on."""
    found = followed(f"components: {{till: {{{before}}}}}", f"components: {{till: {{{after}}}}}")
    assert ([FollowUp("on-call", "component", "till", why)] if why else []) == found


def test_documents_of_a_team_follow_it() -> None:
    """What a team publishes changes if it is gone, is called otherwise, or gave a component away."""
    teams = "teams: {shop: {api: {contact: '#shop'}}, pay: {api: {docs: /pay}}, care: {api: {versioning: semver}}}\n"
    owned = "components: {till: {owner: shop}, cart: {owner: shop}}"
    gone = followed(teams + owned, "teams: {till: {}}\n")
    assert [("pay", "pay is gone"), ("shop", "shop is gone")] == [each[2:] for each in gone if each.kind == "team"]
    given = followed(teams + owned, teams + owned.replace("shop", "pay"))
    assert [FollowUp("documents", "team", "shop", "cart and till are no longer owned by shop")] == given
    assert [FollowUp("documents", "team", "pay", "cash is called pay now")] == followed(teams, teams, pay="cash")


LOOP = "hiring: {req-1: {team: shop, hiring_manager: ana, interviewers: [bo, cy]}}"


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (PEOPLE + "teams: {pay: {}}\n" + LOOP, "shop, which hires, is gone"),
        (PEOPLE + "teams: {pay: {}}\n", "shop, which hires, is gone"),
        (LOOP.replace("shop", "pay"), "shop hired, and pay does now"),
        (PEOPLE + TEAMS.replace("[ana]", "[ana], lead: ana") + LOOP, "shop is now led by ana"),
        (PEOPLE + TEAMS.replace("[ana]", "[ana], parent: care") + LOOP, "shop now belongs to care"),
        (PEOPLE.replace("bo: {}, ", "") + TEAMS + LOOP, "bo left"),
        (LOOP, None),
        ("", None),
    ],
)
def test_hiring_loops_follow_their_team(after: str, why: str | None) -> None:
    """Whoever is about to join has to be told of another team, lead or group; and who interviews must be there."""
    expected = [FollowUp("hiring loop", "hiring", "req-1", why)] if why else []
    assert expected == followed(LOOP, after)


def test_goals_follow_their_owner() -> None:
    """A metric with another owner, with one who left, or with one that is called otherwise, stands elsewhere too."""
    goal = "metrics: {clicks: {owner: ana}, orders: {owner: shop}}"
    assert [] == followed(goal, goal)
    handed = followed(goal, goal.replace("shop", "pay"))
    assert [FollowUp("goal owner", "metric", "orders", "shop had it, and pay has it now")] == handed
    left = followed(goal, PEOPLE.replace("ana: {}, ", "") + TEAMS + goal)
    assert [FollowUp("goal owner", "metric", "clicks", "ana had it, and nobody has it now")] == left
    assert [FollowUp("goal owner", "metric", "orders", "cash is called shop now")] == followed(goal, goal, shop="cash")


def test_decisions_follow_who_left() -> None:
    """A decision that named somebody who left, anywhere on the way, is written down with that name elsewhere."""
    asks = (
        "decisions: {x: {proposer: ana, decider: pay, steps: [{by: bo}], any_of: [{decider: cy, steps: [{by: ana}]}]}}"
    )
    left = followed(asks, "people: {bo: {}}\n" + TEAMS + asks)
    assert [FollowUp("decision record", "decision", "x", "it names ana and cy, who left")] == left
    assert [] == followed(asks, asks.replace("by: bo", "by: cy"))


def test_what_somebody_owns_in_person_follows_them() -> None:
    """A person who owns something and leaves, or works elsewhere, still has the keys to it."""
    owned = "components: {till: {owner: ana}}"
    left = followed(owned, PEOPLE.replace("ana: {}, ", "") + TEAMS + owned)
    moved = followed(owned, PEOPLE + TEAMS.replace("[ana]", "[]").replace("[bo]", "[bo, ana]") + owned)
    nowhere = followed(owned, PEOPLE + TEAMS.replace("[ana]", "[]") + owned)
    assert [
        FollowUp("personal ownership", "component", "till", f"ana, who owned it in person, {what}")
        for what in ("left", "works in pay now", "works in no team now")
    ] == [*left, *moved, *nowhere]


@given(PAIRS_OF_ORGANISATIONS)
def test_nothing_follows_where_nothing_changed(both: Both) -> None:
    """An organisation beside itself needs nothing elsewhere; what is needed is sorted, and each said once."""
    before, after = map(OrgGraph, both)
    assert () == follow_up(before, before)
    found = follow_up(before, after)
    assert sorted(set(found)) == list(found)
    assert all(each.why for each in found)
