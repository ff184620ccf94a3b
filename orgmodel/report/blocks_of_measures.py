"""The columns of a table of teams and others, in blocks that fit into the width of a terminal."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from orgmodel.model.measurement import Column, Each
from orgmodel.report.json_of_measures import plain
from orgmodel.report.numbers import number
from orgmodel.report.unvalued import Reasons
from orgmodel.report.width import clean, clip, width, wrap

_BETWEEN: Final = "  "
_HEAD: Final = 12
"""How wide a heading is made where its words allow it."""
_WORDS: Final = 28
"""How wide words may be, and names that are shown instead of their number, where there are many columns."""


class Block(NamedTuple):
    """Columns side by side: the families they are of, the lines of their headings, the rule below and their rows."""

    families: str
    head: Sequence[str]
    lines: Sequence[str]


class _Strip(NamedTuple):
    """One column as it is printed."""

    family: str
    id: Sequence[str]
    unit: Sequence[str]
    evidence: str
    cells: Sequence[str]
    wide: int


def blocks_of(each: Each, reasons: Reasons, room: int) -> Iterator[Block]:
    """Yield the columns in blocks of so many columns of text; a family stands in one block where it fits."""
    ordered = sorted(each.columns, key=lambda column: column.family)
    words = max(_WORDS, room // max(len(ordered), 1) - len(_BETWEEN))
    strips = [_strip(column, each.ids, reasons, words) for column in ordered]
    for block in _packed(strips, room):
        yield _drawn(block)


def _strip(column: Column, ids: Sequence[str], reasons: Reasons, words: int) -> _Strip:
    cells = [clip(cell(column, id, reasons, words), words) for id in ids]
    head, unit = _broken(column.id), wrap(column.unit, _HEAD)
    wide = max(map(width, [*head, *unit, column.evidence, *cells]))
    return _Strip(column.family, head, unit, column.evidence, cells, wide)


def cell(column: Column, id: str, reasons: Reasons, room: int) -> str:
    """Return what stands in the table: a value, the names in a list where there is room for them, or a dash."""
    if id not in column.values:
        return reasons.dash(column.reason_of(id))
    names = clean(", ".join(map(plain, column.names.get(id, ()))))
    return names if names and width(names) <= room else clean(number(column.values[id]))


def _broken(id: str) -> list[str]:
    """Break an id behind its underscores."""
    lines = [""]
    for part in id.replace("_", "_ ").split():
        if lines[-1] and len(lines[-1]) + len(part) > _HEAD:
            lines.append("")
        lines[-1] += part
    return lines


def _packed(strips: Sequence[_Strip], room: int) -> Iterator[Sequence[_Strip]]:
    block: list[_Strip] = []
    for _, members in groupby(strips, key=lambda strip: strip.family):
        family = [*members]
        if block and _wide([*block, *family]) > room:
            yield block
            block = []
        for strip in family:
            if block and _wide([*block, strip]) > room:
                yield block
                block = []
            block.append(strip)
    if block:
        yield block


def _wide(strips: Sequence[_Strip]) -> int:
    return sum(strip.wide + len(_BETWEEN) for strip in strips)


def _drawn(strips: Sequence[_Strip]) -> Block:
    ids, units = max(len(strip.id) for strip in strips), max(len(strip.unit) for strip in strips)
    columns = [
        [
            *[""] * (ids - len(strip.id)),
            *strip.id,
            *strip.unit,
            *[""] * (units - len(strip.unit)),
            strip.evidence,
            "─" * strip.wide,
            *strip.cells,
        ]
        for strip in strips
    ]
    wides = [strip.wide for strip in strips]
    lines = [
        _BETWEEN.join(_right(*pair) for pair in zip(row, wides, strict=True)) for row in zip(*columns, strict=True)
    ]
    families = " · ".join(dict.fromkeys(strip.family for strip in strips))
    head = ids + units + 1
    return Block(families, lines[:head], lines[head:])


def _right(cell: str, room: int) -> str:
    return " " * (room - width(cell)) + cell
