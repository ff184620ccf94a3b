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
_NUMBER: Final = re.compile(
    r"[-+]?0[0-9_]+|\+[0-9_]+|[-+]?[0-9]+_[0-9_]*|[-+]?0[xob][0-9a-fA-F_]+"
    r"|[-+]?[0-9]*\.[0-9]*0|[-+]?\.[0-9]+|[-+]?[0-9]+\.|[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][-+]?[0-9]+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
"""Numbers that do not come out as they were written. Others, such as 12 and 1.5, do: nothing is lost with them."""

_TIME: Final = re.compile(r"[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?")
_FIRST: Final = frozenset("0123456789+-.")
_WORDS: Final = frozenset[str]().union(*_MEANT.values())


def read_by_others(text: str) -> str | None:
    """Return what other tools take a plain text for; None where it is a text for them as well, or nothing is lost."""
    if text[:1] not in _FIRST:
        return next((meant for meant, words in _MEANT.items() if text in words), None) if text in _WORDS else None
    if _DATE.fullmatch(text):
        return "a date"
    if _TIME.fullmatch(text):
        return "a number of minutes or seconds"
    return "a number" if _NUMBER.fullmatch(text) and any(map(str.isdigit, text)) or _is_no_number(text) else None


def _is_no_number(text: str) -> bool:
    """Tell whether a text means infinity, or no number at all."""
    return text.lstrip("+-").lower() in (".inf", ".nan") and _NUMBER.fullmatch(text) is not None


class DoubtfulPlain(Plain):
    """What plain texts say, where those that other tools read as something else are to be marked."""

    def __missing__(self, text: str) -> Value:
        """Return the text itself, marked if need be."""
        return Doubtful(text) if (text[0] in _FIRST or text in _WORDS) and read_by_others(text) else text


MARKING: Final = DoubtfulPlain(PLAIN)
"""For reading what may be kept as a text."""
