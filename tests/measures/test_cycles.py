"""Cycles: groups that reach each other, and what it takes to open them, against trying everything."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

import networkx
import pytest
from hypothesis import given, settings

from orgmodel.measures.base import Detailed, Listed, Undefined
from orgmodel.measures.cycles import cyclic_groups, cyclic_share, in_cycle, largest_cycle
from orgmodel.measures.feedback import (
    dsm_feedback_marks,
    min_feedback_arc_set_size,
    min_feedback_arc_set_weight,
    opening,
)
from orgmodel.measures.ties import Ties, cleaned
from tests.measures.drawn_ties import CPPDEP, DEGENERATE, SMALL, TIES, digraph


def least(ties: Ties, cost: Callable[[Any], float]) -> float:
    """Return the least cost of the ties to what comes later, over all orders."""
    orders = ({node: place for place, node in enumerate(order)} for order in permutations(ties.nodes))
    return min(sum(cost(tie) for tie in ties.weights if at[tie[0]] < at[tie[1]]) for at in orders)


@settings(max_examples=25)
@given(TIES)
def test_groups_are_strongly_connected_components(ties: Ties) -> None:
    """All that follows from the groups agrees with networkx."""
    components = [group for group in networkx.strongly_connected_components(digraph(ties)) if len(group) > 1]
    groups = cyclic_groups(ties).names
    assert sorted(tuple(sorted(group)) for group in components) == list(groups)
    assert sum(map(len, components)) / 8 == cyclic_share(ties)
    assert max(map(len, components), default=1) == largest_cycle(ties)
    assert {node: any(node in group for group in components) for node in ties.nodes} == in_cycle(ties)


def test_groups_of_cppdep() -> None:
    """Its test graph has three groups, two thirds of it are in them, and four ties open all."""
    assert ((2, 6, 7), (3, 8, 9), (11, 12)) == cyclic_groups(CPPDEP).names
    assert 2 / 3 == cyclic_share(CPPDEP)
    assert Detailed(4, "exact") == min_feedback_arc_set_size(CPPDEP)


def test_loops_are_told_apart() -> None:
    """A loop is no group and is no arc to cut; it is counted beside both."""
    ties = cleaned("abc", ["aa", "bb", "ab", "bc", "cb"])
    assert Listed((("b", "c"),), "2 loops not counted") == cyclic_groups(ties)
    assert Detailed(1, "exact, 2 loops not counted") == min_feedback_arc_set_size(ties)
    assert {"a": False, "b": True, "c": True} == in_cycle(ties)


def test_names_of_two_types_keep_their_order() -> None:
    """Where names cannot be compared, nodes stand as they were given."""
    assert (("b", 1, "a"),) == cyclic_groups(cleaned(["b", 1, "a"], [("b", 1), (1, "a"), ("a", "b")])).names


@settings(max_examples=20)
@given(SMALL)
def test_least_cuts_agree_with_trying_all_orders(ties: Ties) -> None:
    """Up to eighteen nodes the size and the weight are the least over all orders, and so are the marks."""
    fewest = least(ties, lambda tie: 1)
    assert fewest == min_feedback_arc_set_size(ties).value == dsm_feedback_marks(ties).value
    assert pytest.approx(least(ties, ties.weights.__getitem__)) == min_feedback_arc_set_weight(ties).value
    assert opening(ties, weighted=False).exact


@settings(max_examples=25)
@given(TIES)
def test_turning_all_ties_changes_no_cut(ties: Ties) -> None:
    """A circle turned round is a circle."""
    assert min_feedback_arc_set_size(ties) == min_feedback_arc_set_size(ties.reversed)
    assert min_feedback_arc_set_weight(ties).value == min_feedback_arc_set_weight(ties.reversed).value


@settings(max_examples=25)
@given(TIES)
def test_order_that_is_found_shows_the_cut(ties: Ties) -> None:
    """In the order of the opening just the ties to cut are marks, and without them there is no circle."""
    found = opening(ties, weighted=False)
    position = {node: place for place, node in enumerate(found.providers_first)}
    assert {*found.arcs} == {tie for tie in ties.weights if position[tie[0]] < position[tie[1]]}
    assert dsm_feedback_marks(ties, found.providers_first).value == len(found.arcs)


def test_ties_of_no_weight_are_cut_for_nothing() -> None:
    """A circle with a tie that weighs nothing costs nothing to open, but one tie has to go."""
    ties = cleaned("abc", [("a", "b", 0), ("b", "c", 3), ("c", "a", 4)])
    assert (0.0, 1) == (min_feedback_arc_set_weight(ties).value, min_feedback_arc_set_size(ties).value)


def ring(size: int) -> Ties:
    """Return a ring in which each also depends on the next but one and the one before."""
    return cleaned(range(size), [(n, (n + step) % size) for n in range(size) for step in (1, 2, -1)])


def test_large_groups_are_not_called_exact() -> None:
    """Above eighteen the output says that a smaller cut may exist; it still opens all circles, and marks agree."""
    small, large = ring(18), ring(40)
    how = "found step by step, so that a smaller one may exist"
    assert ("exact", how) == (min_feedback_arc_set_size(small).detail, min_feedback_arc_set_size(large).detail)
    assert how == min_feedback_arc_set_weight(large).detail
    marks = dsm_feedback_marks(large)
    assert marks.detail.startswith(f"{how}, ")
    assert min_feedback_arc_set_size(large).value == marks.value
    graph = digraph(large)
    graph.remove_edges_from(opening(large, weighted=False).arcs)
    assert networkx.is_directed_acyclic_graph(graph)


def test_search_stops_in_very_large_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no more steps are to be made, the cut is larger and still opens all circles."""
    monkeypatch.setattr("orgmodel.measures.good_order._STEPS", 0)
    large = ring(60)
    graph = digraph(large)
    graph.remove_edges_from(opening(large, weighted=False).arcs)
    assert networkx.is_directed_acyclic_graph(graph)


def test_marks_of_given_orders() -> None:
    """Providers first there are none; a ring keeps one, as far from the diagonal as it is long."""
    six = cleaned("ABCDEF", ["AB", "AC", "BD", "CE", "EF"])
    assert Detailed(0, "no marks") == dsm_feedback_marks(six, "FDEBCA")
    assert Detailed(5, "1.6 from the diagonal on average") == dsm_feedback_marks(six, "ABCDEF")
    assert Detailed(1, "2 from the diagonal on average") == dsm_feedback_marks(
        cleaned("ABC", ["AB", "BC", "CA"]), "CBA"
    )


@pytest.mark.parametrize("order", ["ab", "abcd", "abb", "abcc"])
def test_an_order_holds_each_node_once(order: str) -> None:
    """Any other order is refused."""
    with pytest.raises(ValueError, match="each node once"):
        dsm_feedback_marks(cleaned("abc", ["ab"]), order)


@pytest.mark.parametrize("name", DEGENERATE)
def test_without_circles_there_is_nothing_to_cut(name: str) -> None:
    """What is empty is known to be so; a share of nothing and the largest of nothing are not."""
    ties = DEGENERATE[name]
    detail = "exact, 3 loops not counted" if name == "loops only" else "exact"
    none = Undefined("there are no teams")
    assert () == cyclic_groups(ties).names
    assert dict.fromkeys(ties.nodes, False) == in_cycle(ties)
    assert ((0.0, 1) if ties.nodes else (none, none)) == (cyclic_share(ties), largest_cycle(ties))
    for measure in (min_feedback_arc_set_size, min_feedback_arc_set_weight, dsm_feedback_marks):
        assert Detailed(0, detail) == measure(ties)
