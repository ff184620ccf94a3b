"""Flow: chances of being on time, and Little's law."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel import catalogue
from orgmodel.graph import OrgGraph
from orgmodel.measures.base import Undefined
from orgmodel.measures.flow import littles_law, on_time_probability
from orgmodel.measures.initiatives import leader_share, outside_teams
from tests.graph.support import graph_of


def value(graph: OrgGraph, by: str, id: str) -> Any:
    """Compute a measure of one kind of thing."""
    (measure,) = (each for each in catalogue.measures((id,)) if each.by == by)
    return measure.compute(graph, "all")


@settings(max_examples=20)
@given(st.integers(0, 8))
def test_each_dependency_halves_the_chance(dependencies: int) -> None:
    """Of all ways in which each is on time or late, one is without a delay."""
    ways = list(product([True, False], repeat=dependencies))
    assert sum(map(all, ways)) / len(ways) == on_time_probability(dependencies, 0.5)


def test_sure_things_and_nothing_to_wait_for() -> None:
    """What is always on time never delays, and nothing that is waited for cannot either."""
    assert (1.0, 1.0, 0.0) == tuple(on_time_probability(*each) for each in ((7, 1.0), (0, 0.0), (1, 0.0)))


def test_chances_of_teams_and_initiatives() -> None:
    """A team depends also on what its initiatives use; an initiative waits for those that must work on it."""
    graph = graph_of("""
teams: {a: {}, b: {}, c: {}}
dependencies: [{from: a, to: b}, {from: a, to: b, kind: api}]
initiatives:
  one: {team: a, contributors: [b, {team: c, ask: self-service}, a]}
  two: {}
  over: {team: a, contributors: [b, c], stage: stopped}
""")
    assert {"a": 0.25, "b": 1.0, "c": 1.0} == value(graph, "team", "on_time_probability")
    unknown = Undefined("neither its team nor a contributor is stated")
    assert {"one": 0.5, "two": unknown} == value(graph, "initiative", "on_time_probability")
    assert {"one": 1, "two": unknown} == value(graph, "initiative", "outside_teams")


@settings(max_examples=20)
@given(st.integers(0, 50), st.integers(1, 50))
def test_little(wip: int, throughput: int) -> None:
    """Time in the system, times throughput, is the work in progress."""
    time = littles_law(wip, throughput)
    assert isinstance(time, float)
    assert pytest.approx(wip) == time * throughput


def test_nothing_is_finished() -> None:
    """Without throughput work never ends."""
    assert Undefined("nothing is finished") == littles_law(3, 0)


def test_outside_teams_are_distinct() -> None:
    """Each other team counts once, its own and what is used by self-service do not."""
    assert 2 == outside_teams("a", [("b", None), ("b", "custom"), ("c", "custom"), ("a", None), ("d", "self-service")])
    assert 0 == outside_teams(None, [])


def test_what_leaders_give() -> None:
    """The most that one of them gives; nobody gives nothing; unknown is unknown."""
    graph = graph_of("""
people: {ana: {}, bo: {}}
initiatives:
  one: {leader: [{person: ana, allocation: 30%}, {person: bo, allocation: 50%}]}
  none: {leader: nobody}
  part: {leader: [{person: ana, allocation: 30%}, bo]}
  open: {}
""")
    unstated, unknown = Undefined("the allocation of a leader is not stated"), Undefined("its leader is not known")
    expected = {"none": 0.0, "one": 0.5, "open": unknown, "part": unstated}
    assert expected == value(graph, "initiative", "leader_share")
    assert 0.0 == leader_share([])
