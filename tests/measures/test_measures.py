"""The measures: definitions by example, and agreement with slow ways of computing the same."""

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.graph import OrgGraph
from orgmodel.measures.base import Detailed, Undefined
from orgmodel.model.dependencies import Dependency
from orgmodel.model.organisation import Org
from orgmodel.model.teams import Team
from tests.graph.support import graph_of
from tests.measures.support import value

TEAMS = "abcdefg"
PAIRS = st.lists(st.tuples(st.sampled_from(TEAMS), st.sampled_from(TEAMS)), max_size=20, unique=True)


def coupled(pairs: list[tuple[str, str]]) -> OrgGraph:
    """Return seven teams with these dependencies."""
    dependencies = tuple(Dependency(source=a, target=b) for a, b in pairs)
    return OrgGraph(Org(teams={id: Team(id=id) for id in TEAMS}, dependencies=dependencies))


def digraph(pairs: list[tuple[str, str]]) -> "networkx.DiGraph[str]":
    """Return the same as a graph of networkx, without loops."""
    graph: networkx.DiGraph[str] = networkx.DiGraph((a, b) for a, b in pairs if a != b)
    graph.add_nodes_from(TEAMS)
    return graph


@settings(max_examples=20)
@given(PAIRS)
def test_adding_a_dependency_never_lowers_propagation_cost(pairs: list[tuple[str, str]]) -> None:
    """With one dependency more, a change travels at least as far."""
    before, after = (value(coupled(each), "propagation_cost") for each in (pairs, [*pairs, ("a", "g")]))
    assert isinstance(before, float)
    assert isinstance(after, float)
    assert before <= after


@settings(max_examples=20)
@given(PAIRS)
def test_turning_all_dependencies_swaps_visibility(pairs: list[tuple[str, str]]) -> None:
    """Whoever was reached now reaches; propagation cost stays."""
    there, back = coupled(pairs), coupled([(b, a) for a, b in pairs])
    assert value(there, "visibility_fan_in") == value(back, "visibility_fan_out")
    assert value(there, "propagation_cost") == value(back, "propagation_cost")


@settings(max_examples=20)
@given(PAIRS.filter(lambda pairs: any(a != b for a, b in pairs)))
def test_modularity_agrees_with_networkx(pairs: list[tuple[str, str]]) -> None:
    """Directed modularity of the groups is that of networkx."""
    dependencies = tuple(Dependency(source=a, target=b) for a, b in pairs)
    home = {team: "left" if team < "d" else "right" for team in TEAMS}
    teams = {id: Team(id=id, parent=group) for id, group in home.items()}
    groups = {id: Team(id=id, kind="group") for id in ("left", "right")}
    graph = OrgGraph(Org(teams=teams | groups, dependencies=dependencies))
    blocks = [{t for t in TEAMS if home[t] == group} for group in ("left", "right")]
    expected = networkx.community.modularity(digraph(pairs), blocks, weight=None)
    assert pytest.approx(expected) == value(graph, "modularity")


def test_weights_are_summed_over_reasons() -> None:
    """Weighted fan-in and fan-out add strengths, fan-in and fan-out count teams."""
    graph = graph_of("""
teams: {a: {}, b: {}, c: {}}
dependencies:
  - {from: a, to: b, strength: 2}
  - {from: a, to: b, strength: 0.5}
  - {from: c, to: b}
""")
    assert {"a": 0, "b": 2, "c": 0} == value(graph, "fan_in")
    assert {"a": 0, "b": 3.5, "c": 0} == value(graph, "weighted_fan_in")
    assert {"a": 2.5, "b": 0, "c": 1.0} == value(graph, "weighted_fan_out")
    assert 3.5 == value(graph, "team_dependency_weight")


def test_leaders_who_are_not_known_are_left_out_of_the_share() -> None:
    """The share of single-threaded leaders is over the initiatives whose leader is known, and says so."""
    graph = graph_of("""
people: {ana: {}, bo: {}}
initiatives: {a: {leader: ana}, b: {leader: [ana, bo]}, c: {leader: nobody}, d: {}, e: {leader: bo, stage: paused}}
""")
    assert Detailed(0.0, "1 of 4 left out: leader not known") == value(graph, "stl_coverage")
    assert 1.0 == value(graph_of("people: {ana: {}}\ninitiatives: {a: {leader: ana}}"), "stl_coverage")


def test_teams_of_unknown_size_are_left_out_of_the_share() -> None:
    """Two pizzas feed ten; a team of unknown size is not among those they feed."""
    graph = graph_of("teams: {a: {headcount: 10}, b: {headcount: 11}, c: {}}")
    assert Detailed(0.5, "1 of 3 left out: size not known") == value(graph, "two_pizza_share")


def test_spans_and_layers_need_managers() -> None:
    """Spans are of those who have reports; layers count people; without managers neither is known."""
    graph = graph_of("people: {a: {manager: nobody}, b: {manager: a}, c: {manager: a}, d: {manager: b}}")
    assert 3 == value(graph, "layers")
    assert Detailed(1.5, "2 managers, from 1 to 2, median 1.5") == value(graph, "mean_span")
    assert Undefined("no manager is stated") == value(graph_of("people: {a: {}}"), "layers")


def test_dependencies_between_components_that_cross_teams() -> None:
    """Only dependencies between components with one known team each count, and the rest is told."""
    graph = graph_of("""
teams: {a: {}, b: {}}
components:
  one: {owner: a, depends_on: [two, three, four]}
  two: {owner: b}
  three: {owner: a}
  four: {owner: nobody}
""")
    expected = Detailed(0.5, "1 without one owning team at each end left out")
    assert expected == value(graph, "inter_team_dependency_ratio")
