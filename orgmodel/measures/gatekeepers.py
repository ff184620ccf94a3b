"""Position: without whom, or without which tie, others are cut off."""

from typing import Any, NamedTuple

from orgmodel.measures.base import Listed, Undefined, measure
from orgmodel.measures.networks import network, undirected_network
from orgmodel.measures.once import once
from orgmodel.measures.subjects import team_ties
from orgmodel.measures.ties import Tie, Ties, by_name


class Holding(NamedTuple):
    """What holds others together: nodes without whom, and pairs of nodes without whose tie, they would fall apart."""

    nodes: frozenset[Any]
    pairs: tuple[Tie, ...]


@once
def holding_together(ties: Ties) -> Holding:
    """Return the nodes that are in several biconnected components, and the pairs that are one by themselves."""
    import networkx

    seen: set[Any] = set()
    nodes: set[Any] = set()
    pairs: list[Tie] = []
    # One pass for both; by itself `networkx.bridges` takes much longer.
    for edges in networkx.biconnected_component_edges(undirected_network(ties)):
        component = {node for edge in edges for node in edge}
        nodes |= component & seen
        seen |= component
        if len(edges) == 1:
            pairs.append(edges[0])
    return Holding(frozenset(nodes), tuple(pairs))


@measure("organisation", unit="teams", evidence="descriptive", better="down", of=team_ties)
def articulation_points(ties: Ties) -> Listed:
    """Teams without which others that hang together would fall apart.

    Direction does not count. Defined for every graph; sorted. O(nodes + ties), by networkx.

    Examples
    --------
    >>> articulation_points(cleaned("abcd", ["ab", "cb", "cd"])).names
    ('b', 'c')

    References
    ----------
    .. [1] J. Hopcroft, R. Tarjan, Algorithm 447: efficient algorithms for graph manipulation, Communications of the ACM
       16 (1973).
    """
    return Listed(by_name(ties, holding_together(ties).nodes))


@measure("organisation", unit="pairs of teams", evidence="descriptive", better="down", of=team_ties)
def bridges(ties: Ties) -> Listed:
    """Pairs of teams that one dependency alone holds together with all that hangs on them.

    Direction does not count. Where two teams have several dependencies, be it that each depends on the other, none of
    them is a bridge. Defined for every graph; each pair in the order of the nodes. O(nodes + ties), by networkx.

    Examples
    --------
    >>> bridges(cleaned("abcde", ["ab", "bc", "ca", "cd", "de", "ed"])).names
    (('c', 'd'),)

    References
    ----------
    .. [1] R. Tarjan, A note on finding the bridges of a graph, Information Processing Letters 2 (1974).
    """
    plain = ties.undirected
    number = plain.number
    pairs = (tuple(sorted(pair, key=number.__getitem__)) for pair in holding_together(ties).pairs)
    single = (pair for pair in pairs if pair not in plain.multiple)
    return Listed(tuple(sorted(single, key=lambda pair: (number[pair[0]], number[pair[1]]))))


def dominators(ties: Ties, source: Any, sink: Any) -> Listed | Undefined:
    """Mandatory intermediaries: nodes that every path from one node to another passes, the first one first.

    Both ends are left out. The best answer to who can block something. Undefined where no path leads there.
    O(ties · log nodes), by networkx.

    Parameters
    ----------
    ties
        The graph.
    source, sink
        From where to where.

    Raises
    ------
    ValueError
        If one of them is no node.

    Examples
    --------
    >>> dominators(cleaned("sabct", ["sa", "sb", "ac", "bc", "ct"]), "s", "t").names
    ('c',)
    >>> dominators(cleaned("st", ["ts"]), "s", "t")
    Undefined(reason='no path leads from s to t')

    References
    ----------
    .. [1] T. Lengauer, R. Tarjan, A fast algorithm for finding dominators in a flowgraph, ACM Transactions on
       Programming Languages and Systems 1 (1979).
    """
    import networkx

    for node in (source, sink):
        if node not in ties.number:
            raise ValueError(f"{node} is no node")
    nearest = networkx.immediate_dominators(network(ties), source)
    if sink != source and sink not in nearest:
        return Undefined(f"no path leads from {source} to {sink}")
    passed = []
    node = sink
    while node != source and nearest[node] != source:
        node = nearest[node]
        passed.append(node)
    return Listed(tuple(reversed(passed)))
