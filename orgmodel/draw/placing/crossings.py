"""How often links cross in the gutters between columns, and how far they go up and down there."""

from bisect import bisect, bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from orgmodel.draw.placing.routes import Routes, Stop

_Part = tuple[Stop, Stop]
_Span = tuple[float, float]

PER_CROSSING: Final = 300.0
"""One crossing is as bad as so many pixels of going up and down."""


class Gutters:
    """The parts of all links by gutter. Boxes can change places without everything being routed anew.

    A gutter has the number of the column on its left; -1 is on the left of everything.
    """

    def __init__(self, routes: Routes) -> None:
        self._y = dict(routes.heights.boxes)
        self._parts: dict[int, list[_Part]] = {}
        self._from_left: dict[int, list[_Part]] = {}
        self._from_right: dict[int, list[_Part]] = {}
        for number, stops in enumerate(routes.stops):
            for part in pairwise(stops):
                self._gutter_of(part, number in routes.left_arcs).append(part)

    def _gutter_of(self, part: _Part, left: bool) -> list[_Part]:
        column = part[0].column
        if column != part[1].column:
            return self._parts.setdefault(column, [])
        return self._from_right.setdefault(column - 1, []) if left else self._from_left.setdefault(column, [])

    def swap(self, one: str, other: str) -> None:
        """Let two boxes of a column change places."""
        self._y[one], self._y[other] = self._y[other], self._y[one]

    def total(self) -> float:
        """Return the badness of all gutters."""
        return sum(self.badness(gutter) for gutter in sorted({*self._parts, *self._from_left, *self._from_right}))

    def badness(self, gutter: int) -> float:
        """Return the crossings in a gutter, and a little for the length of the links."""
        parts = sorted(self._heights(self._parts.get(gutter, ())))
        on_left = self._heights(self._from_left.get(gutter, ()))
        on_right = self._heights(self._from_right.get(gutter, ()))
        far = sum(abs(start - end) for start, end in (*parts, *on_left, *on_right))
        under = _under(on_left, (start for start, _ in parts)) + _under(on_right, (end for _, end in parts))
        return _inversions(parts) + under + far / PER_CROSSING

    def _heights(self, parts: Sequence[_Part]) -> list[_Span]:
        y = self._y
        return [
            (one.y if one.box is None else y[one.box], other.y if other.box is None else y[other.box])
            for one, other in parts
        ]


def _inversions(parts: Sequence[_Span]) -> int:
    count = 0
    seen: list[float] = []
    for _, end in parts:
        count += len(seen) - bisect(seen, end)
        insort(seen, end)
    return count


def _under(arcs: Sequence[_Span], ends: Iterable[float]) -> int:
    """Count the links that end below an arc, and the arcs that begin below one and end outside."""
    if not arcs:
        return 0
    spans = sorted((start, end) if start < end else (end, start) for start, end in arcs)
    starts, inner = [start for start, _ in spans], sorted(ends)
    count = 0
    for low, high in spans:
        count += bisect_left(inner, high) - bisect(inner, low)
        below = spans[bisect(starts, low) : bisect_left(starts, high)]
        count += sum(end > high for _, end in below)
    return count
