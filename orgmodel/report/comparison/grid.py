"""Tables in a terminal: aligned columns where they fit, otherwise a sentence for each row, or fewer columns at once."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from orgmodel.report.comparison.blocks import Table
from orgmodel.report.width import clean, clip, width

_GAP: Final = "  "
_ARROW: Final = " → "
_FIRST: Final = 48
_NUMBER: Final = frozenset("0123456789+−?–")


class _Column(NamedTuple):
    """A column as it is written: all of its cells have its width."""

    head: str
    cells: tuple[str, ...]

    @property
    def room(self) -> int:
        return width(self.head)


def aligned(table: Table, room: int, *, indent: str = "  ") -> list[str] | None:
    """Return the lines of a table: numbers stand below each other, and so do arrows; None if it is too wide."""
    first = _first(table, indent)
    columns = [first, *_columns(table)]
    if sum(column.room + len(_GAP) for column in columns) - len(_GAP) > room:
        return None
    rows = zip(*((column.head, *column.cells) for column in columns), strict=True)
    return [_GAP.join(row).rstrip() for row in rows]


def in_sentences(table: Table) -> Iterator[str]:
    """Yield each row as a sentence, without the columns in which it says the same before and after."""
    for name, *cells in table.rows:
        told = [f"{head} {cell}".strip() for head, cell in zip(table.head[1:], cells, strict=True) if cell]
        differing = [text for text in told if _ARROW in text]
        yield f"{name}: {', '.join(differing or told)}"


def chunks(table: Table, room: int) -> Iterator[Table]:
    """Yield the table in as many tables as it takes; each begins with the first two columns, and has one more."""
    table = _narrowed(table, room)
    used = _first(table, "").room
    rooms = [column.room + len(_GAP) for column in _columns(table)]
    used += rooms[0]
    shown: list[int] = []
    filled = used
    for at, wide in enumerate(rooms[1:], 2):
        if shown and filled + wide > room:
            yield _only(table, shown)
            shown, filled = [], used
        shown.append(at)
        filled += wide
    yield _only(table, shown)


def _narrowed(table: Table, room: int) -> Table:
    """Return the table with what names its rows in at most two fifths of the room."""
    return table._replace(rows=tuple((clip(clean(first), room * 2 // 5), *rest) for first, *rest in table.rows))


def _only(table: Table, columns: Sequence[int]) -> Table:
    kept = (0, 1, *columns)
    return Table(tuple(table.head[at] for at in kept), tuple(tuple(row[at] for at in kept) for row in table.rows))


def _first(table: Table, indent: str) -> _Column:
    names = [indent + clip(clean(row[0]), _FIRST) for row in table.rows]
    return _padded(table.head[0], names)


def _columns(table: Table) -> list[_Column]:
    cells = ([clean(row[at]) for row in table.rows] for at in range(1, len(table.head)))
    return [_column(head, column) for head, column in zip(table.head[1:], cells, strict=True)]


def _column(head: str, cells: Sequence[str]) -> _Column:
    if not all(cell[:1] in _NUMBER for cell in cells if cell.strip()):
        return _padded(head, cells)
    wide = max((width(cell.partition(_ARROW)[0]) for cell in cells), default=0)
    lined = [" " * (wide - width(cell.partition(_ARROW)[0])) + cell for cell in cells]
    if any(_ARROW in cell for cell in cells):
        return _padded(head, lined)
    return _padded(head, [" " * (width(head) - width(cell)) + cell for cell in lined])


def _padded(head: str, cells: Sequence[str]) -> _Column:
    room = max([width(head), *map(width, cells)])
    return _Column(head + " " * (room - width(head)), tuple(cell + " " * (room - width(cell)) for cell in cells))
