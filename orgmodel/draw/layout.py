"""What is to be placed, and where it came to stand. Points count from the upper left corner, in pixels."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class Point(NamedTuple):
    """A place in the picture."""

    x: float
    y: float


Curve = tuple[Point, ...]
"""A chain of cubic Bézier curves: a first point, then three points for each curve."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box of a fixed size that stands in a given column, perhaps within a group."""

    id: str
    column: int
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What is to be placed.

    All boxes have one size. Within a group and a column, and among groups, the order of `nodes` is a wish.
    `links` are ordered pairs of ids.
    """

    nodes: tuple[Node, ...]
    links: tuple[tuple[str, str], ...]
    box: tuple[float, float]
    gutter: float = 100.0
    row_gap: float = 9.0
    group_head: float = 22.0
    group_padding: float = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where everything stands.

    `centres` are the middles of the boxes by id, `curves` the links in the order of the sketch, `note` what has to be
    said about how it was placed.
    """

    centres: Mapping[str, Point]
    curves: tuple[Curve, ...]
    note: str | None = None
