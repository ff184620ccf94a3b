"""Hierarchy: Krackhardt's and Freeman's measures as their definitions say, pair by pair; layers and spans."""

from itertools import combinations
from typing import Any

import networkx
import pytest
from hypothesis import given, settings

from orgmodel.measures import least_upper_bounds
from orgmodel.measures.base import Detailed, Distributed, Listed, Undefined
from orgmodel.measures.centralization import betweenness_centralization, degree_centralization
from orgmodel.measures.hierarchy import layers, manager_ratio, managers_with_one_report, mean_span
from orgmodel.measures.krackhardt import (
    krackhardt_connectedness,
    krackhardt_efficiency,
    krackhardt_hierarchy,
    krackhardt_lub,
)
from orgmodel.measures.ties import Ties, cleaned
from tests.graph.support import graph_of
from tests.measures.drawn_ties import DEGENERATE, FORESTS, TIES, digraph, undirected
from tests.measures.support import value

SMALL_FIRM = cleaned(
    ["ceo", "v1", "v2", "m1", "m2", "m3", "a", "b", "c", "d", "e", "f"],
    [edge.split() for edge in ("ceo v1", "ceo v2", "v1 m1", "v1 m2", "v2 m3", "m1 a", "m1 b", "m1 c", "m2 d", "m3 e",
                               "m3 f")],
)  # fmt: skip
DOUBLE_HEAD = cleaned("acbde", ["ac", "cd", "ce", "bc"])
MATRIX = cleaned("rabxy", ["ra", "rb", "ax", "ay", "bx", "by"])
WITH_A_CIRCLE = """
people:
  a: {manager: nobody}
  b: {manager: a}
  c: {manager: a}
  d: {manager: b}
  x: {manager: y}
  y: {manager: x}
  z: {manager: x}
  v: {}
"""
APART = "2 people on a circle and 1 below it left out"
OF_LINES = ("layers", "mean_span", "spans", "krackhardt_connectedness", "krackhardt_efficiency", "krackhardt_lub")
CIRCLE = cleaned(range(4), [(0, 1), (1, 2), (2, 3), (3, 0)])


def ratio(violations: int, most: int) -> float | None:
    """Return one less the violations of the most that there can be; None if there can be none."""
    return 1 - violations / most if most else None


def approximately(found: float | Detailed | Undefined) -> Any:
    """Return a number to compare with, or None for what is undefined."""
    if isinstance(found, Undefined):
        return None
    return pytest.approx(found.value if isinstance(found, Detailed) else found)


def reach(ties: Ties) -> dict[Any, set[Any]]:
    """Return what each node reaches, itself included."""
    return {node: networkx.descendants(digraph(ties), node) | {node} for node in ties.nodes}


@settings(max_examples=25)
@given(TIES)
def test_connectedness_hierarchy_efficiency_by_pairs(ties: Ties) -> None:
    """Each is one less its violations, counted over all pairs."""
    reached = reach(ties)
    pairs = list(combinations(ties.nodes, 2))
    components = [len(each) for each in networkx.connected_components(undirected(ties))]
    apart = sum(not networkx.has_path(undirected(ties), *pair) for pair in pairs)
    both = sum(other in reached[one] and one in reached[other] for one, other in pairs)
    either = sum(other in reached[one] or one in reached[other] for one, other in pairs)
    extra = len(ties.weights) - sum(size - 1 for size in components)
    possible = sum(size * (size - 1) - (size - 1) for size in components)
    assert ratio(apart, len(pairs)) == approximately(krackhardt_connectedness(ties))
    assert ratio(both, either) == approximately(krackhardt_hierarchy(ties))
    assert ratio(extra, possible) == approximately(krackhardt_efficiency(ties))


def lub_by_pairs(ties: Ties) -> float | None:
    """Return least upper boundedness by looking for a least upper bound of each pair, as it is defined."""
    reached = reach(ties)
    violations = most = 0
    for component in networkx.connected_components(undirected(ties)):
        most += (len(component) - 1) * (len(component) - 2) // 2
        for one, other in combinations(component, 2):
            bounds = [node for node in component if {one, other} <= reached[node]]
            violations += not any(all(least in reached[bound] for bound in bounds) for least in bounds)
    return ratio(violations, most)


@settings(max_examples=20)
@given(TIES)
def test_least_upper_boundedness_by_pairs(ties: Ties) -> None:
    """It agrees with its definition, in any graph and in the same one turned round."""
    for each in (ties, ties.reversed):
        assert lub_by_pairs(each) == approximately(krackhardt_lub(each))


@settings(max_examples=30)
@given(FORESTS)
def test_forests_are_upper_bounded(ties: Ties) -> None:
    """In a tree from manager to report each pair has a lowest common superior; there nothing is violated."""
    found = lub_by_pairs(ties)
    assert found == approximately(krackhardt_lub(ties))
    assert found in (None, 1.0)
    assert krackhardt_hierarchy(ties) == (1.0 if ties.weights else Undefined("nobody reaches anybody"))
    if ties.weights:
        assert 1.0 == krackhardt_efficiency(ties)


@pytest.mark.parametrize(
    ("ties", "expected"),
    [
        (DOUBLE_HEAD, 5 / 6),
        (MATRIX, 5 / 6),
        (CIRCLE, 1.0),
        (cleaned([1, 3, 2], [(1, 3), (2, 3)]), 0.0),
        (cleaned(range(2), [(0, 1)]), None),
    ],
)
def test_least_upper_boundedness_of_worked_examples(ties: Ties, expected: float | None) -> None:
    """Two heads, a matrix and two bosses violate it; R's sna, which tests the reverse, says otherwise."""
    assert expected == approximately(krackhardt_lub(ties))


def test_large_forest_is_bounded_and_large_tangle_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree of any size has its value; of what is none, too many are too many pairs."""
    monkeypatch.setattr(least_upper_bounds, "EXACT_UP_TO", 5)
    tree = [(n // 3, n) for n in range(1, 100)]
    assert 1.0 == krackhardt_lub(cleaned(range(100), tree))
    tangled = krackhardt_lub(cleaned([*range(100), "x"], [*tree, ("x", 7)]))
    assert Undefined("more than 5 people and groups that are no tree: too many pairs to look at") == tangled
    assert 5 / 6 == krackhardt_lub(MATRIX)


def test_each_dimension_of_a_tree_is_one() -> None:
    """A reporting tree scores 1 on all four; with its edges from report to manager it does not."""
    four = krackhardt_connectedness, krackhardt_hierarchy, krackhardt_efficiency, krackhardt_lub
    assert [1.0] * 4 == [measure(SMALL_FIRM) for measure in four]
    assert [1.0, 1.0, 1.0] == [measure(SMALL_FIRM.reversed) for measure in four[:3]]
    turned = krackhardt_lub(SMALL_FIRM.reversed)
    assert isinstance(turned, float)
    assert turned < 0.5


def test_worked_examples_of_the_other_three() -> None:
    """A circle is no hierarchy but spares most lines; a clique spares none; two trees are two fifths connected."""
    clique = cleaned(range(4), [(one, other) for one in range(4) for other in range(4)])
    assert [0.0, 8 / 9] == [krackhardt_hierarchy(CIRCLE), approximately(krackhardt_efficiency(CIRCLE))]
    assert (0.0, 0.0, 1.0) == (
        krackhardt_hierarchy(clique),
        krackhardt_efficiency(clique),
        krackhardt_connectedness(clique),
    )
    assert 0.4 == krackhardt_connectedness(cleaned(range(6), [(0, 1), (0, 2), (3, 4), (3, 5)]))


def test_hierarchy_of_a_large_graph_is_estimated(monkeypatch: pytest.MonkeyPatch) -> None:
    """What rests on an estimated reach says so, with its standard error."""
    edges = [(n, n + step) for n in range(1500) for step in (1, 7)] + [(5, 1), (900, 890)]
    exact = krackhardt_hierarchy(cleaned(range(1507), edges))
    monkeypatch.setattr("orgmodel.measures.visibility.EXACT_UP_TO", 1000)
    found = krackhardt_hierarchy(cleaned(range(1507), edges))
    assert isinstance(found, Detailed)
    assert found.detail.startswith("estimated from 1,024 of 1,507 people, standard error ")
    assert pytest.approx(exact, rel=0.01) == found.value


@settings(max_examples=25)
@given(TIES)
def test_centralisations_by_networkx(ties: Ties) -> None:
    """The differences from the highest, over what they sum to in a star."""
    plain = undirected(ties)
    degrees = [degree for _, degree in plain.degree]
    between = networkx.betweenness_centrality(plain).values()
    assert pytest.approx(sum(max(degrees) - each for each in degrees) / 42) == degree_centralization(ties)
    assert pytest.approx(sum(max(between) - each for each in between) / 7) == betweenness_centralization(ties)


def test_centralisations_of_known_graphs() -> None:
    """A star has 1, a circle 0, a path of five a sixth."""
    star, path = cleaned("abcdef", ["ab", "ac", "ad", "ae", "af"]), cleaned("abcde", ["ab", "bc", "cd", "de"])
    assert (1.0, 1.0) == (degree_centralization(star), betweenness_centralization(star))
    assert (0.0, 0.0) == (degree_centralization(CIRCLE), betweenness_centralization(CIRCLE))
    assert 1 / 6 == degree_centralization(path)


def test_centralisation_of_a_large_graph_is_estimated(monkeypatch: pytest.MonkeyPatch) -> None:
    """It rests on the estimate of betweenness and says from how many teams."""
    monkeypatch.setattr("orgmodel.measures.position.AFFORDABLE_STEPS", 1)
    found = betweenness_centralization(cleaned(range(1500), [(0, n) for n in range(1, 1500)]))
    assert isinstance(found, Detailed)
    assert "estimated from 64 of 1,500 teams that have ties" == found.detail
    assert pytest.approx(1.0, rel=0.05) == found.value


@settings(max_examples=20)
@given(TIES)
def test_layers_are_the_longest_path(ties: Ties) -> None:
    """They agree with networkx where there is no circle, and are undefined where there is one."""
    graph = digraph(ties)
    if networkx.is_directed_acyclic_graph(graph):
        assert len(networkx.dag_longest_path(graph)) == layers(ties)
        assert layers(ties) == layers(ties.reversed)
    else:
        assert Undefined("people report to each other in a circle") == layers(ties)


def test_layers_and_spans_of_a_small_firm() -> None:
    """Twelve people on four layers; six managers, of whom two have one report each."""
    assert 4 == layers(SMALL_FIRM)
    assert Detailed(11 / 6, "6 managers, from 1 to 3, median 2") == mean_span(SMALL_FIRM)
    assert 0.5 == manager_ratio(SMALL_FIRM)
    assert Listed(("m2", "v2")) == managers_with_one_report(SMALL_FIRM)


@pytest.mark.parametrize("name", DEGENERATE)
def test_hierarchy_without_lines(name: str) -> None:
    """One person is connected and stands on one layer; most shares have no value."""
    ties = DEGENERATE[name]
    n = len(ties.nodes)
    few = Undefined("there are fewer than three teams")
    assert (1.0 if n < 2 else 0.0) == krackhardt_connectedness(ties)
    assert Undefined("nobody reaches anybody") == krackhardt_hierarchy(ties)
    assert Undefined("nobody hangs together with anybody") == krackhardt_efficiency(ties)
    assert Undefined("no three people hang together") == krackhardt_lub(ties)
    assert ([few, few] if n < 3 else [0.0, 0.0]) == [degree_centralization(ties), betweenness_centralization(ties)]
    assert (1 if n else Undefined("there are no people")) == layers(ties)
    assert Undefined("no manager is stated") == mean_span(ties)
    assert (0.0 if n else Undefined("there are no people")) == manager_ratio(ties)
    assert Listed(()) == managers_with_one_report(ties)


def test_lines_of_an_organisation_go_from_manager_to_report() -> None:
    """Who is not known to report to anybody, and whom nobody reports to, is of no line, but of all people."""
    graph = graph_of("people: {a: {manager: nobody}, b: {manager: a}, c: {manager: a}, d: {manager: b}, e: {}}")
    assert (1.0, 1.0) == (value(graph, "krackhardt_connectedness"), value(graph, "krackhardt_lub"))
    assert 2 / 5 == value(graph, "manager_ratio")
    assert Listed(("b",)) == value(graph, "managers_with_one_report")


def test_where_all_report_in_a_circle_nothing_is_left() -> None:
    """Where people are each other's managers, nobody is at the top."""
    graph = graph_of("people: {a: {manager: b}, b: {manager: a}, c: {manager: a}}")
    for measure in OF_LINES:
        assert Undefined("everybody whose manager is known reports in a circle, or below one") == value(graph, measure)


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("layers", Detailed(3, APART)),
        ("mean_span", Detailed(1.5, f"2 managers, from 1 to 2, median 1.5, {APART}")),
        ("spans", Distributed((1, 2), APART)),
        ("krackhardt_connectedness", Detailed(1.0, APART)),
        ("krackhardt_hierarchy", Detailed(1.0, APART)),
        ("krackhardt_efficiency", Detailed(1.0, APART)),
        ("krackhardt_lub", Detailed(1.0, APART)),
        ("managers_with_one_report", Listed(("b", "y"))),
        ("manager_ratio", 0.5),
    ],
)
def test_who_reports_in_a_circle_is_left_out(measure: str, expected: object) -> None:
    """So is whoever stands below the circle; who is left out is counted, and the others have their value."""
    assert expected == value(graph_of(WITH_A_CIRCLE), measure)


def test_lines_without_their_circles_are_those_of_the_rule() -> None:
    """The layers are the people on the longest line that the graph tells, unless it begins in a circle."""
    graph = graph_of(WITH_A_CIRCLE)
    assert Detailed(len(graph.reporting.longest_line), APART) == value(graph, "layers")


def test_who_manages_themselves_is_at_the_top() -> None:
    """A line from somebody to themselves is a loop and no circle: it is dropped."""
    graph = graph_of("people: {a: {manager: a}, b: {manager: a}, c: {manager: b}}")
    assert (3, 1) == (value(graph, "layers"), value(graph, "krackhardt_lub"))
    assert Detailed(1.0, "2 managers, from 1 to 1, median 1") == value(graph, "mean_span")


def test_a_circle_with_nobody_below() -> None:
    """Only those on it are told."""
    graph = graph_of("people: {a: {manager: nobody}, b: {manager: a}, x: {manager: y}, y: {manager: x}}")
    assert Detailed(2, "2 people on a circle left out") == value(graph, "layers")


@pytest.mark.parametrize("measure", ["layers", "mean_span", "manager_ratio", "managers_with_one_report"])
def test_without_managers_nothing_is_known(measure: str) -> None:
    """If it is known of nobody who the manager is, it is unknown and not 0."""
    assert Undefined("no manager is stated") == value(graph_of("people: {a: {}, b: {}}"), measure)
