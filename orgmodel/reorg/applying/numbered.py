"""The declared dependencies while a plan is applied: each is kept under a number that stays, in order."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgmodel.model.dependencies import Dependency


class Change(NamedTuple):
    """One change of the list: what stood under a number before and after, and at which position."""

    number: int
    before: Dependency | None
    after: Dependency | None
    position: int


class Dependencies:
    """The list of dependencies.

    Parameters
    ----------
    stated
        Those of the base; each gets its position as its number.
    """

    def __init__(self, stated: Sequence[Dependency]) -> None:
        self._stated = dict(enumerate(stated))
        self.order = list(self._stated)
        self._next = len(self.order)

    def __iter__(self) -> Iterator[tuple[int, Dependency]]:
        """Yield number and dependency, in order."""
        return ((number, self._stated[number]) for number in self.order)

    def get(self, number: int) -> Dependency | None:
        """Return what is kept under a number."""
        return self._stated.get(number)

    def at(self, position: int) -> int | None:
        """Return the number of what stands at a position; None beyond the end."""
        return self.order[position] if position < len(self.order) else None

    def put(self, number: int, dependency: Dependency) -> Change:
        """Put a dependency in the place of another."""
        before, self._stated[number] = self._stated[number], dependency
        return Change(number, before, dependency, self.order.index(number))

    def insert(self, dependency: Dependency, at: int | None) -> Change:
        """Add a dependency, at a position or at the end."""
        number, self._next = self._next, self._next + 1
        position = len(self.order) if at is None else min(at, len(self.order))
        self.order.insert(position, number)
        self._stated[number] = dependency
        return Change(number, None, dependency, position)

    def remove(self, number: int) -> Change:
        """Take a dependency out."""
        position = self.order.index(number)
        del self.order[position]
        return Change(number, self._stated.pop(number), None, position)

    def take_back(self, change: Change) -> None:
        """Undo a change; the last one first."""
        number, before, after, position = change
        if before is None:
            del self.order[position], self._stated[number]
            return
        self._stated[number] = before
        if after is None:
            self.order.insert(position, number)


def list_before(now: Sequence[Dependency], changes: Sequence[Change]) -> tuple[Dependency, ...]:
    """Return the list as it was before these changes, which are the last ones, in the order in which they were made."""
    earlier = list(now)
    for _, before, after, position in reversed(changes):
        if before is None:
            del earlier[position]
        elif after is None:
            earlier.insert(position, before)
        else:
            earlier[position] = before
    return tuple(earlier)
