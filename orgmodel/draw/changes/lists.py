"""Paints the short lists below the departments."""

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.draw.changes.parts import paint_of
from orgmodel.draw.changes.values import SIGNS, Row, Section
from orgmodel.draw.frame import Frame, at
from orgmodel.draw.svg import Element, group, label
from orgmodel.draw.text import one_line, width
from orgmodel.draw.theme import TYPES

_TITLE: Final = 22.0
_ROW: Final = 16.0
_SECOND_LINE: Final = 14.0
_BETWEEN: Final = 12.0
_GUTTER: Final = 28.0
_INDENT: Final = 16.0
_NARROWEST: Final = 330.0
_MOST_COLUMNS: Final = 3
_SHARE: Final = 0.45
"""How much of a row the second text may take."""
_SPACE: Final = 8.0


def lists_height(sections: Sequence[Section], wide: float) -> float:
    """Return how high lists are in so much width."""
    return max(end for _, _, end in _placed(sections, 0, wide)) if sections else 0.0


def lists(sections: Sequence[Section], left: float, top: float, wide: float) -> tuple[list[Element], Frame]:
    """Paint lists in columns from a corner on, each below the shortest column; return them and their frame."""
    room = _room(sections, wide)
    placed = [
        (section, at(left + column * (room + _GUTTER), begin, room, end - begin))
        for section, (column, begin, end) in zip(sections, _placed(sections, top, wide), strict=True)
    ]
    painted = [element for section, frame in placed for element in _section(section, frame)]
    return painted, Frame(left, top, left + wide, max(frame.bottom for _, frame in placed))


def _columns(sections: Sequence[Section], wide: float) -> int:
    return max(1, min(_MOST_COLUMNS, len(sections), int((wide + _GUTTER) // (_NARROWEST + _GUTTER))))


def _room(sections: Sequence[Section], wide: float) -> float:
    return (wide + _GUTTER) / _columns(sections, wide) - _GUTTER


def _placed(sections: Sequence[Section], top: float, wide: float) -> Iterator[tuple[int, float, float]]:
    """Yield of each list in which column it is, and where it begins and ends."""
    ends, room = [top] * _columns(sections, wide), _room(sections, wide)
    for section in sections:
        column = ends.index(min(ends))
        begin, end = ends[column], ends[column] + _height(section, room)
        yield column, begin, end
        ends[column] = end + _BETWEEN


def _height(section: Section, wide: float) -> float:
    return _TITLE + sum(_row_height(row, wide) for row in section.rows) + _ROW * (section.more > 0)


def _row_height(row: Row, wide: float) -> float:
    return _ROW + _SECOND_LINE * (len(_lines(row, wide - _INDENT)) - 1)


def _section(section: Section, frame: Frame) -> Iterator[Element]:
    class_, type = "om-group om-ink", TYPES["group"]
    yield label(section.title, frame.left, frame.top + 14, class_=class_, type=type, room=frame.wide)
    base = frame.top + _TITLE + 11
    for row in section.rows:
        yield _row(row, frame, base)
        base += _row_height(row, frame.wide)
    if section.more:
        said = f"and {section.more:,} more"
        yield label(said, frame.left + _INDENT, base, class_="om-second om-muted", type=TYPES["second"])


def _row(row: Row, frame: Frame, base: float) -> Element:
    type, left = TYPES["second"], frame.left + _INDENT
    room = frame.right - left
    *before, last = _lines(row, room)
    end = base + _SECOND_LINE * len(before)
    first = room - _aside(row, room)
    parts = [
        label(
            SIGNS[row.mark],
            frame.left + 6,
            base,
            class_=f"om-number {paint_of(row.mark)}",
            type=TYPES["number"],
            anchor="middle",
        ),
        *(label(line, left, base, class_="om-second om-ink", type=type, room=room) for line in before),
        *([label(last, left, end, class_="om-second om-ink", type=type, room=first)] if last else []),
    ]
    if row.aside:
        taken = min(first, width(last, type)) + _SPACE if last else 0.0
        parts.append(label(row.aside, left + taken, end, class_="om-second om-muted", type=type, room=room - taken))
    return group(parts, tooltip=": ".join(filter(None, (row.text, row.aside))))


def _lines(row: Row, room: float) -> tuple[str, ...]:
    """Break the text of a row in two where it has no room beside what is said behind it, so that names stay whole."""
    text, type = one_line(row.text), TYPES["second"]
    if width(text, type) <= room - _aside(row, room):
        return (text,)
    if width(text, type) <= room:
        return text, ""
    first, _, rest = text.partition(" ")
    while rest:
        word, _, behind = rest.partition(" ")
        if width(f"{first} {word}", type) > room:
            break
        first, rest = f"{first} {word}", behind
    return (first, rest) if rest and width(first, type) <= room else (text,)


def _aside(row: Row, room: float) -> float:
    """Return how much room what is said behind the text of a row takes, with the space before it."""
    if not row.aside:
        return 0.0
    return min(width(one_line(row.aside), TYPES["second"]) + 1, room * _SHARE) + _SPACE
