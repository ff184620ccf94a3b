"""Whether a plan does what it is for, by the number that it states."""

from collections.abc import Mapping

import pytest

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Detailed, Estimated, Measure, Undefined
from orgmodel.model.comparison import Coupling, Objective
from orgmodel.reorg.applying.apply import apply
from orgmodel.reorg.coupling import coupling, worst_case
from orgmodel.reorg.objective import Graphs, objective
from tests.reorg.applying.support import org_of, plan_of

BASE = """
people: {ana: {}, bo: {}, al: {}, ben: {}}
teams: {pay: {members: [ana, bo]}, a: {members: [al]}, b: {members: [ben]}, c: {}}
components: {till: {owner: pay}}
initiatives: {one: {team: pay, contributors: [a, b]}}
dependencies: [{from: pay, to: a}, {from: pay, to: b}, {from: pay, to: c}, {from: a, to: c}]
"""


def waited_for(graph: OrgGraph, layer: Layer) -> Mapping[str, int]:
    """Count the teams that each team depends on."""
    return {team: len(edges) for team, edges in graph.dependencies(layer).out_edges.items()}


def contributors(graph: OrgGraph, layer: Layer) -> Mapping[str, int]:
    """Count the contributors of each initiative."""
    return {id: len(each.contributors or ()) for id, each in graph.org.initiatives.items()}


FAN_OUT = Measure(id="fan_out", by="team", unit="teams", evidence="descriptive", define=waited_for)
THREADS = Measure(id="threads", by="initiative", unit="teams", evidence="descriptive", define=contributors)


def promised(promise: str, changes: str, measure: Measure | None = FAN_OUT, base: str = BASE) -> Objective:
    """Apply a plan that promises something, and return what becomes of it."""
    plan = plan_of(f"plan: {{measure: {promise}}}\nchanges:\n{changes}\n")
    applied = apply(plan, org_of(base))
    before, after = OrgGraph(org_of(base)), OrgGraph(applied.org)
    pairs = coupling(before, after, loose=applied.loose)
    graphs = Graphs(before, after, OrgGraph(worst_case(applied.org, pairs)))
    found = objective(plan, measure, graphs, coupling=pairs, renames={})
    assert found is not None
    return found


DROPS = "- drop_dependency: {from: pay, to: a}\n- drop_dependency: {from: pay, to: c}"
MOVES = "- merge_teams: {teams: [pay, a], into: pay}\n- merge_teams: {teams: [pay, b], into: pay}"


def test_a_number_is_reached_by_what_really_changes() -> None:
    """Teams that are one now need not wait."""
    found = promised("{id: fan_out, team: pay, baseline: 3, expected: 1}", MOVES)
    assert ("yes", 3, 1, 1) == (found.reached, found.before, found.after, found.worst)
    assert (0, 2, ()) == (found.assumed, found.real, found.relies_on)
    assert ("fan_out", "pay", "teams", 3, 1) == (found.measure, found.of, found.unit, found.baseline, found.expected)


def test_a_number_that_is_only_wished_for_is_reached_if_others_agree() -> None:
    """The worst case is as today, and the teams on whose word it rests are named."""
    found = promised("{id: fan_out, team: pay, expected: 2}", DROPS.partition("\n")[2])
    assert ("if", 3, 2, 3, ("c",)) == (found.reached, found.before, found.after, found.worst, found.relies_on)
    assert (1, 0) == (found.assumed, found.real)


def test_where_the_worst_case_has_no_value_it_depends_on_what_is_assumed() -> None:
    """Nobody knows what it comes to if it does not come true."""

    def some(graph: OrgGraph, layer: Layer) -> Mapping[str, int | None]:
        return {team: number if number < 3 else None for team, number in waited_for(graph, layer).items()}

    measure = Measure(id="some", by="team", unit="teams", evidence="descriptive", define=some)
    found = promised("{id: some, team: pay, expected: 2}", DROPS.partition("\n")[2], measure)
    assert ("if", None, 2, None) == (found.reached, found.before, found.after, found.worst)


@pytest.mark.parametrize(
    ("promise", "reached"),
    [
        ("{id: fan_out, team: pay, expected: 0}", "no"),
        ("{id: fan_out, team: pay, expected: 1}", "yes"),
        ("{id: fan_out, team: pay, expected: 2}", "yes"),
        ("{id: fan_out, team: pay, baseline: 1, expected: 2}", "no"),  # it was to become more
        ("{id: fan_out, team: pay, baseline: 0, expected: 1}", "yes"),
        ("{id: fan_out, team: pay}", "unknown"),
    ],
)
def test_it_is_met_in_the_direction_in_which_it_was_to_go(promise: str, reached: str) -> None:
    """From the baseline, or from today where none is stated."""
    assert reached == promised(promise, MOVES).reached


def test_why_it_is_not_known() -> None:
    """No such measure, nothing expected, no value."""
    promise = "{id: fan_out, team: pay, expected: 1}"
    assert "there is no measure fan_out" == promised(promise, MOVES, None).reason
    assert (
        "the plan does not say what it is to become (`expected`)" == promised("{id: fan_out, team: pay}", MOVES).reason
    )
    ended = promised(promise, "- dissolve_team: {team: pay, members_to: a, components_to: a}")
    assert ("unknown", "fan_out of pay has no value after the plan") == (ended.reached, ended.reason)
    assert promised(promise, MOVES).reason is None


def test_a_plan_that_promises_nothing_has_no_objective() -> None:
    """There is nothing to reach."""
    graph = OrgGraph(org_of(BASE))
    plan = plan_of("- leave: {person: bo}")
    assert objective(plan, FAN_OUT, Graphs(graph, graph, graph), coupling=Coupling(), renames={}) is None


# --- what became of the team


@pytest.mark.parametrize(
    ("changes", "after"),
    [
        ("- rename_team: {team: pay, to: purse}", 3),
        ("- merge_teams: {teams: [pay, a], into: a}", 2),
        ("- merge_teams: {teams: [pay, a], into: new}", 2),
        ("- split_team: {team: pay, into: {x: {members: [ana, bo], components: till}, y: {}}}", 3),
        ("- split_team: {team: pay, into: {x: {depends_on: [a, b]}, y: {depends_on: c}}}", 3),
        (
            "- split_team: {team: pay, into: {pay: {depends_on: a}, y: {depends_on: [b, c]}}}",
            4,
        ),  # pay still asks a and b
        ("- split_team: {team: pay, into: {x: {depends_on: [a, b]}, y: {}}}\n- rename_team: {team: x, to: z}\n", 2),
        ("- create_team: {team: new, members: [bo]}", 3),
    ],
)
def test_all_that_became_of_the_team_is_measured(changes: str, after: int) -> None:
    """Its later id, the team it is part of, and the sum of its parts, also of those that keep the id."""
    found = promised("{id: fan_out, team: pay, expected: 1}", changes)
    assert (3, after) == (found.before, found.after)


def test_parts_of_what_cannot_be_added_have_no_value() -> None:
    """A share of two teams is not the sum of shares."""
    share = Measure(id="share", by="team", unit="share", evidence="descriptive", define=waited_for)
    split = "- split_team: {team: pay, into: {x: {depends_on: [a, b]}, y: {depends_on: c}}}"
    assert promised("{id: share, team: pay, expected: 1}", split, share).after is None


def test_a_team_that_the_plan_makes_was_not_there_before() -> None:
    """It has a value only afterwards."""
    found = promised("{id: fan_out, team: new, expected: 0}", "- create_team: {team: new}")
    assert (None, 0, "yes") == (found.before, found.after, found.reached)


def test_a_later_id_is_the_same_team_before() -> None:
    """Where the organisation before is told with the ids after."""
    plan = plan_of("plan: {measure: {id: fan_out, team: old, expected: 1}}\nchanges: [{leave: {person: bo}}]")
    graph = OrgGraph(org_of(BASE))
    found = objective(plan, FAN_OUT, Graphs(graph, graph, graph), coupling=Coupling(), renames={"old": "pay"})
    assert found is not None
    assert 3 == found.before


# --- other measures


def test_an_initiative_is_measured_by_its_own_pairs() -> None:
    """Other pairs of the same team do not count."""
    change = "- set: {entity: 'initiative:one', contributors: [b]}\n- drop_dependency: {from: pay, to: c}"
    base = BASE.replace("dependencies: [{from: pay, to: a}, ", "dependencies: [")
    found = promised("{id: threads, initiative: one, expected: 1}", change, THREADS, base)
    assert ("one", 2, 1) == (found.of, found.before, found.after)
    assert (1, 0) == (found.assumed, found.real)


def test_the_organisation_is_measured_as_a_whole() -> None:
    """A plain number or one with a remark; an undefined one has no value; all pairs count."""

    def pairs(graph: OrgGraph, layer: Layer) -> float | Detailed | Undefined:
        number = len(graph.dependencies(layer).edges)
        return Detailed(float(number), "exact") if number < 4 else Undefined("too many")

    whole = Measure(id="pairs", by="organisation", unit="pairs of teams", evidence="descriptive", define=pairs)
    found = promised("{id: pairs, expected: 2}", DROPS, whole)
    assert (None, None, 3.0) == (found.of, found.before, found.after)
    assert 1 == found.assumed


def test_estimates_are_taken_for_values() -> None:
    """They carry a remark that is not told here; a layer of dependencies can be chosen."""

    def estimated(graph: OrgGraph, layer: Layer) -> Estimated:
        return Estimated({team: float(len(layer)) for team in graph.org.teams}, "from 2 of 3")

    measure = Measure(id="guess", by="team", unit="teams", evidence="model", define=estimated)
    assert 3.0 == promised("{id: guess, team: pay, expected: 1}", MOVES, measure).after
    assert 5.0 == promised("{id: guess, team: pay, graph: waits, expected: 1}", MOVES, measure).after
