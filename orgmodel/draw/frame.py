"""A rectangle, by its edges."""

from collections.abc import Iterable
from typing import NamedTuple


class Frame(NamedTuple):
    """A rectangle by its edges, in pixels; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def wide(self) -> float:
        """The width."""
        return self.right - self.left

    @property
    def high(self) -> float:
        """The height."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


def at(left: float, top: float, wide: float, high: float) -> Frame:
    """Return the rectangle of a size at its upper left corner."""
    return Frame(left, top, left + wide, top + high)


def around(frames: Iterable[Frame]) -> Frame:
    """Return the smallest rectangle around others, of which there must be one."""
    lefts, tops, rights, bottoms = zip(*frames, strict=True)
    return Frame(min(lefts), min(tops), max(rights), max(bottoms))
