"""Marks below a source line: carets, dashes and labels, in the columns that a terminal gives the characters above."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from orgmodel.model.finding import Severity
from orgmodel.report.base import Style
from orgmodel.report.width import ELLIPSIS, clean, fitting, width, wrap

_DASHES: Final = re.compile("-+")
_CARETS: Final = re.compile(r"\^+")


class Mark(NamedTuple):
    """Characters of a line, from `start` to before `end`, counted from 0, and what is to be said of them."""

    start: int
    end: int
    label: str
    primary: bool


class Row(NamedTuple):
    """One row below a source line: marks first, and a label."""

    marks: str
    label: str
    primary: bool

    def painted(self, style: Style, severity: Severity) -> str:
        """Return the row as text: carets in the colour of the severity, dashes in another."""
        marks = _DASHES.sub(lambda run: style.paint(run.group(), "other"), self.marks)
        marks = _CARETS.sub(lambda run: style.paint(run.group(), severity), marks)
        return marks + style.paint(self.label, severity if self.primary else "other")


class _Span(NamedTuple):
    """A mark in columns of the line as it is shown."""

    start: int
    end: int
    label: str
    primary: bool


def marked_rows(line: str, marks: Sequence[Mark], room: int) -> Iterator[tuple[str, list[Row]]]:
    """Yield a source line as it is shown, with the rows below it; more than once if its marks are far apart."""
    near: list[Mark] = []
    for mark in sorted(marks):
        if near and not _fits(line, room) and mark.end - near[0].start > room // 2:
            yield _shown(line, near, room)
            near = []
        near.append(mark)
    yield _shown(line, near, room)


def _shown(line: str, marks: Sequence[Mark], room: int) -> tuple[str, list[Row]]:
    first, text = _window(line, marks[0].start, marks[-1].end, room)
    lead = len(ELLIPSIS) if first else 0
    spans = []
    for start, end, label, primary in marks:
        left = lead + width(line[first:start])
        right = left + max(width(line[start : min(end, start + room)]), 1)
        spans.append(_Span(min(left, room - 1), min(right, room), label, primary))
    return text, _rows(_without_repeated_labels(spans), room)


def _window(line: str, start: int, end: int, room: int) -> tuple[int, str]:
    """Return the first character that is shown, and the line as it is shown, cut to the room around a range."""
    if _fits(line, room):
        return 0, clean(line).rstrip()
    first = 0
    if end > room or width(line[:end]) >= room:
        wanted = max(room - 2 - width(line[start : min(end, start + room)]), 0)
        before = line[max(start - room, 0) : start]
        first = start - fitting(before[::-1], min(wanted, room // 3))
    lead = ELLIPSIS if first else ""
    rest = clean(line[first : first + room + 1])
    text = lead + rest
    if width(text) > room or first + room + 1 < len(line):
        text = text[: fitting(text, room - 1)] + ELLIPSIS
    return first, text.rstrip()


def _fits(line: str, room: int) -> bool:
    return len(line) <= room and width(line) <= room


def _without_repeated_labels(spans: Sequence[_Span]) -> list[_Span]:
    """Say once, at the last of them, what is the same of several marks."""
    last = {span.label: number for number, span in enumerate(spans)}
    return [span if last[span.label] == number else span._replace(label="") for number, span in enumerate(spans)]


def _rows(spans: Sequence[_Span], room: int) -> list[Row]:
    """Return the row of marks, with the last label beside it if it fits, and a row for each other label."""
    marks = _underlined(spans)
    labelled = [span for span in spans if span.label]
    last = spans[-1]
    if last.label and last.end == len(marks) and len(marks) + 1 + width(last.label) <= room:
        rows = [Row(f"{marks} ", last.label, last.primary)]
        labelled.remove(last)
    else:
        rows = [Row(marks, "", last.primary)]
    for span in reversed(labelled):
        rows += _label_below(span, room)
    return rows


def _underlined(spans: Sequence[_Span]) -> str:
    cells = [" "] * max(span.end for span in spans)
    for span in sorted(spans, key=lambda span: span.primary):
        cells[span.start : span.end] = ("^" if span.primary else "-") * (span.end - span.start)
    return "".join(cells)


def _label_below(span: _Span, room: int) -> Iterator[Row]:
    """Yield a label in rows of its own, below its mark, or further left if it is long."""
    indent = max(min(span.start, room - max(width(span.label), 20)), 0)
    for line in wrap(span.label, room - indent):
        yield Row(" " * indent, line, span.primary)
