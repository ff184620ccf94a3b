"""One pass over the events of a file: its entities as plain texts, lists and mappings, and where they begin."""

from typing import Final, NamedTuple, Protocol

from yaml.error import YAMLError
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

from orgmodel.load.events import Event, Mark, NextEvent, events
from orgmodel.load.problem import Complaints, Problem, StopReadingError, clipped
from orgmodel.load.syntax import syntax_problem
from orgmodel.load.values import AS_WRITTEN, NULL, PLAIN, Plain, Value, extent
from orgmodel.model.organisation import SECTIONS

MAX_DEPTH: Final = 200
MAX_EXPANSION: Final = 10
_SLACK: Final = 1000  # characters: a small file with a few aliases is no bomb


class Receiver(Protocol):
    """Takes what a document says, as soon as it is read, with the place where it begins."""

    def entity(self, section: str, id: str, value: Value, mark: Mark) -> None:
        """Receive what stands below an id."""
        ...

    def dependency(self, value: Value, mark: Mark) -> None:
        """Receive one item of the dependencies."""
        ...

    def section(self, name: str, value: Value, mark: Mark) -> None:
        """Receive what stands at the top and is neither of these."""
        ...


class _Anchored(NamedTuple):
    """What an anchor stands for, how many characters that is, and how deep it is nested."""

    value: Value
    size: int
    depth: int


class Document:
    """Reads the events of one text.

    Parameters
    ----------
    path
        The file as it is printed.
    text
        Its content.
    receiver
        Who takes what it says.
    plain
        What texts without quotation marks say.
    """

    def __init__(self, path: str, text: str, receiver: Receiver, plain: Plain = AS_WRITTEN) -> None:
        self._text, self._receiver, self._plain = text, receiver, plain
        self._say = Complaints(path)
        self.top: dict[str, Event] = {}
        self._next: NextEvent = events(text)
        self._anchors: dict[str, _Anchored] = {}
        self._open: set[str] = set()
        self._expanded = 0
        self._begun: Event = None

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with the text itself."""
        return self._say.problems

    @property
    def unread(self) -> str:
        """The text from the entity on that was begun last: what could not be read, after the reading has stopped."""
        return self._text[self._begun.start_mark.index :] if self._begun else self._text

    def read(self) -> bool:
        """Read the whole text; problems are kept. Return whether it was read to its end."""
        try:
            self._stream()
        except StopReadingError as stop:
            self.problems.append(stop.problem)
        except (YAMLError, RecursionError, ValueError) as error:
            self.problems.append(syntax_problem(self._say.path, self._text, error))
        else:
            return True
        return False

    def _stream(self) -> None:
        self._next()
        if self._next().__class__ is StreamEndEvent:
            return
        root = self._next()
        if root.__class__ is MappingStartEvent:
            self._check(root, 1)
            self._sections()
        elif root.__class__ is not ScalarEvent or root.value not in PLAIN:
            message = f"{self._say.path} does not begin with a section such as `people:` or `teams:`"
            raise self._say.stop("F006", root, message, "put what it says below the name of a section")
        self._next()
        after = self._next()
        if after.__class__ is DocumentStartEvent:
            self._begun = after
            raise self._say.stop("F003", after, "a second document begins here", "put it into a file of its own")

    def _sections(self) -> None:
        while (event := self._next()).__class__ is not MappingEndEvent:
            section = self._key(event)
            self._say.where = (section or "",)
            self._begun = event
            if section is None:
                self._value(self._next(), 2)
            elif (first := self.top.setdefault(section, event)) is event:
                self._section(section, event)
            else:
                self._section_again(section, event, first)

    def _section_again(self, section: str, event: Event, first: Event) -> None:
        joined = section in SECTIONS or section == "dependencies"
        self._say.twice(section, event, first, "both are read as one" if joined else "the first one is read")
        if joined:
            self._section(section, event)
        else:
            self._value(self._next(), 2)

    def _section(self, section: str, key: Event) -> None:
        event = self._next()
        if section in SECTIONS and event.__class__ is MappingStartEvent:
            self._check(event, 2)
            self._entities(section)
        elif section == "dependencies" and event.__class__ is SequenceStartEvent:
            self._check(event, 2)
            self._items(section)
        else:
            value = self._value(event, 2)
            self._receiver.section(section, None if value is NULL else value, key.start_mark)

    def _entities(self, section: str) -> None:
        next_event, entity, say = self._next, self._receiver.entity, self._say
        while (event := next_event()).__class__ is not MappingEndEvent:
            key = self._key(event)
            say.where = (section, key or "")
            self._begun = event
            value = self._value(next_event(), 3)
            if key is not None:
                entity(section, key, value, event.start_mark)

    def _items(self, section: str) -> None:
        while (event := self._next()).__class__ is not SequenceEndEvent:
            value = self._value(event, 3)
            if value is not None and value is not NULL:
                self._receiver.dependency(value, event.start_mark)

    def _value(self, event: Event, depth: int) -> Value:
        kind = event.__class__
        if kind is ScalarEvent:
            if event.tag is not None or event.anchor is not None:
                return self._marked_scalar(event)
            text: str = event.value
            return self._plain[text] if event.implicit[0] else text
        if kind is AliasEvent:
            return self._alias(event, depth)
        self._check(event, depth)
        if event.anchor is None:
            return self._mapping(depth) if kind is MappingStartEvent else self._sequence(depth)
        return self._anchored(event, depth)

    def _marked_scalar(self, event: Event) -> Value:
        """Read a scalar that may have a tag or an anchor."""
        plain = event.tag is None and event.implicit[0]
        value: Value = self._plain[event.value] if plain else event.value
        if event.tag is not None:
            self._check(event, 1)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, *extent(value))
        return value

    def _mapping(self, depth: int) -> Value:
        result: dict[str, Value] = {}
        next_event, said = self._next, self._plain
        written: dict[str, Event] = {}
        while (event := next_event()).__class__ is not MappingEndEvent:
            plain = event.__class__ is ScalarEvent and event.tag is None and event.anchor is None
            key = event.value if plain and event.value not in PLAIN else self._key(event)
            below = next_event()
            if below.__class__ is ScalarEvent and below.tag is None and below.anchor is None:
                value: Value = said[below.value] if below.implicit[0] else below.value
            else:
                value = self._value(below, depth + 1)
            if key in written:
                self._say.twice(key, event, written[key], "the first one is read")
            elif key is not None:
                written[key] = event
                result[key] = value
        return result

    def _sequence(self, depth: int) -> Value:
        result: list[Value] = []
        next_event = self._next
        while (event := next_event()).__class__ is not SequenceEndEvent:
            value = self._value(event, depth + 1)
            if value is not None:
                result.append(value)
        return result

    def _anchored(self, event: Event, depth: int) -> Value:
        anchor = event.anchor
        self._open.add(anchor)
        value = self._mapping(depth) if event.__class__ is MappingStartEvent else self._sequence(depth)
        self._open.discard(anchor)
        self._anchors[anchor] = _Anchored(value, *extent(value))
        return value

    def _alias(self, event: Event, depth: int) -> Value:
        if event.anchor in self._open:
            message = f"the anchor &{clipped(event.anchor)} contains itself"
            raise self._say.stop("F003", event, message, "write out what is meant")
        if event.anchor not in self._anchors:
            message = f"an alias stands for nothing: there is no anchor &{clipped(event.anchor)} above it"
            raise self._say.stop(
                "F001", event, message, "quote it if it is meant as a text, or write out what is meant"
            )
        anchored = self._anchors[event.anchor]
        self._check_depth(event, depth + anchored.depth - 1)
        self._expanded += anchored.size
        if self._expanded > MAX_EXPANSION * len(self._text) + _SLACK:
            message = f"aliases make the text more than {MAX_EXPANSION} times as long"
            raise self._say.stop("F003", event, message, "write out what is meant")
        return anchored.value

    def _key(self, event: Event) -> str | None:
        """Return the text of a key; None, after saying so, where it has none."""
        kind = event.__class__
        value = self._marked_scalar(event) if kind is ScalarEvent else self._value(event, 3)
        if isinstance(value, str) and value is not NULL:
            return value
        if kind is ScalarEvent or value is NULL or value is None:
            self._say.refuse(event, "a key is empty or null", "quote it if it is meant as a text")
        else:
            self._say.refuse(event, "a key is a list or a mapping", "write a text before the colon")
        return None

    def _check(self, event: Event, depth: int) -> None:
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._say.refuse(event, f"the tag {clipped(tag)} is not read", "take the tag away", width=len(tag))
        self._check_depth(event, depth)

    def _check_depth(self, event: Event, depth: int) -> None:
        if depth > MAX_DEPTH:
            message = f"lists and mappings are nested more than {MAX_DEPTH} deep"
            raise self._say.stop("F003", event, message, "flatten them")
