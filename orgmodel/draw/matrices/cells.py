"""The cells of a matrix: dependencies, the diagonal, and the blocks behind them."""

from collections.abc import Iterator

from orgmodel.draw.matrices.grid import RISE, Grid, brief
from orgmodel.draw.matrices.values import Block, Cell, DependencyMatrix
from orgmodel.draw.svg import Element, element, group, label, number, rectangle
from orgmodel.draw.theme import TYPES

_CIRCULAR_TEXT = "om-pill-text-moved"


def ground(matrix: DependencyMatrix, grid: Grid) -> Iterator[Element]:
    """Paint what lies behind the cells: the paper, the blocks, and lines where one block ends."""
    yield rectangle(0, 0, grid.size, grid.size, class_="om-paper om-box")
    for block in matrix.blocks:
        yield _block(block, grid)
    ends = sorted({block.last + 1 for block in matrix.blocks} - {grid.rows})
    for end in ends:
        at = number(end * grid.cell)
        path = f"M0 {at}H{number(grid.size)}M{at} 0V{number(grid.size)}"
        yield element("path", d=path, class_="om-rail", stroke_width=0.6)


def edges(matrix: DependencyMatrix, grid: Grid) -> Iterator[Element]:
    """Paint the edges of the blocks over the cells, for where cells hide what is behind them."""
    for block in matrix.blocks:
        start, long = block.first * grid.cell, (block.last - block.first + 1) * grid.cell
        yield rectangle(start, start, long, long, class_="om-edge")


def _block(block: Block, grid: Grid) -> Element:
    start, long = block.first * grid.cell, (block.last - block.first + 1) * grid.cell
    return group([rectangle(start, start, long, long, class_="om-head om-box")], tooltip=block.name)


def diagonal(matrix: DependencyMatrix, grid: Grid) -> Iterator[Element]:
    """Paint the cells of each row with itself, with the weight inside a group."""
    for place, head in enumerate(matrix.heads):
        at = place * grid.cell
        square = rectangle(at + 0.5, at + 0.5, grid.cell - 1, grid.cell - 1, class_="om-muted", radius=1)
        text = _number(brief(head.inside), at, at, grid, "om-on-top") if head.inside and grid.has_numbers else None
        yield group([square, text], tooltip=head.tooltip)


def dependencies(matrix: DependencyMatrix, grid: Grid) -> Iterator[Element]:
    """Paint a cell for each dependency."""
    place = {head.id: n for n, head in enumerate(matrix.heads)}
    for cell in matrix.cells:
        x, y = place[cell.column] * grid.cell, place[cell.row] * grid.cell
        blue = cell.circular and not matrix.folded
        text = _number(brief(cell.number), x, y, grid, _CIRCULAR_TEXT if blue else f"om-on-{cell.heat}")
        parts = [swatch(cell, x, y, grid.cell, folded=matrix.folded), text if grid.has_numbers else None]
        yield group(parts, tooltip=cell.tooltip)


def swatch(cell: Cell, x: float, y: float, size: float, *, folded: bool) -> Element:
    """Paint a cell: those in a circle blue and round, those of groups that go both ways with a blue edge."""
    x, y, long = x + 0.5, y + 0.5, size - 1
    if not cell.circular:
        return rectangle(x, y, long, long, class_=f"om-box om-heat-{cell.heat}", radius=1)
    if not folded:
        return rectangle(x, y, long, long, class_="om-cycle-tip", radius=long / 2.6)
    class_ = f"om-has-moved om-heat-{cell.heat}"
    return rectangle(x + 0.5, y + 0.5, long - 1, long - 1, class_=class_, radius=long / 2.6)


def _number(text: str, x: float, y: float, grid: Grid, class_: str) -> Element:
    type = grid.number_type
    middle, base = x + grid.cell / 2, y + grid.cell / 2 + RISE * TYPES[type].size
    class_ = f"om-{type} {class_}"
    return label(text, middle, base, class_=class_, type=TYPES[type], room=grid.cell - 1, anchor="middle")
