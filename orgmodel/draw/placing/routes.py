"""The ways of links: from box to box through the gutters, and past the columns between in lanes of their own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from orgmodel.draw.placing.layout import Columns, Link, Sketch
from orgmodel.draw.placing.stacking import TRACK, Heights, Lane, heights

_Way = tuple[Lane, ...]


class Stop(NamedTuple):
    """Where a link leaves or reaches a box, or passes a column."""

    column: int
    y: float
    box: str | None = None


@dataclass(frozen=True, slots=True)
class Routes:
    """The stops of each link from left to right, in the order of the sketch, and the heights that they go by.

    A link within a column is an arc and has two stops there; `left_arcs` are the numbers of those on the left side.
    """

    stops: tuple[tuple[Stop, ...], ...]
    left_arcs: frozenset[int]
    heights: Heights


def routed(sketch: Sketch, columns: Columns) -> Routes:
    """Choose a lane for each link in each column that it passes, a track within the lane, and a side for each arc."""
    place = {box: number for number, column in enumerate(columns) for each in column for box in each.boxes}
    links = [(one, other) if place[one] <= place[other] else (other, one) for one, other in sketch.links]
    close = heights(sketch, columns, {})
    ways = [_lanes(place[left], place[right], close.boxes[left], close.boxes[right], close) for left, right in links]
    wide = heights(sketch, columns, Counter(lane for way in ways for lane in way))
    tracks = _tracks(ways, links, wide)
    stops = []
    for number, ((left, right), way) in enumerate(zip(links, ways, strict=True)):
        passing = (Stop(lane[0], tracks[number, lane]) for lane in way)
        first, last = (Stop(place[box], wide.boxes[box], box) for box in (left, right))
        stops.append((first, *passing, last))
    return Routes(tuple(stops), _left_arcs(stops), wide)


def _lanes(left: int, right: int, start: float, end: float, heights: Heights) -> _Way:
    """Choose the lanes between two columns that go up and down least on the way from one height to another."""
    best: list[tuple[float, float, _Way]] = [(0.0, start, ())]
    for column in range(left + 1, right):
        best = [
            min((cost + abs(lane - y), lane, (*way, (column, gap))) for cost, y, way in best)
            for gap, lane in enumerate(heights.lanes[column])
        ]
    return min((cost + abs(end - y), way) for cost, y, way in best)[1]


def _tracks(ways: Sequence[_Way], links: Sequence[Link], heights: Heights) -> Mapping[tuple[int, Lane], float]:
    """Set the links in each lane side by side, in the order of where they come from and where they go."""
    users: dict[Lane, list[tuple[float, int]]] = {}
    for number, (way, (left, right)) in enumerate(zip(ways, links, strict=True)):
        ys = [heights.boxes[left], *(heights.lanes[column][gap] for column, gap in way), heights.boxes[right]]
        for place, lane in enumerate(way):
            users.setdefault(lane, []).append((ys[place] + ys[place + 2], number))
    return {
        (number, lane): heights.lanes[lane[0]][lane[1]] + TRACK * (track - (len(wanted) - 1) / 2)
        for lane, wanted in users.items()
        for track, (_, number) in enumerate(sorted(wanted))
    }


def _left_arcs(stops: Sequence[Sequence[Stop]]) -> frozenset[int]:
    """Return the arcs that cross fewer links on the left of their column than on the right."""
    leaving: dict[int, list[float]] = {}
    arriving: dict[int, list[float]] = {}
    for way in stops:
        for one, other in pairwise(way):
            if one.column != other.column:
                leaving.setdefault(one.column, []).append(one.y)
                arriving.setdefault(other.column, []).append(other.y)
    return frozenset(
        number
        for number, (one, *_, other) in enumerate(stops)
        if one.column == other.column and _between(arriving, one, other) < _between(leaving, one, other)
    )


def _between(heights: Mapping[int, Sequence[float]], one: Stop, other: Stop) -> int:
    low, high = sorted((one.y, other.y))
    return sum(low < y < high for y in heights.get(one.column, ()))
