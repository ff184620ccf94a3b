"""Finds the entities of a large file without reading all of it: most of them need not be known.

A file whose lines speak for themselves is cut where its sections and entities begin. A line that does not, because
something in it could end in another line, is read together with the entity around it. Any doubt ends in an
`UnreadableError`, and the file is to be read as a whole.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from orgmodel.exchange.rewriting.nodes import Child, Item, Node, Pair, Tree, UnreadableError, parsed
from orgmodel.model.organisation import SECTIONS

_WORD: Final = r"""[^\s:#'"{}\[\],&*!|>%`?\\]"""
_KEY: Final = re.compile(rf"""([\w./@]{_WORD}*+(?: {_WORD}+)*+|"[^"\\\n]*"|'[^'\n]*'):(?=[ \r\n])""")
_QUOTED: Final = r'''"(?:[^"\\\n{}\[\] ]|[ ](?!\#))*+"'''
_TEXT: Final = (
    rf"""(?:[^{{}}\[\]"'\\#&*!%`?\t\r\n]++|(?<=\w)['&!%?#]|(?<=[:,\- ][ ]){_QUOTED}|(?<=[\[{{]){_QUOTED})*+"""
)
_INNER: Final = rf"(?:\[{_TEXT}\]|\{{{_TEXT}\}})"
_BRACKETS: Final = rf"(?:\[{_TEXT}(?:{_INNER}{_TEXT})*+\]|\{{{_TEXT}(?:{_INNER}{_TEXT})*+\}})"
_EVIDENT: Final = re.compile(
    rf"(?:[ ]*+(?:\#[^\r\n]*|(?:{_QUOTED}:)?{_TEXT}(?:{_BRACKETS}{_TEXT})*+(?:(?<=[ ])\#[^\r\n]*)?)\r?\n)*+"
)
"""Lines in which nothing begins that could end in another, but for what is indented further."""

_TOP: Final = re.compile(r"\n(?=[^ \r\n#])")
_NO_CONTENT: Final = re.compile(r"(?: *(?:#[^\r\n]*)?\r?\n)*+")
_NO_VALUE: Final = re.compile(r" *(?:#[^\r\n]*)?\r?\n")
_DOUBTFUL: Final = ("\t", "\x85", "\u2028", "\u2029")


class _Section(NamedTuple):
    """A section: its key, where its line ends, and where the next section begins."""

    key: Node
    body: int
    end: int


def glance(text: str, *, looks_twice: bool = True) -> Tree:
    """Return the tree of a text, whose entities are read when they are asked for.

    Parameters
    ----------
    text
        The text, without byte-order mark.
    looks_twice
        Whether lines are looked for that do not speak for themselves. This can be left out where every entity is then
        read, or is known to the letter from another text.

    Raises
    ------
    UnreadableError
        If it cannot be told where they begin and end. A value that is asked for may raise it as well.
    """
    if any(sign in text for sign in _DOUBTFUL) or text.count("\r") != text.count("\r\n"):
        raise UnreadableError("it has unusual blanks or line ends")
    pairs = [_pair(text, section) for section in _sections(text)]
    if looks_twice:
        _look_at_doubtful_lines(text, pairs)
    start = pairs[0].start
    return Tree(Node("mapping", start, start, pairs[-1].end, pairs=pairs))


def _sections(text: str) -> Iterator[_Section]:
    tops = [found.end() for found in _TOP.finditer(text)]
    if text[:1] not in ("", " ", "\r", "\n", "#"):
        tops.insert(0, 0)
    heads = [top for top in tops if text[top] != "-"]
    if heads[:1] != tops[:1]:
        raise UnreadableError("it begins with a list")
    if not heads:
        raise UnreadableError("it has no sections")
    for head, end in zip(heads, [*heads[1:], len(text)], strict=True):
        yield _Section(key := _key(text, head), key.end + 1, end)


def _key(text: str, start: int) -> Node:
    found = _KEY.match(text, start)
    if not found:
        raise UnreadableError("a line is no key")
    written = found[1]
    is_plain = written[0] not in "\"'"
    return Node("scalar", start, start, found.end(1), text=written if is_plain else written[1:-1], plain=is_plain)


def _pair(text: str, section: _Section) -> Pair:
    empty = _NO_VALUE.match(text, section.body)
    if empty and (section.key.text in SECTIONS or section.key.text == "dependencies"):
        first = _NO_CONTENT.match(text, empty.end())
        begin = first.end() if first else section.end
        if begin < section.end:
            return Pair(section.key, _parts(text, section, begin))
    tree = parsed(text[section.key.start : section.end], offset=section.key.start)
    if tree.root is None or len(tree.root.pairs) != 1 or tree.is_anchored:
        raise UnreadableError("a section does not stand for itself")
    return tree.root.pairs[0]


def _parts(text: str, section: _Section, begin: int) -> Node:
    """Cut a section where its entities begin: at each line that is indented as the first."""
    bare = text[begin : section.end].lstrip(" ")
    indent = section.end - begin - len(bare)
    if indent > 1 and re.compile(rf"\n {{1,{indent - 1}}}(?=[^ \r\n#])").search(text, begin, section.end):
        raise UnreadableError("a line is indented less than the first")
    following = re.compile(rf"\n {{{indent}}}(?=[^ \r\n#])")
    starts = [begin, *(found.start() + 1 for found in following.finditer(text, begin, section.end))]
    ends = [*starts[1:], section.end]
    start = begin + indent
    if section.key.text == "dependencies":
        items = [_item(text, one + indent, one, end) for one, end in zip(starts, ends, strict=True)]
        return Node("sequence", start, start, items[-1].end, items=items)
    if not indent:
        raise UnreadableError("a section holds a list")
    pairs = [Pair(_key(text, one + indent), None, text[one:end], one) for one, end in zip(starts, ends, strict=True)]
    return Node("mapping", start, start, pairs[-1].end, pairs=pairs)


def _item(text: str, dash: int, begin: int, end: int) -> Item:
    if text[dash] != "-" or text[dash + 1 : dash + 2] not in (" ", "\r", "\n"):
        raise UnreadableError("a line is no item")
    return Item(dash, None, text[begin:end], begin)


def _look_at_doubtful_lines(text: str, pairs: list[Pair]) -> None:
    """Read every part in which a line does not speak for itself."""
    parts: list[Child] = []
    for pair in pairs:
        inside: list[Child] = [*pair.value.pairs, *pair.value.items]
        parts += [pair, *(part for part in inside if part.chunk)]
    starts = [part.start for part in parts]
    position = 0
    while position < len(text):
        found = _EVIDENT.match(text, position)
        position = found.end() if found else position
        if position >= len(text):
            return
        line_end = text.find("\n", position)
        number = bisect_right(starts, line_end if line_end >= 0 else len(text)) - 1
        if number < 0:
            raise UnreadableError("a line before the first section is not known")
        _ = parts[number].value
        position = starts[number + 1] if number + 1 < len(starts) else len(text)
        position = max(text.rfind("\n", 0, position) + 1, line_end + 1) if position < len(text) else position
