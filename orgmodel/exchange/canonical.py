"""Which quotation marks a value keeps: those without which some tool would read something else than its field wants."""

import re
from typing import Final

from orgmodel.exchange.scalars import Verbatim, stands_plain
from orgmodel.exchange.shapes import Holds

SAME_AS_TEXT: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?%?|[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""Numbers and dates that say the same as texts, whoever reads them: `7` and `2.5`, but neither `007` nor `1.10`."""

ABSENT: Final = frozenset({"", "~", "null"})
"""What says nothing where it stands without quotation marks."""


def of_text(text: str, holds: Holds) -> str:
    """Return a text as the writer is to be given it, so that it stays a text, or is what the field wants."""
    return Verbatim(text) if holds is Holds.OTHER and SAME_AS_TEXT.fullmatch(text) else text


def of_plain(text: str, holds: Holds, *, flow: bool) -> str:
    """Return what stands without quotation marks as the writer is to be given it.

    Parameters
    ----------
    text
        What stands there.
    holds
        What the field wants.
    flow
        Whether it comes to stand between brackets or braces.
    """
    if text in ABSENT:
        return Verbatim(text or ("~" if flow else ""))
    if holds is Holds.TEXT and not SAME_AS_TEXT.fullmatch(text):
        return text
    return Verbatim(text) if stands_plain(text, flow=flow) else text
