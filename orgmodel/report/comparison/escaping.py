"""Makes any text harmless in Markdown: what a user wrote is shown as it is and does nothing."""

import re
from typing import Final

from orgmodel.report.width import clean

_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# Signs that begin or end something wherever they stand; an underscore only where it is not inside a word.
_ACTIVE: Final = re.compile(r"[\\`*\[\]|~!#$^=@{}]|(?<![^\W_])_|_(?![^\W_])")
# What is made a link though nobody marks it, and what begins a list or a line at the start of a text.
_LINKS: Final = re.compile(r"(?i):(?=//)|(?<=www)\.|(?<=mailto):|(?<=xmpp):")
_START: Final = re.compile(r"^([-+]|\d+(?=[.)](?:\s|$)))")
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9 ,;:→−()-]*(?<! )")  # by far the most, and nothing of it is active


def escape(text: str) -> str:
    """Return a text as Markdown that reads like it."""
    if _PLAIN.fullmatch(text):
        return text
    plain = re.sub(r"[&<>]", lambda sign: _ENTITIES[sign[0]], clean(text))
    plain = _LINKS.sub(r"\\\g<0>", _ACTIVE.sub(r"\\\g<0>", plain))
    return _START.sub(_at_start, plain.strip())


def _at_start(found: re.Match[str]) -> str:
    sign = found[0]
    return f"\\{sign}" if sign in "-+" else f"{sign}\\"
