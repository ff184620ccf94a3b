"""The legend of a picture: signs and what they mean, in rows."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from orgmodel.draw.svg import MARGIN, Element, element, label, number
from orgmodel.draw.text import width
from orgmodel.draw.theme import TYPES

_ROW: Final = 20.0
_BETWEEN: Final = 22.0
_SIGN: Final = 6.0


class Entry(NamedTuple):
    """A sign, painted from 0 to the right around a middle of 0, how wide it is, and what it means."""

    sign: Sequence[Element]
    wide: float
    meaning: str


def legend(entries: Iterable[Entry], top: float, room: float) -> tuple[list[Element], float]:
    """Return the entries, row by row from a height on, and where they end."""
    painted: list[Element] = []
    x, middle = float(MARGIN), top + _ROW / 2
    for entry in entries:
        said = width(entry.meaning, TYPES["note"]) + 1
        wide = entry.wide + _SIGN + said
        if x > MARGIN and x + wide > MARGIN + room:
            x, middle = float(MARGIN), middle + _ROW
        class_ = "om-note om-muted"
        text = label(entry.meaning, entry.wide + _SIGN, 4, class_=class_, type=TYPES["note"], room=said)
        painted.append(element("g", *entry.sign, text, transform=f"translate({number(x)} {number(middle)})"))
        x += wide + _BETWEEN
    return painted, (middle + _ROW / 2 if painted else top)
