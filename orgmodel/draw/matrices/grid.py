"""Where rows, columns and names of a matrix stand, and how a number is written in a cell."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from orgmodel.draw.frame import Frame
from orgmodel.draw.matrices.values import DependencyMatrix
from orgmodel.draw.text import one_line, width
from orgmodel.draw.theme import TYPES

USUAL: Final = 13.0
LARGE: Final = 22.0
"""Of a small matrix, which is as wide as it needs to be to be looked at."""
_SMALL: Final = 480.0
COMPACT: Final = 11.0
MOST_WITH_NUMBERS: Final = 60
"""With more rows cells are small and say nothing."""
NEAR: Final = 10.0
RISE: Final = 0.35
"""From the middle of a line to the base line of its text, as a share of its size."""
_LONGEST_NAME: Final = 170.0
_LONGEST_COLUMN: Final = 120.0
_LONGEST_BLOCK: Final = 130.0
_LONGEST_FOUND: Final = 210.0
_BLOCK_NAME: Final = 16.0
_LONG: Final = 80
_ROOMY: Final = 18.0


@dataclass(frozen=True, slots=True)
class Grid:
    """Sizes in pixels; the upper left corner of the first cell is the origin.

    `names` is the room for names of rows, `columns` for those of columns, `blocks` for those of blocks at the left, and
    `found` for what the audit says at the right.
    """

    cell: float
    rows: int
    names: float
    columns: float
    blocks: float
    found: float

    @property
    def size(self) -> float:
        """How wide and high all cells are together."""
        return self.cell * self.rows

    @property
    def has_numbers(self) -> bool:
        """Whether cells are large enough for numbers that can be read."""
        return self.cell > COMPACT

    @property
    def number_type(self) -> str:
        """In which type numbers are written."""
        return _number_type(self.cell)

    @property
    def name_type(self) -> str:
        """In which type names are written."""
        return _name_type(self.cell)

    @property
    def frame(self) -> Frame:
        """The rectangle around everything."""
        left = -NEAR - self.names - (self.blocks + NEAR if self.blocks else 0)
        top = -NEAR - self.columns - (_BLOCK_NAME if self.blocks else 0)
        return Frame(left, top, self.size + (self.found + NEAR if self.found else 0), self.size)


def grid_of(matrix: DependencyMatrix) -> Grid:
    """Measure a matrix."""
    rows = len(matrix.heads)
    cell = _cell(matrix) if rows <= MOST_WITH_NUMBERS else COMPACT
    type = TYPES[_name_type(cell)]
    names = [width(one_line(head.name[:_LONG]), type._replace(bold=head.chosen)) for head in matrix.heads]
    found = [width(said(head.found), TYPES["second"]) for head in matrix.heads if head.found]
    blocks = [width(one_line(block.name[:_LONG]), TYPES["group"]) for block in matrix.blocks]
    return Grid(
        cell=cell,
        rows=rows,
        names=min(_LONGEST_NAME, max(names) + 2),
        columns=min(_LONGEST_COLUMN, max(names) + 2),
        blocks=min(_LONGEST_BLOCK, max(blocks) + 2) if blocks else 0.0,
        found=min(_LONGEST_FOUND, max(found) + 2) if found else 0.0,
    )


def said(found: tuple[str, ...]) -> str:
    """Return what the audit says, in one line."""
    return " · ".join(found)


def brief(number: float) -> str:
    """Write a number for a cell: with one decimal below ten, whole below a thousand, then in thousands."""
    if round(number) >= 1000:
        return f"{number / 1000:.1f}k" if round(number / 1000, 1) < 10 else f"{number / 1000:,.0f}k"
    return f"{number:.1f}".removesuffix(".0") if round(number, 1) < 10 else f"{number:.0f}"


def _cell(matrix: DependencyMatrix) -> float:
    """Return how large cells are: larger where there are few, and wide enough for the widest number."""
    least = max(USUAL, min(LARGE, math.floor(_SMALL / len(matrix.heads))))
    numbers = [cell.number for cell in matrix.cells] + [head.inside for head in matrix.heads if head.inside]
    texts = [brief(each) for each in numbers]
    cell = max(least, _room(texts, _number_type(least)))
    return max(cell, _room(texts, _number_type(cell)))


def _room(texts: Iterable[str], type: str) -> float:
    return math.ceil(max((width(text, TYPES[type]) for text in texts), default=0.0) + 3)


def _number_type(cell: float) -> str:
    return "number" if cell >= _ROOMY else "badge"


def _name_type(cell: float) -> str:
    return "note" if cell >= _ROOMY else "second"
