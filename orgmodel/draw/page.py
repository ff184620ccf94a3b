"""What stands around every picture: the question and the facts above it, names and the legend below it."""

from bisect import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from orgmodel.draw.frame import Frame
from orgmodel.draw.legend import Entry, legend
from orgmodel.draw.svg import MARGIN, Element, document, element, label, number, rectangle
from orgmodel.draw.text import one_line, rows
from orgmodel.draw.theme import TYPES, Mode, style_sheet

NARROWEST: Final = 600.0
_LINE: Final = 17.0
_MOST_ROWS: Final = 3
_LEAD: Final = 200.0
"""Room for the words before a list of names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A picture and what is said around it.

    `name` is what ids begin with, `facts` are the numbers and the worst offenders, `body` is painted within `frame`.
    Below it stand `names`, after the words of what they are, and the legend; `said` is said only to those who listen.
    """

    name: str
    title: str
    facts: Sequence[str]
    body: Sequence[Element]
    frame: Frame
    names: Sequence[str] = ()
    names_are: str = ""
    legend: Sequence[Entry] = ()
    said: str = ""
    mode: Mode = "auto"


def written(page: Page, *, stamp: str = "") -> str:
    """Write the whole picture, with the body in the middle; the stamp tells later what it was made from."""
    frame = page.frame
    wide = max(NARROWEST, frame.right - frame.left + 2 * MARGIN)
    head, top = _head(page, wide - 2 * MARGIN)
    shift = f"translate({number((wide - frame.left - frame.right) / 2)} {number(top - frame.top)})"
    foot, bottom = _foot(page, top + frame.bottom - frame.top + MARGIN, wide - 2 * MARGIN)
    return document(
        [*head, element("g", *page.body, transform=shift), *foot],
        size=(wide, bottom + MARGIN),
        name=page.name,
        title=page.title,
        description=". ".join(fact for fact in (*page.facts, page.said) if fact),
        style=style_sheet(page.mode),
        stamp=stamp,
    )


def blank(said: str) -> tuple[list[Element], Frame]:
    """Return what is painted where there is nothing to paint: a card that says why, and its frame."""
    frame = Frame(0, 0, NARROWEST - 2 * MARGIN, 90)
    x, y = frame.right / 2, frame.bottom / 2 + 4
    text = label(said, x, y, class_="om-subtitle om-ink", type=TYPES["subtitle"], room=frame.right, anchor="middle")
    return [rectangle(0, 0, frame.right, frame.bottom, class_="om-island", radius=7), text], frame


def _head(page: Page, room: float) -> tuple[list[Element], float]:
    title = label(page.title, MARGIN, MARGIN + 17, class_="om-title om-ink", type=TYPES["title"], room=room)
    lines, bottom = _lines([one_line(fact) for fact in page.facts], MARGIN + 22, room, class_="subtitle")
    return [title, *lines], bottom + 12


def _foot(page: Page, top: float, room: float) -> tuple[list[Element], float]:
    listed: list[Element] = []
    if page.names:
        names = _shortened([one_line(name) for name in page.names], room)
        listed, top = _lines([f"{page.names_are}: {names[0]}", *names[1:]], top - 8, room, class_="note")
        top += 6
    signs, bottom = legend(page.legend, top, room)
    return [*listed, *signs], bottom


def _shortened(names: list[str], room: float) -> list[str]:
    """Keep as many names as fit into a few rows, and say how many more there are."""

    def height(kept: int) -> int:
        return len(rows(_with_rest(names[:kept], names), room - _LEAD, TYPES["note"]))

    fitting = bisect(range(1, len(names) + 1), _MOST_ROWS, key=height)
    return _with_rest(names[: max(1, fitting)], names)


def _with_rest(kept: list[str], names: list[str]) -> list[str]:
    return [*kept, f"and {len(names) - len(kept)} more"] if len(kept) < len(names) else kept


def _lines(parts: list[str], top: float, room: float, *, class_: str) -> tuple[list[Element], float]:
    type = TYPES[class_]
    lines = [
        label(row, MARGIN, top + (place + 1) * _LINE - 4, class_=f"om-{class_} om-muted", type=type, room=room)
        for place, row in enumerate(rows(parts, room, type))
    ]
    return lines, top + len(lines) * _LINE
