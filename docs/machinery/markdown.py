"""Reads and writes the little of Markdown that the pages need."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

_FENCE: Final = re.compile(r"^(?P<indent> *)```(?P<info>[^\n`]+)\n(?P<body>.*?)^(?P=indent)```$", re.M | re.S)
_HEADING: Final = re.compile(r"^#{1,6} +(.+?) *$", re.M)
_LINK: Final = re.compile(r"(?<!\\)\]\(<?([^)\s>]+)>?(?: +\"[^\"]*\")?\)")
_CODE: Final = re.compile(r"^ *```.*?^ *```$|`[^`\n]+`", re.M | re.S)


class Fence(NamedTuple):
    """A fenced block: its language, the words after it, its text without the indent, and where that text stands."""

    language: str
    words: tuple[str, ...]
    text: str
    start: int
    end: int
    line: int

    def word(self, name: str) -> str | None:
        """Return what follows ``name=`` among the words, or None."""
        values = (word.partition("=")[2] for word in self.words if word.startswith(f"{name}="))
        return next(values, None)


def fences(page: str) -> Iterator[Fence]:
    """Yield the fenced blocks of a page that name a language."""
    for match in _FENCE.finditer(page):
        language, *words = match["info"].split()
        indent = match["indent"]
        text = "".join(line.removeprefix(indent) for line in match["body"].splitlines(keepends=True))
        line = page.count("\n", 0, match.start()) + 1
        yield Fence(language, tuple(words), text, match.start("body"), match.end("body"), line)


def links(page: str) -> Iterator[str]:
    """Yield where the links and pictures of a page lead, leaving out what stands in code."""
    yield from (match[1] for match in _LINK.finditer(_CODE.sub("", page)))


def anchors(page: str) -> set[str]:
    """Return the anchors that the headings of a page can be reached by."""
    return {anchor(heading) for heading in _HEADING.findall(_CODE_BLOCK.sub("", page))}


_CODE_BLOCK: Final = re.compile(r"^ *```.*?^ *```$", re.M | re.S)
_FORMAT: Final = re.compile(r"\[([^]]*)\]\([^)]*\)|[`*]")
_NOT_IN_ANCHORS: Final = re.compile(r"[^\w\- ]")


def anchor(heading: str) -> str:
    """Return the anchor of a heading, as the usual hosts of code make it."""
    plain = _FORMAT.sub(lambda match: match[1] or "", heading)
    return _NOT_IN_ANCHORS.sub("", plain.lower()).replace(" ", "-")


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; nothing where there are no rows."""
    lines = [_row(row) for row in rows]
    return "\n".join([_row(header), "|" + "---|" * len(header), *lines]) + "\n" if lines else ""


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def paragraphs(*parts: str) -> str:
    """Join the parts of a page by blank lines, leaving out empty ones."""
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


MADE: Final = "<!-- Made by `make docs`. Change what it is made from, not this page. -->"
"""The first line of every page that is made."""
