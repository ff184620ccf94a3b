"""A history as a table to read: the numbers that changed, and below them in words what changed most."""

from collections.abc import Collection, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from orgmodel.model.history import History, Row
from orgmodel.report.columns_of_history import COLUMNS, NOW, Column, number
from orgmodel.report.width import clean, clip, width
from orgmodel.report.words import counted, day
from orgmodel.report.words_of_history import closing

_BETWEEN: Final = "   "
_SUBJECT: Final = range(20, 45)
"""How wide the subjects of commits may be."""
_FEW: Final = 3  # rows; a number that is the same in fewer is shown all the same
_FIRST_TO_GO: Final = (
    "teams_moved",
    "people",
    "notes",
    "two_pizza_share",
    "largest_cycle",
    "mean_span",
    "teams_removed",
    "left",
    "changed_team",
    "teams_created",
)
"""What is left out where there is no room for it, from the least missed on."""


class _Strip(NamedTuple):
    """A column as it is printed: the heading of its group, its own, and its cells."""

    group: str
    head: str
    cells: Sequence[str]
    right: bool = True


def table(history: History, room: int) -> str:
    """Return the table for so many columns of text."""
    lines = [_title(history)]
    if history.rows:
        same, varying = _split(history.rows)
        shown, strips = _laid_out(history, varying, room)
        left_out = [column for column in varying if column not in shown]
        lines += ["", *_drawn(strips), "", *closing(history, shown, same, left_out, room)]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _title(history: History) -> str:
    since, every, _ = history.versions
    rows = history.rows
    versions = counted(len(rows), "version") if rows else "no version"
    limits = [f" since {day(since)}" if since else "", f", the last of each {every}" if every != "commit" else ""]
    days = dict.fromkeys(day(row.date) for row in (*rows[:1], *rows[-1:]))
    return f"{clean(history.path)}: {versions}{''.join(limits)}{', ' if days else ''}{' to '.join(days)}"


def _split(rows: Sequence[Row]) -> tuple[list[Column], list[Column]]:
    """Tell the numbers that are the same in every row from the others."""
    same: list[Column] = []
    varying: list[Column] = []
    for column in COLUMNS:
        if column.key == "people" and all(row.people == row.heads for row in rows):
            continue
        values = {value for row in rows if (value := column.value(row)) is not None}
        (same if _is_same(column, values, len(rows)) else varying).append(column)
    return same, varying


def _is_same(column: Column, values: Collection[float], rows: int) -> bool:
    """Tell whether a number need not be shown row by row, by the values that are known."""
    if column.of_step or not values:
        return not any(values)
    return len(values) == 1 and (rows >= _FEW or column.key == "broken_files")


def _laid_out(history: History, columns: Sequence[Column], room: int) -> tuple[list[Column], list[_Strip]]:
    """Return the columns that there is room for, and how they are printed, beside subjects if these fit as well."""
    rows, beside = history.rows, _SUBJECT[0] + len(_BETWEEN)
    shown = _fitting(rows, columns, room - beside)
    strips = _strips(rows, shown)
    left = room - _width(strips) - len(_BETWEEN)
    if history.versions.every == "commit" and left >= _SUBJECT[0]:
        return shown, [*strips, _subjects(rows, left)]
    shown = _fitting(rows, columns, room)  # of a period the subject of the last commit says nothing
    return shown, _strips(rows, shown)


def _fitting(rows: Sequence[Row], columns: Sequence[Column], room: int) -> list[Column]:
    """Return the columns that there is room for."""
    gone: list[str] = []
    for key in _FIRST_TO_GO:
        if not _fits(rows, columns, gone, room):
            gone.append(key)
    for key in reversed(gone):  # a wide one that had to go may have made room for narrow ones
        others = [other for other in gone if other != key]
        if _fits(rows, columns, others, room):
            gone = others
    return [column for column in columns if column.key not in gone]


def _fits(rows: Sequence[Row], columns: Sequence[Column], gone: Sequence[str], room: int) -> bool:
    return _width(_strips(rows, [column for column in columns if column.key not in gone])) <= room


def _strips(rows: Sequence[Row], columns: Sequence[Column]) -> list[_Strip]:
    dates = _Strip("", "date", [row.date.isoformat() for row in rows], right=False)
    commits = _Strip("", "commit", [row.short or NOW for row in rows], right=False)
    return [dates, commits, *(_strip(rows, column) for column in columns)]


def _strip(rows: Sequence[Row], column: Column) -> _Strip:
    return _Strip(column.group, column.head, [_cell(column, column.value(row)) for row in rows])


def _cell(column: Column, value: float | None) -> str:
    """Write a number; that nothing happened is a dot, so that what happened stands out."""
    return "·" if column.of_step and value == 0 else number(column, value)


def _subjects(rows: Sequence[Row], room: int) -> _Strip:
    words = [clip(clean(row.subject), min(room, _SUBJECT[-1])) if row.commit else "(not committed)" for row in rows]
    return _Strip(" ", "subject", words, right=False)


def _drawn(strips: Sequence[_Strip]) -> list[str]:
    blocks = [_block(group, [*members]) for group, members in groupby(strips, key=lambda strip: strip.group)]
    lines = [_BETWEEN.join(parts) for parts in zip(*blocks, strict=True)]
    return lines if lines[0].strip() else lines[1:]


def _width(strips: Sequence[_Strip]) -> int:
    return width(_drawn(strips)[0])


def _block(group: str, strips: Sequence[_Strip]) -> list[str]:
    """Return the lines of one group, all of the same width."""
    columns = [_padded(strip) for strip in strips]
    lines = [group, *(" ".join(cells) for cells in zip(*columns, strict=True))]
    wide = max(map(width, lines))
    return [line + " " * (wide - width(line)) for line in lines]


def _padded(strip: _Strip) -> list[str]:
    lines = [strip.head, *strip.cells]
    wide = max(map(width, lines))
    spaces = [" " * (wide - width(line)) for line in lines]
    return [space + line if strip.right else line + space for space, line in zip(spaces, lines, strict=True)]
