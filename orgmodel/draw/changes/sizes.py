"""How large each part of the picture is, in pixels."""

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.draw.badges import GAP, Badge, badge_width
from orgmodel.draw.changes.values import SIGNS, Block, Card
from orgmodel.draw.text import fit, one_line, width
from orgmodel.draw.theme import TYPES

WIDE: Final = 232.0
GUTTER: Final = 28.0
BETWEEN: Final = 6.0
BETWEEN_ROWS: Final = 26.0
INSET: Final = 10.0
SIGN: Final = 30.0
"""Where texts begin beside a sign."""
LINE: Final = 13.0
BADGE: Final = 18.0
SMALL: Final = 22.0
HEAD: Final = 30.0
PART: Final = 24.0
REST: Final = 17.0
ABOVE_PART: Final = 12.0
"""More room above the head of a group that follows on something."""
STILL: Final = 40.0
_MOST_ROWS: Final = 2
_MOST_LINES: Final = 3
_FOOT: Final = 3.0
_AROUND_BADGE: Final = 12.0


def text_left(card: Card) -> float:
    """Return where the texts of a card begin: beside its sign, if it has one."""
    return SIGN if SIGNS[card.mark] else INSET


def card_height(card: Card) -> float:
    """Return how high a card is: an unchanged one says its name and nothing else."""
    if card.mark == "unchanged" and not card.lines:
        return SMALL
    left = text_left(card)
    rows = said(card.lines, left)
    return SMALL + LINE * len(rows) + BADGE * len(badge_rows(card.badges, left)) + _FOOT * (2 - bool(rows))


def head_height(block: Block, *, part: bool) -> float:
    """Return how high the head of a department, or of a group in it, is."""
    rows = badge_rows(block.badges, INSET)
    lines = said(block.lines, INSET)
    return (PART if part else HEAD) + LINE * len(lines) + BADGE * len(rows) + (_FOOT if lines or rows else 0)


def said(lines: Sequence[str], left: float) -> list[tuple[str, bool]]:
    """Set lines in rows, a long one in several; and tell of each row whether it belongs to the first line."""
    room = WIDE - left - INSET
    return [(row, place == 0) for place, line in enumerate(lines) for row in _wrapped(one_line(line), room)]


def rest_height(line: str) -> float:
    """Return how high a line is about what is not shown one by one."""
    return REST + LINE * (len(said([line], INSET)) - 1)


def _wrapped(line: str, room: float) -> Iterator[str]:
    """Yield a line in rows that end with a word; the last one has all that is left, and is cut where it is painted."""
    type = TYPES["second"]
    for _ in range(_MOST_LINES - 1):
        first, blank, _ = fit(line, room, type)[:-1].rpartition(" ")
        if width(line, type) <= room or not blank:
            break
        yield first
        line = line[len(first) :].lstrip()
    yield line


def badge_rows(badges: Sequence[Badge], left: float, wide: float = WIDE) -> list[list[Badge]]:
    """Set badges in rows; what has no room in the last row is left to be counted there."""
    room = wide - left - INSET
    rows: list[list[Badge]] = []
    used = room
    for each in badges:
        one = Badge(fit(each.text, room - _AROUND_BADGE, TYPES["badge"]), each.tone, each.tooltip)
        if used + GAP + badge_width(one) <= room or len(rows) == _MOST_ROWS:
            rows[-1].append(one)
            used += GAP + badge_width(one)
        else:
            rows.append([one])
            used = badge_width(one)
    return rows
