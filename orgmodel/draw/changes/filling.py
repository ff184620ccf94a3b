"""Fills columns with a department: its cards one below the other, over as many columns as it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from orgmodel.draw.changes.sizes import ABOVE_PART, BETWEEN, card_height, head_height, rest_height
from orgmodel.draw.changes.values import Block, Card, Department

Kind = Literal["part", "card", "rest"]
_TRIES: Final = 12
_CONTINUED: Final = ", continued"


class Item(NamedTuple):
    """One thing in a column: the head of a group, a card, or a line about what is not shown; and how high it is."""

    kind: Kind
    what: Block | Card | str
    high: float


Run = tuple[Item, ...]
"""What stands in one column, from the top down."""


def items_of(department: Department) -> tuple[Item, ...]:
    """Return what stands below the head of a department, in order."""
    return tuple(_items(department))


def _items(department: Department) -> Iterator[Item]:
    for block in department.blocks:
        if block is not department.head:
            yield Item("part", block, head_height(block, part=True))
        yield from (Item("card", card, card_height(card)) for card in block.cards)
        yield from (Item("rest", line, rest_height(line)) for line in block.rest)
    yield from (Item("rest", line, rest_height(line)) for line in department.rest)


def height(run: Sequence[Item]) -> float:
    """Return how high a column is, with a gap above each item."""
    return sum(gap(item, first=place == 0) + item.high for place, item in enumerate(run))


def gap(item: Item, *, first: bool) -> float:
    """Return how much room is left above something."""
    return ABOVE_PART if item.kind == "part" and not first else BETWEEN


def runs(items: Sequence[Item], limit: float) -> tuple[Run, ...]:
    """Fill columns up to a height; an item that is higher has a column of its own.

    The head of a group never stands at the end of a column, nor a line about what is not shown at the beginning. A head
    is repeated where its cards go on in the next column.
    """
    found: list[list[Item]] = []
    part: Item | None = None
    used = 0.0
    for place, item in enumerate(items):
        needed = used + gap(item, first=not used) + item.high + _following(items, place)
        if not found or (needed > limit and _may_begin(item, after=found[-1][-1])):
            goes_on = part is not None and item.kind == "card"
            found.append([_continued(part)] if goes_on and part is not None else [])
            used = height(found[-1])
        part = item if item.kind == "part" else part
        used += gap(item, first=not found[-1]) + item.high
        found[-1].append(item)
    return tuple(map(tuple, found))


def _may_begin(item: Item, *, after: Item) -> bool:
    return item.kind != "rest" and after.kind != "part"


def _following(items: Sequence[Item], place: int) -> float:
    """Return how high that is which has to stand in the same column as the item before it."""
    high = 0.0
    for one, other in pairwise(items[place:]):
        if one.kind != "part" and other.kind != "rest":
            break
        high += BETWEEN + other.high
    return high


def _continued(part: Item) -> Item:
    assert isinstance(part.what, Block)
    block = replace(part.what, name=f"{part.what.name}{_CONTINUED}", lines=(), badges=(), mark="unchanged")
    return Item("part", block, head_height(block, part=True))


def interrupted(columns: Sequence[Run]) -> int:
    """Count the groups that go on in another column."""
    firsts = (run[0].what for run in columns if run)
    return sum(isinstance(what, Block) and what.name.endswith(_CONTINUED) for what in firsts)


def balanced(items: Sequence[Item], columns: int) -> tuple[Run, ...]:
    """Fill at most so many columns, as evenly as possible."""
    if not items:
        return ((),)
    low, high = height(items) / columns, height(items) + max(item.high for item in items)
    best = runs(items, high)
    for _ in range(_TRIES if columns > 1 else 0):
        middle = (low + high) / 2
        tried = runs(items, middle)
        if len(tried) <= columns:
            best, high = tried, middle
        else:
            low = middle
    return best
