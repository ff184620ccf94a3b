"""The parts of the picture of a change: cards, heads, lines for moves."""

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.draw.badges import Badge, badges
from orgmodel.draw.changes.layout import Spot
from orgmodel.draw.changes.moves import Move
from orgmodel.draw.changes.sizes import BADGE, INSET, LINE, SMALL, badge_rows, said, text_left
from orgmodel.draw.changes.values import GHOSTS, SIGNS, Card, Mark
from orgmodel.draw.frame import Frame
from orgmodel.draw.svg import Element, element, group, label, node, number, rectangle, tie
from orgmodel.draw.text import width
from orgmodel.draw.theme import TYPES

RADIUS: Final = 8.0
_TIP: Final = 7.0
TONES: Final[dict[Mark, str]] = {
    "added": "added",
    "removed": "error",
    "moved-away": "moved",
    "moved-here": "moved",
    "resized": "resized",
    "changed": "info",
}
"""The colour that each mark has, by the name that its classes have."""


def rim(mark: Mark) -> str:
    """Return the classes of a card's rectangle."""
    tone = TONES.get(mark)
    coloured = f" om-has-{tone}" if tone and tone != "info" else ""
    return f"om-card{coloured}{' om-ghost' * (mark in GHOSTS)}"


def paint_of(mark: Mark) -> str:
    """Return the class of the words that say what changes."""
    tone = TONES.get(mark)
    return "om-muted" if tone is None else "om-ink" if tone == "info" else f"om-{tone}-text"


def sign(mark: Mark, x: float, y: float) -> Element:
    """Paint the round sign of a mark around a point."""
    tone = TONES[mark]
    circle = element("circle", cx=x, cy=y, r=RADIUS, class_=f"om-pill-{tone}")
    class_ = f"om-number om-pill-text-{tone}"
    return group([circle, label(SIGNS[mark], x, y + 4, class_=class_, type=TYPES["number"], anchor="middle")])


def card_box(card: Card, frame: Frame, *, key: str, address: str | None) -> Element:
    """Paint a card: its sign, its name, how many people there are, what changes, and badges."""
    rect = rectangle(frame.left, frame.top, frame.wide, frame.high, class_=rim(card.mark), radius=5)
    parts = _small(card, frame) if card.mark == "unchanged" and not card.lines else _large(card, frame)
    return node(rect, *parts, key=key, tooltip=card.tooltip or card.name, address=address)


def _small(card: Card, frame: Frame) -> Iterator[Element]:
    base, type = frame.top + 15, TYPES["second"]
    taken = width(card.size, TYPES["number"]) + 8
    room = frame.wide - 2 * INSET - taken
    yield label(card.name, frame.left + INSET, base, class_="om-second om-muted", type=type, room=room)
    class_ = "om-number om-muted"
    yield label(card.size, frame.right - INSET, base, class_=class_, type=TYPES["number"], anchor="end")


def _large(card: Card, frame: Frame) -> Iterator[Element]:
    ghost = card.mark in GHOSTS
    ink = "om-muted" if ghost or card.mark == "unchanged" else "om-ink"
    struck = " om-struck" if card.mark == "removed" else ""
    if SIGNS[card.mark]:
        yield sign(card.mark, frame.left + 16, frame.top + min(frame.high / 2, 17))
    beside = text_left(card)
    left, base = frame.left + beside, frame.top + 16
    room = frame.right - INSET - left - width(card.size, TYPES["number"]) - 8
    yield label(card.name, left, base, class_=f"om-name {ink}{struck}", type=TYPES["name"], room=room)
    class_ = f"om-number {ink}{' om-struck' * ghost}"
    yield label(card.size, frame.right - INSET, base, class_=class_, type=TYPES["number"], anchor="end")
    yield from lines_in(card.lines, card.mark, beside, frame, frame.top + SMALL)
    yield from badges_in(card.badges, beside, frame, frame.top + SMALL + LINE * len(said(card.lines, beside)))


def lines_in(
    lines: Sequence[str], mark: Mark, left: float, frame: Frame, top: float, *, plain: bool = False
) -> Iterator[Element]:
    """Write lines below a name: the first in the colour of what changes, unless all are to be plain."""
    room = frame.wide - left - INSET
    for place, (line, first) in enumerate(said(lines, left)):
        paint = "om-ink" if plain else paint_of(mark) if first else "om-muted"
        base = top + LINE * (place + 1) - 4
        yield label(line, frame.left + left, base, class_=f"om-second {paint}", type=TYPES["second"], room=room)


def badges_in(found: Sequence[Badge], left: float, frame: Frame, top: float) -> Iterator[Element]:
    """Paint badges below what is said, in rows."""
    for place, row in enumerate(badge_rows(found, left, frame.wide)):
        room = frame.wide - left - INSET
        yield from badges(row, frame.left + left, top + BADGE * place + BADGE / 2 - 1, room)


def rest_line(text: str, frame: Frame) -> Element:
    """Write a line about what is not shown one by one."""
    return group(lines_in([text], "unchanged", INSET, frame, frame.top + 3), tooltip=text)


def move_line(move: Move, *, source: str, target: str) -> Element:
    """Paint the line of a move through its gutter."""
    one, other = move.source.frame, move.target.frame
    right = move.target.column > move.source.column
    x, end, way = (one.right, other.left, 1) if right else (one.left, other.right, -1)
    y, level = one.middle[1], other.middle[1]
    bend, stop = way * abs(end - x) * 0.6, end - way * _TIP * 0.8
    curve = f"M{number(x)} {number(y)}C{number(x + bend)} {number(y)} {number(stop - bend)} {number(level)} "
    line = element("path", d=f"{curve}{number(stop)} {number(level)}", class_="om-line-moved", stroke_width=1.6)
    tip = f"M{number(end)} {number(level)}l{number(-way * _TIP)} -3.6v7.2z"
    return tie(line, element("path", d=tip, class_="om-tip-moved"), source=source, target=target, tooltip=_said(move))


def _said(move: Move) -> str:
    spot: Spot = move.source
    return f"{spot.item.what.name} moves" if isinstance(spot.item.what, Card) else ""
