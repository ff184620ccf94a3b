"""Finds the exact line and column of a spot, by reading again just the lines of one entity."""

import re
from array import array
from bisect import bisect_right
from typing import Final

from yaml.error import YAMLError
from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from orgmodel.load.entities import FieldKey
from orgmodel.load.events import NextEvent, events
from orgmodel.model.place import Place, Spot, Step

_ANY_LINE_END: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")

Position = tuple[int, int]
"""Line and column, from 0."""

_COLUMN_BITS: Final = 24
_LINE_BITS: Final = 28


def packed(file: int, line: int, column: int) -> int:
    """Pack the file, the line and the column of an entity into one number: there may be a million of them."""
    column = min(column, (1 << _COLUMN_BITS) - 1)
    return (file << _LINE_BITS | line) << _COLUMN_BITS | column


def unpacked(mark: int) -> tuple[int, int, int]:
    """Return the file, the line and the column of a packed mark."""
    column = mark & (1 << _COLUMN_BITS) - 1
    line = mark >> _COLUMN_BITS & (1 << _LINE_BITS) - 1
    return mark >> _COLUMN_BITS + _LINE_BITS, line, column


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
            found = _walk(events(snippet), path, item=item)
        except (YAMLError, ValueError, RecursionError):
            found = None
        if found is None:
            return Place(self.path, line + 1, column + 1, line + 1, column + 2)
        start, end = found
        return Place(self.path, line + start[0] + 1, start[1] + 1, line + end[0] + 1, end[1] + 1)

    def _snippet(self, position: Position) -> str:
        """Cut out one entity, moved to its column, so that the rest of the file need not be read again."""
        starts = self._line_starts()
        after = bisect_right(self.marks, position)
        begin = starts[position[0]] + position[1]
        end = starts[self.marks[after][0]] + self.marks[after][1] if after < len(self.marks) else len(self.text)
        return " " * position[1] + self.text[begin:end]

    def _line_starts(self) -> "array[int]":
        if self._starts is None:
            bom = 0
            ends = (match.end() for match in _ANY_LINE_END.finditer(self.text))
            self._starts = array("Q", [bom, *ends, len(self.text) + 1])
        return self._starts


class FilePlaces:
    """The places of an organisation that was read from files."""

    def __init__(self) -> None:
        self.sections: dict[str, dict[str | int, int]] = {}
        self._files: list[SourceText] = []
        self._by_path: dict[str, SourceText] = {}
        self._sorted = False

    def add(self, path: str, text: str) -> int:
        """Take a file in, and return its number."""
        source = SourceText(path, text)
        self._files.append(source)
        self._by_path[path] = source
        return len(self._files) - 1

    def find(self, spot: Spot) -> Place | None:
        """Return the exact place of a spot."""
        mark = self.sections.get(spot.section, {}).get(spot.key)
        return None if mark is None else self.at(mark, spot.path, item=spot.section == "dependencies")

    def at(self, mark: int, path: tuple[Step, ...], *, item: bool = False) -> Place:
        """Return the place of what stands at a path inside the entity of a mark."""
        if not self._sorted:
            self._sort()
        file, line, column = unpacked(mark)
        return self._files[file].place((line, column), path, item=item)

    def line(self, place: Place, number: int) -> str | None:
        """Return one line of the file of a place."""
        source = self._by_path.get(place.path)
        return source.line(number) if source else None

    def _sort(self) -> None:
        """Tell each file where its entities begin, so that it can cut out one."""
        for marks in self.sections.values():
            for mark in marks.values():
                file, line, column = unpacked(mark)
                self._files[file].marks.append((line, column))
        for source in self._files:
            source.marks.sort()
        self._sorted = True


Range = tuple[Position, Position]


def _walk(next_event: NextEvent, path: tuple[Step, ...], *, item: bool) -> Range | None:
    """Follow a path through the events of an entity."""
    next_event(), next_event()
    if item:
        root = next_event()
        return _inside(next_event, root, path, _range(root)) if path else _first(next_event, root)
    next_event()
    key = _range(next_event())
    return _inside(next_event, next_event(), path, key) if path else key


def _first(next_event: NextEvent, root: ScalarEvent) -> Range:
    """Show the first line of a list item: from its first key to its first value."""
    start = _range(root)[0]
    if root.__class__ is not MappingStartEvent:
        return _range(root)
    next_event()
    end = _range(next_event())[1]
    return (start, end) if end[0] == start[0] else (start, (start[0], start[1] + 1))


def _inside(next_event: NextEvent, event: ScalarEvent, path: tuple[Step, ...], around: Range) -> Range:
    if not path:
        return _whole(next_event, event)
    if event.__class__ is SequenceStartEvent:
        return _in_sequence(next_event, path, around)
    if event.__class__ is MappingStartEvent:
        return _in_mapping(next_event, path, around)
    return _range(event)


def _in_mapping(next_event: NextEvent, path: tuple[Step, ...], around: Range) -> Range:
    if path[0] == 0:  # one value written alone
        return _in_mapping(next_event, path[1:], around) if len(path) > 1 else around
    while (event := next_event()).__class__ is not MappingEndEvent:
        key = _range(event) if event.__class__ is ScalarEvent else around
        value = next_event()
        if event.__class__ is ScalarEvent and event.value == path[0]:
            return key if isinstance(path[0], FieldKey) else _inside(next_event, value, path[1:], key)
        _skip(next_event, value)
    return around


def _in_sequence(next_event: NextEvent, path: tuple[Step, ...], around: Range) -> Range:
    count = 0
    while (event := next_event()).__class__ is not SequenceEndEvent:
        if event.__class__ is ScalarEvent and event.implicit[0] and event.value in ("", "~"):
            continue
        if count == path[0]:
            return _inside(next_event, event, path[1:], _range(event))
        _skip(next_event, event)
        count += 1
    return around


def _whole(next_event: NextEvent, event: ScalarEvent) -> Range:
    """Return the range of a value; of one over several lines, its first line."""
    start = _range(event)[0]
    end = _skip(next_event, event)
    return (start, end) if end[0] == start[0] else (start, (start[0], start[1] + 1))


def _skip(next_event: NextEvent, event: ScalarEvent) -> Position:
    depth = 0
    while True:
        if event.__class__ in (MappingStartEvent, SequenceStartEvent):
            depth += 1
        elif event.__class__ in (MappingEndEvent, SequenceEndEvent, StreamEndEvent):
            depth -= 1
        if depth <= 0:
            return _range(event)[1]
        event = next_event()


def _range(event: ScalarEvent) -> Range:
    start, end = event.start_mark, event.end_mark
    return (start.line, start.column), (end.line, end.column)


