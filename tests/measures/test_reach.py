"""Reach: the same as a search from every node, exact and estimated."""

from collections.abc import Callable
from random import Random
from typing import Any

import networkx
import pytest
from hypothesis import given, settings

from orgmodel.measures import visibility
from orgmodel.measures.base import Detailed, Estimated, Undefined
from orgmodel.measures.lakos import acd, ccd, ccd_balanced_tree, lakos_depth, lakos_level, nccd
from orgmodel.measures.reach import core_periphery_class, propagation_cost, visibility_fan_in, visibility_fan_out
from orgmodel.measures.ties import Ties, cleaned
from orgmodel.measures.visibility import reached, reaching, total_reach
from tests.measures.drawn_ties import CPPDEP, DEGENERATE, FORESTS, TIES, digraph

MANY = 3000


def searched(ties: Ties) -> tuple[dict[Any, int], dict[Any, int]]:
    """Return how many nodes each node reaches and is reached by, by a search from each."""
    graph = digraph(ties)
    out = {node: len(networkx.descendants(graph, node)) + 1 for node in ties.nodes}
    return out, {node: len(networkx.ancestors(graph, node)) + 1 for node in ties.nodes}


@settings(max_examples=20)
@given(TIES)
def test_reach_agrees_with_plain_search(ties: Ties) -> None:
    """Visibility, propagation cost and cumulative dependency are those of a search from every node."""
    out, into = searched(ties)
    assert out == visibility_fan_out(ties)
    assert into == visibility_fan_in(ties)
    assert sum(out.values()) / 64 == propagation_cost(ties)
    assert sum(out.values()) == ccd(ties)
    assert sum(out.values()) / 8 == acd(ties)


@settings(max_examples=20)
@given(FORESTS)
def test_forests_are_counted_in_one_pass_and_the_same(ties: Ties) -> None:
    """What is counted without bit sets, upwards and downwards, is what a search finds."""
    for each in (ties, ties.reversed):
        out, into = searched(each)
        assert out == visibility_fan_out(each)
        assert into == visibility_fan_in(each)


@settings(max_examples=20)
@given(TIES)
def test_blocks_of_bits_add_up(ties: Ties) -> None:
    """Counting some nodes at a time gives what counting all at once gives."""
    again = cleaned(ties.nodes, ties.weights)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(visibility, "_BLOCK", 3)
        assert reached(ties) == reached(again)


@settings(max_examples=20)
@given(TIES)
def test_core_and_periphery_are_as_defined(ties: Ties) -> None:
    """The classes follow from the visibilities, compared with those of the only largest circle."""
    out, into = searched(ties)
    components = list(networkx.strongly_connected_components(digraph(ties)))
    core = max(components, key=len)
    cores = [component for component in components if len(component) == len(core)]
    found = core_periphery_class(ties)
    if len(core) == 1:
        assert isinstance(found, Undefined)
        return
    assert isinstance(found, dict)
    if len(cores) > 1:
        assert {node for each in cores for node in each} == {node for node in found if found[node] == "multi-core"}
        return
    one = next(iter(core))
    for node in ties.nodes:
        more = into[node] >= into[one], out[node] >= out[one]
        expected = {(True, False): "shared", (False, True): "control"}.get(more, "peripheral")
        assert ("core" if node in core else expected) == found[node]


def test_core_of_the_worked_example() -> None:
    """A circle of three, two above it, two below it, and two beside it."""
    edges = ["u1 c1", "c1 c2", "u2 c1", "c2 c3", "c3 c1", "c3 s1", "s1 s2", "p1 p2"]
    found = core_periphery_class(cleaned([], [edge.split() for edge in edges]))
    names = {"c": "core", "u": "control", "s": "shared", "p": "peripheral"}
    assert isinstance(found, dict)
    assert {node: names[node[0]] for node in found} == found


def test_as_much_as_the_core_is_enough() -> None:
    """Who has as many behind it, or before it, as the core is not peripheral."""
    expected = {"c": "core", "d": "core", "p": "control", "s": "shared", "x": "peripheral"}
    assert expected == core_periphery_class(cleaned("cdpsx", ["cd", "dc", "ps"]))


def test_two_largest_circles_are_no_core() -> None:
    """Their members are named, and for the others there is nothing to compare with."""
    found = core_periphery_class(cleaned("abcde", ["ab", "ba", "cd", "dc", "ae"]))
    assert isinstance(found, dict)
    assert ["multi-core"] * 4 == [found[node] for node in "abcd"]
    assert Undefined("2 cyclic groups are the largest, so that there is no one core to compare with") == found["e"]


@settings(max_examples=20)
@given(TIES)
def test_levels_are_longest_ways_down(ties: Ties) -> None:
    """A group counts for its nodes in the level, and for one in the depth."""
    condensation = networkx.condensation(digraph(ties))
    members = condensation.nodes(data="members")
    levels: dict[Any, int] = {}
    depths: dict[Any, int] = {}
    for group in reversed(list(networkx.topological_sort(condensation))):
        below = list(condensation.successors(group))
        levels[group] = len(members[group]) + max((levels[each] for each in below), default=0)
        depths[group] = 1 + max((depths[each] for each in below), default=0)
    of = condensation.graph["mapping"]
    assert {node: levels[of[node]] for node in ties.nodes} == lakos_level(ties)
    assert {node: depths[of[node]] for node in ties.nodes} == lakos_depth(ties)


def test_levels_and_average_of_cppdep() -> None:
    """The graph in its tests has these levels, and each component depends on 3.75 on average."""
    expected = {4: 1, 5: 1, 11: 2, 12: 2, 10: 3, 2: 4, 6: 4, 7: 4, 3: 4, 8: 4, 9: 4, 1: 5}
    assert expected == lakos_level(CPPDEP)
    assert 3.75 == acd(CPPDEP)


@pytest.mark.parametrize(
    ("edges", "total", "normalised"),
    [
        ("ab ac bd be", 11, 1.0),
        ("ab ac bd be cf", 14, 1.0),
        ("ab bc cd de ef", 21, 1.5),
        ("ab bc cd de ef fa", 36, 36 / 14),
    ],
)
def test_cumulative_dependency_of_known_designs(edges: str, total: int, normalised: float) -> None:
    """Trees, a line and a ring, against the tree whose levels are filled one after the other."""
    ties = cleaned([], edges.split())
    assert total == ccd(ties)
    assert Detailed(normalised, "against the tree of complete_integer") == nccd(ties, tree="complete_integer")


def test_balanced_trees() -> None:
    """Both ways to count agree where the tree is full, and only there."""
    assert [1, 17, 49] == [ccd_balanced_tree(n) for n in (1, 7, 15)]
    assert [1, 3, 5, 8, 11, 14, 17] == [ccd_balanced_tree(n, "complete_integer") for n in range(1, 8)]
    same = [n for n in range(1, 40) if abs(ccd_balanced_tree(n) - ccd_balanced_tree(n, "complete_integer")) < 1e-9]
    assert [1, 3, 7, 15, 31] == same
    with pytest.raises(ValueError, match="no such tree: oak"):
        ccd_balanced_tree(3, "oak")  # type: ignore[arg-type]  # what somebody may write


def test_published_propagation_cost() -> None:
    """The example of six components: 42 %."""
    assert 0.42 == pytest.approx(propagation_cost(cleaned("abcdef", ["ab", "ac", "bd", "ce", "ef"])), abs=0.005)


@pytest.mark.parametrize("name", DEGENERATE)
def test_reach_without_ties(name: str) -> None:
    """The diagonal counts, so a share is 1/n and never 0; without nodes there is none."""
    ties = DEGENERATE[name]
    n = len(ties.nodes)
    ones = dict.fromkeys(ties.nodes, 1)
    assert ones == visibility_fan_out(ties) == visibility_fan_in(ties) == lakos_level(ties) == lakos_depth(ties)
    assert n == ccd(ties)
    assert isinstance(core_periphery_class(ties), Undefined)
    if n == 0:
        assert [Undefined("there are no teams")] * 3 == [propagation_cost(ties), acd(ties), nccd(ties)]
    else:
        assert (1 / n, 1.0) == (propagation_cost(ties), acd(ties))


def test_one_team_is_its_own_tree() -> None:
    """Normalised, a single team is 1."""
    assert Detailed(1.0, "against the tree of log2_formula") == nccd(DEGENERATE["alone"])


def many(seed: int, near: int = 300) -> Ties:
    """Return a large graph without circles in which some reach few others and some reach very many."""
    random = Random(seed)
    edges = ((node, node + random.randint(1, near)) for node in range(MANY) for _ in range(2))
    return cleaned(range(MANY), [(one, other) for one, other in edges if other < MANY])


@pytest.fixture
def _large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take for large what has more than a thousand nodes."""
    monkeypatch.setattr(visibility, "EXACT_UP_TO", 1000)


@pytest.mark.usefixtures("_large")
@pytest.mark.parametrize("measure", [reached, reaching])
def test_estimated_visibility_is_near(
    measure: Callable[[Ties], visibility.Visibility], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Small sets are exact, large ones within a few standard errors, and how it was done is said."""
    ties = many(1, 60)
    found = measure(ties)
    monkeypatch.setattr(visibility, "EXACT_UP_TO", MANY)
    exact = measure(cleaned(ties.nodes, ties.weights))
    assert (
        found.estimated == "from the first 128 of 3,000 in a fixed random order, standard error 9%; exact up to these"
    )
    assert exact.estimated is None
    assert max(exact.counts) > 2000
    errors = [(guess - size) / size for guess, size in zip(found.counts, exact.counts, strict=True)]
    assert 0 == sum(abs(error) for error, size in zip(errors, exact.counts, strict=True) if size < 128)
    assert 0.36 > max(map(abs, errors))


@pytest.mark.usefixtures("_large")
def test_estimated_total_is_within_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over several graphs the estimate lies as near as its standard error says."""
    off = []
    for seed in range(4):
        ties = many(seed)
        found = total_reach(ties)
        with monkeypatch.context() as patch:
            patch.setattr(visibility, "EXACT_UP_TO", MANY)
            exact = total_reach(cleaned(ties.nodes, ties.weights))
        assert exact.error is None
        assert found.error
        off.append(abs(found.pairs - exact.pairs) / found.error)
    assert 3.5 > max(off)
    assert 0.1 < max(off)


@pytest.mark.usefixtures("_large")
def test_estimates_say_so() -> None:
    """Every measure of reach says from what a large graph was estimated, and is the same every time."""
    ties = many(2)
    cost, classes = propagation_cost(ties), core_periphery_class(cleaned(ties.nodes, [*ties.weights, (5, 4), (4, 5)]))
    assert isinstance(cost, Detailed)
    assert cost.detail.startswith("estimated from 1,024 of 3,000 teams, standard error 0.00")
    assert isinstance(visibility_fan_in(ties), Estimated)
    assert isinstance(classes, Estimated)
    assert {"core", "control", "shared", "peripheral"} >= {*classes.values.values()}
    assert cost == propagation_cost(cleaned(ties.nodes, ties.weights))


@pytest.mark.usefixtures("_large")
def test_large_trees_are_exact() -> None:
    """In a tree everything is counted in one pass, at any size."""
    tree = cleaned(range(MANY), [((node - 1) // 3, node) for node in range(1, MANY)])
    assert (MANY, None) == (reached(tree).counts[0], reached(tree).estimated)
    assert isinstance(propagation_cost(tree), float)
