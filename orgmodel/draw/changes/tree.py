"""Which departments there are, and what hangs where in them."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from orgmodel.draw.changes.sides import Sides


class Tree:
    """The departments: what hangs below the top, or below the one group that all hang below.

    Parameters
    ----------
    sides
        The two organisations.
    """

    def __init__(self, sides: Sides) -> None:
        self._sides = sides

    @cached_property
    def spine(self) -> tuple[str, ...]:
        """The groups that everything hangs below, from the top down."""
        found: list[str] = []
        level = self._level(None)
        while len(level) == 1 and self._level(level[0]):
            found.append(level[0])
            level = self._level(level[0])
        return tuple(found)

    def _level(self, group: str | None) -> tuple[str, ...]:
        return self._sides.groups_in.get(group, ())

    @cached_property
    def departments(self) -> tuple[str | None, ...]:
        """All departments: the groups of the spine for what hangs directly below them, the others, and None."""
        last = self.spine[-1] if self.spine else None
        return (*self.spine, *self._level(last), None)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(each for each in self.departments if each is not None)

    def department_of(self, home: str | None) -> str | None:
        """Return the department that a group is in or is."""
        return next((each for each in self._sides.line(home) if each in self._known), None)

    @cached_property
    def _below(self) -> Mapping[str | None, tuple[str, ...]]:
        return {each: tuple(self._walk(each)) for each in self.departments}

    def below(self, department: str | None) -> tuple[str, ...]:
        """Return the groups in a department, each before what is in it, sorted; of one in the spine there are none."""
        return self._below[department]

    def _walk(self, department: str | None) -> Iterator[str]:
        if department is None or department in self.spine:
            return
        todo = list(reversed(self._level(department)))
        while todo:
            group = todo.pop()
            yield group
            todo += reversed(self._level(group))
