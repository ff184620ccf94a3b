"""Initiatives, decisions and metrics before and after."""

import pytest
from hypothesis import given

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import DecisionChange, InitiativeChange, Work
from orgmodel.reorg.work import work
from tests.graph.support import graph_of
from tests.reorg.entangled import PAIRS_OF_ORGANISATIONS, Both

BASE = """
people: {ana: {}, bo: {}, cy: {}, seat: {status: vacant}}
teams: {shop: {}, pay: {}, law: {kind: council}}
"""


def compared(before: str, after: str) -> Work:
    """Compare two organisations of the same people and teams."""
    return work(graph_of(BASE + before), graph_of(BASE + after))


def initiative(before: str, after: str) -> InitiativeChange:
    """Compare one initiative."""
    (found,) = compared(f"initiatives: {{x: {{{before}}}}}", f"initiatives: {{x: {{{after}}}}}").initiatives
    return found


def decision(before: str, after: str) -> DecisionChange:
    """Compare one decision."""
    (found,) = compared(f"decisions: {{x: {{{before}}}}}", f"decisions: {{x: {{{after}}}}}").decisions
    return found


def test_an_initiative_differs_in_leaders_teams_and_stage() -> None:
    """Leaders, whether it is their whole job, teams that work on it, its own team, its stage: before and after."""
    found = initiative(
        "leader: [{person: bo, allocation: 30%}, ana], team: shop, contributors: [pay, law]",
        "leader: {person: cy, allocation: 100%}, team: pay, stage: building, "
        "contributors: [{team: law, ask: self-service}]",
    )
    expected = InitiativeChange(
        id="x",
        leaders=(("ana", "bo"), ("cy",)),
        single_threaded=(False, True),
        teams=(("law", "pay", "shop"), ("pay",)),
        own_team=("shop", "pay"),
        stage=(None, "building"),
        lost_leader=False,
    )
    assert expected == found


@pytest.mark.parametrize(
    ("before", "after", "threads"),
    [
        ("leader: ana", "leader: {person: ana, allocation: 60%}", (True, False)),
        ("leader: ana", "stage: building", (True, None)),
        ("leader: nobody", "leader: ana", (False, True)),
        ("leader: seat", "leader: ana", (False, True)),
        ("leader: stranger", "leader: ana", (None, True)),
    ],
)
def test_whether_an_initiative_is_somebodys_whole_job(
    before: str, after: str, threads: tuple[bool | None, bool | None]
) -> None:
    """One leader with all their time, as far as is known: yes, no, or unknown."""
    assert threads == initiative(before, after).single_threaded


def test_another_initiative_can_take_the_leaders_time() -> None:
    """An initiative differs, too, if its leader now leads another one."""
    found = compared("initiatives: {x: {leader: ana}, y: {}}", "initiatives: {x: {leader: ana}, y: {leader: ana}}")
    assert [("x", (True, False)), ("y", (None, False))] == [(e.id, e.single_threaded) for e in found.initiatives]


def test_what_differs_in_nothing_that_counts_is_left_out() -> None:
    """The same leaders in another order, or another name, are no difference."""
    both = "initiatives: {x: {leader: [ana, bo], contributors: [pay, law], name: X}}"
    assert Work() == compared(both, "initiatives: {x: {leader: [bo, ana], contributors: [law, pay], name: Y}}")


@pytest.mark.parametrize(
    ("before", "after", "lost"),
    [
        ("leader: ana", "leader: nobody", True),
        ("leader: ana", "stage: growing", True),
        ("leader: ana", "leader: seat", True),
        ("leader: [ana, bo]", "leader: nobody", True),
        ("leader: ana", "leader: bo", False),
        ("leader: ana", "leader: stranger", False),
        ("leader: ana", "leader: nobody, stage: paused", False),
        ("leader: ana", "leader: nobody, external: true", False),
        ("leader: nobody", "stage: building", False),
    ],
)
def test_a_leader_is_lost_where_nobody_follows(before: str, after: str, lost: bool) -> None:
    """An initiative that is under way was led and is not; who is named but was never described may lead it."""
    assert lost == initiative(before, after).lost_leader


def test_a_leader_who_left_leads_nothing() -> None:
    """Whoever is named as the leader and is not in the organisation any more is none."""
    stated = "initiatives: {x: {leader: ana}}"
    (found,) = work(graph_of(BASE + stated), graph_of(BASE.replace("ana: {}, ", "") + stated)).initiatives
    assert ((("ana",), ()), True) == (found.leaders, found.lost_leader)


def test_what_is_added_and_removed() -> None:
    """Initiatives, decisions and metrics that are only in one of the two, sorted."""
    before = "initiatives: {b: {}, a: {}}\ndecisions: {d: {}, c: {}}\nmetrics: {f: {}, e: {}}"
    there = Work(initiatives_added=("a", "b"), decisions_added=("c", "d"), metrics_added=("e", "f"))
    gone = Work(initiatives_removed=("a", "b"), decisions_removed=("c", "d"), metrics_removed=("e", "f"))
    assert (there, gone) == (compared("", before), compared(before, ""))


def test_a_decision_differs_in_who_is_asked() -> None:
    """Approvals that bind, mandated ones apart, days one after the other, who is asked no more and now, who decides."""
    found = decision(
        "decider: ana, steps: [{by: pay, can: veto, days: 10}, {by: law, can: approve, days: 4, mandated: law}, "
        "{by: cy, can: advise, days: 3}]",
        "decider: nobody, steps: [{by: law, can: approve, days: 4, mandated: law}, {by: 'person:bo', can: inform}]",
    )
    expected = DecisionChange("decision", "x", (1, 0), (1, 1), (14.0, 4.0), ("cy", "pay"), ("bo",), ("ana", "nobody"))
    assert expected == found


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        ("steps: [{by: pay, can: veto}]", "steps: [{by: pay, can: veto, days: 0}]", (None, 0.0)),
        ("steps: [{by: pay, can: veto, days: 2}]", "steps: [{by: pay, can: advise, days: 2}]", (2.0, 0.0)),
        (
            "steps: [{by: pay, can: veto, days: 2}, {by: law, can: approve, days: 1.5}]",
            "steps: [{by: pay, can: veto, days: 2}, {by: law, can: approve}]",
            (3.5, 2.0),
        ),
    ],
)
def test_days_are_those_of_binding_steps(before: str, after: str, days: tuple[float | None, float | None]) -> None:
    """Stated days of steps that bind are summed; where none states any the wait is unknown, where none binds zero."""
    assert days == decision(before, after).days


def test_of_several_paths_the_shortest_counts() -> None:
    """Fewest approvals, then fewest mandated ones, then fewest days; the steps of the decision come to each path."""
    found = decision(
        "steps: [{by: ana, can: veto, days: 1}], any_of: ["
        "{steps: [{by: pay, can: veto, days: 2}, {by: bo, can: veto}]}, "
        "{steps: [{by: law, can: veto, days: 9}]}, {steps: [{by: law, can: veto, days: 7}]}, "
        "{steps: [{by: cy, can: veto, days: 1}, {by: pay, can: veto, mandated: law}]}]",
        "steps: [{by: ana, can: veto, days: 1}]",
    )
    assert ((2, 1), (0, 0), (8.0, 1.0)) == (found.approvals, found.mandated, found.days)
    assert ("bo", "cy", "law", "pay") == found.asked_no_more


def test_steps_of_an_initiative_are_a_decision_of_its_own() -> None:
    """Where an initiative states its steps itself, they are compared like those of a decision, also if it had none."""
    steps = "initiatives: {x: {steps: [{by: law, can: veto, days: 5}]}}"
    gained = DecisionChange("initiative", "x", (0, 1), (0, 0), (None, 5.0), (), ("law",), (None, None))
    assert (gained,) == compared("initiatives: {x: {}}", steps).decisions
    assert () == compared("", steps).decisions


@given(PAIRS_OF_ORGANISATIONS)
def test_work_beside_itself_has_no_difference(both: Both) -> None:
    """Nothing differs in an organisation that is compared with itself; the other way round all is the other way."""
    before, after = map(OrgGraph, both)
    assert Work() == work(before, before)
    there, back = work(before, after), work(after, before)
    assert (there.initiatives_added, there.metrics_removed) == (back.initiatives_removed, back.metrics_added)
    assert [each.leaders[::-1] for each in there.initiatives] == [each.leaders for each in back.initiatives]
    assert [each.approvals[::-1] for each in there.decisions] == [each.approvals for each in back.decisions]
