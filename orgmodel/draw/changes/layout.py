"""Lays departments out in the rows of a page, as compact and as near to the shape of a page as possible."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from orgmodel.draw.changes.filling import Item, Run, balanced, gap, height, interrupted, items_of, runs
from orgmodel.draw.changes.sizes import BETWEEN, BETWEEN_ROWS, GUTTER, STILL, WIDE, head_height
from orgmodel.draw.changes.values import Block, Department
from orgmodel.draw.frame import Frame, at

_HEIGHTS: Final = (150.0, 220.0, 300.0, 400.0, 520.0, 680.0, 900.0, 1200.0)
"""How high columns may be, as proposals."""
_NUMBERS: Final = (2, 3, 4, 5, 6, 7)
"""How many columns a page may have, as proposals."""
_SHAPE: Final = 1.4
"""How much wider than high a page is that a document has room for."""
_SHAPELY: Final = 0.7
"""How much that counts beside being small."""
_PARTED: Final = 1.02
"""How much worse a page is for each column more that a department takes."""
_INTERRUPTED: Final = 1.15
"""And for each group that goes on in another column."""


class Spot(NamedTuple):
    """Where something stands; `row` and `column` tell what is beside what."""

    item: Item
    frame: Frame
    row: int
    column: int


class Headed(NamedTuple):
    """Where the head of a department stands."""

    block: Block
    frame: Frame


class Layout(NamedTuple):
    """Where everything stands, and the frame around it."""

    heads: tuple[Headed, ...]
    spots: tuple[Spot, ...]
    still: tuple[Headed, ...]
    frame: Frame


class _Filled(NamedTuple):
    """A department as columns."""

    head: Block
    columns: tuple[Run, ...]

    @property
    def high(self) -> float:
        return head_height(self.head, part=False) + max(map(height, self.columns), default=0.0)


class _Content(NamedTuple):
    """A department, and how it looks in so many columns, as far as that was tried."""

    head: Block
    items: tuple[Item, ...]
    filled: dict[int, _Filled]


def layout(departments: Sequence[Department], unchanged: Sequence[Block], below: Callable[[float], float]) -> Layout:
    """Return where everything stands: of many proposals the best.

    Parameters
    ----------
    departments
        Those in which something changes.
    unchanged
        The others, which stand below.
    below
        How high all the rest of the page is, for its width.
    """
    contents = [_Content(each.head, items_of(each), {}) for each in departments]
    proposals = [(_rows(contents, limit, number), number) for number in _NUMBERS for limit in _HEIGHTS]
    pages = [_placed(rows, unchanged, number) for rows, number in proposals]
    best = min(range(len(pages)), key=lambda n: _badness(proposals[n][0], pages[n].frame, below))
    return pages[best]


def _rows(contents: Sequence[_Content], limit: float, number: int) -> list[list[_Filled]]:
    rows: list[list[_Filled]] = []
    for each in contents:
        wanted = min(number, len(runs(each.items, limit))) or 1
        if wanted not in each.filled:
            each.filled[wanted] = _Filled(each.head, balanced(each.items, wanted))
        filled = each.filled[wanted]
        if not rows or _columns(rows[-1]) + len(filled.columns) > number:
            rows.append([])
        rows[-1].append(filled)
    return rows


def _columns(row: Sequence[_Filled]) -> int:
    return sum(len(each.columns) for each in row)


def _badness(rows: Sequence[Sequence[_Filled]], frame: Frame, below: Callable[[float], float]) -> float:
    high = frame.high + below(frame.wide)
    shape = frame.wide / high / _SHAPE
    parted = sum(len(each.columns) - 1 for row in rows for each in row)
    broken = sum(interrupted(each.columns) for row in rows for each in row)
    worse: float = max(shape, 1 / shape) ** _SHAPELY * _PARTED**parted * _INTERRUPTED**broken
    return frame.wide * high * worse


def _placed(rows: Sequence[Sequence[_Filled]], unchanged: Sequence[Block], number: int) -> Layout:
    heads: list[Headed] = []
    spots: list[Spot] = []
    top = 0.0
    for row, departments in enumerate(rows):
        column = 0
        for each in departments:
            high = head_height(each.head, part=False)
            wide = len(each.columns) * (WIDE + GUTTER) - GUTTER
            heads.append(Headed(each.head, at(_left(column), top, wide, high)))
            for beside, run in enumerate(each.columns):
                spots += _column(run, row, column + beside, top + high)
            column += len(each.columns)
        top += max(each.high for each in departments) + BETWEEN_ROWS
    still = list(_still(unchanged, number, top))
    frames = [*(each.frame for each in heads), *(each.frame for each in spots), *(each.frame for each in still)]
    right = max((frame.right for frame in frames), default=WIDE)
    return Layout(tuple(heads), tuple(spots), tuple(still), Frame(0, 0, right, _bottom(frames)))


def _bottom(frames: Sequence[Frame]) -> float:
    return max((frame.bottom for frame in frames), default=0.0)


def _left(column: int) -> float:
    return column * (WIDE + GUTTER)


def _column(run: Run, row: int, column: int, top: float) -> Iterator[Spot]:
    for place, item in enumerate(run):
        top += gap(item, first=place == 0)
        yield Spot(item, at(_left(column), top, WIDE, item.high), row, column)
        top += item.high


def _still(unchanged: Sequence[Block], number: int, top: float) -> Iterator[Headed]:
    for place, block in enumerate(unchanged):
        row, column = divmod(place, max(1, number))
        yield Headed(block, at(_left(column), top + row * (STILL + BETWEEN), WIDE, STILL))
