"""How single values are written: plain where every tool reads the same, else in quotation marks."""

import re
from typing import Final

from orgmodel.exchange.canonical import SAME_AS_TEXT, of_plain, of_text
from orgmodel.exchange.rewriting.nodes import Node
from orgmodel.exchange.scalars import Verbatim
from orgmodel.exchange.shapes import Holds

KEPT: Final = 120
"""Columns up to which stays on one line what somebody wrote on one line, or in braces."""
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
    return of_plain(node.text, holds, flow=flow) if node.plain else of_text(node.text, holds)


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
