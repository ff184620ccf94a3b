"""How single values are written in YAML, so that every tool reads the same value back."""

import datetime
import re
from functools import lru_cache
from typing import Final

_OTHERWISE: Final = re.compile(
    r"""
      ~ | = | << | null | y | yes | n | no | true | false | on | off
    | [-+]?\.(inf|nan)
    | [-+]?0b[01_]+ | [-+]?0o[0-7_]+ | [-+]?0x[0-9a-f_]+
    | [-+]?[0-9][0-9_,]*(\.[0-9_]*)?(e[-+]?[0-9]+)?
    | [-+]?\.[0-9][0-9_]*(e[-+]?[0-9]+)?
    | [-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}
      ((t|[ \t]+)[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]*)?([ \t]*(z|[-+][0-9]{1,2}(:?[0-9]{2})?))?)?
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""Texts that some tool, by YAML 1.1 or 1.2, reads as nothing, true or false, a number, a time or a merge key."""

_HIDDEN: Final = "\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_SYNTAX: Final = re.compile(rf"^[\s,\[\]{{}}#&*!|>'\"%@`?:]|^-(?: |$)|^---|^\.\.\.|: |:$| #| $|[{_HIDDEN}]")
"""What makes a text something else than a text, or unreadable, wherever it stands without quotes."""
_FLOW_SYNTAX: Final = re.compile(r"[,\[\]{}?]")
"""What does so between brackets and braces."""

_UNPRINTABLE: Final = re.compile(f"[{_HIDDEN}]")
_ESCAPED: Final = re.compile(rf'["\\{_HIDDEN}]')
_SHORT_ESCAPES: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


class Verbatim(str):
    """A text that is written as it stands, whatever tools take it for: `50%`, or a number kept as somebody wrote it."""

    __slots__ = ()


def scalar(value: object, *, flow: bool = False) -> str:
    """Write one value.

    Parameters
    ----------
    value
        A text, a number, true or false, a date, or None.
    flow
        Whether it stands between brackets or braces.

    Raises
    ------
    TypeError
        If the value is none of these.
    """
    if isinstance(value, Verbatim):
        return str(value)
    if isinstance(value, str):
        return _text(str(value), flow)
    if value is None:
        return "~"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"an organisation file cannot hold a {type(value).__name__}")


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Tell whether a text means itself without quotes."""
    if not text or _SYNTAX.search(text) or _OTHERWISE.fullmatch(text):
        return False
    return not (flow and _FLOW_SYNTAX.search(text))


def stands_plain(text: str, *, flow: bool = False) -> bool:
    """Tell whether a text is read as one value without quotes, be that a text, a number or a date."""
    return bool(text) and not _SYNTAX.search(text) and not (flow and _FLOW_SYNTAX.search(text))


def is_printable(text: str) -> bool:
    """Tell whether a text can be written without escapes; line ends and tabs count as hidden."""
    return not _UNPRINTABLE.search(text)


@lru_cache(maxsize=1 << 16)
def _text(text: str, flow: bool) -> str:
    if is_plain(text, flow=flow):
        return text
    if not is_printable(text) or not ('"' in text or "\\" in text):
        return '"' + _ESCAPED.sub(_escape, text) + '"'
    return "'" + text.replace("'", "''") + "'"


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    return _SHORT_ESCAPES.get(character) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")


def _number(number: float) -> str:
    """Write a number with the dot that YAML 1.1 wants before an exponent."""
    if number != number:
        return ".nan"
    if number in (float("inf"), float("-inf")):
        return ".inf" if number > 0 else "-.inf"
    digits = repr(number)
    return digits if "." in digits else digits.replace("e", ".0e")
