"""Authority: what leads answer for, before and after, counted again in a slow way."""

import dataclasses
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import Authority
from orgmodel.model.organisation import Org
from orgmodel.reorg.authority import authority
from tests.graph.support import graph_of
from tests.reorg.entangled import PAIRS_OF_ORGANISATIONS, Both

MANY = settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))

BEFORE = """
people: {zoe: {}, ana: {}, bo: {}, cy: {}, seat: {status: vacant}}
teams:
  all: {lead: zoe}
  shop: {parent: all, lead: ana, members: [ana, bo, seat]}
  pay: {parent: all, lead: cy, headcount: 4}
  guest: {parent: all, external: true, lead: guest, members: [guest]}
components: {cart: {owner: shop}, till: {owner: [shop, pay]}, theirs: {owner: guest}}
decisions: {price: {owner: shop, decider: cy}, name: {owner: pay, decider: zoe}}
initiatives: {one-click: {team: shop, leader: bo}, old: {team: shop, stage: stopped}, far: {leader: cy}}
"""


def found(before: str, after: str) -> dict[str, Authority]:
    """Return what differs between two organisations that are written as YAML, by lead."""
    return {each.id: each for each in authority(graph_of(before), graph_of(after))}


def test_a_lead_answers_for_the_whole_branch() -> None:
    """People at home, headcounts, teams without groups, what they own, decide and do: all below count, once."""
    nobody = BEFORE.replace("lead: ", "x-lead: ")
    assert {
        "zoe": Authority("zoe", ((), ("all",)), (0, 7), (0, 2), (0, 2), (1, 2), (0, 1)),
        "cy": Authority("cy", ((), ("pay",)), (0, 4), (0, 1), (0, 1), (1, 2), (1, 1)),
        "ana": Authority("ana", ((), ("shop",)), (0, 2), (0, 1), (0, 2), (0, 1), (0, 1)),
    } == found(nobody, BEFORE.replace("lead: zoe", "lead: zoe, kind: group"))


def test_only_those_are_named_for_whom_something_differs() -> None:
    """A handover changes what two leads answer for, not what stands above both; most people first, then by id."""
    assert ["ana", "cy"] == list(found(BEFORE, BEFORE.replace("cart: {owner: shop}", "cart: {owner: pay}")))
    assert [] == list(found(BEFORE, BEFORE))
    more = BEFORE.replace("headcount: 4", "headcount: 9").replace("cart: {owner: shop}, ", "")
    assert ["cy", "zoe", "ana"] == list(found(BEFORE, more))


def test_who_starts_and_who_stops_leading() -> None:
    """Who leads a team on one side only has none on the other; a vacant position leads nothing."""
    change = found(BEFORE, BEFORE.replace("lead: ana", "lead: [bo, seat]"))
    assert {"ana": (("shop",), ()), "bo": ((), ("shop",))} == {id: each.teams_led for id, each in change.items()}
    assert ((2, 0), (0, 2)) == (change["ana"].people, change["bo"].people)
    assert (1, 1) == change["bo"].initiatives


def test_teams_within_teams_count_once() -> None:
    """Who leads a group and teams below it answers for these once, also of components with several owners.

    One of them, at home there now, is among the four whom that team only counts.
    """
    change = found(BEFORE, BEFORE.replace("lead: cy", "lead: [cy, zoe]").replace("lead: ana", "lead: [ana, zoe]"))
    assert {"zoe": ((("all",), ("all", "pay", "shop")), (7, 6), (2, 2), (2, 2))} == {
        id: (each.teams_led, each.people, each.teams, each.components) for id, each in change.items()
    }


def test_teams_far_below_count_once() -> None:
    """Who leads the top and two teams below a group that others lead answers for each of the two once."""
    text = """
teams:
  top: {lead: p}
  middle: {parent: top}
  left: {parent: middle, lead: p, members: [q]}
  right: {parent: middle, lead: p, members: [r, s]}
"""
    assert {"p": (0, 4)} == {id: each.people for id, each in found(text.replace("lead: ", "x-lead: "), text).items()}


def test_circles_of_parents_hold_the_same() -> None:
    """Teams that are each other's parents hold all that is in one of them or below."""
    text = """
teams:
  a: {parent: b, lead: p, members: [p]}
  b: {parent: a, lead: [p, q], members: [q, r]}
  c: {parent: b, headcount: 2}
"""
    circle = found(text.replace("lead: ", "x-lead: "), text)
    assert {"p": (0, 5), "q": (0, 5)} == {id: each.people for id, each in circle.items()}


# --- counted again


def slowly(org: Org, person: str) -> tuple[tuple[str, ...], list[int]]:
    """Return the teams that a person leads, and what their branches hold, by looking at everything."""
    graph, people = OrgGraph(org), org.people
    is_vacant = person in people and people[person].status == "vacant"
    led = [id for id, team in sorted(org.teams.items()) if person in (team.lead or ()) and not team.external]
    led = [] if is_vacant else led
    branch = {team for top in led for team in graph.under(top)}
    homes = [graph.home_team(each) for each in graph.memberships.places if not vacant(org, each)]
    counts = [0, sum(graph.kind_of(team) != "group" for team in branch)]
    for team in branch:
        stated = org.teams[team].headcount if org.teams[team].members is None else None
        counts[0] += max(homes.count(team), stated or 0) if graph.kind_of(team) != "group" else homes.count(team)
    counts.append(sum(not branch.isdisjoint(graph.owning_teams(id)) for id in org.components))
    decided = [each for each in org.decisions.values() if each.owner in branch or decides(each, person, org)]
    active = graph.active_initiatives
    leads = set(graph.leadership.initiatives_led_by(person))
    working = [each for each in active if (each.team and each.team.team in branch) or each.id in leads]
    return tuple(led), [*counts, len(decided), len(working)]


def vacant(org: Org, person: str) -> bool:
    """Tell whether this is a position without a person."""
    return person in org.people and org.people[person].status == "vacant"


def decides(decision: Any, person: str, org: Org) -> bool:
    """Tell whether a person is the decider."""
    return person in org.people and decision.decider in (person, f"person:{person}")


@MANY
@given(PAIRS_OF_ORGANISATIONS, st.integers(0, 9))
def test_numbers_agree_with_a_slow_count(both: Both, seed: int) -> None:
    """Every lead for whom something differs is named with the right numbers, and nobody else."""
    before, after = (with_headcounts(org, seed + n) for n, org in enumerate(both))
    leads = {lead for org in (before, after) for team in org.teams.values() for lead in team.lead or ()}
    expected = {}
    for lead in leads:
        (was, old), (now, new) = slowly(before, lead), slowly(after, lead)
        if (was or now) and (was != now or old != new):
            expected[lead] = ((was, now), *zip(old, new, strict=True))
    named = authority(OrgGraph(before), OrgGraph(after))
    assert expected == {each.id: tuple(each[1:]) for each in named}
    assert sorted(named, key=lambda each: (-abs(each.people[1] - each.people[0]), each.id)) == list(named)


def with_headcounts(org: Org, seed: int) -> Org:
    """Give some teams a headcount, deciders to decisions and leaders to initiatives."""
    names = ("p", "q", "person:r", "a", None)
    teams = {
        id: dataclasses.replace(team, headcount=(None, 0, 3)[(seed + n) % 3])
        for n, (id, team) in enumerate(org.teams.items())
    }
    decisions = {
        id: dataclasses.replace(each, decider=names[(seed + n) % 5])
        for n, (id, each) in enumerate(org.decisions.items())
    }
    return dataclasses.replace(org, teams=teams, decisions=decisions)
