"""Finds the comments of a text: what stands behind a `#` outside all values."""

from collections.abc import Iterator
from typing import NamedTuple

from orgmodel.exchange.rewriting.nodes import Node


class Comment(NamedTuple):
    """A comment.

    Attributes
    ----------
    start
        Where its `#` stands.
    column
        How many characters stand before it in its line.
    is_alone
        Whether nothing else stands in its line.
    is_apart
        Whether the line above is empty.
    text
        The comment with its `#`, without blanks at its end.
    """

    start: int
    column: int
    is_alone: bool
    is_apart: bool
    text: str


def comments_of(text: str, root: Node | None) -> list[Comment]:
    """Return the comments of a text in their order.

    Parameters
    ----------
    text
        The text, whose lines end in line feeds.
    root
        The value of the whole text.
    """
    if "#" not in text:
        return []
    return [_comment(text, start) for start in _starts(text, root)]


def _starts(text: str, root: Node | None) -> Iterator[int]:
    position = 0
    for leaf in _leaves(root) if root else ():
        yield from _between(text, position, leaf.start)
        position = max(position, leaf.end)
        if is_block_scalar(text, leaf):
            yield from _between(text, leaf.inner, end_of_line(text, leaf.inner))
    yield from _between(text, position, len(text))


def _leaves(node: Node) -> Iterator[Node]:
    if node.kind == "mapping":
        for pair in node.pairs:
            yield from _leaves(pair.key)
            yield from _leaves(pair.value)
    elif node.kind == "sequence":
        for item in node.items:
            yield from _leaves(item.value)
    else:
        yield node


def _between(text: str, start: int, end: int) -> Iterator[int]:
    while (found := text.find("#", start, end)) >= 0:
        yield found
        start = end_of_line(text, found)


def is_block_scalar(text: str, node: Node) -> bool:
    """Tell whether a value is a text below a `|` or a `>`."""
    return node.kind == "scalar" and not node.plain and text[node.inner : node.inner + 1] in ("|", ">")


def end_of_line(text: str, position: int) -> int:
    """Return where the line of a position ends."""
    found = text.find("\n", position)
    return found if found >= 0 else len(text)


def column_of(text: str, position: int) -> int:
    """Return how many characters stand before a position in its line."""
    return position - text.rfind("\n", 0, position) - 1


def is_first(text: str, position: int) -> bool:
    """Tell whether only blanks stand before a position in its line."""
    return not text[position - column_of(text, position) : position].strip()


def is_below_empty_line(text: str, position: int) -> bool:
    """Tell whether the line above that of a position is empty."""
    start = position - column_of(text, position)
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    return start > 0 and not text[above:start].strip()


def _comment(text: str, start: int) -> Comment:
    written = text[start : end_of_line(text, start)].rstrip()
    is_alone = is_first(text, start)
    is_apart = is_alone and is_below_empty_line(text, start)
    return Comment(start, column_of(text, start), is_alone, is_apart, written)
