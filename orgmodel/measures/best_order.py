"""The best order for a few nodes that depend on each other in circles: the arcs that point back in it cost least."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from orgmodel.measures.greedy_order import Arc, Costs

_SAME: Final = 1e-9
_HALF: Final = 9


def better_order(nodes: Sequence[str], costs: Costs, *, than: Iterable[Arc]) -> list[str] | None:
    """Return the best order, if the arcs against it cost less than some others; None if nothing costs less.

    Exact, by dynamic programming over sets of nodes; for up to 18 of them, O(2ⁿ · n) at worst.

    Parameters
    ----------
    nodes, costs
        The graph, and the cost of each arc.
    than
        The arcs against the best order known so far: the closer to the best, the less there is to try.
    """
    surplus = _surplus(costs)
    return _Search(nodes, surplus).below(sum(surplus.get(arc, 0.0) for arc in than) - _SAME)


def _surplus(costs: Costs) -> Costs:
    """Return what each arc costs beyond the one that goes the other way; those with nothing beyond it are left out.

    One of the two points back in every order, so the cheaper one's cost is due in any case.
    """
    beyond = {(source, target): cost - costs.get((target, source), 0.0) for (source, target), cost in costs.items()}
    return {arc: cost for arc, cost in beyond.items() if cost > _SAME}


class _Search:
    """Puts nodes in order one by one; the arcs that come from nodes put later are to be removed.

    What is not yet in order is a set, written as a number with one bit for each node. How to go on depends on that set
    alone, so of all ways to reach it only the cheapest is kept.
    """

    def __init__(self, nodes: Sequence[str], costs: Costs) -> None:
        self._nodes = nodes
        number = {node: n for n, node in enumerate(nodes)}
        self._into = [0] * len(nodes)
        self._out_of = [0] * len(nodes)
        into: list[dict[int, float]] = [{} for _ in nodes]
        for (source, target), cost in costs.items():
            self._into[number[target]] |= 1 << number[source]
            self._out_of[number[source]] |= 1 << number[target]
            into[number[target]][number[source]] = cost
        self._cost = [_CostOfSet(each) for each in into]

    def below(self, limit: float) -> list[str] | None:
        """Return the best order, if the surplus of the arcs against it is below a limit."""
        layer = {(1 << len(self._nodes)) - 1: 0.0}
        came: dict[int, int] = {}
        for _ in self._nodes:
            below: dict[int, float] = {}
            for rest, so_far in layer.items():
                for node, cost in self._next(rest):
                    left = rest ^ 1 << node
                    if so_far + cost < below.get(left, limit):
                        below[left] = so_far + cost
                        came[left] = rest
            layer = below
        return self._order(came) if layer else None

    def _next(self, rest: int) -> list[tuple[int, float]]:
        """Return which nodes can be put next, and at what cost; one on no circle of the rest goes alone, for free."""
        inside = [node for node in range(len(self._nodes)) if rest >> node & 1]
        for node in inside:
            if not self._into[node] & rest or not self._out_of[node] & rest:
                return [(node, 0.0)]
        return [(node, self._cost[node].of(rest)) for node in inside]

    def _order(self, came: Mapping[int, int]) -> list[str]:
        front: list[str] = []
        back: list[str] = []
        left = 0
        while left in came:
            rest = came[left]
            node = (rest ^ left).bit_length() - 1
            is_end = self._into[node] & rest and not self._out_of[node] & rest
            (back if is_end else front).append(self._nodes[node])
            left = rest
        return front[::-1] + back


class _CostOfSet:
    """What it costs to remove the arcs that come from a set of nodes: looked up in two halves of the set."""

    def __init__(self, costs: Mapping[int, float]) -> None:
        self._low = self._sums([costs.get(node, 0.0) for node in range(_HALF)])
        self._high = self._sums([costs.get(node + _HALF, 0.0) for node in range(_HALF)])

    @staticmethod
    def _sums(costs: Sequence[float]) -> list[float]:
        sums = [0.0]
        for cost in costs:
            sums += [so_far + cost for so_far in sums]
        return sums

    def of(self, nodes: int) -> float:
        """Return the cost of a set of nodes, written as a number with one bit for each."""
        return self._low[nodes & (1 << _HALF) - 1] + self._high[nodes >> _HALF]
