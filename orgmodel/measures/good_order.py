"""A good order for nodes that depend on each other in circles: few arcs point back in it."""

from collections.abc import Iterable, Mapping
from typing import Final

from orgmodel.measures.greedy_order import Arc, Costs, greedy_order

_PASSES: Final = 10
_ARCS_IN_ALL: Final = 20_000
"""How many arcs all passes together look at, so that a large graph takes a second or two: one pass is always made."""

_STEPS: Final = 700_000
"""How many nodes one pass looks at to turn arcs forward; in a large graph the costliest have their turn."""

_SAME: Final = 1e-9


def against(order: Iterable[str], costs: Costs) -> tuple[Arc, ...]:
    """Return the arcs that point back in an order, sorted."""
    position = {node: n for n, node in enumerate(order)}
    return tuple(sorted(arc for arc in costs if position[arc[0]] > position[arc[1]]))


def good_order(nodes: Iterable[str], costs: Costs) -> list[str]:
    """Return the nodes in an order in which the arcs that point back cost little.

    A greedy order, which is then improved as long as that helps, ten times at most: each node moves to its best place,
    and no arc points back without need.
    """
    order = greedy_order(nodes, costs)
    left = against(order, costs)
    for _ in range(max(1, min(_PASSES, _ARCS_IN_ALL // max(1, len(costs))))):
        order = _taken_back(_sifted(order, costs), costs)
        before, left = left, against(order, costs)
        if _cost(left, costs) > _cost(before, costs) - _SAME:
            break
    return order


def _cost(arcs: Iterable[Arc], costs: Costs) -> float:
    return sum(costs[arc] for arc in arcs)


def _sifted(order: list[str], costs: Costs) -> list[str]:
    """Move each node in turn to its best place."""
    neighbours: dict[str, dict[str, float]] = {node: {} for node in order}
    for (source, target), cost in costs.items():
        neighbours[source][target] = neighbours[source].get(target, 0.0) + cost
        neighbours[target][source] = neighbours[target].get(source, 0.0) - cost
    position = {node: float(n) for n, node in enumerate(order)}
    for node in order:
        _move(node, neighbours[node], position)
    return sorted(order, key=position.__getitem__)


def _move(node: str, neighbours: Mapping[str, float], position: dict[str, float]) -> None:
    """Put a node where the arcs at it that point back cost the least.

    Only the places between its neighbours differ: passing one that it points to turns an arc back, passing one that
    points to it turns an arc forward.
    """
    along = sorted((position[other], cost) for other, cost in neighbours.items())
    here = least = so_far = 0.0
    best = 0
    for n, (place, cost) in enumerate(along, start=1):
        so_far += cost
        if place < position[node]:
            here = so_far
        if so_far < least - _SAME and (n == len(along) or along[n][0] > place):
            least, best = so_far, n
    if least >= here - _SAME:
        return
    left = along[best - 1][0] if best else along[0][0] - 2
    right = along[best][0] if best < len(along) else left + 2
    position[node] = (left + right) / 2


def _taken_back(order: list[str], costs: Costs) -> list[str]:
    """Turn forward, the costliest first, every arc that points back without need.

    Each is needed only where the arcs that point forward lead from its end to its start. Otherwise what leads to its
    start moves before what its end leads to, as in the way that Pearce and Kelly keep an order [1]_.

    References
    ----------
    .. [1] D. Pearce, P. Kelly, A dynamic topological sort algorithm for directed acyclic graphs, ACM Journal of
       Experimental Algorithmics 11 (2007).
    """
    position = {node: n for n, node in enumerate(order)}
    back = against(order, costs)
    out: dict[str, list[str]] = {node: [] for node in order}
    into: dict[str, list[str]] = {node: [] for node in order}
    for source, target in sorted(set(costs).difference(back)):
        out[source].append(target)
        into[target].append(source)
    steps = 0
    for source, target in sorted(back, key=lambda arc: (-costs[arc], arc)):
        if steps > _STEPS:
            break
        after, before, closes = _around(target, source, out, into, position)
        steps += len(after) + len(before)
        if closes:
            continue
        moved = sorted(before, key=position.__getitem__) + sorted(after, key=position.__getitem__)
        position.update(zip(moved, sorted(position[node] for node in moved), strict=True))
        out[source].append(target)
        into[target].append(source)
    return sorted(order, key=position.__getitem__)


def _around(
    start: str,
    end: str,
    out: Mapping[str, Iterable[str]],
    into: Mapping[str, Iterable[str]],
    position: Mapping[str, int],
) -> tuple[set[str], set[str], bool]:
    """Return what the start of a window of the order leads to within it, what leads to its end, and whether they meet.

    It is looked at from both sides in turn, and where they meet no further.
    """
    first, last = position[start], position[end]
    after, before = {start}, {end}
    forth, back = [start], [end]
    while forth or back:
        forward = not back or 0 < len(forth) <= len(back)
        todo, found, other, onward = (forth, after, before, out) if forward else (back, before, after, into)
        for node in onward[todo.pop()]:
            if node in other:
                return after, before, True
            if node not in found and first <= position[node] <= last:
                found.add(node)
                todo.append(node)
    return after, before, False
