"""Finds what is near a rectangle, without looking at everything."""

import math
from collections.abc import Iterable, Iterator
from typing import Final, Generic, Protocol, TypeVar

from orgmodel.draw.frame import Frame

_CELL: Final = 80.0


class Framed(Protocol):
    """What has a rectangle."""

    @property
    def frame(self) -> Frame:
        """The rectangle."""
        ...


F = TypeVar("F", bound=Framed)


class Grid(Generic[F]):
    """Things by the cells of a grid that they touch.

    Parameters
    ----------
    things
        What can be found, each once for a rectangle, in this order.
    """

    def __init__(self, things: Iterable[F]) -> None:
        self._things = list(things)
        self._cells: dict[tuple[int, int], list[int]] = {}
        for place, thing in enumerate(self._things):
            for cell in _cells(thing.frame):
                self._cells.setdefault(cell, []).append(place)

    def near(self, frame: Frame) -> Iterator[F]:
        """Yield what shares a cell with a rectangle."""
        places = {place for cell in _cells(frame) for place in self._cells.get(cell, ())}
        return (self._things[place] for place in sorted(places))


def _cells(frame: Frame) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (math.floor(edge / _CELL) for edge in frame)
    return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))
