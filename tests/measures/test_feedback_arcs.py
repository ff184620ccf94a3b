"""The smallest cut: as small as trying everything finds it, and never larger than needed."""

from itertools import combinations, permutations
from random import Random

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.measures.best_order import better_order
from orgmodel.measures.feedback_arcs import EXACT_UP_TO, feedback_arcs, fewest_then_lightest
from orgmodel.measures.good_order import against, good_order
from orgmodel.measures.greedy_order import Arc
from tests.measures.support import GRAPHS, PAIRS, weighed

Weights = dict[Arc, float]


def is_open(arcs: set[Arc]) -> bool:
    """Tell whether a graph has no circle."""
    return bool(networkx.is_directed_acyclic_graph(networkx.DiGraph(list(arcs))))


def fewest_by_trying(weights: Weights) -> int:
    """Return the size of the smallest set of arcs that opens all circles, by trying all sets."""
    sets = (cut for size in range(len(weights) + 1) for cut in combinations(weights, size))
    return next(len(cut) for cut in sets if is_open(set(weights).difference(cut)))


def least_by_trying(costs: Weights) -> float:
    """Return the least cost of the arcs that point back, by trying all orders."""
    nodes = sorted({node for arc in costs for node in arc})
    return min(sum(costs[arc] for arc in against(order, costs)) for order in permutations(nodes))


@settings(max_examples=20)
@given(st.dictionaries(PAIRS, st.integers(1, 5).map(float), max_size=11))
def test_cut_is_as_small_as_any(weights: Weights) -> None:
    """No smaller set of dependencies opens all circles."""
    cut = feedback_arcs(fewest_then_lightest(weights))
    assert cut.exact
    assert is_open(set(weights).difference(cut.arcs))
    assert fewest_by_trying(weights) == len(cut.arcs)


@settings(max_examples=20)
@given(GRAPHS)
def test_cut_costs_as_little_as_any(weights: Weights) -> None:
    """No order of the teams has arcs against it that cost less, whatever the costs."""
    cut = feedback_arcs(weights)
    assert pytest.approx(least_by_trying(weights) if weights else 0.0) == sum(weights[arc] for arc in cut.arcs)
    assert is_open(set(weights).difference(cut.arcs))


@settings(max_examples=20)
@given(GRAPHS)
def test_search_alone_finds_the_best_order(weights: Weights) -> None:
    """The exact search needs no good order to begin with."""
    nodes = sorted({node for arc in weights for node in arc})
    order = better_order(nodes, weights, than=weights) or nodes
    assert nodes == sorted(order)
    assert pytest.approx(least_by_trying(weights) if weights else 0.0) == sum(
        weights[arc] for arc in against(order, weights)
    )


def test_nothing_is_better_than_the_best() -> None:
    """Where the best order is known already there is no better one."""
    circle = weighed("ab", "bc", "ca2")
    assert better_order("abc", circle, than=[("a", "b")]) is None
    assert [*"abc"] != better_order("abc", circle, than=[("c", "a")])


CASES = [
    ("a circle of three", "ab bc ca", 1),
    ("everyone with everyone", "ab ac ad ba bc bd ca cb cd da db dc", 6),
    ("two circles with one arc in common", "ab bc bd ca da", 1),
    ("no circle", "ab ac bc", 0),
    ("nothing", "", 0),
]


@pytest.mark.parametrize(("name", "arrows", "size"), CASES, ids=[name for name, *_ in CASES])
def test_sizes_that_are_known(name: str, arrows: str, size: int) -> None:
    """Small graphs have the cut that can be seen with the eye."""
    assert size == len(feedback_arcs(fewest_then_lightest(weighed(*arrows.split()))).arcs)


def test_three_groups_need_four_cuts() -> None:
    """The graph in the tests of cppdep, three cyclic groups, opens with four."""
    onward = {1: [2, 3], 2: [4, 6], 3: [4, 5, 8], 6: [2, 7], 7: [6], 8: [9], 9: [3], 10: [11, 12], 11: [12], 12: [11]}
    arcs = {(str(source), str(target)): 1.0 for source, targets in onward.items() for target in targets}
    assert 4 == len(feedback_arcs(arcs).arcs)


def test_of_as_many_the_lightest_are_cut() -> None:
    """Among cuts of the same size the lightest is chosen, but size goes first."""
    assert (("b", "c"),) == feedback_arcs(fewest_then_lightest(weighed("ab3", "bc2", "ca4"))).arcs
    assert (("a", "b"),) == feedback_arcs(fewest_then_lightest(weighed("ab9", "bc", "ca", "bd", "da"))).arcs


def ring_of_rings(rings: int) -> Weights:
    """Return rings of three teams, joined into one cyclic group."""
    arcs: Weights = {}
    for n in range(rings):
        arcs |= {(f"{n:02}{one}", f"{n:02}{other}"): 1.0 for one, other in ("ab", "bc", "ca")}
        arcs[f"{n:02}a", f"{(n + 1) % rings:02}a"] = 1.0
    return arcs


def test_large_group_is_not_called_exact() -> None:
    """Above eighteen teams the answer is found step by step and says so; here it is the best there is."""
    small, large = feedback_arcs(ring_of_rings(EXACT_UP_TO // 3)), feedback_arcs(ring_of_rings(EXACT_UP_TO // 3 + 1))
    assert (7, True) == (len(small.arcs), small.exact)
    assert (8, False) == (len(large.arcs), large.exact)


@settings(max_examples=20)
@given(st.integers(19, 40), st.randoms(use_true_random=False))
def test_large_group_is_opened_without_a_needless_cut(size: int, random: Random) -> None:
    """In a large group the cut opens all circles, and none of it could stay."""
    arcs = {(f"n{one:02}", f"n{(one + 1) % size:02}"): 1.0 for one in range(size)}
    for _ in range(2 * size):
        one, other = random.sample(range(size), 2)
        arcs[f"n{one:02}", f"n{other:02}"] = 1.0
    cut = feedback_arcs(arcs)
    kept = set(arcs).difference(cut.arcs)
    assert is_open(kept)
    assert [] == [arc for arc in cut.arcs if is_open(kept | {arc})]


def test_order_of_the_arcs_does_not_matter() -> None:
    """The same graph gets the same cut, in whatever order it is written."""
    arcs = ring_of_rings(9)
    assert feedback_arcs(arcs) == feedback_arcs(dict(reversed(arcs.items())))


@settings(max_examples=20)
@given(GRAPHS)
def test_good_order_has_every_node_once(weights: Weights) -> None:
    """An order holds each node of the graph, and no other."""
    nodes = sorted({node for arc in weights for node in arc})
    assert nodes == sorted(good_order(nodes, weights))
