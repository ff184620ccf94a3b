"""Which lines belong to a part of a file: its own, comments above and below, and empty lines around it."""

from collections.abc import Collection
from typing import NamedTuple

from orgmodel.exchange.rewriting.nodes import Child
from orgmodel.exchange.rewriting.sheet import Sheet


class Lines(NamedTuple):
    """Lines from the beginning of one to the beginning of another; `last` is where the last of them ends."""

    start: int
    end: int
    last: int


def own_lines(sheet: Sheet, child: Child) -> Lines:
    """Return the lines of a part, with comments below that are indented as what is inside it."""
    last, end = sheet.line_end(child.end), sheet.next_line(child.end)
    indent = sheet.column(child.start)
    while end < len(sheet.text) and _comment_column(sheet, end) > indent:
        last, end = sheet.line_end(end), sheet.next_line(end)
    return Lines(sheet.line_start(child.start), end, last)


def _comment_column(sheet: Sheet, position: int) -> int:
    """Return the column of the comment that a line consists of; -1 if it is none."""
    line = sheet.line(position)
    bare = line.lstrip(" \t")
    return len(line) - len(bare) if bare.startswith("#") else -1


def comments_above(sheet: Sheet, start: int, *, column: int, not_above: int) -> int:
    """Return where the comment lines directly above a line begin, if they are indented as it is."""
    while start > not_above:
        above = sheet.line_above(start)
        if above < not_above or _comment_column(sheet, above) != column:
            break
        start = above
    return start


def leaving_lines(sheet: Sheet, parts: list[Child], number: int, gone: Collection[int], *, top: bool) -> Lines:
    """Return the lines that go when a part goes.

    A comment directly above goes with it, unless it is a heading over others that stay; and of the empty lines above
    and below one goes.

    Parameters
    ----------
    parts
        The part and those beside it.
    number
        Which one goes.
    gone
        The numbers of all that go.
    top
        Whether they are the sections of a file; what stands above the first of them is about the file.
    """
    own = own_lines(sheet, parts[number])
    start = own.start
    above = own_lines(sheet, parts[number - 1]).end if number else 0
    column = sheet.column(parts[number].start)
    is_first_of_file = top and number == 0
    commented = comments_above(sheet, start, column=column, not_above=start if is_first_of_file else min(above, start))
    if commented < start and not _heads_others(sheet, parts, number, gone):
        start = commented
    if start > above and _blank_above(sheet, start) and _is_blank_below(sheet, parts, number, gone):
        start = sheet.line_above(start)
    return Lines(start, own.end, own.last)


def _is_blank_below(sheet: Sheet, parts: list[Child], number: int, gone: Collection[int]) -> bool:
    """Tell whether an empty line or nothing follows a part and those directly below it that go as well."""
    end = own_lines(sheet, parts[number]).end
    while number + 1 in gone and (lines := own_lines(sheet, parts[number + 1])).start == end:
        number, end = number + 1, lines.end
    return end >= len(sheet.text) or _is_blank(sheet, end)


def _heads_others(sheet: Sheet, parts: list[Child], number: int, gone: Collection[int]) -> bool:
    """Tell whether parts that stay follow without an empty line or a comment between."""
    end = own_lines(sheet, parts[number]).end
    for following in range(number + 1, len(parts)):
        lines = own_lines(sheet, parts[following])
        if lines.start != end:
            return False
        if following not in gone:
            return True
        end = lines.end
    return False


def _is_blank(sheet: Sheet, position: int) -> bool:
    return not sheet.line(position).strip(" \t\r")


def _blank_above(sheet: Sheet, start: int) -> bool:
    return start > 0 and _is_blank(sheet, sheet.line_above(start))


def is_spaced(sheet: Sheet, parts: list[Child], number: int) -> bool:
    """Tell whether an empty line separates a part from its neighbours."""
    own = own_lines(sheet, parts[number])
    if number and own.start > 0:
        column = sheet.column(parts[number].start)
        start = comments_above(sheet, own.start, column=column, not_above=own_lines(sheet, parts[number - 1]).end)
        return _blank_above(sheet, start)
    following = number + 1 < len(parts)
    return following and own.end < len(sheet.text) and _is_blank(sheet, own.end)
