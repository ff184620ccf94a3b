"""Formats the text of a file."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from orgmodel.exchange.formatting.comments import comments_of
from orgmodel.exchange.formatting.evident import Collapsed, collapsed
from orgmodel.exchange.formatting.layout import Layout, ordered, without_gap
from orgmodel.exchange.formatting.parts import UnformattableError
from orgmodel.exchange.formatting.reading import parts_of
from orgmodel.exchange.rewriting.nodes import Node, Tree, UnreadableError, parsed
from orgmodel.exchange.rewriting.values import said
from orgmodel.exchange.shapes import RECORDS, organisation_shape, plan_shape

_MARK: Final = "\ufeff"
_LINE_END: Final = re.compile(r"\r\n?")
_UNUSUAL: Final = re.compile("[\x85\u2028\u2029]")
_START: Final = re.compile(r"((?:[ \t]*(?:#[^\n]*)?\n)*)---[ \t]*((?:#[^\n]*)?)(?:\n|\Z)")
_MARKS: Final = re.compile(r"^(?:%|\.\.\.|---)", re.MULTILINE)
_PLAN: Final = frozenset({"plan", "waves", "changes"})


class Draft:
    """A file that is to be formatted.

    Parameters
    ----------
    text
        An organisation file, or a plan file.

    Attributes
    ----------
    sections
        The keys at its top.

    Raises
    ------
    UnformattableError
        If it has to stay as it is: it is no YAML, or holds anchors or several documents.
    """

    def __init__(self, text: str) -> None:
        plain = _LINE_END.sub("\n", text.removeprefix(_MARK))
        start = _START.match(plain)
        self._preamble = list(_preamble(start)) if start else []
        self._shift = start.end() if start else 0
        self._text = plain[self._shift :]
        self._plain = plain
        if found := _UNUSUAL.search(self._text):
            raise self._left(UnformattableError(f"it holds the line end U+{ord(found[0]):04X}", found.start()))
        try:
            self._collapsed, self._tree = _read(self._text)
        except UnformattableError as error:
            raise self._left(error) from None
        root = self._tree.root
        self.sections = tuple(pair.key.text for pair in root.pairs) if root else ()

    def formatted(self) -> str:
        """Return the file in its canonical order and style, with all its comments.

        Raises
        ------
        UnformattableError
            If it has to stay as it is, because of tags, or of waivers that would come to speak of something else.
        """
        try:
            lines = self._lines()
        except UnformattableError as error:
            raise self._left(error) from None
        return "".join(f"{line}\n" for line in (*self._preamble, *lines))

    def _lines(self) -> Iterable[str]:
        try:
            return self._collapsed.expanded(_lines(self._collapsed.text, self._tree))
        except UnformattableError:  # its place is to be told in the whole text
            return _lines(self._text, _tree(self._text))

    def _left(self, error: UnformattableError) -> UnformattableError:
        """Return an error that names the line."""
        if error.position is None:
            return error
        before = self._plain[: error.position + self._shift]
        return UnformattableError(error.reason, error.position, before.count("\n") + 1)


def formatted(text: str) -> str:
    """Return a file in its canonical order and style, with all its comments.

    Raises
    ------
    UnformattableError
        If it has to stay as it is.
    """
    return Draft(text).formatted()


def formatted_as_before(text: str, before: str) -> str:
    """Return a text that was edited: in its canonical order and style if it was in these before, otherwise as it is."""
    try:
        return formatted(text) if before == formatted(before) else text
    except UnformattableError:
        return text


def _preamble(start: re.Match[str]) -> Iterator[str]:
    """Yield what stands above the sign that a document begins, and that sign."""
    yield from (line.strip() for line in start[1].split("\n") if line.strip())
    yield f"--- {start[2]}".rstrip()


def _read(text: str) -> tuple[Collapsed, Tree]:
    """Read what does not speak for itself; all of a text where that leaves any doubt."""
    found = collapsed(text, lines_alone)
    if found.runs:
        with suppress(UnformattableError):
            tree = _tree(found.text)
            if found.is_safe(tree.root):
                return found, tree
    return Collapsed(text, {}), _tree(text)


def lines_alone(text: str) -> list[str]:
    """Return the lines of a text after formatting, all of which is parsed; none if it has to stay as it is."""
    try:
        return _lines(text, _tree(text))
    except UnformattableError:
        return []


def _lines(text: str, tree: Tree) -> list[str]:
    if _is_empty(tree):
        return text.rstrip().split("\n") if text.strip() else []
    assert tree.root is not None
    if tree.root.kind != "mapping":
        raise UnformattableError("it does not begin with a section", tree.root.start)
    _refuse_marks(text, tree.root)
    head, whole = parts_of(text, tree)
    names = {part.name for part in whole.parts}
    shape = plan_shape() if names & _PLAN and not names & RECORDS.keys() else organisation_shape()
    layout = Layout(text)
    lines = without_gap(head)
    for number, section in enumerate(ordered(whole, shape)):
        above, own = layout.section(section, shape.of(section.name))
        above = without_gap(above)
        if number or (lines and lines[-1] and above):
            lines.append("")
        lines += [*above, *own]
    lines += whole.foot
    _check(text, tree.root, "".join(f"{line}\n" for line in lines))
    return lines


def _refuse_marks(text: str, root: Node) -> None:
    """Refuse a text with directives, or with the sign that a document ends: they speak to other tools."""
    for mark in _MARKS.finditer(text):
        if not root.start <= mark.start() < root.end:
            raise UnformattableError("it has directives, or marks where documents begin or end", mark.start())


def _is_empty(tree: Tree) -> bool:
    """Tell whether a text holds no more than comments."""
    root = tree.root
    return root is None or (root.kind == "scalar" and not root.text) or (root.kind == "mapping" and not root.pairs)


def _tree(text: str) -> Tree:
    try:
        tree = parsed(text)
    except UnreadableError as error:
        raise UnformattableError(_in_plain_words(str(error))) from None
    if tree.is_anchored:
        raise UnformattableError("it has anchors", text.find("&"))
    return tree


def _in_plain_words(complaint: str) -> str:
    return "it is not YAML" if "\n" in complaint else complaint


def _check(text: str, root: Node, result: str) -> None:
    """Make sure that nothing was lost."""
    after = parsed(result).root
    is_same = after is not None and said(root) == said(after) and _counted(text, root) == _counted(result, after)
    if not is_same:
        raise UnformattableError("it is written in a way that is not known here")


def _counted(text: str, root: Node) -> Counter[str]:
    return Counter(comment.text for comment in comments_of(text, root))
