"""Formats the text of a file."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from orgmodel.exchange.formatting.comments import comments_of
from orgmodel.exchange.formatting.layout import Layout, ordered, without_gap
from orgmodel.exchange.formatting.parts import UnformattableError
from orgmodel.exchange.formatting.reading import parts_of
from orgmodel.exchange.formatting.shapes import Shape, organisation_shape, plan_shape
from orgmodel.exchange.rewriting.nodes import Tree, UnreadableError, parsed
from orgmodel.exchange.rewriting.values import said

_MARK: Final = "\ufeff"
_LINE_END: Final = re.compile(r"\r\n?")
_UNUSUAL: Final = re.compile("[\x85\u2028\u2029]")
_START: Final = re.compile(r"((?:[ \t]*(?:#[^\n]*)?\n)*)---[ \t]*((?:#[^\n]*)?)(?:\n|\Z)")
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
            self._tree = _tree(self._text)
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
            lines = _lines(self._text, self._tree)
        except UnformattableError as error:
            raise self._left(error) from None
        return "".join(f"{line}\n" for line in (*self._preamble, *lines))

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


def _preamble(start: re.Match[str]) -> Iterator[str]:
    """Yield what stands above the sign that a document begins, and that sign."""
    yield from (line.strip() for line in start[1].split("\n") if line.strip())
    yield f"--- {start[2]}".rstrip()


def _lines(text: str, tree: Tree) -> list[str]:
    if tree.root is None or (tree.root.kind == "scalar" and not tree.root.text):
        return text.rstrip().split("\n") if text.strip() else []
    if tree.root.kind != "mapping" or not tree.root.pairs:
        raise UnformattableError("it does not begin with a section", tree.root.start)
    head, whole = parts_of(text, tree)
    shape = plan_shape() if _PLAN & {part.name for part in whole.parts} else organisation_shape()
    layout = Layout(text)
    lines = without_gap(head)
    for number, section in enumerate(ordered(whole, shape)):
        above, own = layout.section(section, shape.of(section.name))
        above = without_gap(above)
        if number or (lines and lines[-1] and above):
            lines.append("")
        lines += [*above, *own]
    lines += whole.foot
    _check(text, tree, "\n".join(lines))
    return lines


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


def _check(text: str, tree: Tree, result: str) -> None:
    """Make sure that nothing was lost."""
    after = parsed(result)
    assert tree.root is not None and after.root is not None
    comments = [Counter(each.text for each in comments_of(*both)) for both in ((text, tree.root), (result, after.root))]
    if comments[0] != comments[1] or said(tree.root) != said(after.root):
        raise UnformattableError("it is written in a way that is not known here")
