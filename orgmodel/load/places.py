"""Finds the exact line and column of a spot, by reading again just the lines of one entity."""

import re
from array import array
from bisect import bisect_right
from typing import Final

from yaml.error import YAMLError

from orgmodel.load.events import events
from orgmodel.load.remains import Remains
from orgmodel.load.walk import Position, walk
from orgmodel.model.organisation import SECTIONS
from orgmodel.model.place import Place, Spot, Step

_ANY_LINE_END: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

_COLUMN_BITS: Final = 24
_LINE_BITS: Final = 28


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


class SourceText:
    """The text of a file, and where its entities begin."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self._starts: array[int] | None = None
        self.marks: list[Position] = []

    def line(self, number: int) -> str | None:
        """Return one line, counted from 1, without its end."""
        starts = self._line_starts()
        if not 1 <= number < len(starts):
            return None
        return _ANY_LINE_END.sub("", self.text[starts[number - 1] : starts[number]])

    def place(self, position: Position, path: tuple[Step, ...], *, item: bool = False) -> Place:
        """Return the place of what stands at a path inside the entity that begins at a position.

        Where the path leads to something that is not written, the place of the nearest thing around it is returned.
        An `item` of a list has no key of its own.
        """
        snippet = self._snippet(position)
        line, column = position
        try:
            found = walk(events(snippet), path, item=item)
        except (YAMLError, ValueError, RecursionError):
            found = None
        if found is None:
            return Place(self.path, line + 1, column + 1, line + 1, column + 2)
        start, end = found
        end = max(end, (start[0], start[1] + 1))  # a place is never empty
        return Place(self.path, line + start[0] + 1, start[1] + 1, line + end[0] + 1, end[1] + 1)

    def _snippet(self, position: Position) -> str:
        """Cut out one entity, moved to its column, so that the rest of the file need not be read again."""
        starts = self._line_starts()
        after = bisect_right(self.marks, position)
        line = starts[position[0]]
        begin = line + self._first_column(self.text[line : line + position[1]])
        end = starts[self.marks[after][0]] + self.marks[after][1] if after < len(self.marks) else len(self.text)
        return " " * (begin - line) + self.text[begin:end]

    @staticmethod
    def _first_column(before: str) -> int:
        """Return where an entity begins, from what stands before its key: a long key has a question mark there."""
        mark = before.rstrip(" ")
        return len(mark) - 1 if mark.endswith("?") else len(before)

    def _line_starts(self) -> "array[int]":
        if self._starts is None:
            ends = (match.end() for match in _ANY_LINE_END.finditer(self.text))
            self._starts = array("Q", [0, *ends, len(self.text) + 1])
        return self._starts


class FilePlaces:
    """The places of an organisation that was read from files."""

    def __init__(self) -> None:
        self._marks: dict[str, dict[str | int, int]] = {section: {} for section in (*SECTIONS, "dependencies")}
        self._remains: dict[tuple[str, str | int], Remains] = {}
        self._files: list[SourceText] = []
        self._by_path: dict[str, SourceText] = {}
        self._sorted = False

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

    def mark(self, section: str, key: str) -> int:
        """Return the mark of an entity."""
        return self._marks[section][key]

    def find(self, spot: Spot) -> Place | None:
        """Return the exact place of a spot."""
        mark = self._marks.get(spot.section, {}).get(spot.key)
        if mark is None:
            return None
        remains = self._remains.get((spot.section, spot.key))
        return self.at(mark, remains.written(spot.path) if remains else spot.path)

    def at(self, mark: int, path: tuple[Step, ...] = ()) -> Place:
        """Return the place of what stands at a path inside the entity of a mark."""
        if not self._sorted:
            self._sort()
        file, line, column, item = unpacked(mark)
        return self._files[file].place((line, column), path, item=item)

    def line(self, place: Place, number: int) -> str | None:
        """Return one line of the file of a place."""
        source = self._by_path.get(place.path)
        return source.line(number) if source else None

    def _sort(self) -> None:
        """Tell each file where its entities begin, so that it can cut out one."""
        for marks in self._marks.values():
            for mark in marks.values():
                file, line, column, _ = unpacked(mark)
                self._files[file].marks.append((line, column))
        for source in self._files:
            source.marks.sort()
        self._sorted = True
