"""The legend of a matrix: what is really in it."""

from collections.abc import Iterator
from typing import Final

from orgmodel.draw.legend import Entry
from orgmodel.draw.matrices.cells import swatch
from orgmodel.draw.matrices.grid import Grid
from orgmodel.draw.matrices.values import Cell, DependencyMatrix
from orgmodel.draw.svg import label, rectangle
from orgmodel.draw.text import width
from orgmodel.draw.theme import TYPES

_SIGN: Final = 6.0
_STEP: Final = 16.0
_SIZE: Final = 13.0


def entries(matrix: DependencyMatrix, grid: Grid) -> Iterator[Entry]:
    """Yield an entry for each kind of sign in a matrix."""
    yield from _heat(matrix)
    if any(cell.circular for cell in matrix.cells):
        round_ = Cell(row="", column="", number=1, circular=True)
        sign = swatch(round_, 0, -_SIZE / 2, _SIZE, folded=matrix.folded)
        yield Entry([sign], _SIZE, matrix.tongue.circular)
    if grid.has_numbers and matrix.cells:
        digit = label("2", 0, 3.4, class_="om-badge om-ink", type=TYPES["badge"])
        yield Entry([digit], width("2", TYPES["badge"]), matrix.tongue.number)
    if matrix.heads:
        yield Entry([rectangle(0, -6, 12, 12, class_="om-muted", radius=1)], 12, matrix.tongue.diagonal)
    if matrix.blocks:
        yield Entry([rectangle(0, -6, 12, 12, class_="om-head om-box")], 12, "a block: one group")


def _heat(matrix: DependencyMatrix) -> Iterator[Entry]:
    """Explain the steps from weak to strong; one step alone is a dependency and nothing more."""
    steps = sorted({cell.heat for cell in matrix.cells if matrix.folded or not cell.circular})
    squares = [Cell(row="", column="", number=1, heat=step) for step in steps]
    if len(steps) == 1:
        yield Entry([swatch(squares[0], 0, -_SIZE / 2, _SIZE, folded=False)], _SIZE, "a dependency")
    if len(steps) > 1:
        weak = width("weak", TYPES["note"]) + _SIGN
        word = label("weak", 0, 4, class_="om-note om-muted", type=TYPES["note"], room=weak - _SIGN + 1)
        signs = [swatch(each, weak + _STEP * n, -_SIZE / 2, _SIZE, folded=False) for n, each in enumerate(squares)]
        yield Entry([word, *signs], weak + _STEP * len(steps) - 3, "strong")
