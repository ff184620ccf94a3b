"""The order of rows: providers before those who depend on them, as far as circles and blocks allow."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from orgmodel.graph.algorithms import strongly_connected
from orgmodel.graph.dependencies import Edge
from orgmodel.measures.feedback_arcs import feedback_arcs, fewest_then_lightest
from orgmodel.measures.good_order import good_order

Arc = tuple[str, str]


class Least(NamedTuple):
    """How few marks lie above the diagonal in any order, and whether that is certainly the least."""

    marks: int
    exact: bool


def in_order(blocks: Mapping[str, str], edges: Sequence[Edge]) -> list[str]:
    """Return nodes in an order in which few edges lead from one to a later one, each block in one piece.

    Blocks are put in order by how many edges there are between them, then the nodes of each among themselves.

    Parameters
    ----------
    blocks
        The block of each node.
    edges
        The edges between them; each weighs a little more than one, so that of as many the lighter lie above.
    """
    costs = _costs(edges)
    between: dict[Arc, float] = {}
    inside: dict[str, dict[Arc, float]] = {block: {} for block in blocks.values()}
    for (provider, consumer), cost in costs.items():
        one, other = blocks[provider], blocks[consumer]
        if one == other:
            inside[one][provider, consumer] = cost
        else:
            between[one, other] = between.get((one, other), 0.0) + cost
    members: dict[str, list[str]] = {}
    for node in sorted(blocks):
        members.setdefault(blocks[node], []).append(node)
    return [node for block in good_order(members, between) for node in good_order(members[block], inside[block])]


def above(order: Iterable[str], edges: Iterable[Edge]) -> int:
    """Count the edges whose mark lies above the diagonal: those to a later node."""
    place = {node: n for n, node in enumerate(order)}
    return sum(place[edge.source] < place[edge.target] for edge in edges)


def least_above(nodes: Collection[str], edges: Sequence[Edge]) -> Least:
    """Return how few marks could lie above the diagonal if blocks did not count.

    Exact where no more than 18 nodes hang together in circles.
    """
    costs = _costs(edges)
    marks, exact = 0, True
    for circle in strongly_connected(sorted(nodes), _successors(edges)):
        inside = frozenset(circle)
        arcs = {arc: cost for arc, cost in costs.items() if inside.issuperset(arc)}
        if arcs:
            found = feedback_arcs(arcs)
            marks, exact = marks + len(found.arcs), exact and found.exact
    return Least(marks, exact)


def _costs(edges: Sequence[Edge]) -> dict[Arc, float]:
    """Return what it costs to have each provider after its consumer."""
    return dict(fewest_then_lightest({(edge.target, edge.source): edge.weight for edge in edges}))


def _successors(edges: Sequence[Edge]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for edge in edges:
        found.setdefault(edge.source, []).append(edge.target)
    return found
