"""Grouping: modularity, conductance, TurboMQ, E-I index and the share of what crosses, on graphs and organisations."""

from collections.abc import Mapping
from itertools import product

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel import catalogue
from orgmodel.graph import OrgGraph
from orgmodel.measures.base import Detailed, Undefined, number
from orgmodel.measures.grouping import conductance, ei_index, inter_team_dependency_ratio, modularity, turbo_mq
from orgmodel.measures.ties import Ties, cleaned
from tests.graph.support import graph_of
from tests.measures.support import GRAPHS, TEAMS

Weights = dict[tuple[str, str], float]
HOMES = st.fixed_dictionaries({team: st.integers(0, 2) for team in TEAMS})
"""A group for each of seven teams."""


def tied(weights: Weights, *, directed: bool = True) -> Ties:
    """Return the ties of seven teams."""
    return cleaned(TEAMS, [(*pair, weight) for pair, weight in weights.items()], directed=directed)


def blocks(home: Mapping[str, int]) -> list[set[str]]:
    """Return the groups that have members."""
    return [{team for team in TEAMS if home[team] == group} for group in sorted(set(home.values()))]


def slow_modularity(ties: Ties, home: Mapping[str, int]) -> float:
    """Add up what each pair of teams of one group has above what chance gives it."""
    both = 1 if ties.directed else 2
    weights = dict(ties.weights) if ties.directed else {}
    for (one, other), weight in ties.weights.items() if not ties.directed else ():
        weights[one, other] = weights[other, one] = weight
    out = {team: sum(weights.get((team, other), 0.0) for other in TEAMS) for team in TEAMS}
    into = {team: sum(weights.get((other, team), 0.0) for other in TEAMS) for team in TEAMS}
    whole = both * ties.total
    together = [pair for pair in product(TEAMS, TEAMS) if home[pair[0]] == home[pair[1]]]
    return sum(weights.get(pair, 0.0) / whole - out[pair[0]] * into[pair[1]] / whole**2 for pair in together)


@settings(max_examples=20)
@given(GRAPHS.filter(bool), HOMES, st.booleans())
def test_modularity_is_that_of_all_pairs_and_of_networkx(
    weights: Weights, home: dict[str, int], directed: bool
) -> None:
    """With and without direction it agrees with going through all pairs, and with networkx told about the weights."""
    ties = tied(weights, directed=directed)
    graph: networkx.Graph[str] = networkx.DiGraph() if directed else networkx.Graph()
    graph.add_nodes_from(TEAMS)
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in ties.weights.items())
    found = modularity(ties, home)
    assert pytest.approx(slow_modularity(ties, home), abs=1e-12) == found
    assert pytest.approx(networkx.community.modularity(graph, blocks(home), weight="weight"), abs=1e-12) == found


def test_modularity_of_worked_examples() -> None:
    """Cliques that nothing ties together give 1 − 1/k; one group gives 0."""
    cliques = [(a, b) for k in range(3) for a in range(4 * k, 4 * k + 4) for b in range(a + 1, 4 * k + 4)]
    ties = cleaned(range(12), cliques, directed=False)
    assert pytest.approx(2 / 3) == modularity(ties, {node: node // 4 for node in range(12)})
    assert 0.0 == modularity(ties, dict.fromkeys(range(12), "all"))


@settings(max_examples=20)
@given(GRAPHS, HOMES)
def test_conductance_is_that_of_networkx(weights: Weights, home: dict[str, int]) -> None:
    """Of each group it is that of networkx without direction; of all of them the mean of those that have one."""
    ties = tied(weights)
    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from(TEAMS)
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in ties.undirected.weights.items())
    expected = []
    for block in blocks(home):
        found = conductance(ties, block)
        volumes = [networkx.volume(graph, side, weight="weight") for side in (block, set(TEAMS) - block)]
        if not all(volumes):
            assert isinstance(found, Undefined)
        else:
            assert pytest.approx(networkx.conductance(graph, block, weight="weight")) == found
            assert isinstance(found, float)
            assert 0 <= found <= 1
            expected.append(found)
    mean = number(conductance(ties, home))
    assert mean == (pytest.approx(sum(expected) / len(expected)) if expected else None)


@settings(max_examples=20)
@given(GRAPHS, HOMES)
def test_the_index_and_the_ratio_say_the_same(weights: Weights, home: dict[str, int]) -> None:
    """The E-I index is twice the ratio less one, and the ratio is what crosses, of all."""
    ties = tied(weights)
    index, ratio = number(ei_index(ties, home)), number(inter_team_dependency_ratio(ties, home))
    crossing = sum(weight for (one, other), weight in weights.items() if home[one] != home[other])
    if not weights:
        assert (None, None) == (index, ratio)
    else:
        assert ratio is not None
        assert pytest.approx(crossing / sum(weights.values())) == ratio
        assert pytest.approx(2 * ratio - 1) == index


def test_ends_of_an_index() -> None:
    """All across give 1, all inside −1, and what has no known group at an end is left out and told."""
    square = cleaned("abcd", ["ab", "bc", "cd", "da"])
    assert 1.0 == ei_index(square, dict(zip("abcd", range(4), strict=True)))
    assert -1.0 == ei_index(square, dict.fromkeys("abcd", 1))
    told = "2 without one owning team at each end left out"
    assert Detailed(0.0, told) == ei_index(square, {"a": 1, "b": 1, "c": 2, "d": None})
    assert Detailed(0.5, told) == inter_team_dependency_ratio(square, {"a": 1, "b": 1, "c": 2})
    assert isinstance(ei_index(square, {}), Undefined)


@settings(max_examples=20)
@given(GRAPHS, HOMES)
def test_turbo_mq_adds_up_groups(weights: Weights, home: dict[str, int]) -> None:
    """It is the sum over the groups, and lies between 0 and how many of them there are."""
    expected = 0.0
    for block in blocks(home):
        inside = sum(weight for (one, other), weight in weights.items() if {one, other} <= block)
        across = sum(weight for (one, other), weight in weights.items() if (one in block) != (other in block))
        expected += 2 * inside / (2 * inside + across) if inside else 0.0
    found = turbo_mq(tied(weights), home)
    assert pytest.approx(expected) == found
    assert 0 <= expected <= len(blocks(home))


EMPTY = [cleaned([], []), cleaned("a", []), cleaned("a", ["aa"]), cleaned("ab", [])]


@pytest.mark.parametrize("ties", EMPTY, ids=["nobody", "one", "loop", "no edges"])
def test_graphs_without_edges_have_no_value(ties: Ties) -> None:
    """Without a dependency there is no share of any; only TurboMQ of somebody is 0."""
    home = dict.fromkeys(ties.nodes, 1)
    for measure in (modularity, conductance, ei_index, inter_team_dependency_ratio):
        assert isinstance(measure(ties, home), Undefined), measure.__name__
    assert isinstance(conductance(ties, set(ties.nodes)), Undefined)
    assert (Undefined("there are no teams") if not ties.nodes else 0.0) == turbo_mq(ties, home)


def test_one_group_with_everybody() -> None:
    """Where all are in one group nothing crosses, and there is no border to speak of."""
    ties = cleaned("abc", ["ab", "bc"])
    home = dict.fromkeys("abc", 1)
    assert (0.0, -1.0, 0.0, 1.0) == tuple(
        measure(ties, home) for measure in (modularity, ei_index, inter_team_dependency_ratio, turbo_mq)
    )
    assert Undefined("all dependencies are within one group") == conductance(ties, home)
    assert Undefined("it has all dependencies") == conductance(ties, "abc")


GROUPED = """
teams:
  g: {kind: group}
  h: {kind: group, parent: g}
  i: {kind: group}
  a: {parent: h}
  b: {parent: h}
  c: {parent: g}
  d: {parent: i}
  e: {}
  f: {}
dependencies:
  - {from: a, to: b, strength: 3}
  - {from: b, to: c}
  - {from: c, to: d, strength: 2}
  - {from: d, to: e}
  - {from: e, to: f}
"""
OWNED = """
teams: {a: {}, b: {}}
components:
  one: {owner: a, depends_on: [two, three, four, one]}
  two: {owner: b, depends_on: one}
  three: {owner: a}
  four: {owner: nobody}
"""


def values(graph: OrgGraph, by: str, id: str) -> object:
    """Compute a measure of one kind of thing."""
    (measure,) = (each for each in catalogue.measures((id,)) if each.by == by)
    return measure.compute(graph, "all")


def test_groups_are_looked_at_with_all_below_them() -> None:
    """A group's border is that of all teams below it: by pairs for the ratio, by weight for the conductance."""
    graph = graph_of(GROUPED)
    nothing = Undefined("there are no dependencies inside or across the border")
    assert {"g": 1 / 3, "h": 1 / 2, "i": 1.0} == values(graph, "group", "inter_team_dependency_ratio")
    assert {"g": pytest.approx(-1 / 3), "h": 0.0, "i": 1.0} == values(graph, "group", "ei_index")
    assert {"g": 2 / 6, "h": 1 / 7, "i": 1.0} == values(graph, "group", "conductance")
    assert {"x": nothing} == values(graph_of("teams: {x: {kind: group}}"), "group", "conductance")


def test_components_are_looked_at_by_their_team() -> None:
    """Each pair of components counts once, a loop not at all, and what has no owning team is told apart."""
    graph = graph_of(OWNED)
    told = "1 without one owning team at each end left out"
    assert Detailed(2 / 3, told) == values(graph, "organisation", "inter_team_dependency_ratio")
    assert number(values(graph, "organisation", "ei_index")) == pytest.approx(1 / 3)


def test_teams_are_grouped_by_the_group_they_belong_to() -> None:
    """Of an organisation the group is the direct one; a team without one stands for itself."""
    graph = graph_of(GROUPED)
    home = {"a": "h", "b": "h", "c": "g", "d": "i", "e": "e", "f": "f"}
    ties = cleaned("abcdef", [("a", "b", 3), ("b", "c"), ("c", "d", 2), ("d", "e"), ("e", "f")])
    for measure in (modularity, turbo_mq, conductance):
        assert measure(ties, home) == values(graph, "organisation", measure.__name__), measure.__name__
