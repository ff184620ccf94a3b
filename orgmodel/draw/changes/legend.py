"""What the legend of a change explains: what is really in the picture."""

from collections.abc import Iterator
from typing import Final

from orgmodel.draw.changes.parts import RADIUS, rim, sign
from orgmodel.draw.changes.values import MARKS, SIGNS, ChangePicture, Mark
from orgmodel.draw.legend import Entry
from orgmodel.draw.svg import Element, element, group, rectangle

_SWATCH: Final = 24.0
_MEANINGS: Final[dict[Mark, str]] = {
    "added": "new",
    "removed": "dissolved",
    "moved-away": "moved away from here",
    "moved-here": "moved here",
    "resized": "more or fewer people",
    "changed": "changed otherwise",
    "unchanged": "unchanged",
}


def entries(picture: ChangePicture, *, lines: bool) -> Iterator[Entry]:
    """Yield an entry for each kind of sign in a picture; `lines` tells whether moves are shown by lines."""
    drawn = {card.mark for card in picture.cards} | {block.mark for block in picture.blocks if SIGNS[block.mark]}
    for mark in MARKS:
        if mark in drawn:
            inside = " or inside" if mark == "changed" and any(card.sums_up for card in picture.cards) else ""
            yield Entry(_swatch(mark), _SWATCH, f"{_MEANINGS[mark]}{inside}")
    if lines:
        yield Entry(_arrow(), 26, "moves; drawn where both places are near")


def _swatch(mark: Mark) -> list[Element]:
    if not SIGNS[mark]:
        return [rectangle(0, -6, _SWATCH, 12, class_=rim(mark), radius=3)]
    return [rectangle(6, -6, _SWATCH - 6, 12, class_=rim(mark), radius=3), sign(mark, RADIUS, 0)]


def _arrow() -> list[Element]:
    line = element("path", d="M0 0H20", class_="om-line-moved", stroke_width=1.6)
    return [group([line, element("path", d="M26 0l-7 -3.6v7.2z", class_="om-tip-moved")])]
