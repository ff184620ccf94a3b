"""What stands where in a YAML text: a tree of its values, each with the exact characters that it takes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import yaml
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

MAX_DEPTH: Final = 200
"""How deep values may be nested; loading accepts no more."""

_Event = Any
_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s*)*")
_UP_TO_DASH: Final = re.compile(r"(?:\s|#[^\r\n\x85\u2028\u2029]*)*")
_EMPTY_LINES: Final = re.compile(r"(?:\r\n|[\n\r\x85\u2028\u2029])+\Z")


class UnreadableError(Exception):
    """A text is not YAML, or not YAML that an organisation file can be."""


@dataclass(slots=True)
class Node:
    """One value.

    Attributes
    ----------
    start, end
        The characters it takes, with its anchor; what follows behind it in the line does not belong to it.
    inner
        Where it begins behind its anchor.
    flow
        Whether a list or a mapping stands in brackets or braces.
    text
        What a scalar says, or the name that an alias gives.
    plain
        Whether a scalar stands without quotation marks and tag.
    target
        What an alias stands for.
    """

    kind: Literal["scalar", "mapping", "sequence", "alias"]
    start: int
    inner: int
    end: int
    flow: bool = False
    text: str = ""
    plain: bool = False
    anchor: str | None = None
    target: "Node | None" = None
    pairs: Sequence["Pair"] = ()
    items: Sequence["Item"] = ()


class Child:
    """A part of a list or a mapping.

    Attributes
    ----------
    start
        Where it begins: its key, its dash, or the item itself between brackets.
    chunk, begin
        Its lines and where they begin, where they say the same without those around them; they are read only when the
        value is asked for.
    """

    __slots__ = ("_value", "begin", "chunk", "start")

    def __init__(self, start: int, value: Node | None, chunk: str = "", begin: int = 0) -> None:
        self.start, self._value, self.chunk, self.begin = start, value, chunk, begin

    @property
    def value(self) -> Node:
        """What stands behind the key or the dash."""
        if self._value is None:
            self._value = self._read()
        return self._value

    def _read(self) -> Node:
        tree = parsed(self.chunk, offset=self.begin)
        parts: list[Child] = [*tree.root.pairs, *tree.root.items] if tree.root else []
        if len(parts) != 1 or tree.is_anchored:
            raise UnreadableError("it does not stand for itself")
        return parts[0].value

    @property
    def end(self) -> int:
        """Where the value ends, or what stands before it if there is none."""
        return max(self.value.end, self.start)


class Pair(Child):
    """A key and its value."""

    __slots__ = ("key",)

    def __init__(self, key: Node, value: Node | None, chunk: str = "", begin: int = 0) -> None:
        super().__init__(key.start, value, chunk, begin)
        self.key = key

    @property
    def end(self) -> int:
        """Where the value ends, or the key if there is none."""
        return max(self.value.end, self.key.end)


class Item(Child):
    """An item of a list."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Tree:
    """The value of a whole text; None if there is none."""

    root: Node | None
    aliases: tuple[Node, ...] = ()
    is_anchored: bool = False


def parsed(text: str, *, offset: int = 0) -> Tree:
    """Read a text.

    Parameters
    ----------
    text
        The text, without byte-order mark.
    offset
        Where it begins in the text from which it was cut; all places count from there.

    Raises
    ------
    UnreadableError
        If it is not YAML, holds more than one document, or is nested too deep.
    """
    return _Parsing(text, offset).tree()


class _Parsing:
    """One pass over the events of a text."""

    def __init__(self, text: str, offset: int) -> None:
        parser: Any = yaml.cyaml.CParser(text) if yaml.__with_libyaml__ else yaml.Loader(text)  # type: ignore[attr-defined]  # the stubs leave it out
        self._text, self._offset = text, offset
        self._next: Callable[[], _Event] = parser.get_event
        self._anchors: dict[str, Node] = {}
        self._aliases: list[Node] = []

    def tree(self) -> Tree:
        """Return the tree of the whole text."""
        try:
            self._next()
            if self._next().__class__ is StreamEndEvent:
                return Tree(None)
            root = self._node(self._next(), 1)
            self._next()
            if self._next().__class__ is DocumentStartEvent:
                raise UnreadableError("a second document begins")
        except (YAMLError, ValueError) as error:
            raise UnreadableError(str(error)) from None
        return Tree(root, tuple(self._aliases), bool(self._anchors or self._aliases))

    def _node(self, event: _Event, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise UnreadableError("it is nested too deep")
        kind = event.__class__
        if kind is AliasEvent:
            return self._alias(event)
        node = self._scalar(event) if kind is ScalarEvent else self._collection(event, depth)
        if node.anchor is not None:
            self._anchors[node.anchor] = node
        return node

    def _alias(self, event: _Event) -> Node:
        target = self._anchors.get(event.anchor)
        if target is None:
            raise UnreadableError(f"there is no anchor {event.anchor} above its alias")
        start, end = event.start_mark.index + self._offset, event.end_mark.index + self._offset
        node = Node("alias", start, start, end, text=event.anchor, target=target)
        self._aliases.append(node)
        return node

    def _scalar(self, event: _Event) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in ("|", ">"):
            end = self._end_of_block(start, end)
        inner = start
        if event.anchor is not None or event.tag is not None:
            inner = min(self._inner(start), end)
        plain = event.tag is None and bool(event.implicit[0])
        shift = self._offset
        return Node(
            "scalar", start + shift, inner + shift, end + shift, text=event.value, plain=plain, anchor=event.anchor
        )

    def _inner(self, start: int) -> int:
        found = _PROPERTIES.match(self._text, start)
        return found.end() if found else start

    def _end_of_block(self, start: int, end: int) -> int:
        """Leave the empty lines below a text of several lines out, unless it keeps them."""
        written = self._text[start:end]
        keeps = "+" in written.split("\n", 1)[0].split("#", 1)[0]
        if keeps:
            return start + len(written) - (2 if written.endswith("\r\n") else 1 if written.endswith("\n") else 0)
        return start + len(_EMPTY_LINES.sub("", written))

    def _collection(self, event: _Event, depth: int) -> Node:
        start = event.start_mark.index
        marked = event.anchor is not None or event.tag is not None
        inner = self._inner(start) if marked else start
        shift = self._offset
        kind: Literal["mapping", "sequence"] = "mapping" if event.__class__ is MappingStartEvent else "sequence"
        node = Node(kind, start + shift, inner + shift, 0, flow=bool(event.flow_style), anchor=event.anchor)
        end = self._pairs(node, depth) if kind == "mapping" else self._items(node, depth)
        node.end = end
        return node

    def _pairs(self, node: Node, depth: int) -> int:
        last = node.inner
        node.pairs = pairs = []
        while (event := self._next()).__class__ is not MappingEndEvent:
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            if value.start == value.end and ":" not in self._between(key.end, value.start):
                value.start = value.inner = value.end = key.end
            pairs.append(Pair(key, value))
            last = value.end
        return self._end(event) if node.flow else last

    def _items(self, node: Node, depth: int) -> int:
        last = node.inner
        node.items = items = []
        while (event := self._next()).__class__ is not SequenceEndEvent:
            value = self._node(event, depth + 1)
            items.append(Item(value.start if node.flow else self._dash(last), value))
            last = value.end
        return self._end(event) if node.flow else last

    def _end(self, event: _Event) -> int:
        end: int = event.end_mark.index
        return end + self._offset

    def _dash(self, after: int) -> int:
        found = _UP_TO_DASH.match(self._text, after - self._offset)
        return (found.end() if found else after) + self._offset

    def _between(self, start: int, end: int) -> str:
        return self._text[start - self._offset : end - self._offset]
