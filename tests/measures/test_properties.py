"""What holds for every graph, for every grouping, and for every measure of an organisation in which hardly anything is.

That adding a dependency never lowers propagation cost, and that turning all of them swaps who reaches and who is
reached, stands in test_measures.py; more about groupings in test_partitions.py.
"""

import inspect
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel import catalogue
from orgmodel.graph.dependencies import LAYERS
from orgmodel.measures.base import Detailed, Distributed, Estimated, Listed, Measure, Undefined, number
from orgmodel.measures.feedback import min_feedback_arc_set_size, min_feedback_arc_set_weight
from orgmodel.measures.grouping import ei_index, inter_team_dependency_ratio
from orgmodel.measures.partitions import partition_distance, variation_of_information
from orgmodel.measures.sociotechnical import socio_technical_congruence
from orgmodel.measures.ties import Ties, cleaned
from tests.graph.support import graph_of

NODES: Final = ("n0", "n1", "n2", "n3", "n4", "n5", "n6")
PAIRS = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES))
EDGES = st.dictionaries(PAIRS, st.integers(1, 4).map(float), max_size=16).map(
    lambda weights: [(*pair, weight) for pair, weight in weights.items()]
)
HOMES = st.lists(st.sampled_from("xyz"), min_size=len(NODES), max_size=len(NODES))
GROUPINGS = st.lists(st.tuples(*[st.integers(0, 3)] * 3), min_size=1, max_size=9)
"""Three groupings of the same people: the classes of each."""

DRAWN_BY_NAME: Final = {"hot_spot_stability"}
"""Measures whose draws depend on the ids, so that other names give another estimate."""

EVERYTHING: Final = catalogue.every_measure()
OF_GRAPHS: Final = [
    each
    for each in {measure.define: measure for measure in EVERYTHING}.values()
    if (names := list(inspect.signature(each.define).parameters))[0] == "ties"
    and all(
        name in ("home", "inside") or parameter.default is not inspect.Parameter.empty
        for name, parameter in list(inspect.signature(each.define).parameters.items())[1:]
    )
    and each.id not in DRAWN_BY_NAME
]


def of_graph(measure: Measure, ties: Ties, home: Mapping[Any, Any]) -> object:
    """Compute a measure of a graph, grouped where it needs groups."""
    names = inspect.signature(measure.define).parameters
    return measure.define(ties, home) if {"home", "inside"} & {*names} else measure.define(ties)


def renamed(found: object, names: Mapping[Any, Any]) -> Any:
    """Return a value with other names for the nodes, without the order in which they stand."""
    match found:
        case Detailed():
            return renamed(found.value, names)
        case Estimated():
            return renamed(found.values, names)
        case Listed():
            return sorted((renamed(each, names) for each in found.names), key=str)
        case Mapping():
            return {names[node]: renamed(value, names) for node, value in found.items()}
        case Undefined():
            # A reason may name nodes.
            return "undefined"
        case Distributed():
            return sorted(found.values)
        case list() | tuple():
            return sorted((renamed(each, names) for each in found), key=str)
        case float():
            return round(found, 9)
    return names.get(found, found)


@settings(max_examples=25)
@given(EDGES, HOMES, st.permutations(NODES), st.randoms(use_true_random=False))
def test_names_of_nodes_change_nothing(
    edges: list[tuple[str, str, float]], homes: list[str], others: list[str], chance: Any
) -> None:
    """With other names, told in another order, every measure of a graph answers the same."""
    names = {node: f"m{other}" for node, other in zip(NODES, others, strict=True)}
    same_names = {name: name for name in names.values()}
    home = dict(zip(NODES, homes, strict=True))
    turned = [(names[one], names[other], weight) for one, other, weight in edges]
    chance.shuffle(turned)
    there, here = cleaned(NODES, edges), cleaned(sorted(names.values()), turned)
    found = {each.id: renamed(of_graph(each, there, home), names) for each in OF_GRAPHS}
    home = {names[node]: group for node, group in home.items()}
    assert found == {each.id: renamed(of_graph(each, here, home), same_names) for each in OF_GRAPHS}


def test_most_measures_of_dependencies_are_asked_about_names() -> None:
    """The property is about the measures of every family of graphs."""
    assert {"propagation_cost", "modularity", "betweenness_centrality", "bridges"} <= {each.id for each in OF_GRAPHS}
    assert len(OF_GRAPHS) > 30


@settings(max_examples=20)
@given(EDGES, HOMES)
def test_the_index_is_twice_the_ratio_less_one(edges: list[tuple[str, str, float]], homes: list[str]) -> None:
    """E-I index and inter-team ratio say the same on two scales, and are undefined together."""
    ties, home = cleaned(NODES, edges), dict(zip(NODES, homes, strict=True))
    index, ratio = ei_index(ties, home), inter_team_dependency_ratio(ties, home)
    if isinstance(ratio, Undefined):
        assert isinstance(index, Undefined)
    else:
        assert pytest.approx(2 * (number(ratio) or 0) - 1) == number(index)


@settings(max_examples=20)
@given(EDGES)
def test_nothing_has_to_be_cut_exactly_without_circles(edges: list[tuple[str, str, float]]) -> None:
    """The feedback arc sets are empty if, and only if, there is no circle."""
    ties = cleaned(NODES, edges)
    without = networkx.is_directed_acyclic_graph(networkx.DiGraph(list(ties.weights)))
    assert without == (min_feedback_arc_set_size(ties).value == 0)
    assert without == (min_feedback_arc_set_weight(ties).value == 0)


def between(groupings: list[tuple[int, int, int]], one: int, other: int) -> Counter[tuple[int, int]]:
    """Count who is in which class of two of the groupings."""
    return Counter((classes[one], classes[other]) for classes in groupings)


def same(contingency: Mapping[tuple[int, int], int]) -> bool:
    """Tell whether two groupings are the same but for the names of their classes."""
    return len(contingency) == len({old for old, _ in contingency}) == len({new for _, new in contingency})


@settings(max_examples=20)
@given(GROUPINGS)
def test_variation_of_information_is_a_metric(groupings: list[tuple[int, int, int]]) -> None:
    """Symmetric, 0 exactly for the same grouping, and no detour is shorter."""
    distance = {
        (one, other): variation_of_information(between(groupings, one, other)) or 0.0
        for one in range(3)
        for other in range(3)
    }
    for (one, other), found in distance.items():
        assert pytest.approx(distance[other, one], abs=1e-12) == found
        assert same(between(groupings, one, other)) == (found < 1e-9)
        assert found <= min(distance[one, third] + distance[third, other] for third in range(3)) + 1e-9


@settings(max_examples=20)
@given(GROUPINGS)
def test_nobody_has_to_move_exactly_between_equal_groupings(groupings: list[tuple[int, int, int]]) -> None:
    """The partition distance is 0 if, and only if, the groupings are the same but for names."""
    contingency = between(groupings, 0, 1)
    assert same(contingency) == (partition_distance(contingency) == 0)


def matrices(rows: int, columns: int) -> st.SearchStrategy[list[list[int]]]:
    """Draw a table of zeros and ones."""
    row = st.lists(st.integers(0, 1), min_size=columns, max_size=columns)
    return st.lists(row, min_size=rows, max_size=rows)


@settings(max_examples=20)
@given(matrices(4, 3), matrices(4, 4), matrices(4, 4))
def test_a_task_that_nobody_has_changes_no_congruence(
    assigned: list[list[int]], dependent: list[list[int]], actual: list[list[int]]
) -> None:
    """Whom it depends on, and who depends on it, asks nobody to coordinate."""
    inner = [row[:3] for row in dependent[:3]]
    more = [[*row, 0] for row in assigned]
    assert socio_technical_congruence(assigned, inner, actual) == socio_technical_congruence(more, dependent, actual)


DEGENERATE: Final = {
    "nothing": "organisation: {name: none}",
    "one team": "teams: {a: {}}",
    "one team with everybody": "people: {p: {}, q: {manager: p}, r: {manager: p}}\nteams: {a: {members: [p, q, r]}}",
    "one person": "people: {p: {}}\nteams: {a: {members: [p], lead: p}}",
    "no edges": "teams: {a: {}, b: {}, c: {kind: group}, d: {parent: c}}\ncomponents: {x: {owner: a}, y: {owner: b}}",
    "nobody": "teams: {a: {members: [], headcount: 0}, b: {members: []}}\ncomponents: {x: {owner: nobody}}",
    "nobody leads": "initiatives: {i: {leader: nobody, stage: launched}, j: {stage: stopped}}",
    "nobody decides": "decisions: {d: {}, e: {steps: []}}\npeople: {p: {manager: nobody}}",
    "loops only": (
        "teams: {a: {}, b: {}}\ncomponents: {x: {owner: a, depends_on: [x]}}\n"
        "dependencies: [{from: a, to: a, kind: api}, {from: b, to: b}]"
    ),
    "in a circle": (
        "people: {p: {manager: q}, q: {manager: p}}\nteams: {a: {members: [p]}, b: {members: [q]}}\n"
        "dependencies: [{from: a, to: b}, {from: b, to: a}]"
    ),
    "vacant": "people: {p: {vacant: true}}\nteams: {a: {members: [p]}}\ncomponents: {x: {experts: [p]}}",
}
"""Organisations in which hardly anything is, or all is the same."""


def faults(found: object) -> Iterator[str]:
    """Say what in a value is none: not a number, infinite, None, or undefined without a reason."""
    match found:
        case None:
            yield "None"
        case Undefined():
            if not found.reason:
                yield "undefined without a reason"
        case Detailed():
            yield from faults(found.value)
        case Estimated():
            yield from faults(found.values)
        case Listed():
            yield from (f"{each} in a list" for each in found.names if each is None)
        case Distributed():
            yield from ("a distribution of nothing" for _ in [0] if not found.values)
            yield from (fault for each in found.values for fault in faults(each))
        case Mapping():
            yield from (f"{key}: {fault}" for key, each in found.items() for fault in faults(each))
        case bool() | int() | str():
            return
        case float():
            if not math.isfinite(found):
                yield str(found)
        case _:
            yield f"{type(found).__name__} is no value"


@pytest.mark.parametrize("organisation", DEGENERATE)
@pytest.mark.parametrize("layer", LAYERS)
def test_where_hardly_anything_is_every_measure_says_so(organisation: str, layer: Any) -> None:
    """Every measure has a number, or a reason why not; never what is not a number, never an exception."""
    graph = graph_of(DEGENERATE[organisation])
    found = {f"{each.by} {each.id}": list(faults(each.compute(graph, layer))) for each in EVERYTHING}
    assert {} == {measure: wrong for measure, wrong in found.items() if wrong}


@pytest.mark.parametrize(
    ("value", "fault"),
    [(float("nan"), "nan"), ({"a": float("inf")}, "a: inf"), (Undefined(""), "undefined without a reason")],
)
def test_what_is_no_value_is_noticed(value: object, fault: str) -> None:
    """The test of degenerate organisations would see it."""
    assert [fault] == list(faults(value))
