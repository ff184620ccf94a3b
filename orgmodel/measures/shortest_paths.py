"""How many shortest paths from some nodes pass through each other node."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

Adjacent = Sequence[Sequence[int]]
"""For each node, by its place, the places of those it points to."""

FEW_STEPS: Final = 100_000
"""Below so many ties to follow, loading numpy would take longer than doing without."""

_AT_ONCE: Final = 250_000
"""How many nodes, over all sources that are followed at once, stay near the processor."""


def passing_through(sources: Sequence[int], adjacent: Adjacent) -> Sequence[float]:
    """Return for each node the shares of the shortest paths from some sources that pass through it, summed.

    Each pair of a source and a node that it reaches is worth 1, shared by its shortest paths; ends do not count.
    O(sources · ties), with numpy for many sources at once.

    Examples
    --------
    >>> passing_through([0], [(1, 2), (3,), (3,), ()])
    [0.0, 0.5, 0.5, 0.0]

    References
    ----------
    .. [1] U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001).
    """
    between = [0.0] * len(adjacent)
    if len(sources) * sum(map(len, adjacent)) > FEW_STEPS:
        return from_many(sources, adjacent)
    for source in sources:
        from_one(source, adjacent, between)
    return between


def from_one(source: int, adjacent: Adjacent, between: list[float]) -> None:
    """Add to each node the shares of the shortest paths from one source that pass through it."""
    paths = {source: 1}
    distance = {source: 0}
    before: dict[int, list[int]] = {source: []}
    order = [source]
    for node in order:
        next_distance, so_far = distance[node] + 1, paths[node]
        for other in adjacent[node]:
            if other not in distance:
                distance[other], paths[other], before[other] = next_distance, so_far, [node]
                order.append(other)
            elif distance[other] == next_distance:
                paths[other] += so_far
                before[other].append(node)
    passing = dict.fromkeys(order, 0.0)
    for node in reversed(order[1:]):
        share = (1 + passing[node]) / paths[node]
        for previous in before[node]:
            passing[previous] += paths[previous] * share
        between[node] += passing[node]


def from_many(sources: Sequence[int], adjacent: Adjacent) -> Sequence[float]:
    """Do the same for many sources, one step away from all of them at a time."""
    import numpy as np

    web = _Web(adjacent)
    between = np.zeros(len(adjacent))
    at_once = max(1, _AT_ONCE // max(1, len(adjacent)))
    for start in range(0, len(sources), at_once):
        web.add(np.asarray(sources[start : start + at_once], np.int64), between)
    return [float(value) for value in between]


class _Web:
    """The ties in one array, node by node; and a place to mark what was seen from each of several sources."""

    def __init__(self, adjacent: Adjacent) -> None:
        import numpy as np

        self._nodes = len(adjacent)
        self._out = np.array([len(others) for others in adjacent], np.int64)
        self._first = np.cumsum(self._out) - self._out
        self._ends = np.array([other for others in adjacent for other in others], np.int64)

    def add(self, sources: "Array", between: "Array") -> None:
        """Add to each node the shares of the shortest paths from these sources that pass through it."""
        import numpy as np

        fronts, steps = self._outward(sources)
        passing = np.zeros(len(fronts[-1][0]))
        for (node, paths), further, (start, end) in zip(fronts[-2:0:-1], fronts[:1:-1], steps[:0:-1], strict=True):
            share = (1 + passing) / further[1]
            passing = paths * np.bincount(start, weights=share[end], minlength=len(node))
            between += np.bincount(node, weights=passing, minlength=self._nodes)

    def _outward(self, sources: "Array") -> tuple[list[tuple["Array", "Array"]], list[tuple["Array", "Array"]]]:
        """Go out from all sources at once.

        Returns
        -------
        tuple
            For each distance the nodes at it, source by source, and how many shortest paths lead to each; and between
            two distances the shortest steps, by the places of both ends in the one and the other.
        """
        import numpy as np

        row = np.arange(len(sources)) * self._nodes  # where the nodes as seen from each source begin
        place = np.empty(len(sources) * self._nodes, np.int64)
        seen = np.zeros(len(place), bool)
        seen[row + sources] = True
        fronts: list[tuple[Array, Array]] = [(sources, np.ones(len(sources)))]
        steps: list[tuple[Array, Array]] = []
        while True:
            node, paths = fronts[-1]
            start, end = self._ties_from(node)
            cell = row[start] + end
            new = np.flatnonzero(~seen[cell])
            if not len(new):
                return fronts, steps
            start, end, cell = start[new], end[new], cell[new]
            # Of several steps to one cell the last one writes its number there; that one stands for the cell.
            count = np.arange(len(cell))
            place[cell] = count
            first = np.flatnonzero(place[cell] == count)
            place[cell[first]] = count[: len(first)]
            seen[cell[first]] = True
            at = place[cell]
            steps.append((start, at))
            fronts.append((end[first], np.bincount(at, weights=paths[start], minlength=len(first))))
            row = row[start[first]]

    def _ties_from(self, node: "Array") -> tuple["Array", "Array"]:
        """Return all ties from some nodes: the place of each one's start among them, and the node at its end."""
        import numpy as np

        out = self._out[node]
        start = np.repeat(np.arange(len(node)), out)
        skipped = np.cumsum(out) - out - self._first[node]
        return start, self._ends[np.arange(len(start)) - skipped[start]]
