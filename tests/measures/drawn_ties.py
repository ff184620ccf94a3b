"""Drawn graphs for the tests of measures, and the same graphs for networkx."""

from typing import Any

import networkx
from hypothesis import strategies as st

from orgmodel.measures.ties import Ties, cleaned

NODES = range(8)
EDGE = st.tuples(st.sampled_from(NODES), st.sampled_from(NODES), st.sampled_from([None, 0.5, 1.0, 3.0]))
EDGES = st.lists(EDGE, max_size=22)
"""Edges with loops and with several between the same nodes; of some the weight is not stated."""

TIES = EDGES.map(lambda edges: cleaned(NODES, edges))
UNDIRECTED = EDGES.map(lambda edges: cleaned(NODES, edges, directed=False))
FEW = st.sampled_from(range(5))
SMALL = st.lists(st.tuples(FEW, FEW, st.sampled_from([1.0, 2.0, 5.0])), max_size=14).map(
    lambda edges: cleaned(range(5), edges)
)
"""Graphs of five nodes, for which everything can be tried out."""

FORESTS = st.lists(st.integers(-1, 30), max_size=30).map(
    lambda above: cleaned(
        range(len(above)), [(manager, node) for node, manager in enumerate(above) if 0 <= manager < node]
    )
)

EMPTY = cleaned("", [])
ALONE = cleaned("a", [])
LOOPS_ONLY = cleaned("ab", ["aa", "bb", "bb"])
NO_EDGES = cleaned("abc", [])
DEGENERATE = {"empty": EMPTY, "alone": ALONE, "loops only": LOOPS_ONLY, "no edges": NO_EDGES}

CPPDEP = cleaned(
    range(1, 13),
    [(1, 2), (1, 3), (2, 4), (2, 6), (3, 4), (3, 5), (3, 8), (10, 11), (10, 12), (11, 12), (12, 11), (6, 2), (6, 7),
     (8, 9), (7, 6), (9, 3)],
)  # fmt: skip
"""The graph in the tests of cppdep."""


def digraph(ties: Ties) -> "networkx.DiGraph[Any]":
    """Return ties as a directed graph, without weights."""
    graph: networkx.DiGraph[Any] = networkx.DiGraph(list(ties.weights))
    graph.add_nodes_from(ties.nodes)
    return graph


def undirected(ties: Ties) -> "networkx.Graph[Any]":
    """Return ties as a graph without direction."""
    return digraph(ties).to_undirected()
