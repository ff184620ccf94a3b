"""What the tests of formatting share: organisations written in odd ways, and where comments stand in a text."""

import json
import random
from collections.abc import Iterator, Mapping
from itertools import count
from textwrap import dedent
from typing import Any, Final, NamedTuple

import pytest

from orgmodel.exchange.formatting import formatted, formatter
from orgmodel.exchange.formatting.comments import comments_of
from orgmodel.exchange.formatting.evident import Collapsed
from orgmodel.exchange.rewriting.nodes import Node, parsed
from orgmodel.exchange.scalars import is_plain, is_printable, scalar
from orgmodel.load.waivers import waivers_in
from orgmodel.model.organisation import SECTIONS

Path = tuple[str | int, ...]
_SHUFFLED: Final = frozenset(SECTIONS)
"""Sections whose entities keep their order; the fields of everything else may come in any."""


def text(written: str) -> str:
    """Take the indentation of a test off a text."""
    return dedent(written).removeprefix("\n")


def becomes(before: str, after: str) -> None:
    """Format a text, and compare it with what it is to be; formatted again it stays so."""
    assert text(after).splitlines() == formatted(text(before)).splitlines()
    assert text(after) == formatted(text(after))


def formatted_as_a_whole(written: str) -> str:
    """Format a text of which everything is parsed, however much of it speaks for itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(formatter, "collapsed", lambda text, lines_of: Collapsed(text, {}))
        return formatted(written)


def stays(written: str) -> None:
    """Format a text that is formatted already."""
    becomes(written, written)


class OddWriter:
    """Writes a document in the ways that people and programs have: valid, and never twice the same.

    Parameters
    ----------
    chance
        Decides.
    comments
        How likely a comment is at each place where one can stand, from 0 to 1.
    waivers
        How likely such a comment is a waiver.
    """

    def __init__(self, chance: random.Random, *, comments: float, waivers: float = 0.0) -> None:
        self._chance, self._comments, self._waivers = chance, comments, waivers
        self._numbers = count(1)

    def text(self, document: Mapping[str, Any]) -> str:
        """Return the text of a file."""
        lines = list(self._lines(document)) if self._one_in(8) else list(self._block(document, 0, level=0))
        end = self._chance.choice(["\n", "\n", "\r\n", "\r"])
        mark = self._chance.choice(["", "", "\ufeff"])
        start = self._chance.choice(["", "", "", f"---{end}", f"# made up{end}{end}--- # here{end}"])
        return mark + start + end.join(lines) + end * self._chance.randint(0, 3)

    def _lines(self, document: Mapping[str, Any]) -> Iterator[str]:
        yield from self._above(0)
        yield self._flow(document)

    def _block(self, value: Any, column: int, *, level: int) -> Iterator[str]:
        indent = " " * column
        deeper = column + self._chance.choice([1, 2, 2, 3, 4])
        if isinstance(value, Mapping):
            for key, inner in self._pairs(value, level):
                yield from self._above(column)
                yield from self._entry(f"{indent}{self._scalar(key)}:", inner, deeper, level)
        else:
            for item in value:
                yield from self._above(column)
                yield from self._item(indent, item, max(deeper, column + 2), level)
        if self._one_in(6):
            yield from self._above(column, may_waive=False)

    def _pairs(self, value: Mapping[str, Any], level: int) -> list[tuple[str, Any]]:
        pairs = list(value.items())
        if level != 1:
            self._chance.shuffle(pairs)
        return pairs

    def _entry(self, head: str, value: Any, column: int, level: int) -> Iterator[str]:
        if not isinstance(value, Mapping | list) or not value:
            yield from self._single(head, value, column)
        elif self._one_in(3):
            yield from self._braces(head, value)
        else:
            yield head + self._beside()
            yield from self._block(value, column, level=level + 1)

    def _item(self, indent: str, item: Any, column: int, level: int) -> Iterator[str]:
        if isinstance(item, Mapping) and item and self._one_in(2):
            first, *others = self._block(item, column, level=level + 2)
            if first.strip() and not first.lstrip().startswith("#"):
                yield f"{indent}-{first[len(indent) + 1 :]}"
                yield from others
                return
        yield from self._entry(f"{indent}-", item, column, level + 1)

    def _braces(self, head: str, value: Any) -> Iterator[str]:
        """Write braces on one line, or on several with comments between."""
        if self._one_in(2):
            yield f"{head} {self._flow(value)}{self._beside()}"
            return
        is_mapping = isinstance(value, Mapping)
        yield f"{head} {'{' if is_mapping else '['}{self._beside(may_waive=False)}"
        pieces = [self._pair(*each) for each in value.items()] if is_mapping else [self._flow(each) for each in value]
        for piece in pieces:
            yield from self._above(len(head) + 2, may_waive=False)
            yield f"{' ' * (len(head) + 2)}{piece},{self._beside(may_waive=False)}"
        yield f"{' ' * (len(head) + 1)}{'}' if is_mapping else ']'}{self._beside(may_waive=False)}"

    def _flow(self, value: Any) -> str:
        if isinstance(value, Mapping):
            pairs = list(value.items())
            return "{" + self._comma().join(self._pair(*each) for each in pairs) + "}"
        if isinstance(value, list):
            return "[" + self._comma().join(self._flow(each) for each in value) + "]"
        return self._scalar(value, flow=True)

    def _comma(self) -> str:
        return self._chance.choice([", ", ",  "])

    def _pair(self, key: str, value: Any) -> str:
        return f"{self._scalar(key, flow=True)}: {self._flow(value)}"

    def _single(self, head: str, value: Any, column: int) -> Iterator[str]:
        is_text = isinstance(value, str) and is_printable(value) and value.strip() == value and bool(value)
        if is_text and self._one_in(6):
            yield f"{head} {self._chance.choice(['|-', '>-'])}{self._beside()}"
            yield f"{' ' * (column + 4)}{value}"
        else:
            yield f"{head} {self._scalar(value) if isinstance(value, str) else self._flow(value)}{self._beside()}"

    def _scalar(self, value: Any, *, flow: bool = False) -> str:
        if not isinstance(value, str):
            return scalar(value, flow=flow)
        styles = [scalar(value, flow=flow)]
        if is_printable(value):
            styles += [json.dumps(value, ensure_ascii=False), "'" + value.replace("'", "''") + "'"]
        if not is_plain(value, flow=flow) and value in ("NO", "on", "012", "1.10", "12:30", "2024-13-05"):
            styles.append(value)
        return self._chance.choice(styles)

    # --- comments

    def _above(self, column: int, *, may_waive: bool = True) -> Iterator[str]:
        while self._chance.random() < self._comments:
            yield " " * max(0, column + self._chance.choice([0, 0, 0, -1, 2])) + self._comment(may_waive=may_waive)
        while self._one_in(8):
            yield self._chance.choice(["", "   "])

    def _beside(self, *, may_waive: bool = True) -> str:
        if self._chance.random() >= self._comments:
            return self._chance.choice(["", "", "  "])
        return self._chance.choice([" ", "   "]) + self._comment(may_waive=may_waive)

    def _comment(self, *, may_waive: bool) -> str:
        number = next(self._numbers)
        if may_waive and self._chance.random() < self._waivers:
            return f"# orgmodel: waive T{number:03} because of {number}"
        return self._chance.choice([f"# {number}", f"#{number}: {{not: [yaml", f"# 'it' is {number}  "])

    def _one_in(self, most: int) -> bool:
        return self._chance.randrange(most) == 0


class Spoken(NamedTuple):
    """A comment, and what stands in the line that it speaks of: the paths of what begins there."""

    text: str
    paths: frozenset[Path]


def paths_by_line(written: str, *, into_braces: bool = True) -> dict[int, list[Path]]:
    """Return what begins in each line of a text, by the number of the line from 1."""
    found: dict[int, list[Path]] = {}
    root = parsed(written).root
    for position, path in _begun(root, (), into_braces=into_braces) if root else ():
        found.setdefault(written.count("\n", 0, position) + 1, []).append(path)
    return found


def _begun(node: Node, path: Path, *, into_braces: bool) -> Iterator[tuple[int, Path]]:
    if node.flow and not into_braces:
        return
    for pair in node.pairs:
        yield pair.start, (*path, pair.key.text)
        yield from _begun(pair.value, (*path, pair.key.text), into_braces=into_braces)
    for number, item in enumerate(node.items):
        yield item.start, (*path, number)
        yield from _begun(item.value, (*path, number), into_braces=into_braces)


def waived(written: str) -> set[Spoken]:
    """Return what the waivers of a text speak of."""
    plain = written.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    begun = paths_by_line(plain)
    return {
        Spoken(",".join(each.rules), frozenset(begun.get(each.line, ()))) for each in waivers_in({"org.yaml": plain})
    }


def comments_in(written: str) -> list[str]:
    """Return the comments of a text."""
    plain = written.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return [comment.text for comment in comments_of(plain, parsed(plain).root)]
