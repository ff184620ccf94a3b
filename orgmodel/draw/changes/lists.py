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
    room = (wide + _GUTTER) / _columns(sections, wide) - _GUTTER
    placed = [
        (section, at(left + column * (room + _GUTTER), begin, room, end - begin))
        for section, (column, begin, end) in zip(sections, _placed(sections, top, wide), strict=True)
    ]
    painted = [element for section, frame in placed for element in _section(section, frame)]
    return painted, Frame(left, top, left + wide, max(frame.bottom for _, frame in placed))


def _columns(sections: Sequence[Section], wide: float) -> int:
    return max(1, min(_MOST_COLUMNS, len(sections), int((wide + _GUTTER) // (_NARROWEST + _GUTTER))))


def _placed(sections: Sequence[Section], top: float, wide: float) -> Iterator[tuple[int, float, float]]:
    """Yield of each list in which column it is, and where it begins and ends."""
    ends = [top] * _columns(sections, wide)
    for section in sections:
        column = ends.index(min(ends))
        begin, end = ends[column], ends[column] + _height(section)
        yield column, begin, end
        ends[column] = end + _BETWEEN


def _height(section: Section) -> float:
    return _TITLE + _ROW * (len(section.rows) + (section.more > 0))


def _section(section: Section, frame: Frame) -> Iterator[Element]:
    class_, type = "om-group om-ink", TYPES["group"]
    yield label(section.title, frame.left, frame.top + 14, class_=class_, type=type, room=frame.wide)
    for place, row in enumerate(section.rows):
        yield _row(row, frame, frame.top + _TITLE + _ROW * place + 11)
    if section.more:
        base = frame.top + _TITLE + _ROW * len(section.rows) + 11
        said = f"and {section.more:,} more"
        yield label(said, frame.left + _INDENT, base, class_="om-second om-muted", type=TYPES["second"])


def _row(row: Row, frame: Frame, base: float) -> Element:
    type, left = TYPES["second"], frame.left + _INDENT
    room = frame.right - left
    aside = min(width(one_line(row.aside), type) + 1, room * _SHARE) + _SPACE if row.aside else 0.0
    first = room - aside
    parts = [
        label(
            SIGNS[row.mark],
            frame.left + 6,
            base,
            class_=f"om-number {paint_of(row.mark)}",
            type=TYPES["number"],
            anchor="middle",
        ),
        label(row.text, left, base, class_="om-second om-ink", type=type, room=first),
    ]
    if row.aside:
        taken = min(first, width(one_line(row.text), type)) + _SPACE
        parts.append(label(row.aside, left + taken, base, class_="om-second om-muted", type=type, room=room - taken))
    return group(parts, tooltip=": ".join(filter(None, (row.text, row.aside))))
