"""The longest chains of a graph."""

from itertools import pairwise

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.measures.chains import chains

FORWARD = st.sets(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")).filter(lambda p: p[0] < p[1]))


@pytest.mark.parametrize(
    ("arrows", "longest"),
    [
        ([], []),
        (["ab"], [("a", "b")]),
        (["ab", "bc", "ac", "cd"], [("a", "b", "c", "d")]),
        (["ab", "bc", "xb", "by"], [("a", "b", "c")]),
        (["ab", "bc", "xy"], [("a", "b", "c"), ("x", "y")]),
    ],
)
def test_each_part_has_its_longest_chain(arrows: list[str], longest: list[tuple[str, ...]]) -> None:
    """One chain for what hangs together; among equals the first by name."""
    assert longest == [chain.nodes for chain in chains((pair[0], pair[1]) for pair in arrows)]


def test_a_circle_is_passed_by_the_shortest_way() -> None:
    """From a into the circle of b, c and d, out again at d."""
    (chain,) = chains((pair[0], pair[1]) for pair in ["ab", "bc", "cd", "db", "de"])
    assert ("a", "b", "c", "d", "e") == chain.nodes
    assert {"a": 2, "b": 1, "c": 1, "d": 1, "e": 0} == chain.lengths


def test_a_circle_is_entered_at_its_first_by_name() -> None:
    """Both b and c could be next."""
    (chain,) = chains((pair[0], pair[1]) for pair in ["ac", "ab", "bc", "cb", "cd"])
    assert ("a", "b", "c", "d") == chain.nodes


def test_a_circle_alone_is_no_chain() -> None:
    """Nobody stands at its head."""
    (chain,) = chains([("a", "b"), ("b", "a")])
    assert (("a",), {"a": 0, "b": 0}) == (chain.nodes, dict(chain.lengths))


@settings(max_examples=20)
@given(FORWARD)
def test_without_circles_it_is_as_long_as_that_of_another_implementation(pairs: set[tuple[str, str]]) -> None:
    """Every step of a chain is a tie, and none is longer in its part than the one that is found."""
    graph = networkx.DiGraph(pairs)
    parts = [graph.subgraph(part) for part in networkx.weakly_connected_components(graph)]
    found = chains(pairs)
    assert sorted(map(networkx.dag_longest_path_length, parts)) == sorted(len(chain.nodes) - 1 for chain in found)
    assert all(pairs.issuperset(pairwise(chain.nodes)) for chain in found)
