"""Sets the boxes of a department one after the other, in as many lines side by side as keep them short enough."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

_DEEPEST: Final = 6
"""Deeper boxes begin anew near the edge, below their head drawn again."""


class Slot(NamedTuple):
    """A box in a line: how far along it begins, how deep it stands, and the slot in its line that it hangs from.

    `again` tells a head that is drawn again because what hangs from it goes on in another line. `above` is None for
    what hangs from the head of the department.
    """

    box: int
    along: float
    depth: int
    above: int | None
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A box to be set.

    It is so long and takes so much `across`, is as long as `again` where it is drawn again, and hangs from another one.
    What is `bound` to it must stay with it, and its whole `branch` should.
    """

    long: float
    across: float
    above: int | None
    again: float = 0.0
    bound: float = 0.0
    branch: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The lines of a department, how much room each takes across, and how long the longest is."""

    lines: tuple[tuple[Slot, ...], ...]
    across: tuple[float, ...]
    long: float

    @property
    def again(self) -> int:
        """How many heads are drawn again."""
        return sum(slot.again for line in self.lines for slot in line)


def items_of(
    sizes: Sequence[tuple[float, float]], aboves: Sequence[int | None], *, gap: float, again: float
) -> tuple[Item, ...]:
    """Return boxes to be set, by how long they are and how much they take across.

    A head must have the first box below it in its line.
    """
    bound, branch = [0.0] * len(sizes), [0.0] * len(sizes)
    for n in range(len(sizes) - 1, 0, -1):
        above = aboves[n]
        if above == n - 1:
            bound[above] = gap + sizes[n][0] + bound[n]
        if above is not None:
            branch[above] += gap + sizes[n][0] + branch[n]
    return tuple(
        Item(long=long, across=across, above=aboves[n], again=again, bound=bound[n], branch=branch[n])
        for n, (long, across) in enumerate(sizes)
    )


def flowed(items: Sequence[Item], room: float, *, gap: float, indent: float) -> Lines:
    """Set items in lines that are at most so long, where that can be; each level is so much further in."""
    lines = _Flow(items, room, gap).lines()
    ends = (line[-1].along + items[line[-1].box].long for line in lines)  # a head drawn again is never the last
    across = (max(slot.depth * indent + items[slot.box].across for slot in line) for line in lines)
    return Lines(lines=tuple(tuple(line) for line in lines), across=tuple(across), long=max(ends, default=0.0))


def balanced(items: Sequence[Item], room: float, *, gap: float, indent: float) -> Lines:
    """Set items in as few lines as the room asks for, all about equally long."""
    best = flowed(items, room, gap=gap, indent=indent)
    low, high = best.long / (2 * len(best.lines) + 1), best.long
    while high - low > gap and len(best.lines) > 1:
        middle = (low + high) / 2
        tried = flowed(items, middle, gap=gap, indent=indent)
        if len(tried.lines) <= len(best.lines) and tried.long < best.long:
            best, high = tried, tried.long
        else:
            low = middle
    return best


class _Flow:
    """Sets items one after the other."""

    def __init__(self, items: Sequence[Item], room: float, gap: float) -> None:
        self._items, self._room, self._gap = items, room, gap
        self._found: list[list[Slot]] = []
        self._slots: dict[int, int] = {}
        self._at = 0.0

    def lines(self) -> list[list[Slot]]:
        """Return the lines."""
        for n, item in enumerate(self._items):
            if not self._found or self._at + item.long + self._together(item) > self._room:
                self._begin()
            self._set(n, item)
        return self._found

    def _together(self, item: Item) -> float:
        """Return how much of what is below an item has to stand in its line: all of it, if one line can hold that."""
        return item.branch if item.long + item.branch <= self._room else min(item.bound, self._room / 2)

    def _begin(self) -> None:
        self._found.append([])
        self._slots, self._at = {}, 0.0

    def _set(self, n: int, item: Item) -> None:
        above = item.above
        if above is None:
            self._put(n, 1, None)
            return
        if above not in self._slots or self._line[self._slots[above]].depth >= _DEEPEST:
            self._put(above, 1, None, again=True)
        slot = self._slots[above]
        self._put(n, self._line[slot].depth + 1, slot)

    @property
    def _line(self) -> list[Slot]:
        return self._found[-1]

    def _put(self, n: int, depth: int, above: int | None, *, again: bool = False) -> None:
        self._line.append(Slot(n, self._at, depth, above, again))
        self._slots[n] = len(self._line) - 1
        self._at += (self._items[n].again if again else self._items[n].long) + self._gap
