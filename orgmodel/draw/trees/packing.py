"""Packs departments in rows, so that all of them are seen as large as can be on a page that is wider than high."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from orgmodel.draw.trees.flow import Item, Lines, balanced, flowed

PAGE: Final = 1.6
"""How many times as wide as high the page is that a tree is made for."""
_ROOMS: Final = 24
_SHORTEST: Final = 3.0
_MOST_ROWS: Final = 16
_STEPS: Final = 14
_AGAIN: Final = 0.01
"""By how much a picture may be smaller, if one head less has to be drawn again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """How large the gaps between boxes are, in pixels, and how much each level is further in."""

    indent: float
    gap: float
    between_lines: float
    between_departments: float
    between_rows: float
    above: float
    upright: bool
    """Whether along is down; otherwise it is to the right."""

    def set(self, items: Sequence[Item], room: float) -> Lines:
        """Set items in lines of at most a length."""
        return flowed(items, room, gap=self.gap, indent=self.indent)

    def size(self, lines: Lines, block: "Block") -> tuple[float, float]:
        """Return how much room a department takes along and across."""
        wide = sum(lines.across) + self.between_lines * (len(lines.lines) - 1)
        return block.head + (self.gap + lines.long if lines.lines else 0.0), max(wide, block.across)


class Block(NamedTuple):
    """A department to be packed: how long its head is, how much it takes across at least, and what stands below it."""

    head: float
    across: float
    items: tuple[Item, ...]


class Packed(NamedTuple):
    """The lines of each department, and the departments of each row."""

    lines: tuple[Lines, ...]
    rows: tuple[tuple[int, ...], ...]


def packed(blocks: Sequence[Block], measures: Measures) -> Packed:
    """Return the packing with which the picture is largest on its page."""
    best = min(_tried(blocks, measures), key=lambda tried: tried[0])
    _, room, rows = best
    lines = tuple(balanced(block.items, room, gap=measures.gap, indent=measures.indent) for block in blocks)
    return Packed(lines, rows)


def _tried(blocks: Sequence[Block], measures: Measures) -> Iterator[tuple[float, float, tuple[tuple[int, ...], ...]]]:
    """Yield how small the picture is on its page, the room of lines, and the rows, for several proposals."""
    for room in _rooms(blocks, measures):
        lines = [measures.set(block.items, room) for block in blocks]
        sizes = [measures.size(set, block) for set, block in zip(lines, blocks, strict=True)]
        worse = 1 + _AGAIN * sum(set.again for set in lines)
        for rows in _proposals(sizes, measures):
            yield worse * _smallness(sizes, rows, measures), room, rows


def _rooms(blocks: Sequence[Block], measures: Measures) -> list[float]:
    """Return lengths of lines that are worth a try: from a few boxes to the longest department."""
    whole = [sum(item.long + measures.gap for item in block.items) for block in blocks]
    single = max((item.long for block in blocks for item in block.items), default=1.0)
    longest = max(whole, default=0.0) + 1.0
    shortest = min(longest, _SHORTEST * (single + measures.gap))
    return [shortest * (longest / shortest) ** (step / _ROOMS) for step in range(_ROOMS + 1)]


def _proposals(sizes: Sequence[tuple[float, float]], measures: Measures) -> Iterator[tuple[tuple[int, ...], ...]]:
    """Yield rows of departments: as wide as they must be for one row, for two, and so on."""
    seen = set()
    wides = [across for _, across in sizes]
    for number in range(1, min(len(sizes), _MOST_ROWS) + 1):
        low, high = max(wides), sum(wides) + measures.between_departments * len(wides)
        rows = _rows(wides, high, measures.between_departments)
        for _ in range(_STEPS):
            middle = (low + high) / 2
            tried = _rows(wides, middle, measures.between_departments)
            if len(tried) <= number:
                high, rows = middle, tried
            else:
                low = middle
        if rows not in seen:
            seen.add(rows)
            yield rows


def _rows(wides: Sequence[float], room: float, between: float) -> tuple[tuple[int, ...], ...]:
    rows: list[list[int]] = []
    at = 0.0
    for n, wide in enumerate(wides):
        if not rows or at + wide > room:
            rows.append([])
            at = 0.0
        rows[-1].append(n)
        at += wide + between
    return tuple(tuple(row) for row in rows)


def _smallness(sizes: Sequence[tuple[float, float]], rows: Sequence[Sequence[int]], measures: Measures) -> float:
    along = measures.above + sum(max(sizes[n][0] for n in row) + measures.between_rows for row in rows)
    across = max(sum(sizes[n][1] + measures.between_departments for n in row) for row in rows)
    wide, high = (across, along) if measures.upright else (along, across)
    return max(wide / PAGE, high)
