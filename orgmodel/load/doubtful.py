"""Plain texts that other YAML tools read as something else."""

import re
from typing import Final

from orgmodel.load.values import PLAIN, Doubtful, Plain, Value

_MEANT: Final = {
    "true or false": frozenset(
        written
        for word in ("yes", "no", "on", "off", "true", "false")
        for written in (word, word.title(), word.upper())
    ),
    "nothing": frozenset({"null", "Null", "NULL"}),
}
_PATTERNS: Final = {
    "a date": re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?"),
    "minutes or seconds": re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?"),
    # Those that do not come out as they were written; with others, such as 12 and 1.5, nothing is lost.
    "another number": re.compile(
        r"-0|[-+]?0[0-9_]+|\+[0-9][0-9_]*|[-+]?0[xob][0-9a-fA-F_]+"
        r"|(?=.*_)[-+]?(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?"
        r"|[-+]?[0-9]+\.(?:[0-9]*0)?|[-+]?\.[0-9]+|\+[0-9]+\.[0-9]+|[-+]?0[0-9]+\.[0-9]+"
        r"|[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+"
    ),
    "no number": re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"),
}
_REMEMBERED: Final = 10_000
_FIRST: Final = frozenset("0123456789+-.")
_WORDS: Final = frozenset[str]().union(*_MEANT.values())


def read_by_others(text: str) -> str | None:
    """Return what other tools take a plain text for; None where it is a text for them as well, or nothing is lost."""
    if text in _WORDS:
        return next(meant for meant, words in _MEANT.items() if text in words)
    if text[:1] not in _FIRST or (text.isdigit() and text[0] != "0"):
        return None
    return next((meant for meant, pattern in _PATTERNS.items() if pattern.fullmatch(text)), None)


class Marking(Plain):
    """What plain texts say, where those that other tools read as something else are marked, and counted."""

    def __init__(self) -> None:
        super().__init__({text: value for text, value in PLAIN.items() if value is None})
        self.marked = 0

    def __missing__(self, text: str) -> Value:
        """Return the text itself, marked if need be."""
        if (text[0] not in _FIRST and text not in _WORDS) or read_by_others(text) is None:
            if len(self) < _REMEMBERED:  # most texts are said again and again
                self[text] = text
            return text
        self.marked += 1
        return PLAIN.get(text) or Doubtful(text)
