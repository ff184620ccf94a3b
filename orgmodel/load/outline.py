"""Where each part of one entity stands: built in one pass over its events, asked many times."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from yaml.events import (
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from orgmodel.load.events import Event, NextEvent
from orgmodel.load.faults import FieldKey
from orgmodel.load.values import PLAIN
from orgmodel.model.place import Step

Position = tuple[int, int]
"""Line and column, from 0."""

Range = tuple[Position, Position]


class Outline(NamedTuple):
    """Where a value stands, what is shown for something of it that is not written, and where its parts stand."""

    place: Range
    around: Range
    parts: Mapping[Step, "Outline"]
    keys: Mapping[str, Range]

    def at(self, path: Iterable[Step]) -> Range:
        """Return the place of what a path leads to, or of the nearest thing around it that is written."""
        here = self
        for step in path:
            if isinstance(step, FieldKey):
                return here.keys.get(step, here.around)
            if step in here.parts:
                here = here.parts[step]
            elif not here.parts:
                return here.place  # a text that stands for a list or a mapping
            elif step != 0 or not here.keys:  # where a list is allowed, one mapping may be written alone
                return here.around
        return here.place


_NONE: Final[Mapping[Any, Any]] = MappingProxyType({})


def outline(next_event: NextEvent, *, item: bool) -> Outline | None:
    """Return the outline of an entity from its events; None where they are not those of one.

    Parameters
    ----------
    next_event
        Gives the events of the entity, its key included.
    item
        Whether the entity is an item of a list, which has no key.
    """
    next_event(), next_event()
    root = next_event()
    if root.__class__ is not MappingStartEvent:
        return None
    if item:
        whole = _outline(next_event, root, _range(root))
        return whole._replace(place=_first_field(whole))
    key = _outline(next_event, next_event(), _range(root)).place
    return _outline(next_event, next_event(), key)._replace(place=key, around=key)


def _first_field(item: Outline) -> Range:
    """Return the first line of a list item: from its beginning to the end of its first field."""
    first = next(iter(item.parts.values()), item)
    return _first_line(item.place[0], first.place[1])


def _outline(next_event: NextEvent, event: Event, around: Range) -> Outline:
    """Return the outline of the value that begins with an event; an empty one stands where what is around it does."""
    if event.__class__ is MappingStartEvent:
        return _mapping(next_event, event, around)
    if event.__class__ is SequenceStartEvent:
        return _sequence(next_event, event, around)
    return Outline(_scalar(event, around), around, _NONE, _NONE)


def _scalar(event: Event, around: Range) -> Range:
    start, end = event.start_mark, event.end_mark
    line, column, last = start.line, start.column, end.column
    if end.line != line:
        return (line, column), (line, column + 1)
    return around if column == last else ((line, column), (line, last))


def _mapping(next_event: NextEvent, begin: Event, around: Range) -> Outline:
    parts: dict[Step, Outline] = {}
    keys: dict[str, Range] = {}
    while (event := next_event()).__class__ is not MappingEndEvent:
        if event.__class__ is ScalarEvent:
            key = _scalar(event, around)
            below = next_event()
            is_scalar = below.__class__ is ScalarEvent
            value = Outline(_scalar(below, key), key, _NONE, _NONE) if is_scalar else _outline(next_event, below, key)
            keys.setdefault(event.value, key)
            parts.setdefault(event.value, value)
        else:
            _outline(next_event, event, around)
            _outline(next_event, next_event(), around)
    return Outline(_first_line(_range(begin)[0], _range(event)[1]), around, parts, keys)


def _sequence(next_event: NextEvent, begin: Event, around: Range) -> Outline:
    parts: dict[Step, Outline] = {}
    while (event := next_event()).__class__ is not SequenceEndEvent:
        place = _range(event)
        is_one_line = event.__class__ is ScalarEvent and place[0][0] == place[1][0]
        item = Outline(place, place, _NONE, _NONE) if is_one_line else _outline(next_event, event, place)
        if not _is_nothing(event):
            parts[len(parts)] = item
    return Outline(_first_line(_range(begin)[0], _range(event)[1]), around, parts, _NONE)


def _is_nothing(event: Event) -> bool:
    """Tell whether an item is left out of its list, because it says nothing."""
    if event.__class__ is not ScalarEvent or event.tag is not None or not event.implicit[0]:
        return False
    return PLAIN.get(event.value, event.value) is None


def _first_line(start: Position, end: Position) -> Range:
    return (start, end) if end[0] == start[0] else (start, (start[0], start[1] + 1))


def _range(event: Event) -> Range:
    start, end = event.start_mark, event.end_mark
    return (start.line, start.column), (end.line, end.column)
