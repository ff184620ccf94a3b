"""What is to be placed, and where it came to stand. Points count from the upper left corner, in pixels."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

Direction = Literal["right", "down"]
Link = tuple[str, str]
"""An ordered pair of ids: the first waits for, or uses, the second."""


class Point(NamedTuple):
    """A place in the picture."""

    x: float
    y: float


Curve = tuple[Point, ...]
"""A chain of cubic Bézier curves: a first point, then three points for each curve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box that stands in a given column, perhaps within a group."""

    id: str
    column: int
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What is to be placed: boxes of one size in columns, and the links between them.

    The boxes of a group in one column stand together, with room before them, after them and beside them for the ground
    that they stand on and the name of the group. A gutter between two columns is at least and at most so wide. A
    picture that grows down is placed as if it grew to the right, and turned afterwards.
    """

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    box: tuple[float, float]
    gutter: tuple[float, float] = (80, 140)
    row_gap: float = 8
    group_head: float = 24
    group_padding: float = 8
    group_aside: float = 8

    @property
    def row(self) -> float:
        """From one box of a group to the next."""
        return self.box[1] + self.row_gap


@dataclass(slots=True)
class Stack:
    """The boxes of one group in one column, or one box without a group, from top to bottom."""

    group: str | None
    boxes: list[str]


Columns = list[list[Stack]]
"""What stands in each column, from left to right and from top to bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where everything stands: the middle of each box by id, and the links in the order of the sketch.

    `badness` is how often links cross, and a little for how far they go up and down; `note` what has to be said about
    how it was placed.
    """

    centres: Mapping[str, Point]
    curves: tuple[Curve, ...]
    columns: Columns
    badness: float
    note: str | None = None

    def turned(self) -> "Layout":
        """Return it with columns as rows: what was on the right is below."""
        return replace(
            self,
            centres={box: Point(at.y, at.x) for box, at in self.centres.items()},
            curves=tuple(tuple(Point(at.y, at.x) for at in curve) for curve in self.curves),
        )
