"""Follows a path through the events of one entity, to the line and the column of what stands there."""

from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from orgmodel.load.events import Event, NextEvent
from orgmodel.load.faults import FieldKey
from orgmodel.load.values import PLAIN
from orgmodel.model.place import Step

Position = tuple[int, int]
"""Line and column, from 0."""

Range = tuple[Position, Position]


def walk(next_event: NextEvent, path: tuple[Step, ...], *, item: bool) -> Range | None:
    """Return where something begins and ends, or the nearest thing around it that is written.

    Parameters
    ----------
    next_event
        Gives the events of the entity, its key included.
    path
        What is looked for, inside the entity.
    item
        Whether the entity is an item of a list, which has no key.
    """
    next_event(), next_event()
    root = next_event()
    if item:
        return _inside(next_event, root, path, _range(root)) if path else _first(next_event, root)
    if root.__class__ is not MappingStartEvent:
        return None
    key = _whole(next_event, next_event(), _range(root))
    return _inside(next_event, next_event(), path, key) if path else key


def _first(next_event: NextEvent, root: Event) -> Range | None:
    """Return the first line of a list item: from its first key to its first value."""
    start = _range(root)[0]
    if root.__class__ is not MappingStartEvent:
        return None
    next_event()
    end = _range(next_event())[1]
    return (start, end) if end[0] == start[0] else (start, (start[0], start[1] + 1))


def _inside(next_event: NextEvent, event: Event, path: tuple[Step, ...], around: Range) -> Range:
    if event.__class__ is MappingStartEvent and path and path[0] == 0:
        path = path[1:]  # one mapping written alone, where a list is allowed
    if not path:
        return _whole(next_event, event, around)
    if event.__class__ is SequenceStartEvent:
        return _in_sequence(next_event, path, around)
    if event.__class__ is MappingStartEvent:
        return _in_mapping(next_event, path, around)
    return _whole(next_event, event, around)


def _in_mapping(next_event: NextEvent, path: tuple[Step, ...], around: Range) -> Range:
    while (event := next_event()).__class__ is not MappingEndEvent:
        found = event.__class__ is ScalarEvent and event.value == path[0]
        if found and isinstance(path[0], FieldKey):
            return _range(event)
        key = _whole(next_event, event, around)
        value = next_event()
        if found:
            return _inside(next_event, value, path[1:], key)
        _skip(next_event, value)
    return around


def _in_sequence(next_event: NextEvent, path: tuple[Step, ...], around: Range) -> Range:
    count = 0
    while (event := next_event()).__class__ is not SequenceEndEvent:
        if _is_nothing(event):
            continue
        if count == path[0]:
            return _inside(next_event, event, path[1:], _range(event))
        _skip(next_event, event)
        count += 1
    return around


def _is_nothing(event: Event) -> bool:
    """Tell whether an item is left out of its list, because it says nothing."""
    if event.__class__ is not ScalarEvent or event.tag is not None or not event.implicit[0]:
        return False
    return PLAIN.get(event.value, event.value) is None


def _whole(next_event: NextEvent, event: Event, around: Range) -> Range:
    """Return the range of a value, of one over several lines its first line; what is around it where it is empty."""
    start = _range(event)[0]
    end = _skip(next_event, event)
    if start == end:
        return around
    return (start, end) if end[0] == start[0] else (start, (start[0], start[1] + 1))


def _skip(next_event: NextEvent, event: Event) -> Position:
    depth = 0
    while True:
        if event.__class__ in (MappingStartEvent, SequenceStartEvent):
            depth += 1
        elif event.__class__ in (MappingEndEvent, SequenceEndEvent, StreamEndEvent):
            depth -= 1
        if depth <= 0:
            return _range(event)[1]
        event = next_event()


def _range(event: Event) -> Range:
    start, end = event.start_mark, event.end_mark
    return (start.line, start.column), (end.line, end.column)
