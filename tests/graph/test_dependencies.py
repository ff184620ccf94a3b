"""The team dependency graph: four reasons, two layers."""

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgmodel.graph.algorithms import roots_and_circles, shortest_circles, strongly_connected
from orgmodel.model.place import Spot
from tests.graph.support import graph_of

EVERYTHING = """
people: {ana: {}, bo: {}}
teams:
  shop: {members: [ana]}
  pay: {members: [bo]}
  law: {kind: council}
  ads: {}
components:
  cart: {owner: shop, depends_on: [{component: ledger, kind: shared-data, strength: 3, why: same tables}]}
  ledger: {owner: bo, change_approval: [law, {by: ads, mandated: by contract}]}
initiatives:
  now: {team: shop, contributors: [{team: pay, ask: self-service}, {team: ads, ask: custom}, shop]}
  gone: {stage: stopped, team: shop, contributors: [law]}
  asks: {team: ads, steps: [{by: bo, can: veto}]}
decisions:
  price: {owner: shop, steps: [{by: law, can: approve}, {by: ads, can: advise}, {by: pay, can: veto, mandated: law}]}
dependencies:
  - {from: shop, to: pay, kind: api, strength: 2}
  - {from: shop, to: shop, kind: api}
  - {from: shop, to: nowhere, kind: api}
"""


def test_an_edge_joins_all_reasons_with_their_spots() -> None:
    """Declared, component, initiative and approval: each reason keeps its kind, strength and spot."""
    edges = graph_of(EVERYTHING).dependencies().edges
    found = {(e.source, e.target): [(r.why, r.kind, r.strength, r.spot) for r in e.reasons] for e in edges}
    assert found == {
        ("ads", "pay"): [("approval", "approval", 1.0, Spot("initiatives", "asks", ("steps", 0)))],
        ("pay", "law"): [("approval", "approval", 1.0, Spot("components", "ledger", ("change_approval", 0)))],
        ("shop", "ads"): [("initiative", "custom-work", 1.0, Spot("initiatives", "now", ("contributors", 1)))],
        ("shop", "law"): [("approval", "approval", 1.0, Spot("decisions", "price", ("steps", 0)))],
        ("shop", "pay"): [
            ("declared", "api", 2.0, Spot("dependencies", 0)),
            ("component", "shared-data", 3.0, Spot("components", "cart", ("depends_on", 0))),
            ("initiative", "self-service", 1.0, Spot("initiatives", "now", ("contributors", 0))),
        ],
    }


def test_loops_are_dropped_and_counted() -> None:
    """A team's dependency on itself is no edge."""
    assert 2 == graph_of(EVERYTHING).dependencies().loops


def test_calling_is_not_waiting() -> None:
    """Each reason belongs to one layer, or to both if its kind is unknown, it blocks, or two teams collaborate."""
    graph = graph_of("""
teams: {a: {}, b: {}, c: {}, d: {}, e: {}, f: {}}
dependencies:
  - {from: a, to: b, kind: api}
  - {from: a, to: c, kind: shared-code}
  - {from: a, to: d}
  - {from: a, to: e, kind: api, blocking: true}
  - {from: a, to: f, kind: event, mode: collaboration}
""")
    layers = {layer: [edge.target for edge in graph.dependencies(layer).edges] for layer in ("all", "uses", "waits")}
    assert {"all": [*"bcdef"], "uses": [*"bdef"], "waits": [*"cdef"]} == layers
    assert 0.2 == graph.dependencies().unknown_kind_share


def test_the_weight_is_the_sum_of_strengths() -> None:
    """Strengths that are not stated count 1, and the share of stated ones is known."""
    dependencies = graph_of(EVERYTHING).dependencies()
    assert 10.0 == dependencies.weight
    assert 0.0 == dependencies.stated_share


def test_to_networkx_hands_out_every_tie() -> None:
    """The typed graph has a node for each entity, and named edges."""
    graph = graph_of(EVERYTHING).to_networkx()
    types = {data["type"] for _, _, data in graph.edges(data=True)}
    assert {"member-of", "owns", "depends-on", "contributes-to", "approves", "veto", "approve", "advise"} <= types
    assert {"kind": "team", "id": "law", "label": "law"} == graph.nodes["team:law"]


GRAPHS = st.dictionaries(st.sampled_from("abcdefgh"), st.lists(st.sampled_from("abcdefgh"), max_size=4, unique=True))


@given(GRAPHS)
def test_components_are_those_of_networkx(successors: dict[str, list[str]]) -> None:
    """Strongly connected components agree with networkx on every graph."""
    graph: networkx.DiGraph[str] = networkx.DiGraph((a, b) for a, others in successors.items() for b in others)
    graph.add_nodes_from(successors)
    expected = sorted(sorted(component) for component in networkx.strongly_connected_components(graph))
    assert expected == strongly_connected(sorted(graph), successors)


@given(GRAPHS)
def test_circles_are_shortest(successors: dict[str, list[str]]) -> None:
    """For each node the circle through it is a circle, and as short as any."""
    graph: networkx.DiGraph[str] = networkx.DiGraph(
        (a, b) for a, others in successors.items() for b in others if a != b
    )
    nodes = sorted(graph)
    without_loops = {a: [b for b in others if a != b] for a, others in successors.items()}
    for circle in shortest_circles(nodes, without_loops):
        hops = list(zip(circle, [*circle[1:], circle[0]], strict=True))
        assert all(graph.has_edge(*hop) for hop in hops)
        start = circle[0]
        back = min(
            networkx.shortest_path_length(graph, b, start) for b in graph[start] if networkx.has_path(graph, b, start)
        )
        assert back + 1 == len(circle)


def ways_back(graph: "networkx.DiGraph[str]", start: str) -> list[int]:
    """Return how far each follower of a node is from it."""
    followers = [node for node in graph[start] if networkx.has_path(graph, node, start)]
    return [len(networkx.shortest_path(graph, node, start)) - 1 for node in followers]


@given(st.dictionaries(st.sampled_from("abcdef"), st.none() | st.sampled_from("abcdefz")))
def test_everyone_ends_at_a_root_or_in_a_circle(parent: dict[str, str | None]) -> None:
    """Roots have no parent that is known; circles are those of networkx."""
    roots, circles = roots_and_circles(parent)
    assert sorted(node for node, above in parent.items() if above not in parent) == roots
    graph: networkx.DiGraph[str] = networkx.DiGraph((node, above) for node, above in parent.items() if above in parent)
    expected = sorted(sorted(c) for c in networkx.simple_cycles(graph))
    assert expected == sorted(sorted(circle) for circle in circles)


@pytest.mark.parametrize("reference", ["bo", "person:bo"])
def test_a_person_stands_for_their_home_team(reference: str) -> None:
    """Where a team or a person may own, `person:` says which; a person stands for their team."""
    graph = graph_of(
        f"people: {{bo: {{}}}}\nteams: {{pay: {{members: [bo]}}}}\ncomponents: {{c: {{owner: '{reference}'}}}}"
    )
    assert ("pay",) == graph.owning_teams("c")
    assert (("person", "bo"),) == graph.owners_of("c")
