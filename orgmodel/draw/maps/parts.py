"""The parts of a map: boxes, the islands that groups are, and links with their arrow heads."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from orgmodel.draw.badges import GAP, badge_width, badges, fitting
from orgmodel.draw.counting import amount
from orgmodel.draw.gauge import gauge, gauge_width
from orgmodel.draw.maps.values import MapBox, MapLink
from orgmodel.draw.placing.layout import Curve, Point
from orgmodel.draw.svg import Element, element, group, label, node, number, rectangle, tie
from orgmodel.draw.text import one_line, width
from orgmodel.draw.theme import TYPES

NARROW: Final = 132.0
WIDE: Final = 210.0
HIGH: Final = 36.0
HIGH_WITH_BAR: Final = 44.0
_INSET: Final = 8.0
_LONG: Final = 80
_THIN: Final = 0.9
_THICK: Final = 4.2
_PLAIN: Final = 1.6
RING: Final = 3.6
RIGHT: Final = Point(1, 0)
_NOT_AT_THE_BOX: Final = "0 14 9999"
"""The casing of a link begins 14 pixels from its box, so that it covers no arrow head beside it."""
_LEAST_WORDS: Final = 22.0
"""Pixels below which a second line beside badges would say nothing."""


def size_of(boxes: Sequence[MapBox], groups: Iterable[str]) -> tuple[float, float]:
    """Return how wide and high all boxes are: what 19 in 20 boxes and names of groups say fits, within bounds."""
    wanted = [max(_first_width(each), _second_width(each)) for each in boxes]
    wanted += [width(one_line(name[:_LONG]), TYPES["group"]) for name in groups]
    wanted.sort()
    wide = wanted[19 * len(wanted) // 20] + 2 * _INSET + 1
    high = HIGH if all(each.inside is None for each in boxes) else HIGH_WITH_BAR
    return min(WIDE, max(NARROW, wide)), high


def box(each: MapBox, middle: Point, *, size: tuple[float, float], key: str, address: str | None = None) -> Element:
    """Paint one box: the name, a second line, the number, and what else is to be said of it."""
    wide, high = size
    x, y = middle.x - wide / 2, middle.y - high / 2
    left, right = x + _INSET, x + wide - _INSET
    marks = [f"om-box om-heat-{each.heat}", "om-external" * each.external, "om-chosen" * each.chosen]
    rect = rectangle(x, y, wide, high, class_=" ".join(mark for mark in marks if mark), radius=5)
    parts = [
        *_first_line(each, left, right, y + 15),
        *_second_line(each, left, right, y + 29),
        *_bar(each, left, right, y + high - 9),
    ]
    return node(rect, *parts, key=key, tooltip=each.tooltip or each.name, address=address)


def _first_width(each: MapBox) -> float:
    badges = _badges_width(each) if _is_group(each) else 0.0
    return width(one_line(each.name[:_LONG]), TYPES["name"]) + _ring_width(each) + badges


def _second_width(each: MapBox) -> float:
    pizzas = 0.0 if each.people is None else gauge_width(each.people) + 5
    badges = 0.0 if _is_group(each) else _badges_width(each)
    return width(each.second[:_LONG], TYPES["second"]) + pizzas + 6 + width(number_of(each), TYPES["number"]) + badges


def number_of(each: MapBox) -> str:
    """Return the number of a box as it is written; nothing where it has none."""
    return "" if each.coupling is None else amount(each.coupling)


def _is_group(each: MapBox) -> bool:
    return each.inside is not None


def _badges_width(each: MapBox) -> float:
    return sum(badge_width(one) + GAP for one in each.badges)


def _ring_width(each: MapBox) -> float:
    if each.circle is None:
        return 0.0
    return 2 * RING + 6 + (width(str(each.circle), TYPES["badge"]) + 2 if each.circle else 0)


def _first_line(each: MapBox, left: float, right: float, base: float) -> Iterator[Element]:
    room = right - left - _ring_width(each)
    if _is_group(each):
        shown = list(fitting(each.badges, room - _LEAST_WORDS))
        room -= sum(badge_width(one) + GAP for one in shown)
        yield from badges(shown, left + room + GAP, base - 4, right - left - room)
    paint = f"om-on-{each.heat}"
    yield label(each.name, left, base, class_=f"om-name {paint}", type=TYPES["name"], room=room)
    if each.circle is None:
        return
    yield ring(right - RING, base - 4, stroke=f"om-ring om-ring-{each.heat}", fill=paint)
    if each.circle:
        x = right - 2 * RING - 3
        yield label(str(each.circle), x, base - 0.6, class_=f"om-badge {paint}", type=TYPES["badge"], anchor="end")


def ring(x: float, y: float, *, stroke: str, fill: str) -> Element:
    """Paint the sign of a circle of waiting: three quarters of a ring, and an arrow head."""
    line = f"M{number(x + RING)} {number(y)}A{RING} {RING} 0 1 1 {number(x)} {number(y - RING)}"
    tip = f"M{number(x)} {number(y - RING - 2.4)}v4.8l3.6 -2.4z"
    return group([element("path", d=line, class_=stroke), element("path", d=tip, class_=fill)])


def _second_line(each: MapBox, left: float, right: float, base: float) -> Iterator[Element]:
    paint = "om-muted" if each.heat == 0 else f"om-on-{each.heat}"
    room = right - left
    if each.coupling is not None:
        room -= width(number_of(each), TYPES["number"]) + 6
        class_ = f"om-number om-on-{each.heat}"
        yield label(number_of(each), right, base, class_=class_, type=TYPES["number"], anchor="end")
    if each.people is not None:
        taken = gauge_width(each.people) + 5
        yield gauge(each.people, left, base - 4)
        left, room = left + taken, room - taken
    if not _is_group(each):
        shown = list(fitting(each.badges, room))
        taken = sum(badge_width(one) + GAP for one in shown)
        yield from badges(shown, left + room - taken + GAP, base - 4, taken)
        room -= taken
    if room >= _LEAST_WORDS:
        yield label(each.second, left, base, class_=f"om-second {paint}", type=TYPES["second"], room=room)


def _bar(each: MapBox, left: float, right: float, y: float) -> Iterator[Element]:
    if each.inside is not None:
        yield rectangle(left, y, right - left, 4, class_="om-track", radius=2)
    if each.inside:
        yield rectangle(left, y, max(4.0, (right - left) * each.inside), 4, class_="om-inside", radius=2)


def island(corner: Point, wide: float, high: float) -> Element:
    """Paint the ground that the boxes of a group stand on."""
    return rectangle(corner.x, corner.y, wide, high, class_="om-island", radius=7)


def island_name(name: str, corner: Point, wide: float) -> Element:
    """Write the name of a group over everything that may run below it."""
    room = wide - 2 * _INSET
    class_ = "om-group om-muted om-halo"
    said = label(name, corner.x + _INSET, corner.y + 16, class_=class_, type=TYPES["group"], room=room)
    return group([said], tooltip=name)


def strokes(weights: Sequence[float]) -> list[float]:
    """Return how wide links are painted: by weight, where that differs."""
    if len(set(weights)) <= 1:
        return [_PLAIN for _ in weights]
    return [_THIN + (_THICK - _THIN) * weight / max(weights) for weight in weights]


def link(each: MapLink, curve: Curve, wide: float, *, keys: Mapping[str, str]) -> Element:
    """Paint a link on a casing in the colour of the paper, so that links that cross can be told apart."""
    end, way = curve[-1], _way(curve)
    long = 4 + 1.5 * wide
    line = _path((*curve[:-1], Point(end.x - 0.8 * long * way.x, end.y - 0.8 * long * way.y)))
    kind = "cycle" if each.circular else "edge"
    parts = [
        element("path", d=line, class_="om-casing", stroke_width=wide + 3, stroke_dasharray=_NOT_AT_THE_BOX),
        element("path", d=line, class_=f"om-{kind}", stroke_width=wide),
        arrow_head(end, long, wide, class_=f"om-{kind}-tip", way=way),
    ]
    return tie(*parts, source=keys[each.source], target=keys[each.target], tooltip=each.tooltip)


def _way(curve: Curve) -> Point:
    """Return in which of the four directions a curve ends, as a step of length 1."""
    x, y = curve[-1].x - curve[-2].x, curve[-1].y - curve[-2].y
    return Point(math.copysign(1, x), 0) if abs(x) >= abs(y) else Point(0, math.copysign(1, y))


def arrow_head(tip: Point, long: float, wide: float, *, class_: str, way: Point = RIGHT) -> Element:
    """Paint an arrow head that ends in a point, and shows in one of the four directions."""
    half = 2 + wide
    back, side = (-long * way.x, -long * way.y), (half * way.y, -half * way.x)
    corner = f"l{number(back[0] + side[0])} {number(back[1] + side[1])}"
    shape = f"M{number(tip.x)} {number(tip.y)}{corner}l{number(-2 * side[0])} {number(-2 * side[1])}z"
    return element("path", d=shape, class_=class_)


def _path(curve: Curve) -> str:
    written = [f"{number(point.x)} {number(point.y)}" for point in curve]
    return f"M{written[0]}C{' '.join(written[1:])}"
