"""How wide a text is in an Arial-compatible font, how it is cut to its room, and what of it may stand in XML."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

ELLIPSIS: Final = "…"
SNUG: Final = 0.86
"""A text that fills more than this share of its room is told its length, so that a wider font cannot overflow."""

# Advance widths in thousandths of the type size: of Arial, and of the fonts made to its measure (Liberation Sans).
_PLAIN: Final = {
    191: "'",
    222: "ijl’‘",
    260: "|",
    278: " !,./:;I[\\]ft·",
    333: "()-`r“”",
    355: '"•',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–€",
    584: "+<=>~×±",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "…—→™",
    1015: "@",
    334: "{}",
}
_BOLD: Final = {
    238: "'",
    278: " ,./I\\ijl·’‘",
    280: "|",
    333: "!()-:;[]`ft",
    389: "*r{}•",
    474: '"',
    500: "z“”",
    556: "#$0123456789J_aceksvxy–€",
    584: "+<=>^~×±",
    611: "?FLTZbdghnopqu",
    667: "EPSVXY",
    722: "&ABCDHKNRU",
    778: "GOQw",
    833: "M",
    889: "%m",
    944: "W",
    975: "@",
    1000: "…—→™",
}
_UNLISTED: Final = 667
_WHOLE: Final = 1000

# C0 and C1 controls, surrogates, what Unicode never assigns, and the marks that turn the direction of what follows.
_UNSHOWABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
_SPACES: Final = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029]+")


class Type(NamedTuple):
    """A type size in pixels, and whether it is bold."""

    size: float
    bold: bool = False


def clean(text: str) -> str:
    """Return the text with a sign in the place of every character that must not be shown or written in XML."""
    return _UNSHOWABLE.sub("�", text)


def one_line(text: str) -> str:
    """Return the text clean and on one line."""
    return clean(_SPACES.sub(" ", text))


@lru_cache(maxsize=1 << 14)  # a layout asks again and again
def width(text: str, type: Type) -> float:
    """Return how many pixels a text is wide."""
    return sum(_advance(character, type.bold) for character in text) * type.size / 1000


def fit(text: str, room: float, type: Type) -> str:
    """Return the text if it fits into so many pixels, otherwise its beginning and an ellipsis."""
    if width(text, type) <= room:
        return text
    left = room - width(ELLIPSIS, type)
    end = 0
    for character in text:
        left -= _advance(character, type.bold) * type.size / 1000
        if left < 0:
            break
        end += 1
    while end and _joined(text[end - 1], text[end]):
        end -= 1
    return text[:end].rstrip() + ELLIPSIS


def rows(parts: Iterable[str], room: float, type: Type) -> tuple[str, ...]:
    """Set texts in rows of so many pixels, with dots between them; one that is wider than a row is cut."""
    found: list[str] = []
    for part in parts:
        longer = f"{found[-1]} · {part}" if found else ""
        if longer and width(longer, type) <= room:
            found[-1] = longer
        else:
            found.append(fit(part, room, type))
    return tuple(found)


@cache
def _advance(character: str, bold: bool) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return _WHOLE
    letter = unicodedata.normalize("NFD", character)[0]
    return _table(bold).get(letter, _UNLISTED)


@cache
def _table(bold: bool) -> Mapping[str, int]:
    return {character: advance for advance, row in (_BOLD if bold else _PLAIN).items() for character in row}


def _joined(one: str, other: str) -> bool:
    """Tell whether two characters are one sign: a letter and its accent, or two that a joiner joins."""
    return "\u200d" in (one, other) or unicodedata.category(other) in ("Mn", "Me", "Mc")
