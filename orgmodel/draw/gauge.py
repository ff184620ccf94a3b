"""The pizza gauge: two pizzas for a whole team, a slice for each person, and a red one for those who are too many."""

import math
from collections.abc import Iterator
from typing import Final

from orgmodel.draw.svg import Element, element, group

LIMIT: Final = 10
"""People that two pizzas feed."""
_GAP: Final = 2.0


def gauge(people: int, x: float, y: float, *, size: float = 13, limit: int = LIMIT) -> Element:
    """Draw pizzas of half the limit's slices each, from the left, around a middle height.

    Parameters
    ----------
    people
        How many there are; those beyond a third pizza are in the number that stands beside.
    x, y
        Left end and middle.
    size
        Diameter of a pizza in pixels.
    limit
        People that two pizzas feed.
    """
    slices = max(1, math.ceil(limit / 2))
    filled = [min(slices, people), min(limit - slices, max(0, people - slices))]
    pizzas = [
        _pizza(x + place * (size + _GAP) + size / 2, y, size / 2, slices, eaten, "om-slice")
        for place, eaten in enumerate(filled)
    ]
    if people > limit:
        third = x + 2 * (size + _GAP) + size / 2
        pizzas.append(_pizza(third, y, size / 2, slices, min(slices, people - limit), "om-over"))
    return group(pizzas, tooltip=f"{people} people; two pizzas feed {limit}")


def gauge_width(people: int, *, size: float = 13, limit: int = LIMIT) -> float:
    """Return how many pixels a gauge takes."""
    pizzas = 3 if people > limit else 2
    return pizzas * (size + _GAP) - _GAP


def _pizza(x: float, y: float, radius: float, slices: int, filled: int, class_: str) -> Element:
    crust = element("circle", cx=x, cy=y, r=radius, class_="om-crust")
    return group([crust, *_slices(x, y, radius - 0.7, slices, filled, class_)])


def _slices(x: float, y: float, radius: float, slices: int, filled: int, class_: str) -> Iterator[Element]:
    if slices == 1 and filled:
        yield element("circle", cx=x, cy=y, r=radius, class_=class_)
        return
    for place in range(filled):
        start, end = (_rim(x, y, radius, (place + step) / slices) for step in (0, 1))
        yield element("path", d=f"M{x:.1f} {y:.1f}L{start}A{radius:.1f} {radius:.1f} 0 0 1 {end}z", class_=class_)


def _rim(x: float, y: float, radius: float, turn: float) -> str:
    angle = 2 * math.pi * (turn - 0.25)
    return f"{x + radius * math.cos(angle):.1f} {y + radius * math.sin(angle):.1f}"
