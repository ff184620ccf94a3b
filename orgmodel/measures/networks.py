"""Ties as graphs of networkx: clean, and without weights that its functions would use unasked."""

from typing import TYPE_CHECKING, Any

from orgmodel.measures.ties import Ties

if TYPE_CHECKING:
    import networkx


def network(ties: Ties) -> "networkx.DiGraph[Any]":
    """Return ties as a directed graph; without direction there is an arrow each way."""
    import networkx

    graph: networkx.DiGraph[Any] = networkx.DiGraph()
    graph.add_nodes_from(ties.nodes)
    graph.add_edges_from((node, other) for node, others in ties.successors.items() for other in others)
    return graph


def undirected_network(ties: Ties) -> "networkx.Graph[Any]":
    """Return ties as a graph without direction."""
    import networkx

    graph: networkx.Graph[Any] = networkx.Graph()
    graph.add_nodes_from(ties.nodes)
    graph.add_edges_from(ties.weights)
    return graph
