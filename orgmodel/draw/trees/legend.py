"""What the legend of a tree explains: what is really in it."""

from collections.abc import Iterator
from typing import Final

from orgmodel.draw.badges import Badge, badge, badge_width
from orgmodel.draw.gauge import gauge, gauge_width
from orgmodel.draw.legend import Entry
from orgmodel.draw.svg import label, rectangle
from orgmodel.draw.text import width
from orgmodel.draw.theme import TYPES
from orgmodel.draw.trees.parts import MARK, NOTE, UNKNOWN, number_of, tile_badge
from orgmodel.draw.trees.values import Tree, TreeBox

_EDGES: Final = {"error": "has an error", "warning": "has a warning"}
_POINTER: Final = "said where the pointer rests"
_SIGNS: Final = {MARK: f"another finding, {_POINTER}", NOTE: f"a note, {_POINTER}"}


def entries(tree: Tree, *, wide: float) -> Iterator[Entry]:
    """Yield an entry for each kind of sign in a tree, whose boxes are so wide."""
    teams = [box for box in tree.boxes if box.limit is not None]
    yield from _tiles(tree, wide) if tree.compact else _pizzas(teams)
    heads = [box for box in tree.boxes if box.part in ("top", "head") and box.concerned]
    if heads:
        sign = Badge("4", "error" if any(box.alarm == "error" for box in heads) else "warning")
        yield Entry([badge(sign, 0, 0)], badge_width(sign), "teams with an error or a warning")
    for severity, meaning in _EDGES.items():
        if any(box.worst == severity for box in tree.boxes):
            yield Entry([rectangle(1, -6, 18, 12, class_=f"om-card om-has-{severity}", radius=3)], 20, meaning)
    if any(box.external for box in tree.boxes):
        yield Entry([rectangle(1, -6, 18, 12, class_="om-card om-external", radius=3)], 20, "external")
    if any(box.part == "rest" for box in tree.boxes):
        yield Entry([rectangle(1, -6, 18, 12, class_="om-card om-external", radius=3)], 20, "several teams in one box")


def _pizzas(teams: list[TreeBox]) -> Iterator[Entry]:
    limit = max((box.limit or 0 for box in teams), default=0)
    if any((box.people or 0) <= limit for box in teams):
        few = max(1, limit - 3)
        meaning = f"{few} people: two pizzas feed {limit}"
        yield Entry([gauge(few, 0, 0, limit=limit)], gauge_width(few, limit=limit), meaning)
    if any((box.people or 0) > limit for box in teams):
        many = limit + 2
        meaning = f"{many} people: over the limit"
        yield Entry([gauge(many, 0, 0, limit=limit)], gauge_width(many, limit=limit), meaning)


def _tiles(tree: Tree, wide: float) -> Iterator[Entry]:
    tiles = [box for box in tree.boxes if box.part not in ("top", "head")]
    numbers = {number_of(box) for box in tiles if box.part == "team"}
    if numbers - {UNKNOWN}:
        limit = max((box.limit or 0 for box in tiles), default=0)
        over = any(box.limit is not None and (box.people or 0) > box.limit for box in tiles)
        yield _written("7", "om-number om-ink", "people")
        if over:
            yield Entry([badge(Badge("+3"), 0, 0)], badge_width(Badge("+3")), f"people over the limit of {limit}")
    if UNKNOWN in numbers:
        yield _written(UNKNOWN, "om-number om-ink", "size unknown")
    signs = {found.text: found for found in (tile_badge(box, wide) for box in tiles) if found is not None}
    for text, meaning in _SIGNS.items():
        if text in signs:
            yield Entry([badge(signs[text]._replace(tooltip=""), 0, 0)], badge_width(signs[text]), meaning)


def _written(said: str, class_: str, meaning: str) -> Entry:
    return Entry([label(said, 0, 4, class_=class_, type=TYPES["number"])], width(said, TYPES["number"]), meaning)
