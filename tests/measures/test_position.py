"""Betweenness: the same as networkx has it, and marked where it is an estimate."""

import networkx
import pytest
from hypothesis import given

from orgmodel import catalogue
from orgmodel.graph import OrgGraph
from orgmodel.measures.position import EXACT_UP_TO, FEWEST_SOURCES, betweenness_of
from orgmodel.model.dependencies import Dependency
from orgmodel.model.organisation import Org
from orgmodel.model.teams import Team
from tests.measures.support import GRAPHS, TEAMS, dependencies, weighed


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
