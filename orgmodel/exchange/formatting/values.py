"""How single values are written: plain where every tool reads the same, else in quotation marks."""

import re
from typing import Final

from orgmodel.exchange.formatting.shapes import Holds
from orgmodel.exchange.rewriting.nodes import Node
from orgmodel.exchange.scalars import Verbatim, stands_plain

KEPT: Final = 120
"""Columns up to which stays on one line what somebody wrote on one line, or in braces."""
_ABSENT: Final = frozenset({"", "~", "null"})
SAME_AS_TEXT: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?%?|[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""Numbers and dates that say the same as texts, whoever reads them: `7` and `2.5`, but neither `007` nor `1.10`."""

_HEADER: Final = re.compile(r"([|>]-?)[ \t]*(?:#[^\n]*)?(?=\n)")


def value_to_write(node: Node, holds: Holds, *, flow: bool) -> str:
    """Return a value as the writer is to be given it.

    Parameters
    ----------
    node
        A scalar.
    holds
        What the field wants.
    flow
        Whether it comes to stand between brackets or braces.
    """
    text = node.text
    if not node.plain:
        is_other = holds is Holds.OTHER and SAME_AS_TEXT.fullmatch(text)
        return Verbatim(text) if is_other else text
    if text in _ABSENT:
        return Verbatim(text or ("~" if flow else ""))
    if holds is Holds.TEXT and not SAME_AS_TEXT.fullmatch(text):
        return text
    return Verbatim(text) if stands_plain(text, flow=flow) else text


def key_to_write(key: Node) -> str:
    """Return a key as the writer is to be given it."""
    if key.plain and SAME_AS_TEXT.fullmatch(key.text):
        return Verbatim(key.text)
    return key.text


def block_scalar_lines(text: str, node: Node) -> list[str]:
    """Return the header and the lines of a text below a `|` or a `>`, without their indentation.

    They are nothing for every other value, and for a text whose header says more than how it ends.
    """
    if node.plain or not (header := _HEADER.match(text, node.inner, node.end)):
        return []
    lines = text[header.end() : node.end].split("\n")[1:]
    first = next((line for line in lines if line.strip()), "")
    indent = len(first) - len(first.lstrip(" "))
    bare = [line[indent:] for line in lines]
    while bare and not bare[-1]:
        del bare[-1]
    return [header[1], *bare] if first else []
