"""The parts of a tree: cards of teams and groups, tiles, heads, and the lines between them."""

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.draw.badges import GAP, Badge, badge, badge_width
from orgmodel.draw.frame import Frame
from orgmodel.draw.gauge import gauge, gauge_width
from orgmodel.draw.svg import Element, element, label, node, number, rectangle, tie
from orgmodel.draw.text import ELLIPSIS, one_line, width
from orgmodel.draw.theme import TYPES
from orgmodel.draw.trees.boxes import IN_FOCUS
from orgmodel.draw.trees.placing import Spot, Wire
from orgmodel.draw.trees.sizes import INSET, LINE, lines_of
from orgmodel.draw.trees.values import TreeBox

_PIZZA: Final = 13.0
_MOST_OF_TILE: Final = 0.42
"""A badge that takes a larger share of a tile is a sign there."""
UNKNOWN: Final = "?"
MARK: Final = "!"
NOTE: Final = "i"
_OVER: Final = " over"
"""What a tile leaves out: there the number stands beside it."""


def painted(spot: Spot, *, compact: bool, address: str | None = None) -> Element:
    """Paint one box at its place."""
    box, frame = spot.box, spot.frame
    if spot.again:
        parts = list(_again(box, frame))
    elif box.part in ("top", "head"):
        parts = list(_head(box, frame))
    else:
        parts = list(_tile(box, frame) if compact else _card(box, frame))
    rect = rectangle(frame.left, frame.top, frame.wide, frame.high, class_=_ground(spot), radius=4 if compact else 7)
    return node(rect, *parts, key=spot.key, tooltip=box.tooltip or box.name, address=address)


def _ground(spot: Spot) -> str:
    box = spot.box
    plain = {"top": "om-top", "head": "om-head"}.get(box.part, "om-card")
    marks = ["om-heat-0 om-chosen" if box.chosen and plain == "om-card" else plain]
    marks += ["om-external"] if box.external or box.part == "rest" else []
    marks += [f"om-has-{box.worst}"] if box.worst in ("error", "warning") and not spot.again else []
    return " ".join(marks)


def _card(box: TreeBox, frame: Frame) -> Iterator[Element]:
    left, right, base = frame.left + INSET, frame.right - INSET, frame.top + 18
    room = right - left
    yield label(box.name, left, base, class_="om-name om-ink", type=TYPES["name"], room=room)
    for line in lines_of(box):
        base += LINE
        numbers = line == box.summary
        class_, type = ("om-number om-ink", TYPES["number"]) if numbers else ("om-second om-muted", TYPES["second"])
        yield label(line, left, base, class_=class_, type=type, room=room)
    if box.limit is not None:
        yield from _measured(box, left, right, frame.bottom - 13)
    elif box.part == "team":
        # The size stands where others have their pizzas.
        yield label(box.summary, left, frame.bottom - 9, class_="om-number om-ink", type=TYPES["number"], room=room)
        start = left + width(box.summary, TYPES["number"]) + 8
        yield from _badges(box.badges, start, frame.bottom - 13, right - start)
    else:
        yield from _badges(box.badges, left, frame.bottom - 13, room)


def _measured(box: TreeBox, left: float, right: float, middle: float) -> Iterator[Element]:
    """Paint the pizzas, the number and the badges of a team."""
    people, limit = box.people or 0, box.limit or 1
    yield gauge(people, left, middle, size=_PIZZA, limit=limit)
    x = left + gauge_width(people, size=_PIZZA, limit=limit) + 5
    class_ = "om-number om-error-text" if people > limit else "om-number om-ink"
    yield label(f"{people:,}", x, middle + 4, class_=class_, type=TYPES["number"])
    x += width(f"{people:,}", TYPES["number"]) + 8
    yield from _badges(box.badges, x, middle, right - x)


def _tile(box: TreeBox, frame: Frame) -> Iterator[Element]:
    left, right, middle = frame.left + 6, frame.right - 6, frame.top + frame.high / 2
    said = number_of(box)
    class_ = (
        "om-number om-error-text" if box.limit is not None and (box.people or 0) > box.limit else "om-number om-ink"
    )
    yield label(said, right, middle + 4, class_=class_, type=TYPES["number"], anchor="end")
    right -= width(said, TYPES["number"]) + 6
    shown = tile_badge(box, frame.wide)
    if shown:
        right -= badge_width(shown)
        yield badge(shown, right, middle)
        right -= GAP
    yield label(box.name, left, middle + 3.6, class_="om-second om-ink", type=TYPES["second"], room=right - left)


def number_of(box: TreeBox) -> str:
    """Return the number of a tile: the people of a team, or the teams of what stands for several."""
    if box.part in ("folded", "rest"):
        teams = (
            (box.numbers.get("teams") or 0) + (box.numbers.get("councils") or 0) + (box.numbers.get("external") or 0)
        )
        return f"{teams:,} teams" if teams != 1 else "1 team"
    return UNKNOWN if box.people is None else f"{box.people:,}"


def tile_badge(box: TreeBox, wide: float) -> Badge | None:
    """Return the first of the badges of a box; only a sign where it is too long for a tile."""
    found = [each for each in box.badges if each != IN_FOCUS]
    if not found:
        return None
    if found[0].tone == "info":
        return Badge(NOTE, "info", found[0].tooltip or found[0].text)
    first = found[0]._replace(text=found[0].text.removesuffix(_OVER))
    return first if badge_width(first) <= _MOST_OF_TILE * wide else Badge(MARK, first.tone, first.tooltip or first.text)


def _head(box: TreeBox, frame: Frame) -> Iterator[Element]:
    left, right, top = frame.left + INSET, frame.right - INSET, frame.top
    ink = "om-on-top" if box.part == "top" else "om-ink"
    if box.concerned:
        pill = Badge(f"{box.concerned:,}", box.alarm or "warning")
        right -= badge_width(pill)
        yield badge(pill, right, top + 14)
        right -= GAP
    yield label(box.name, left, top + 18, class_=f"om-name {ink}", type=TYPES["name"], room=right - left)
    room, base = frame.wide - 2 * INSET, top + 18
    if box.leader:
        base += 13
        yield label(box.leader, left, base, class_=f"om-second {ink}", type=TYPES["second"], room=room)
    class_ = f"om-number {ink}"
    yield label(box.summary, left, base + 14, class_=class_, type=TYPES["number"], room=room)
    yield from _badges(box.badges, left, frame.bottom - 12, room)


def _again(box: TreeBox, frame: Frame) -> Iterator[Element]:
    """Say of a head that is drawn again only what it is called, and how many teams it has."""
    left, right, base = frame.left + INSET, frame.right - INSET, frame.top + frame.high / 2 + 4
    teams = f"{box.numbers.get('teams') or 0:,}"
    yield label(teams, right, base, class_="om-number om-ink", type=TYPES["number"], anchor="end")
    more = width("(continued)", TYPES["second"]) + 1
    room = right - left - more - width(teams, TYPES["number"]) - 8
    wide = min(room, width(one_line(box.name), TYPES["name"]) + 1)
    yield label(box.name, left, base, class_="om-name om-ink", type=TYPES["name"], room=wide)
    yield label("(continued)", left + wide + 3, base, class_="om-second om-ink", type=TYPES["second"], room=more)


def _badges(found: Sequence[Badge], left: float, middle: float, room: float) -> Iterator[Element]:
    """Paint as many badges as fit into a row, and say that there are more; ‘+1’ would be taken for a person."""
    for shown in _rows(found):
        if sum(badge_width(one) + GAP for one in shown) - GAP <= room:
            for one in shown:
                yield badge(one, left, middle)
                left += badge_width(one) + GAP
            return


def _rows(found: Sequence[Badge]) -> Iterator[Sequence[Badge]]:
    """Yield what could stand in a row, from all badges to a sign for them."""
    yield found
    for kept in range(len(found) - 1, -1, -1):
        rest = found[kept:]
        said = "\n".join(one.tooltip or one.text for one in rest)
        for text in (f"{len(rest)} more", ELLIPSIS):
            yield [*found[:kept], Badge(text, rest[0].tone, said)]


def strung(wire: Wire) -> Element:
    """Paint the line from a box to one that hangs from it."""
    points = " ".join(f"{number(x)} {number(y)}" for x, y in wire.points)
    return tie(element("path", d=f"M{points}", class_="om-rail"), source=wire.source, target=wire.target)
