"""What is to become of the parts of a file: a tree of alterations beside the tree of its values."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from orgmodel.exchange.rewriting.nodes import Child, Node
from orgmodel.exchange.rewriting.values import Raw, as_read, name, said

Style = Literal["fit", "block", "flow", "section"]
"""How something is written: in one line where it fits, below its key, in braces, or as a section of its own."""


@dataclass(frozen=True, slots=True)
class Whole:
    """It becomes this value. `anchor` is the name under which aliases find it."""

    value: object
    style: Style = "fit"
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """It is no more, and nor is its key."""


GONE: Final = Gone()


@dataclass(frozen=True, slots=True)
class Added:
    """Something new behind the part of this number; -1 is before the first."""

    after: int
    value: object
    key: str | None = None
    style: Style = "fit"


@dataclass(slots=True)
class Inside:
    """Some of the parts of a list or a mapping change.

    Attributes
    ----------
    parts
        What becomes of a part, by its number.
    keys
        New keys of parts, by their number.
    added
        New parts, in their order.
    unanchored
        Whether the anchor before it goes.
    """

    parts: "dict[int, Alteration]" = field(default_factory=dict)
    keys: dict[int, str] = field(default_factory=dict)
    added: list[Added] = field(default_factory=list)
    unanchored: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything changes."""
        return bool(self.parts or self.keys or self.added or self.unanchored)

    def is_gone(self, number: int) -> bool:
        """Tell whether a part is no more."""
        return self.parts.get(number) is GONE

    def behind(self, number: int) -> Iterator[Added]:
        """Yield what is new behind a part."""
        return (added for added in self.added if added.after == number)


Alteration = Whole | Gone | Inside


def children(node: Node) -> list[Child]:
    """Return the parts of a list or a mapping."""
    return [*node.pairs] if node.kind == "mapping" else [*node.items]


def leaves_nothing(node: Node, inside: Inside) -> bool:
    """Tell whether all parts are gone and none comes."""
    count = len(node.pairs) or len(node.items)
    return not inside.added and all(inside.is_gone(number) for number in range(count))


def outcome(node: Node, alteration: Alteration | None) -> Raw:
    """Return what a node says after an alteration."""
    if alteration is None:
        return said(node)
    if isinstance(alteration, Inside):
        return _mapping(node, alteration) if node.kind == "mapping" else _sequence(node, alteration)
    return as_read(alteration.value) if isinstance(alteration, Whole) else None


def _mapping(node: Node, inside: Inside) -> Raw:
    result: dict[str, Raw] = {}
    for number, pair in enumerate(node.pairs):
        key = inside.keys.get(number) or name(pair.key)
        if key is not None and key not in result and not inside.is_gone(number):
            result[key] = outcome(pair.value, inside.parts.get(number))
    for added in inside.added:
        result.setdefault(added.key or "", as_read(added.value))
    return result


def _sequence(node: Node, inside: Inside) -> Raw:
    result = [as_read(added.value) for added in inside.behind(-1)]
    for number, item in enumerate(node.items):
        if not inside.is_gone(number):
            result.append(outcome(item.value, inside.parts.get(number)))
        result += [as_read(added.value) for added in inside.behind(number)]
    return [raw for raw in result if raw is not None]
