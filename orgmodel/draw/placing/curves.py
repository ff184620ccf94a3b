"""Draws the ways of links as curves: level where they leave, pass and reach; with arcs for links within a column."""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from orgmodel.draw.placing.crossings import Gutters
from orgmodel.draw.placing.layout import Columns, Curve, Layout, Link, Point, Sketch
from orgmodel.draw.placing.routes import Routes, routed

_APART: Final = 7.0
_CORNER: Final = 6.0
_ARC: Final = (12.0, 40.0, 0.12)
"""How far an arc leaves its column: at least, at most, and by its length."""


class _End(NamedTuple):
    """One end of a link: on which side of which box, how steeply it goes from there, and which end it is."""

    box: str
    right: bool
    slope: float
    link: int
    first: bool


def laid_out(sketch: Sketch, columns: Columns, *, note: str | None = None) -> Layout:
    """Turn the order in columns into places and curves; their ends stand apart, in the order in which they leave."""
    routes = routed(sketch, columns)
    x = _middles(sketch, columns, routes)
    centres = {
        box: Point(x[number], routes.heights.boxes[box])
        for number, column in enumerate(columns)
        for each in column
        for box in each.boxes
    }
    curves = [
        _arc(sketch, link, centres, left=number in routes.left_arcs)
        if len({stop.column for stop in stops}) == 1
        else _through(sketch, [Point(x[stop.column], stop.y) for stop in stops], centres[link[0]])
        for number, (stops, link) in enumerate(zip(routes.stops, sketch.links, strict=True))
    ]
    _set_apart(sketch, curves, centres)
    badness = Gutters(routes).total()
    return Layout(centres=centres, curves=tuple(curves), columns=columns, badness=badness, note=note)


def _middles(sketch: Sketch, columns: Columns, routes: Routes) -> list[float]:
    """Return the middle of each column; a gutter is wider the more links there are in it."""
    parts = Counter(one.column for stops in routes.stops for one, other in pairwise(stops) if one.column < other.column)
    gutters = (min(sketch.gutter[1], sketch.gutter[0] + 2 * parts[column]) for column in range(len(columns) - 1))
    return list(accumulate((sketch.box[0] + gutter for gutter in gutters), initial=0.0))


def _through(sketch: Sketch, stops: Sequence[Point], source: Point) -> Curve:
    half = sketch.box[0] / 2
    aside = half + sketch.group_aside
    points = [Point(stops[0].x + half, stops[0].y)]
    for stop in stops[1:-1]:
        points += [Point(stop.x - aside, stop.y), Point(stop.x + aside, stop.y)]
    points.append(Point(stops[-1].x - half, stops[-1].y))
    return _smooth(points if source.x < points[1].x else points[::-1])


def _smooth(points: Sequence[Point]) -> Curve:
    """Lead a curve through points so that it is level in each of them."""
    curve = [points[0]]
    for one, other in pairwise(points):
        middle = (one.x + other.x) / 2
        curve += [Point(middle, one.y), Point(middle, other.y), other]
    return tuple(curve)


def _arc(sketch: Sketch, link: Link, centres: Mapping[str, Point], *, left: bool) -> Curve:
    """Lead an arc on one side of a column; the longer it is the wider."""
    source, target = (centres[box] for box in link)
    least, most, share = _ARC
    side = -1 if left else 1
    x = source.x + side * sketch.box[0] / 2
    out = x + side * min(most, least + share * abs(source.y - target.y))
    return Point(x, source.y), Point(out, source.y), Point(out, target.y), Point(x, target.y)


def _set_apart(sketch: Sketch, curves: list[Curve], centres: Mapping[str, Point]) -> None:
    sides: dict[tuple[str, bool], list[_End]] = {}
    for end in _ends(sketch.links, curves, centres):
        sides.setdefault((end.box, end.right), []).append(end)
    for (box, right), ends in sides.items():
        x = centres[box].x + sketch.box[0] / 2 * (1 if right else -1)
        for end, y in _heights(ends, centres[box].y, sketch.box[1]):
            curves[end.link] = _attached(curves[end.link], end, Point(x, y))


def _ends(links: Sequence[Link], curves: Sequence[Curve], centres: Mapping[str, Point]) -> Iterator[_End]:
    for number, ((source, target), curve) in enumerate(zip(links, curves, strict=True)):
        yield _End(source, curve[0].x > centres[source].x, _slope(curve), number, True)
        yield _End(target, curve[-1].x > centres[target].x, _slope(curve[::-1]), number, False)


def _slope(curve: Curve) -> float:
    """Return how steeply a curve goes down from its beginning; arcs are steeper than all others, short ones most."""
    start, end = curve[0], curve[3]
    fall = end.y - start.y
    if start.x == end.x:
        return math.copysign(math.pi / 2 + 1 / (1 + abs(fall)), fall)
    return math.atan2(fall, abs(end.x - start.x))


def _heights(ends: list[_End], middle: float, high: float) -> Iterator[tuple[_End, float]]:
    ends.sort(key=lambda end: (end.slope, end.link))
    apart = min(_APART, (high - 2 * _CORNER) / max(1, len(ends) - 1))
    for place, end in enumerate(ends):
        yield end, middle + (place - (len(ends) - 1) / 2) * apart


def _attached(curve: Curve, end: _End, point: Point) -> Curve:
    """Move one end of a curve to a point, and its handle with it so that it leaves the box at a right angle."""
    if not end.first:
        return _attached(curve[::-1], end._replace(first=True), point)[::-1]
    return point, Point(curve[1].x + point.x - curve[0].x, point.y), *curve[2:]
