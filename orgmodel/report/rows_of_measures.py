"""The measures of an organisation as a table to read: a row for each, family by family."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final

from orgmodel.model.measurement import Measurement
from orgmodel.report.columns import named
from orgmodel.report.json_of_measures import plain
from orgmodel.report.numbers import number
from orgmodel.report.width import clean, width, wrap

BETWEEN: Final = "  "
HEAD: Final = ("measure", "value", "unit", "evidence")
_UNIT: Final = 16
_BESIDE: Final = 36
"""How much room there must be for remarks to stand beside the values, and not below."""
_BELOW: Final = " " * 6
_NAME_LINES: Final = 2
_FEW: Final = 8
"""So many measures stand below each other without the names of their families."""

Cells = Sequence[Sequence[str]]
"""The cells of a row, each of them in lines."""


def rows_of(measures: Sequence[Measurement], room: int) -> Iterator[str]:
    """Yield a heading, and each measure in as many lines as its unit and its remark need."""
    are_few = len(measures) <= _FEW
    ordered = measures if are_few else sorted(measures, key=lambda each: each.family)
    cells = [_cells(each, "" if are_few else "  ") for each in ordered]
    widths = [max(map(width, [head, *_lines(cells, n)])) for n, head in enumerate(HEAD)]
    left = room - sum(widths) - len(BETWEEN) * len(widths)
    remarks = [remark(each, left if left >= _BESIDE else room - len(_BELOW)) for each in ordered]
    if left >= _BESIDE and any(remarks):
        widest = max(map(width, ["remark", *(said for lines in remarks for said in lines)]))
        rows = [[*own, lines] for own, lines in zip(cells, remarks, strict=True)]
        yield from _heading([*HEAD, "remark"], [*widths, widest])
        blocks = [_row(row, widths) for row in rows]
    else:
        yield from _heading(HEAD, widths)
        below = ([_BELOW + said for said in lines] for lines in remarks)
        blocks = [[*_row(own, widths), *lines] for own, lines in zip(cells, below, strict=True)]
    yield from _in_families([("" if are_few else each.family) for each in ordered], blocks)


def _heading(head: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    yield from _row([[each] for each in head], widths)
    yield BETWEEN.join("─" * wide for wide in widths)


def _in_families(families: Sequence[str], blocks: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of each measure; the name of a family stands above its first."""
    before = ""
    for family, block in zip(families, blocks, strict=True):
        yield from [family] if family != before else []
        yield from block
        before = family


def _cells(each: Measurement, indent: str) -> Cells:
    return [indent + each.id], [clean(number(each.value))], wrap(each.unit, _UNIT), [each.evidence]


def _lines(rows: Sequence[Cells], place: int) -> list[str]:
    return [each for cells in rows for each in cells[place]]


def _row(cells: Cells, widths: Sequence[int]) -> list[str]:
    rows = zip_longest(*cells, fillvalue="")
    return [line(lines, [*widths, 0][: len(lines)], left={0, 2, 3, 4}) for lines in rows]


def remark(each: Measurement, room: int) -> list[str]:
    """Return what is to be said beside a value, in lines: why there is none, what it rests on, what is in it."""
    lines = wrap(clean(said), room) if (said := each.reason or each.detail) else []
    if each.names:
        lines += named([clean(plain(name)) for name in each.names], room, lines=_NAME_LINES)
    return lines


def line(cells: Sequence[str], widths: Sequence[int], *, left: set[int]) -> str:
    """Return a line of a table; the cells of these columns are to the left, the others to the right."""
    padded = (_padded(cell, wide, left=n in left) for n, (cell, wide) in enumerate(zip(cells, widths, strict=True)))
    return BETWEEN.join(padded)


def _padded(cell: str, room: int, *, left: bool) -> str:
    space = " " * (room - width(cell))
    return cell + space if left else space + cell
