"""One pass over the events of a file: its sections as plain texts, lists and mappings, and the lines of its entities."""

from collections.abc import Callable
from typing import Final

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from orgmodel.load.events import Mark, NextEvent, events
from orgmodel.load.problem import Problem, StopReadingError
from orgmodel.load.syntax import syntax_problem
from orgmodel.model.place import Place

MAX_DEPTH: Final = 200
MAX_EXPANSION: Final = 10
_SLACK: Final = 1000  # characters: a small file with a few aliases is no bomb


class Null(str):
    """A plain `null`: a text where a text is wanted, and absent elsewhere."""

    __slots__ = ()


NULL: Final = Null("null")

Value = str | list["Value"] | dict[str, "Value"] | None
"""What a file says: every scalar is a text, kept as written; None where nothing is written."""

Taken = Callable[[str, str, Value, Mark], None]
"""Receives the section, the key and the value of each entity, and where its key is written."""


class Document:
    """Reads the events of one text.

    Parameters
    ----------
    path
        The file as it is printed.
    text
        Its content.
    keyed
        Sections whose entities are keyed by id.
    take
        Called for each entity as soon as it is read, for each item of a section that is a list (with an empty key),
        and once for each other key at the top (with an empty key).
    """

    def __init__(self, path: str, text: str, keyed: frozenset[str], take: Taken) -> None:
        self.path, self._text, self._keyed, self._take = path, text, keyed, take
        self.problems: list[Problem] = []
        self.top: dict[str, Mark] = {}
        self._next: NextEvent = events(text)
        self._anchors: dict[str, Value] = {}
        self._open: set[str] = set()
        self._sizes: dict[int, int] = {}
        self._expanded = 0
        self._ids: dict[tuple[str, str], Mark] = {}

    def read(self) -> bool:
        """Read the whole text; problems are kept. Return whether it was read to its end."""
        try:
            self._stream()
        except StopReadingError as stop:
            self.problems.append(stop.problem)
            return False
        except (YAMLError, RecursionError, ValueError) as error:
            mark = error.problem_mark if isinstance(error, MarkedYAMLError) else None
            self.problems.append(syntax_problem(self.path, self._text, str(error), mark))
            return False
        return True

    def _stream(self) -> None:
        self._next()
        if self._next().__class__ is StreamEndEvent:
            return
        root = self._next()
        if root.__class__ is MappingStartEvent:
            self._check(root, 1)
            self._sections()
        elif root.__class__ is ScalarEvent and not root.value:
            pass
        else:
            raise self._stop("F006", root, f"{self.path} does not begin with sections such as `people:` or `teams:`")
        self._next()
        after = self._next()
        if after.__class__ is DocumentStartEvent:
            raise self._stop("F003", after, "a second document begins", help="put it into a file of its own")

    def _sections(self) -> None:
        while (event := self._next()).__class__ is not MappingEndEvent:
            section = self._key(event)
            if section in self.top:
                self._repeated("F002", section, event, self.top[section])
            self.top.setdefault(section, event.start_mark)
            value = self._next()
            if section in self._keyed and value.__class__ is MappingStartEvent:
                self._check(value, 2)
                self._entities(section)
            elif section == "dependencies" and value.__class__ is SequenceStartEvent:
                self._check(value, 2)
                self._items(section)
            else:
                self._take(section, "", self._value(value, 2), event.start_mark)

    def _entities(self, section: str) -> None:
        next_event, take, ids = self._next, self._take, self._ids
        while (event := next_event()).__class__ is not MappingEndEvent:
            key = self._key(event)
            value = self._value(next_event(), 3)
            first = ids.setdefault((section, key), event.start_mark)
            if first is not event.start_mark:
                self._repeated("F007", key, event, first)
            else:
                take(section, key, value, event.start_mark)

    def _items(self, section: str) -> None:
        while (event := self._next()).__class__ is not SequenceEndEvent:
            value = self._value(event, 3)
            if value is not None:
                self._take(section, "", value, event.start_mark)

    def _value(self, event: ScalarEvent, depth: int) -> Value:
        kind = event.__class__
        if kind is ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                self._check(event, depth)
            text: str = event.value
            if event.implicit[0] and text in ("", "~", "null"):
                return NULL if text == "null" else None
            if event.anchor is not None:
                self._anchors[event.anchor] = text
            return text
        if kind is AliasEvent:
            return self._alias(event)
        self._check(event, depth)
        if event.anchor is None:
            return self._mapping(depth) if kind is MappingStartEvent else self._sequence(depth)
        return self._anchored(event, depth)

    def _mapping(self, depth: int) -> Value:
        result: dict[str, Value] = {}
        next_event = self._next
        marks: dict[str, Mark] = {}
        empty = False
        while (event := next_event()).__class__ is not MappingEndEvent:
            plain = event.__class__ is ScalarEvent and event.tag is None and event.anchor is None
            key = event.value if plain and event.value not in ("", "~", "null") else self._key(event)
            value = self._value(next_event(), depth + 1)
            if key in marks:
                self._repeated("F002", key, event, marks[key])
                continue
            marks[key] = event.start_mark
            if value is None:
                empty = True
            result[key] = value
        return {key: value for key, value in result.items() if value is not None} if empty else result

    def _sequence(self, depth: int) -> Value:
        result: list[Value] = []
        next_event = self._next
        while (event := next_event()).__class__ is not SequenceEndEvent:
            value = self._value(event, depth + 1)
            if value is not None:
                result.append(value)
        return result

    def _anchored(self, event: ScalarEvent, depth: int) -> Value:
        anchor = event.anchor
        self._open.add(anchor)
        value = self._mapping(depth) if event.__class__ is MappingStartEvent else self._sequence(depth)
        self._open.discard(anchor)
        self._anchors[anchor] = value
        self._sizes[id(value)] = self._size(value)
        return value

    def _alias(self, event: AliasEvent) -> Value:
        if event.anchor in self._open:
            raise self._stop("F003", event, f"the anchor &{event.anchor} contains itself")
        if event.anchor not in self._anchors:
            raise self._stop("F001", event, f"*{event.anchor} stands for nothing: there is no anchor &{event.anchor}")
        value = self._anchors[event.anchor]
        self._expanded += self._sizes.get(id(value), 1)
        if self._expanded > MAX_EXPANSION * len(self._text) + _SLACK:
            message = f"aliases expand the text more than {MAX_EXPANSION} times"
            raise self._stop("F003", event, message, help="write out what is meant")
        return value

    def _size(self, value: Value) -> int:
        """Count the characters of a value with all its aliases written out."""
        if isinstance(value, str) or value is None:
            return len(value or "") + 1
        if (known := self._sizes.get(id(value))) is not None:
            return known
        items = value if isinstance(value, list) else [*value, *value.values()]
        return 1 + sum(map(self._size, items))

    def _key(self, event: ScalarEvent) -> str:
        if event.__class__ is ScalarEvent:
            if event.tag is not None:
                self._check(event, 1)
            if event.implicit[0] and event.value in ("", "~", "null"):
                self._refuse("F003", event, "a key is empty or null", "quote it if it is meant as a text")
            if event.anchor is not None:
                self._anchors[event.anchor] = event.value
            text: str = event.value
            return text
        if event.__class__ is AliasEvent and isinstance(value := self._alias(event), str):
            return value
        self._refuse("F003", event, "a key is a list or a mapping", "write a plain text before the colon")
        if event.__class__ is not AliasEvent:
            self._value(event, 3)
        return ""

    def _check(self, event: ScalarEvent, depth: int) -> None:
        if event.tag is not None:
            self._refuse("F003", event, f"the tag {_short(event.tag)} is not read", "take the tag away")
        if depth > MAX_DEPTH:
            raise self._stop("F003", event, f"lists and mappings are nested more than {MAX_DEPTH} deep")

    def _repeated(self, code: str, key: str, event: ScalarEvent, first: Mark) -> None:
        what = "written twice" if code == "F002" else "defined twice"
        message = f"`{_short(key)}` is {what}; the first one is read"
        line, column = first.line + 1, first.column + 1
        also = (("first written here", Place(self.path, line, column, line, column + len(key))),)
        place = self._place(event)
        self.problems.append(Problem(code, "file", self.path, message, place, "keep one of them", also, (key,)))

    def _refuse(self, code: str, event: ScalarEvent, message: str, help: str = "") -> None:
        self.problems.append(Problem(code, "file", self.path, message, self._place(event), help))

    def _stop(self, code: str, event: ScalarEvent, message: str, help: str = "") -> StopReadingError:
        return StopReadingError(Problem(code, "file", self.path, message, self._place(event), help))

    def _place(self, event: ScalarEvent) -> Place:
        start, end = event.start_mark, event.end_mark
        last = end.column if end.line == start.line else start.column + 1
        return Place(self.path, start.line + 1, start.column + 1, start.line + 1, last + 1)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
