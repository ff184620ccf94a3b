"""Position: betweenness as networkx has it, and who or what holds a graph together, against trying it out."""

from itertools import pairwise
from typing import Any

import networkx
import numpy as np
import pytest
from hypothesis import given, settings

from orgmodel import catalogue
from orgmodel.graph import OrgGraph
from orgmodel.measures.base import Detailed, Estimated, Listed, Undefined
from orgmodel.measures.gatekeepers import articulation_points, bridges, dominators
from orgmodel.measures.position import (
    EXACT_UP_TO,
    FEWEST_SOURCES,
    betweenness,
    betweenness_centrality,
    betweenness_of,
    innermost_core,
    k_core_max,
    pagerank,
)
from orgmodel.measures.shortest_paths import from_many, from_one
from orgmodel.measures.ties import Ties, cleaned
from orgmodel.model.dependencies import Dependency
from orgmodel.model.organisation import Org
from orgmodel.model.teams import Team
from tests.measures.drawn_ties import DEGENERATE, EDGES, NODES, TIES, UNDIRECTED, digraph, undirected
from tests.measures.support import GRAPHS, TEAMS, dependencies, weighed


@settings(max_examples=20)
@given(GRAPHS)
def test_betweenness_agrees_with_networkx(weights: dict[tuple[str, str], float]) -> None:
    """Directed, unweighted and not normalised, it is what networkx computes."""
    plain: networkx.DiGraph[str] = networkx.DiGraph(list(weights))
    plain.add_nodes_from(TEAMS)
    found = betweenness_of(dependencies(weights, TEAMS))
    assert pytest.approx(networkx.betweenness_centrality(plain, normalized=False)) == dict(found.values)
    assert not found.estimated


def test_team_between_two_others_is_on_one_path() -> None:
    """In a chain of three, the one in the middle stands between one pair."""
    assert {"a": 0.0, "b": 1.0, "c": 0.0} == betweenness_of(dependencies(weighed("ab", "bc"))).values


def test_two_ways_share_a_pair() -> None:
    """Where two shortest chains join a pair, each of the teams between has half of it."""
    found = betweenness_of(dependencies(weighed("ab", "ac", "bd", "cd")))
    assert {"a": 0.0, "b": 0.5, "c": 0.5, "d": 0.0} == found.values


def test_weights_do_not_count() -> None:
    """A heavy dependency is as long as a light one."""
    light, heavy = weighed("ab", "bc", "ac"), weighed("ab9", "bc9", "ac")
    assert betweenness_of(dependencies(light)).values == betweenness_of(dependencies(heavy)).values


def test_nothing_is_between_no_teams() -> None:
    """Without teams there is nothing to work out, and nothing was estimated."""
    assert ({}, 0, 0) == betweenness_of(dependencies({}))


def star(sources: int, into: int = 3) -> dict[tuple[str, str], float]:
    """Return many teams that reach a few others through one hub."""
    arrows = {(f"s{n:05}", "hub"): 1.0 for n in range(sources)}
    return arrows | {("hub", f"t{n}"): 1.0 for n in range(into)}


def test_up_to_a_thousand_teams_it_is_exact() -> None:
    """A thousand teams that depend on others are all followed."""
    found = betweenness_of(dependencies(star(EXACT_UP_TO - 1)))
    assert (EXACT_UP_TO, EXACT_UP_TO, False) == (found.sources, found.of, found.estimated)
    assert 3.0 * (EXACT_UP_TO - 1) == found.values["hub"]


def test_large_organisation_gets_an_estimate(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above that only a sample is followed; the estimate is near, says that it is one, and is the same every time."""
    monkeypatch.setattr("orgmodel.measures.position.AFFORDABLE_STEPS", 300_000)
    weights = star(3000)
    found = betweenness_of(dependencies(weights))
    assert (99, 3001, True) == (found.sources, found.of, found.estimated)
    assert pytest.approx(9000, rel=0.02) == found.values["hub"]
    assert found == betweenness_of(dependencies(dict(reversed(weights.items()))))


def test_sample_has_a_least_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many dependencies there are, some teams are followed."""
    monkeypatch.setattr("orgmodel.measures.position.AFFORDABLE_STEPS", 1)
    assert FEWEST_SOURCES == betweenness_of(dependencies(star(3000))).sources


def test_betweenness_is_a_measure_of_teams_in_each_layer() -> None:
    """`measure` offers it for the layer that is asked for."""
    teams = {id: Team(id=id) for id in "abc"}
    stated = Dependency(source="a", target="b", kind="api"), Dependency(source="b", target="c", kind="shared-data")
    graph = OrgGraph(Org(teams=teams, dependencies=stated))
    (measure,) = catalogue.measures(("betweenness",))
    assert {"a": 0.0, "b": 1.0, "c": 0.0} == measure.compute(graph, "all")
    assert {"a": 0.0, "b": 0.0, "c": 0.0} == measure.compute(graph, "waits")


@settings(max_examples=20)
@given(TIES)
def test_centrality_agrees_with_networkx(ties: Ties) -> None:
    """With direction and without, it is what networkx computes."""
    for each, plain in ((ties, digraph(ties)), (ties.undirected, undirected(ties))):
        assert pytest.approx(networkx.betweenness_centrality(plain)) == betweenness_centrality(each)
        assert pytest.approx(networkx.betweenness_centrality(plain, normalized=False)) == betweenness(each)


@settings(max_examples=20)
@given(TIES)
def test_many_sources_at_once_give_the_same(ties: Ties) -> None:
    """Arrays of many sources and a search from one after the other add up to the same."""
    one_by_one = [0.0] * len(ties.nodes)
    for source in range(len(ties.nodes)):
        from_one(source, ties.onward, one_by_one)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("orgmodel.measures.shortest_paths._AT_ONCE", 3 * len(ties.nodes))
        assert pytest.approx(one_by_one) == from_many(range(len(ties.nodes)), ties.onward)


def test_many_sources_at_once_in_a_large_graph() -> None:
    """A grid with very many shortest paths, large enough for arrays, is as networkx has it."""
    side = 20
    edges = [(n, n + step) for n in range(side * side) for step in (1, side) if n % side + step % side < side]
    ties = cleaned(range(side * side), [edge for edge in edges if edge[1] < side * side])
    assert pytest.approx(networkx.betweenness_centrality(digraph(ties))) == betweenness_centrality(ties)


def test_marriages_of_florence() -> None:
    """The Medici stand between more than half of all pairs of families."""
    graph = networkx.florentine_families_graph()
    found = betweenness_centrality(cleaned(graph.nodes, graph.edges, directed=False))
    assert isinstance(found, dict)
    assert pytest.approx(0.522, abs=0.0005) == found["Medici"]


def test_estimated_centrality_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Normalised or not, and in or without direction, what is estimated is marked."""
    monkeypatch.setattr("orgmodel.measures.position.AFFORDABLE_STEPS", 1)
    ties = cleaned([], star(3000))
    for each in (ties, ties.undirected):
        found, whole = betweenness_centrality(each), betweenness(each)
        assert isinstance(found, Estimated)
        assert isinstance(whole, Estimated)
        assert found.detail == whole.detail
        assert f"from 64 of {3001 if each is ties else 3004:,} teams that depend on others" == found.detail


def parts(graph: "networkx.Graph[Any]") -> int:
    """Return into how many parts a graph falls."""
    return int(networkx.number_connected_components(graph))


@settings(max_examples=20)
@given(TIES)
def test_articulation_points_leave_more_parts(ties: Ties) -> None:
    """Taking one away leaves more parts than there were; taking away another node does not."""
    graph = undirected(ties)
    found = articulation_points(ties).names
    for node in ties.nodes:
        less = graph.copy()
        less.remove_node(node)
        assert (node in found) == (parts(less) > parts(graph))


@settings(max_examples=20)
@given(EDGES)
def test_bridges_leave_more_parts(edges: list[tuple[int, int, float | None]]) -> None:
    """Taking away one edge of all, of which there may be several between two nodes, leaves more parts."""
    graph: networkx.MultiGraph[int] = networkx.MultiGraph([(one, other) for one, other, _ in edges])
    graph.add_nodes_from(NODES)
    expected = set()
    for one, other, key in list(graph.edges):
        less = graph.copy()
        less.remove_edge(one, other, key)
        if parts(less) > parts(graph):
            expected.add((min(one, other), max(one, other)))
    assert tuple(sorted(expected)) == bridges(cleaned(NODES, edges)).names
    assert tuple(sorted(expected)) == bridges(cleaned(NODES, edges, directed=False)).names


def test_several_reasons_are_no_bridge() -> None:
    """Between teams, a dependency for two reasons does not hang on one."""
    reasons = Dependency(source="a", target="b"), Dependency(source="a", target="b", kind="api")
    stated = *reasons, Dependency(source="b", target="c")
    graph = OrgGraph(Org(teams={id: Team(id=id) for id in "abc"}, dependencies=stated))
    (measure,) = catalogue.measures(("bridges",))
    assert Listed((("b", "c"),)) == measure.compute(graph, "all")


def test_kite_and_barbell() -> None:
    """Krackhardt's kite hangs on two nodes and two ties, a barbell on three nodes."""
    kite = networkx.krackhardt_kite_graph()
    ties = cleaned(kite.nodes, kite.edges, directed=False)
    assert ((7, 8), ((7, 8), (8, 9))) == (articulation_points(ties).names, bridges(ties).names)
    barbell = networkx.barbell_graph(4, 1)
    assert (3, 4, 5) == articulation_points(cleaned(barbell.nodes, barbell.edges)).names


@settings(max_examples=20)
@given(TIES)
def test_pagerank_solves_its_equations(ties: Ties) -> None:
    """It is the stationary distribution of the walk, here from a system of linear equations."""
    n = len(ties.nodes)
    step = np.zeros((n, n))
    for node, others in enumerate(ties.onward):
        for other in others or range(n):
            step[other, node] = 1 / len(others or ties.nodes)
    expected = np.linalg.solve(np.eye(n) - 0.85 * step, np.full(n, 0.15 / n))
    found = pagerank(ties)
    assert pytest.approx(expected, abs=1e-9) == [found[node] for node in ties.nodes]
    assert pytest.approx(1.0) == sum(found.values())


def test_pagerank_ignores_weights() -> None:
    """A strong dependency leads there no more often than a weak one."""
    assert pagerank(cleaned("abc", ["ab", "ac"])) == pagerank(cleaned("abc", [("a", "b", 9), ("a", "c")]))


@settings(max_examples=20)
@given(UNDIRECTED)
def test_innermost_core_is_what_peeling_leaves(ties: Ties) -> None:
    """Taking away, again and again, who has fewer than k ties leaves something for the last time at this k."""
    graph = undirected(ties)
    k, left = 0, set(ties.nodes)
    while True:
        inside = set(left)
        while few := {node for node in inside if len(inside & set(graph[node])) < k + 1}:
            inside -= few
        if not inside:
            break
        k, left = k + 1, inside
    assert (k, tuple(sorted(left))) == innermost_core(ties)


def test_core_of_the_karate_club() -> None:
    """Ten of its members have four ties with each other."""
    club = networkx.karate_club_graph()
    assert Detailed(4, "a core of 10") == k_core_max(cleaned(club.nodes, club.edges, directed=False))


@settings(max_examples=20)
@given(TIES)
def test_dominators_cut_every_path(ties: Ties) -> None:
    """A node is one exactly if without it no path is left; they stand in the order in which paths pass them."""
    graph = digraph(ties)
    found = dominators(ties, 0, 7)
    if not networkx.has_path(graph, 0, 7):
        assert Undefined("no path leads from 0 to 7") == found
        return
    assert isinstance(found, Listed)
    for node in range(1, 7):
        less = graph.copy()
        less.remove_node(node)
        assert (node in found.names) == (not networkx.has_path(less, 0, 7))
    assert all(networkx.has_path(graph, one, other) for one, other in pairwise(found.names))


def test_the_first_who_must_be_passed_comes_first() -> None:
    """On a line with a detour, those on no detour are passed in this order."""
    ties = cleaned("sabcdt", ["sd", "da", "db", "ac", "bc", "ct"])
    assert Listed(("d", "c")) == dominators(ties, "s", "t")


def test_nobody_is_mandatory_on_two_ways() -> None:
    """Two ways without a node in common leave nobody who can block; nor does no way at all."""
    assert Listed(()) == dominators(cleaned("sabt", ["sa", "sb", "at", "bt"]), "s", "t")
    assert Listed(()) == dominators(cleaned("st", ["ts"]), "s", "s")
    with pytest.raises(ValueError, match="x is no node"):
        dominators(cleaned("st", []), "s", "x")


@pytest.mark.parametrize("name", DEGENERATE)
def test_position_without_ties(name: str) -> None:
    """Nobody is between others, nothing holds anything together, and a walk is anywhere as often."""
    ties = DEGENERATE[name]
    n = len(ties.nodes)
    assert dict.fromkeys(ties.nodes, 0.0) == betweenness(ties) == betweenness_centrality(ties)
    assert Listed(()) == articulation_points(ties) == bridges(ties)
    assert pytest.approx(dict.fromkeys(ties.nodes, 1 / n) if n else {}) == pagerank(ties)
    assert (Detailed(0, f"a core of {n}") if n else Undefined("there are no teams")) == k_core_max(ties)
