"""Feedback arcs: the smallest set of dependencies without which no circle is left."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from orgmodel.measures.best_order import better_order
from orgmodel.measures.good_order import against, good_order
from orgmodel.measures.greedy_order import Arc, Costs

EXACT_UP_TO: Final = 18
"""Up to this many nodes that hang together the answer is exact."""


class FeedbackArcs(NamedTuple):
    """Arcs without which a graph has no circle, sorted; and whether there is certainly no cheaper set."""

    arcs: tuple[Arc, ...]
    exact: bool


def fewest_then_lightest(weights: Mapping[Arc, float]) -> Costs:
    """Return costs under which fewer arcs always cost less, and of as many the lighter."""
    total = sum(weights.values())
    return {arc: 1 + weight / (total + 1) for arc, weight in weights.items()}


def feedback_arcs(costs: Costs) -> FeedbackArcs:
    """Return the cheapest set of arcs whose removal opens all circles of one cyclic group.

    Exact up to 18 nodes by dynamic programming over the sets of nodes that are not yet put in order; above that from
    an order that is good but not certainly the best.

    Parameters
    ----------
    costs
        The arcs without loops, and what it costs to remove each, above 0.

    References
    ----------
    .. [1] R. Karp, Reducibility among combinatorial problems (1972): the problem is hard in general.
    .. [2] E. Lawler, A comment on minimum feedback arc sets, IEEE Transactions on Circuit Theory 11 (1964): the
       dynamic programme.
    """
    nodes = sorted({node for arc in costs for node in arc})
    good = against(good_order(nodes, costs), costs)
    if len(nodes) > EXACT_UP_TO:
        return FeedbackArcs(good, exact=False)
    better = better_order(nodes, costs, than=good)
    return FeedbackArcs(good if better is None else against(better, costs), exact=True)
