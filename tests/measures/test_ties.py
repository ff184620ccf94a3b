"""Ties: one graph without loops and without two ties between the same nodes, and what was dropped to get it."""

from hypothesis import given, settings

from orgmodel.measures.subjects import team_ties
from orgmodel.measures.ties import Ties, by_name, cleaned
from tests.graph.support import graph_of
from tests.measures.drawn_ties import EDGES, NODES, TIES


@settings(max_examples=20)
@given(EDGES)
def test_cleaning_counts_what_it_drops(edges: list[tuple[int, int, float | None]]) -> None:
    """Each edge is a tie, or a loop, or was merged into a tie; no weight is lost."""
    for directed in (True, False):
        ties = cleaned(NODES, edges, directed=directed)
        assert len(edges) == len(ties.weights) + ties.loops + ties.merged
        assert sum(1 if one == other else 0 for one, other, _ in edges) == ties.loops
        assert sum((1.0 if w is None else w) for one, other, w in edges if one != other) == ties.total


@settings(max_examples=20)
@given(EDGES)
def test_direction_can_be_dropped_later(edges: list[tuple[int, int, float | None]]) -> None:
    """Cleaning without direction is the same as cleaning and then dropping it."""
    early, late = cleaned(NODES, edges, directed=False), cleaned(NODES, edges).undirected
    assert early.weights == late.weights
    assert (early.loops, early.merged, early.multiple) == (late.loops, late.merged, late.multiple)
    assert late is late.undirected


@settings(max_examples=20)
@given(TIES)
def test_turning_twice_changes_nothing(ties: Ties) -> None:
    """Every arrow stands as it stood, and so do the ties that several were merged into."""
    again = ties.reversed.reversed
    assert (ties.weights, ties.multiple, ties.merged) == (again.weights, again.multiple, again.merged)
    assert ties.predecessors == {node: ties.reversed.successors[node] for node in ties.nodes}


def test_nodes_that_only_edges_name_come_last() -> None:
    """They are nodes as well, and the places in `onward` are those of the nodes."""
    ties = cleaned("ba", ["ac", "cb"])
    assert (("b", "a", "c"), ((), (2,), (0,))) == (ties.nodes, ties.onward)


def test_names_are_sorted_where_they_can_be() -> None:
    """Names of one type are sorted, others stay in the order of the nodes."""
    assert ("a", "b") == by_name(cleaned("ba", []), "ba")
    assert ("b", 1) == by_name(cleaned(["b", 1], []), {1, "b"})


def test_reasons_between_the_same_teams_are_merged() -> None:
    """Between teams a tie stands for all reasons, and one with several is known as such."""
    text = "teams: {a: {}, b: {}}\ndependencies: [{from: a, to: b, kind: api}, {from: a, to: b}, {from: b, to: a}]"
    ties = team_ties(graph_of(text), "all")
    assert {("a", "b"): 2.0, ("b", "a"): 1.0} == ties.weights
    assert (1, frozenset({("a", "b")})) == (ties.merged, ties.multiple)
