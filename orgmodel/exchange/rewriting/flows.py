"""Lists in brackets and mappings in braces: their text after an alteration."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from orgmodel.exchange.rewriting.alterations import Added, Alteration, Inside, Whole, children
from orgmodel.exchange.rewriting.nodes import Child, Node, Pair
from orgmodel.exchange.rewriting.sheet import CannotEditError, Sheet
from orgmodel.exchange.scalars import scalar
from orgmodel.exchange.yaml_writer import flow

_COMMENT: Final = re.compile(r"[ \t]*#[^\r\n\x85\u2028\u2029]*")
_TRAILING_COMMA: Final = re.compile(r"\A\s*,")
_BRACKETS: Final = {"mapping": ("{", "}"), "sequence": ("[", "]")}


class _Piece(NamedTuple):
    """The text of a part, and which one it was; None if it is new."""

    text: str
    number: int | None


def flow_text(sheet: Sheet, node: Node, inside: Inside) -> str:
    """Return the text of a list in brackets or a mapping in braces after an alteration, without its anchor.

    What stands between parts that stay, stays: line ends, comments, blanks.

    Raises
    ------
    CannotEditError
        If it is written in a way that is not known here.
    """
    opening, closing = _BRACKETS[node.kind]
    if sheet.text[node.inner] != opening or sheet.text[node.end - 1] != closing:
        raise CannotEditError("the only pair of a list without braces")
    parts = children(node)
    pieces = list(_pieces(sheet, node, inside))
    if not parts or not pieces:
        return f"{opening}{', '.join(piece.text for piece in pieces)}{closing}"
    first, last = parts[0].start, parts[-1].end
    begin, end = sheet.text[node.inner + 1 : first], sheet.text[last : node.end - 1]
    return _joined(sheet, node, parts, pieces, opening + begin, _TRAILING_COMMA.sub("", end) + closing)


def flow_whole(whole: Whole) -> str:
    """Return the text of a value for within brackets and braces."""
    return f"&{whole.anchor} {flow(whole.value)}" if whole.anchor else flow(whole.value)


def _pieces(sheet: Sheet, node: Node, inside: Inside) -> Iterator[_Piece]:
    yield from (_new(added) for added in inside.behind(-1))
    for number, part in enumerate(children(node)):
        if not inside.is_gone(number):
            yield _Piece(_part(sheet, part, inside.parts.get(number), inside.keys.get(number)), number)
        yield from (_new(added) for added in inside.behind(number))


def _new(added: Added) -> _Piece:
    key = "" if added.key is None else f"{scalar(added.key, flow=True)}: "
    return _Piece(key + flow(added.value), None)


def _part(sheet: Sheet, part: Child, alteration: Alteration | None, key: str | None) -> str:
    value = part.value
    if not isinstance(part, Pair):
        return _value(sheet, value, alteration)
    before = sheet.text[max(0, part.key.start - 2) : part.key.start]
    if before.startswith("?"):
        raise CannotEditError("a key behind a question mark")
    if alteration is None and key is None:
        return sheet.text[part.start : part.end]
    written = sheet.text[part.key.start : part.key.end] if key is None else scalar(key, flow=True)
    if part.key.kind == "alias":
        written += " "
    return f"{written}: {_value(sheet, value, alteration)}"


def _value(sheet: Sheet, node: Node, alteration: Alteration | None) -> str:
    if alteration is None:
        return sheet.text[node.start : node.end]
    if isinstance(alteration, Inside):
        anchor = "" if alteration.unanchored else sheet.text[node.start : node.inner]
        return anchor + flow_text(sheet, node, alteration)
    assert isinstance(alteration, Whole)
    return flow_whole(alteration)


def _joined(sheet: Sheet, node: Node, parts: list[Child], pieces: list[_Piece], begin: str, end: str) -> str:
    column = sheet.column(parts[0].start)
    on_lines = _separator_of_lines(sheet, parts)
    text = begin + pieces[0].text
    for previous, piece in pairwise(pieces):
        separator = _separator(sheet, parts, previous.number, piece.number) or on_lines
        if not separator:
            width = _last_column(sheet, node, text) + len(f", {piece.text}{end}")
            too_long = width > sheet.width and column <= sheet.width // 2
            separator = f",\n{' ' * column}" if too_long else ", "
        text += separator + piece.text
    return text + end


def _separator(sheet: Sheet, parts: list[Child], previous: int | None, number: int | None) -> str:
    """Return what stood between two parts, or before the second of them; nothing if that is new."""
    if number is None or number == 0:
        return ""
    between = sheet.text[parts[number - 1].end : parts[number].start]
    return between if previous is None or previous == number - 1 else _COMMENT.sub("", between)


def _separator_of_lines(sheet: Sheet, parts: list[Child]) -> str:
    """Return what stands between parts if each of them has a line of its own."""
    gaps = [sheet.text[one.end : other.start] for one, other in pairwise(parts)]
    bare = [_COMMENT.sub("", gap) for gap in gaps]
    return bare[-1] if bare and all("\n" in gap for gap in bare) else ""


def _last_column(sheet: Sheet, node: Node, text: str) -> int:
    lines = text.rsplit("\n", 1)
    return len(lines[-1]) if len(lines) == 2 else sheet.column(node.inner) + len(text)


def wrapped(head: str, mapping: Mapping[str, object], width: int) -> Iterator[str]:
    """Yield a key and its mapping in braces, on several lines where one is too short for it."""
    line = f"{head} {{"
    indent = " " * len(line)
    for number, (key, value) in enumerate(mapping.items()):
        piece = f"{scalar(key, flow=True)}: {flow(value)}"
        last = number == len(mapping) - 1
        if line.strip() and not line.endswith("{") and len(line) + len(piece) + 2 > width:
            yield line.rstrip(" ")
            line = indent
        line += piece + ("}" if last else ", ")
    yield line if mapping else f"{head} {{}}"
