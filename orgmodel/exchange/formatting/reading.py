"""Reads a text into its parts, each with the comments that belong to it."""

from collections.abc import Iterator
from typing import Final

from orgmodel.exchange.formatting.comments import (
    Comment,
    column_of,
    comments_of,
    end_of_line,
    is_below_empty_line,
    is_block_scalar,
    is_first,
)
from orgmodel.exchange.formatting.parts import SIGN, UNCLEAR, Part, UnformattableError
from orgmodel.exchange.rewriting.nodes import Node, Tree

_KEYS_ONLY: Final = "a key is no text"


def parts_of(text: str, tree: Tree) -> tuple[list[str], Part]:
    """Return the comments at the head of a file, with an empty text for an empty line, and the whole of it as a part.

    Parameters
    ----------
    text
        The text, whose lines end in line feeds.
    tree
        What stands where in it; a mapping.

    Raises
    ------
    UnformattableError
        If a comment cannot be kept at what it speaks of, or something in the text has no canonical form.
    """
    assert tree.root is not None
    return _Reading(text, tree.root).whole()


class _Reading:
    """One pass over the values and the comments of a text."""

    def __init__(self, text: str, root: Node) -> None:
        self._text, self._root = text, root
        self._comments = comments_of(text, root)
        self._next = 0

    def whole(self) -> tuple[list[str], Part]:
        """Return the head and the whole file."""
        root = Part(None, self._root, self._root.start)
        if self._root.flow and any(SIGN in comment.text for comment in self._comments):
            raise UnformattableError(UNCLEAR, self._comments[0].start)
        head = self._head(self._root.start)
        self._read_parts(root)
        self._place(root, root.parts[-1], None, list(self._until(len(self._text))))
        return head, root

    def _head(self, start: int) -> list[str]:
        """Return what stands above the first section and is about the file, with an empty text below it if it is apart.

        Of several groups of comments the last one belongs to the section, unless it is apart from it.
        """
        comments = list(self._until(start))
        is_apart = is_below_empty_line(self._text, start)
        cut = next((n for n, comment in enumerate(comments) if SIGN in comment.text), len(comments))
        if not is_apart and cut == len(comments):
            cut = max((n for n, comment in enumerate(comments) if n and comment.is_apart), default=cut)
        is_apart = is_apart or cut < len(comments)
        self._next -= len(comments) - cut
        return [*_lines(comments[:cut]), *([""] if cut and is_apart else [])]

    # --- values

    def _read(self, part: Part) -> None:
        node = part.node
        if node.inner != node.start:
            raise UnformattableError("it has a tag", node.start)
        if node.kind == "scalar":
            for comment in self._until(node.end if is_block_scalar(self._text, node) else node.start):
                self._beside(part, comment)
        elif node.pairs or node.items:
            self._read_parts(part)
        else:
            for comment in self._until(node.end):
                part.above.append(self._plain(comment))
        if part.is_waived:
            self._check_waived(part)

    def _read_parts(self, owner: Part) -> None:
        previous = None
        for part in self._begun(owner.node):
            self._place(owner, previous, part, list(self._until(part.start)))
            if not owner.node.flow and (previous or part.above) and self._is_apart(part):
                part.above.append("")
            if owner.is_item and not owner.node.flow and not previous:
                part.is_waived |= owner.is_waived  # it stands in the line of the dash
            self._read(part)
            owner.parts.append(part)
            previous = part
        if owner.node.flow:
            self._place(owner, previous, None, list(self._until(owner.node.end)))
        elif owner.is_item:
            self._take_over(owner)

    def _is_apart(self, part: Part) -> bool:
        return is_first(self._text, part.start) and is_below_empty_line(self._text, part.start)

    def _begun(self, node: Node) -> Iterator[Part]:
        for pair in node.pairs:
            if pair.key.kind != "scalar" or pair.key.inner != pair.key.start:
                raise UnformattableError(_KEYS_ONLY, pair.key.start)
            if pair.key.plain and pair.key.text in ("", "~", "null"):
                raise UnformattableError(_KEYS_ONLY, pair.key.start)
            yield Part(pair.key, pair.value, pair.start)
        for item in node.items:
            yield Part(None, item.value, item.start, is_item=True)

    def _take_over(self, item: Part) -> None:
        """Put what stands between a dash and the first key or item behind it above the dash."""
        first = item.parts[0]
        between = [line for line in (item.beside, *first.above) if line]
        if any(SIGN in line for line in between):
            raise UnformattableError(UNCLEAR, item.start)
        item.above += between
        item.beside, first.above = "", []

    # --- comments

    def _until(self, end: int) -> Iterator[Comment]:
        while self._next < len(self._comments) and self._comments[self._next].start < end:
            self._next += 1
            yield self._comments[self._next - 1]

    def _place(self, owner: Part, previous: Part | None, part: Part | None, comments: list[Comment]) -> None:
        """Give the comments between two parts, or before the first or behind the last, to what they belong to."""
        if owner.node.flow and any(SIGN in comment.text for comment in comments):
            raise UnformattableError(UNCLEAR, comments[0].start)
        ending = _ending(self._text, previous) if previous and not owner.node.flow else []
        column = column_of(self._text, part.start) if part else -1 if owner.node.flow else 0
        for number, comment in enumerate(comments):
            if not comment.is_alone:
                self._beside(_innermost(previous, comment) if previous else owner, comment)
                continue
            if SIGN in comment.text and part:
                self._above(part, comments[number:])
                return
            ending = [] if comment.column <= column else _deep_enough(ending, comment)
            if ending:
                ending[-1][1].foot += _lines([comment])
            elif part is None:
                owner.foot += _lines([comment])
            else:
                self._above(part, [comment])

    def _above(self, part: Part, comments: list[Comment]) -> None:
        for comment in comments:
            part.above += _lines([comment])
            part.is_waived |= SIGN in comment.text

    def _beside(self, part: Part, comment: Comment) -> None:
        if comment.is_alone:
            part.above += [*filter(None, [part.beside]), self._plain(comment)]
            part.beside = ""
        elif not part.beside:
            part.beside = comment.text
            part.is_waived |= SIGN in comment.text
            if SIGN in comment.text:
                self._check_line(part, comment)
        elif part.parts:
            part.foot.append(self._plain(comment))
        else:
            part.above.append(part.beside)
            part.beside = self._plain(comment)

    def _plain(self, comment: Comment) -> str:
        if SIGN in comment.text:
            raise UnformattableError(UNCLEAR, comment.start)
        return comment.text

    def _check_line(self, part: Part, comment: Comment) -> None:
        """Refuse a waiver that does not stand on the first line of what it is beside."""
        if end_of_line(self._text, part.start) != end_of_line(self._text, comment.start):
            raise UnformattableError(UNCLEAR, comment.start)

    def _check_waived(self, part: Part) -> None:
        """Refuse a waiver beside the last lines of a value in brackets or quotation marks."""
        spans = part.node.flow or (part.node.kind == "scalar" and not is_block_scalar(self._text, part.node))
        if spans and "\n" in self._text[part.start : part.node.end]:
            raise UnformattableError(UNCLEAR, part.start)


def _lines(comments: list[Comment]) -> list[str]:
    return [line for comment in comments for line in ([""] * comment.is_apart + [comment.text])]


def _innermost(part: Part, comment: Comment) -> Part:
    """Return the part that ends before a comment in its line."""
    while part.parts and not (part.node.flow and comment.start >= part.node.end):
        part = part.parts[-1]
    return part


def _ending(text: str, part: Part) -> list[tuple[int, Part]]:
    """Return what ends with a part and stands on lines of its own, with the columns of what it holds."""
    found = []
    while part.parts and not part.node.flow:
        found.append((column_of(text, part.parts[0].start), part))
        part = part.parts[-1]
    return found


def _deep_enough(ending: list[tuple[int, Part]], comment: Comment) -> list[tuple[int, Part]]:
    """Return what ends above a comment, down to what is indented as it is, or less."""
    return [each for number, each in enumerate(ending) if not number or each[0] <= comment.column]
