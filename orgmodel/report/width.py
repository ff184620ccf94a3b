"""How many columns a text takes in a terminal, and how it is made safe to show, wrapped and cut."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final
from unicodedata import category, east_asian_width

ELLIPSIS: Final = "…"
TAB: Final = "    "
"""What a tab is shown as, wherever it stands, so that a line can be cut anywhere."""

# Controls, halves of surrogate pairs, what Unicode never assigns, and marks that turn the direction of what follows.
_UNSHOWABLE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
# A space where a line may end: not after a number, which belongs to its noun, nor before a last one or a percent sign.
_BREAK: Final = re.compile(r"(?<![ (]\d)(?<![ (]\d\d)(?<![ (,]\d\d\d) (?!%|\d+\)?$|\d+\))")
_SOFT_HYPHEN: Final = "\u00ad"
_JOINING_JAMO: Final = range(0x1160, 0x1200)  # vowels and final consonants share the cell of the one before


def clean(text: str) -> str:
    """Return the text with `�` for each character that a terminal would act on instead of showing it."""
    if text.isascii() and text.isprintable():
        return text
    return _UNSHOWABLE.sub("�", text.replace("\t", TAB))


def width(text: str) -> int:
    """Return how many columns a text takes once it is clean: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text) + text.count("\t") * (len(TAB) - 1)
    return sum(map(_columns, text))


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if character == "\t":
        return len(TAB)
    if character == _SOFT_HYPHEN or _UNSHOWABLE.match(character):
        return 1
    if category(character) in ("Mn", "Me", "Cf") or ord(character) in _JOINING_JAMO:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def words(text: str) -> list[str]:
    """Return the parts of a text that a line does not end within."""
    return _BREAK.split(text)


def wrap(text: str, room: int) -> list[str]:
    """Break a text between words into lines of so many columns; a longer word has a line of its own."""
    if width(text) <= room:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for word in words(text):
        wide = width(word)
        if line and used + 1 + wide > room:
            lines.append(line)
            line, used = word, wide
        else:
            line, used = (f"{line} {word}", used + 1 + wide) if line else (word, wide)
    return [*lines, line]


def hanging(text: str, room: int, *, first: str, rest: str) -> Iterator[str]:
    """Wrap a text behind a beginning; its further lines stand behind another one, of the same width."""
    for number, line in enumerate(wrap(text, max(room - width(first), 20))):
        yield f"{rest if number else first}{line}".rstrip()


def clip(text: str, room: int) -> str:
    """Return the text if it fits into so many columns, otherwise its beginning and `…`."""
    if width(text) <= room:
        return text
    return text[: fitting(text, room - 1)].rstrip() + ELLIPSIS


def clip_path(path: str, room: int) -> str:
    """Return a path if it fits into so many columns, otherwise `…` and its end, from a folder on if possible."""
    if width(path) <= room:
        return path
    turned = path[::-1]
    end = turned[: fitting(turned, room - width(ELLIPSIS))][::-1]
    return ELLIPSIS + end[max(end.find("/"), 0) :]


def fitting(text: str, room: int) -> int:
    """Return how many characters from the beginning take at most so many columns."""
    if text.isascii() and "\t" not in text:
        return min(len(text), max(room, 0))
    used = 0
    for number, character in enumerate(text):
        used += _columns(character)
        if used > room:
            return number
    return len(text)
