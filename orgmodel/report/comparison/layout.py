"""Lays blocks out in the columns of a terminal: behind a label on the first screen, below a heading in the parts."""

import re
from collections.abc import Iterator
from typing import Final

from orgmodel.report.base import Style
from orgmodel.report.columns import shortened
from orgmodel.report.comparison.blocks import Block, Group, Lines, Names, Say, Section, Table, Told
from orgmodel.report.comparison.grid import aligned, in_sentences
from orgmodel.report.comparison.phrases import sentence
from orgmodel.report.width import clean, clip, clip_path, width, wrap

LABEL: Final = 16
_INDENT: Final = "  "
_LEAST: Final = 24


_TIED: Final = "\u00a0"  # a space where no line ends, while lines are made
_TIES: Final = re.compile(r"(?<=\S) (?=→ )|(?<=\d →) (?=[\d?])|(?<=[ (][+−]\d) |(?<=[ (][+−]\d\d) ")


def bound(text: str) -> str:
    """Return a text in which no line ends before an arrow, within ``9 → 3``, or after ``−2``."""
    return _TIES.sub(_TIED, text)


def loosened(line: str) -> str:
    """Return a line with plain spaces."""
    return line.replace(_TIED, " ")


# --- behind a label


def labelled(section: Section, style: Style, lines: int) -> Iterator[str]:
    """Yield a section of the first screen: its label at the left, and each sentence in at most so many lines."""
    first, *rest = section.blocks
    if isinstance(first, Table):
        yield from _table(first._replace(head=(section.label, *first.head[1:])), style)
    elif isinstance(first, Say):
        yield from _beside(first.text, section.label, style, lines)
    elif len(section.label) < LABEL:
        yield from _block(first, section.label, style, lines)
    else:
        yield style.paint(section.label, "strong")
        yield from _block(first, "", style, lines)
    for block in rest:
        yield from _block(block, "", style, lines)


def _block(block: Block, label: str, style: Style, lines: int) -> Iterator[str]:
    if isinstance(block, Told):
        yield from _told(block, label, style, lines)
    elif isinstance(block, Say):
        yield from _beside(block.text, label, style, lines)


def _room(style: Style) -> int:
    return max(style.width - LABEL, _LEAST)


def _beside(text: str, label: str, style: Style, lines: int, right: str = "") -> Iterator[str]:
    """Yield a text behind its label; a label that is wider than its column takes room from the first line."""
    over, room = len(label) + 1 - LABEL, _room(style)
    fitted = shortened(bound(clean(text)), room)
    wrapped = _at_most(f"{'x' * over} {fitted}" if over > 0 else fitted, room, lines)
    first, *rest = _ended(wrapped, right, room, style)
    start = max(LABEL, len(label) + 2)
    yield style.paint(label, "strong") + " " * (start - len(label)) + loosened(first[over + 1 :] if over > 0 else first)
    yield from (" " * LABEL + loosened(line) for line in rest)


def _ended(lines: list[str], right: str, room: int, style: Style) -> list[str]:
    """Return lines with something at the right end of the last, or of one more if it has no room there."""
    if not right:
        return lines
    *before, last = lines if width(lines[-1]) + len(_INDENT) + width(right) <= room else [*lines, ""]
    return [*before, last + " " * (room - width(last) - width(right)) + style.paint(right, "quiet")]


def _at_most(text: str, room: int, most: int) -> list[str]:
    """Return a text in so many lines; the last of them is cut if there would be more."""
    lines = wrap(text, room)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], clip(" ".join(lines[most - 1 :]), room)]


def _told(told: Told, label: str, style: Style, lines: int) -> Iterator[str]:
    """Yield a finding, what to do, and at the right of its last line where it stands and its rule."""
    mark = "" if told.severity == "info" else f"{told.severity}: "
    todo = f" Do: {sentence(told.todo)}" if told.todo else ""
    yield from _beside(f"{mark}{sentence(told.text)}{todo}", label, style, lines, right=_where(told, _room(style)))


def _where(told: Told, room: int) -> str:
    return "  ".join(filter(None, (clip_path(clean(told.place), room * 2 // 5), told.code)))


def _table(table: Table, style: Style) -> Iterator[str]:
    """Yield a table whose first head is a label; a sentence for each row where it is too wide."""
    lines = aligned(table, style.width)
    if lines is None:
        yield style.paint(table.head[0], "strong")
        for sentence in in_sentences(table):
            yield from paragraph(sentence, style.width, indent=_INDENT)
        return
    label = table.head[0]
    yield style.paint(label, "strong") + lines[0][len(label) :]
    yield from lines[1:]


# --- below a heading


def headed(section: Section, style: Style) -> Iterator[str]:
    """Yield a part: its heading, and its blocks below, with all that they say."""
    yield style.paint(section.label, "strong")
    for block in section.blocks:
        yield from _whole(block, style)


def _whole(block: Block, style: Style) -> Iterator[str]:
    if isinstance(block, Table):
        yield from _table(block, style)
    elif isinstance(block, Told):
        yield from _finding(block, style)
    elif isinstance(block, Group):
        yield from _hung(f"{block.said}:", style, _INDENT)
        for told in block.found:
            yield from _finding(told, style)
    elif isinstance(block, Lines):
        yield from _hung(f"{block.said}:", style, _INDENT)
        for line in block.lines:
            yield from _hung(line, style, _INDENT * 2)
    elif isinstance(block, Names):
        yield from _hung(f"{block.said}: {', '.join(block.names)}" if block.names else f"{block.said}:", style, _INDENT)
    else:
        yield from _hung(block.text, style, _INDENT)


def _hung(text: str, style: Style, indent: str) -> Iterator[str]:
    """Yield a text as far to the right as an indent, its further lines a little more; a long word stands over."""
    room = max(style.width - len(indent) - len(_INDENT), _LEAST)
    shown = clean(text)
    if 2 * len(shown) <= room or width(shown) <= room:  # no character is wider than two columns
        yield indent + shown
        return
    for number, line in enumerate(wrap(bound(shown), room)):
        yield f"{indent}{_INDENT if number else ''}{loosened(line)}"


def _finding(told: Told, style: Style) -> Iterator[str]:
    where = f" ({told.place})" if told.place else ""
    yield from _hung(f"{told.severity} {told.code}: {told.text}{where}", style, _INDENT * 2)
    if told.todo:
        yield from _hung(f"do: {told.todo}", style, _INDENT * 3)


def rule(style: Style) -> str:
    """Return a line across the whole width."""
    return style.paint("─" * min(style.width, 200), "frame")


def strong(text: str, style: Style, *, lines: int = 2) -> Iterator[str]:
    """Yield a text in strong letters, in at most so many lines."""
    for line in _at_most(shortened(clean(text), style.width), style.width, lines):
        yield style.paint(line, "strong")


def paragraph(text: str, columns: int, *, lines: int | None = None, indent: str = "") -> Iterator[str]:
    """Yield a text whose further lines stand a little to the right; cut if there would be more lines than wanted."""
    room = max(columns - len(indent) - len(_INDENT), _LEAST)
    fitted = shortened(bound(clean(text)), room)
    wrapped = wrap(fitted, room) if lines is None else _at_most(fitted, room, lines)
    for number, line in enumerate(wrapped):
        yield f"{indent}{_INDENT if number else ''}{loosened(line)}"
