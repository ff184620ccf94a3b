"""Finds the exact line and column of a spot, by reading again just the lines of one entity."""

import re
from array import array
from bisect import bisect_right
from itertools import accumulate, chain
from typing import Final

from yaml.error import YAMLError

from orgmodel.load.events import events
from orgmodel.load.one_line_lists import in_one_line
from orgmodel.load.outline import Outline, Position, outline
from orgmodel.load.remains import Remains
from orgmodel.model.organisation import SECTIONS
from orgmodel.model.place import Place, Spot, Step

_LINE_ENDS: Final = ("\r", "\n", "\x85", "\u2028", "\u2029")
_ANY_LINE_END: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

_COLUMN_BITS: Final = 24
_LINE_BITS: Final = 28
_FAR: Final = 200


def packed(file: int, line: int, column: int, *, item: bool = False) -> int:
    """Pack where an entity begins into one number: there may be a million of them.

    Parameters
    ----------
    file
        The number of its file.
    line, column
        Where its key is written, from 0.
    item
        Whether it is an item of a list, which has no key.
    """
    column = min(column, (1 << _COLUMN_BITS) - 1)
    return ((file << _LINE_BITS | line) << _COLUMN_BITS | column) << 1 | item


def unpacked(mark: int) -> tuple[int, int, int, bool]:
    """Return the file, the line and the column of a packed mark, and whether it is an item of a list."""
    item, mark = bool(mark & 1), mark >> 1
    column = mark & (1 << _COLUMN_BITS) - 1
    line = mark >> _COLUMN_BITS & (1 << _LINE_BITS) - 1
    return mark >> _COLUMN_BITS + _LINE_BITS, line, column, item


def _moved(column: int) -> int:
    """Return how far an entity is moved to the left to be read again.

    What follows on other lines fits only where the entity stands in its own column. Far out on a line nothing follows,
    and the blanks before it would take longer to read than itself.
    """
    return column if column > _FAR else 0


_PLAIN_ITEM: Final = re.compile(
    r"""
      \{ [a-z_]+ :\  [A-Za-z0-9_-]+ (?= [,}])  # {from: search, …
    | [a-z_]+ :\  [A-Za-z0-9_-]+ (?= \n\ * [a-z_]+ :\ )  # from: search, and another field on the next line
    """,
    re.VERBOSE,
)
"""The first field of a list item whose value ends evidently where its word does."""

_SHORT: Final = 4_000
"""Characters of an entity in which looking for a place anew is quicker than reading it."""

_KEPT: Final = 10_000
"""How many entities of a file are kept read; each takes a few kilobytes."""


class SourceText:
    """The text of a file, of which single entities can be read again."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self._starts: array[int] | None = None
        self._outlines: dict[Position, Outline | None] = {}

    def line(self, number: int) -> str | None:
        """Return one line, counted from 1, without its end."""
        starts = self._line_starts()
        if not 1 <= number < len(starts):
            return None
        return _ANY_LINE_END.sub("", self.text[starts[number - 1] : starts[number]])

    def place(self, position: Position, path: tuple[Step, ...], *, item: bool, until: Position | None) -> Place:
        """Return the place of what stands at a path inside the entity that begins at a position.

        The next entity of the file begins at `until`; None after the last.

        Where the path leads to something that is not written, the place of the nearest thing around it is returned.
        An `item` of a list has no key of its own.
        """
        line, column = position
        if path and not item and (span := in_one_line(self._short_entity(position, until), path)):
            return Place(self.path, line + span.line + 1, span.start + 1, line + span.line + 1, span.end + 1)
        moved = _moved(column)
        found = self._outline(position, item=item, until=until)
        start, end = found.at(path) if found else ((0, column - moved), (0, column - moved))
        end = max(end, (start[0], start[1] + 1))  # a place is never empty
        first, last = (column + 1 + (moved if row == 0 else 0) for row, column in (start, end))
        return Place(self.path, line + start[0] + 1, first, line + end[0] + 1, last)

    def _outline(self, position: Position, *, item: bool, until: Position | None) -> Outline | None:
        """Read one entity again, and keep what was found: several rules ask for several places of the same entity."""
        if position not in self._outlines:
            if len(self._outlines) >= _KEPT:
                self._outlines.clear()
            try:
                self._outlines[position] = outline(events(self._snippet(position, until)), item=item)
            except (YAMLError, ValueError, RecursionError):
                self._outlines[position] = None
        return self._outlines[position]

    def begins_with(self, position: Position, key: str) -> bool:
        """Tell whether a key stands at a position as it is, so that nothing need be read again to know its place."""
        begin = self._line_starts()[position[0]] + position[1]
        return self.text.startswith(key + ":", begin) and key.isascii() and key.isprintable()

    def first_field(self, position: Position) -> int | None:
        """Return how long the first field of a list item is where that is plain without reading the item again."""
        begin = self._line_starts()[position[0]] + position[1]
        found = _PLAIN_ITEM.match(self.text, begin)
        return found.end() - begin if found else None

    def _short_entity(self, position: Position, until: Position | None) -> str:
        """Return the text of one entity, from its key on; nothing of a long one, which is better read once for all."""
        starts = self._line_starts()
        begin, end = starts[position[0]] + position[1], starts[until[0]] + until[1] if until else len(self.text)
        return self.text[begin:end] if end - begin <= _SHORT else ""

    def _snippet(self, position: Position, until: Position | None) -> str:
        """Cut out one entity, so that the rest of the file need not be read again."""
        starts = self._line_starts()
        end = starts[until[0]] + until[1] if until else len(self.text)
        line = starts[position[0]] + _moved(position[1])
        key = starts[position[0]] + position[1]
        before = self.text[line:key].rstrip(" ")
        begin = line + len(before) - 1 if before.endswith("?") else key  # a long key has a question mark before it
        return " " * (begin - line) + self.text[begin:end]

    def _line_starts(self) -> "array[int]":
        if self._starts is None:
            # The other characters at which `splitlines` ends a line are refused when a file is read.
            self._starts = array("Q", accumulate(map(len, self.text.splitlines(keepends=True)), initial=0))
            if not self.text or self.text.endswith(_LINE_ENDS):
                self._starts.append(len(self.text) + 1)
            else:
                self._starts[-1] += 1
        return self._starts


class FilePlaces:
    """The places of an organisation that was read from files."""

    def __init__(self) -> None:
        self._others: list[int] = []
        self._marks: dict[str, dict[str | int, int]] = {section: {} for section in (*SECTIONS, "dependencies")}
        self._remains: dict[tuple[str, str | int], Remains] = {}
        self._files: list[SourceText] = []
        self._by_path: dict[str, SourceText] = {}
        self._in_order: list[int] = []

    def add(self, path: str, text: str) -> int:
        """Take a file in, and return its number."""
        source = SourceText(path, text)
        self._files.append(source)
        self._by_path[path] = source
        return len(self._files) - 1

    def put(self, section: str, key: str | int, mark: int, remains: Remains | None = None) -> None:
        """Keep where an entity is written, and what was dropped of it, if anything was."""
        self._marks[section][key] = mark
        if remains is not None and not remains.is_whole:
            self._remains[section, key] = remains

    def note(self, mark: int) -> None:
        """Keep where something begins that is no entity of the organisation, because it is faulty."""
        self._others.append(mark)

    def mark(self, section: str, key: str) -> int:
        """Return the mark of an entity."""
        return self._marks[section][key]

    def find(self, spot: Spot) -> Place | None:
        """Return the exact place of a spot."""
        mark = self._marks.get(spot.section, {}).get(spot.key)
        if mark is None:
            return None
        if not spot.path and (place := self._evident(mark, spot.key)):
            return place
        remains = self._remains.get((spot.section, spot.key))
        return self.at(mark, remains.written(spot.path) if remains else spot.path)

    def _evident(self, mark: int, key: str | int) -> Place | None:
        """Return the place of an entity's key, or of the first field of an item, where that is plainly written."""
        file, line, column, item = unpacked(mark)
        source = self._files[file]
        if isinstance(key, str):
            length = len(key) if source.begins_with((line, column), key) else None
        else:
            length = source.first_field((line, column)) if item else None
        return Place(source.path, line + 1, column + 1, line + 1, column + 1 + length) if length else None

    def at(self, mark: int, path: tuple[Step, ...] = ()) -> Place:
        """Return the place of what stands at a path inside the entity of a mark."""
        file, line, column, item = unpacked(mark)
        return self._files[file].place((line, column), path, item=item, until=self._after(mark, file))

    def _after(self, mark: int, file: int) -> Position | None:
        """Return where the next entity of the same file begins. Marks are in the order of files, lines and columns."""
        if not self._in_order:
            self._in_order = sorted(chain(self._others, *(marks.values() for marks in self._marks.values())))
        number = bisect_right(self._in_order, mark | 1)
        if number == len(self._in_order):
            return None
        next_file, line, column, _ = unpacked(self._in_order[number])
        return (line, column) if next_file == file else None

    def line(self, place: Place, number: int) -> str | None:
        """Return one line of the file of a place."""
        source = self._by_path.get(place.path)
        return source.line(number) if source else None
