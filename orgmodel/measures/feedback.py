"""Cycles: what it takes to open them all, and the order that shows it."""

from collections.abc import Container, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from orgmodel.measures.base import Detailed, measure
from orgmodel.measures.connected import ends_first
from orgmodel.measures.cycles import groups_in_circles, loops_left_out
from orgmodel.measures.feedback_arcs import feedback_arcs
from orgmodel.measures.greedy_order import Arc
from orgmodel.measures.once import once
from orgmodel.measures.subjects import team_ties
from orgmodel.measures.ties import Ties, turned


@measure("organisation", unit="dependencies", evidence="descriptive", better="down", of=team_ties)
def min_feedback_arc_set_size(ties: Ties) -> Detailed:
    """Minimum feedback arc set: the fewest ties whose removal leaves no circle.

    Range: 0 to the number of ties; defined for every graph. Loops, each of which would be one more, are left out and
    counted beside it. The problem is hard in general: exact for cyclic groups of up to 18 by dynamic programming over
    sets of nodes, O(2ⁿ · n) at worst for a group of n; for a larger group from an order improved step by step. The
    value says which.

    Examples
    --------
    >>> min_feedback_arc_set_size(cleaned("abcd", ["ab", "bc", "bd", "ca", "da"]))
    Detailed(value=1, detail='exact')

    References
    ----------
    .. [1] R. Karp, Reducibility among combinatorial problems (1972).
    .. [2] E. Lawler, A comment on minimum feedback arc sets, IEEE Transactions on Circuit Theory 11 (1964).
    .. [3] P. Eades, X. Lin, W. Smyth, A fast and effective heuristic for the feedback arc set problem, Information
       Processing Letters 47 (1993).
    """
    found = opening(ties, weighted=False)
    return Detailed(len(found.arcs), _remark(ties, found.exact))


@measure("organisation", unit="weight", evidence="descriptive", better="down", of=team_ties)
def min_feedback_arc_set_weight(ties: Ties) -> Detailed:
    """Weighted feedback arc set: the least total weight of ties whose removal leaves no circle.

    Range: 0 to the sum of all weights; defined for every graph. Loops are left out and counted beside it, and the value
    says whether it is exact. Cost as of `min_feedback_arc_set_size`.

    Examples
    --------
    >>> min_feedback_arc_set_weight(cleaned("abc", [("a", "b", 9), ("b", "c", 3), ("c", "a", 2)]))
    Detailed(value=2.0, detail='exact')

    References
    ----------
    .. [1] R. Karp, Reducibility among combinatorial problems (1972).
    .. [2] E. Lawler, A comment on minimum feedback arc sets, IEEE Transactions on Circuit Theory 11 (1964).
    .. [3] P. Eades, X. Lin, W. Smyth, A fast and effective heuristic for the feedback arc set problem, Information
       Processing Letters 47 (1993).
    """
    weights = {tie: weight for tie, weight in ties.weights.items() if weight}  # what weighs nothing is cut for nothing
    positive = ties if len(weights) == len(ties.weights) else replace(ties, weights=weights)
    # Where all weigh the same the fewest are the lightest, and may be known already.
    found = opening(positive, weighted=len(set(weights.values())) > 1)
    return Detailed(sum((weights[arc] for arc in found.arcs), 0.0), _remark(ties, found.exact))


def _remark(ties: Ties, exact: bool) -> str:
    how = "exact" if exact else "found step by step, so that a smaller one may exist"
    loops = loops_left_out(ties)
    return f"{how}, {loops}" if loops else how


class Opening(NamedTuple):
    """Ties whose removal leaves no circle, and an order of all nodes in which just these point forward.

    `exact` says whether there are certainly no fewer, or none lighter.
    """

    arcs: tuple[Arc, ...]
    providers_first: tuple[Any, ...]
    exact: bool


@once
def opening(ties: Ties, *, weighted: bool) -> Opening:
    """Return the fewest ties, or the lightest, whose removal leaves no circle; or nearly so, in large groups.

    Examples
    --------
    >>> opening(cleaned("abc", ["ab", "ba", "bc"]), weighted=False)
    Opening(arcs=(('b', 'a'),), providers_first=('c', 'b', 'a'), exact=True)
    """
    nodes = ties.nodes
    removed: set[Arc] = set()
    exact = True
    for group in groups_in_circles(ties):
        inside = set(group)
        pairs = ((node, other) for node in group for other in ties.onward[node] if other in inside)
        costs = {(one, other): ties.weights[nodes[one], nodes[other]] if weighted else 1.0 for one, other in pairs}
        found = feedback_arcs(costs)
        removed.update(found.arcs)
        exact = exact and found.exact
    order = _providers_first(ties, removed)
    position = {node: place for place, node in enumerate(order)}
    # In a large group an arc may have been removed without need; in this order it points back like the others.
    needed = sorted((one, other) for one, other in removed if position[one] < position[other])
    arcs = tuple((nodes[one], nodes[other]) for one, other in needed)
    return Opening(arcs, tuple(nodes[node] for node in order), exact)


def _providers_first(ties: Ties, removed: Container[Arc]) -> list[int]:
    """Return all nodes, by their places, each after those it depends on, as far as the ties are not removed."""
    below = [[other for other in others if (node, other) not in removed] for node, others in enumerate(ties.onward)]
    return ends_first(below, turned(below))


@measure("organisation", unit="dependencies", evidence="descriptive", better="down", of=team_ties)
def dsm_feedback_marks(ties: Ties, order: Sequence[Any] | None = None) -> Detailed:
    """Marks above the diagonal of the design structure matrix: ties to what comes later in an order, providers first.

    A row depends on the columns with a mark. In a perfect order each team comes after those it depends on, and all
    marks stand below the diagonal. The least over all orders is the minimum feedback arc set. Beside the number stands
    how far from the diagonal the marks are on average. Range: 0 to the number of ties; defined for every graph.
    O(nodes + ties) for a given order.

    Parameters
    ----------
    ties
        The dependencies.
    order
        All nodes; if None the best order that is found, and whether it is certainly the best is said.

    Raises
    ------
    ValueError
        If the order does not hold each node once.

    Examples
    --------
    >>> dsm_feedback_marks(cleaned("abc", ["ab", "bc", "ca"]), order="cba")
    Detailed(value=1, detail='2 from the diagonal on average')
    >>> dsm_feedback_marks(cleaned("abc", ["ab", "bc", "ca"])).value
    1

    References
    ----------
    .. [1] D. Steward, The design structure system: a method for managing the design of complex systems, IEEE
       Transactions on Engineering Management 28 (1981).
    .. [2] S. Eppinger, T. Browning, Design Structure Matrix Methods and Applications (2012).
    """
    remarks: list[str] = []
    if order is None:
        found = opening(ties, weighted=False)
        order, remarks = found.providers_first, [_remark(ties, found.exact)]
    position = {node: place for place, node in enumerate(order)}
    if len(order) != len(ties.nodes) or position.keys() != ties.number.keys():
        raise ValueError("an order has to hold each node once")
    distances = [position[other] - position[one] for one, other in ties.weights if position[other] > position[one]]
    if distances:
        remarks.append(f"{sum(distances) / len(distances):.4g} from the diagonal on average")
    return Detailed(len(distances), ", ".join(remarks) or "no marks")
