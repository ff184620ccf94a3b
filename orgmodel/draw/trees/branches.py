"""Chooses the boxes of a tree: what is drawn of each department, what is folded, and what is left out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from orgmodel.draw.trees.boxes import Boxes
from orgmodel.draw.trees.forest import Forest
from orgmodel.draw.trees.scope import Scope
from orgmodel.draw.trees.values import TreeBox
from orgmodel.model.finding import SEVERITIES

MOST_BOXES: Final = 300
MOST_GROUPS: Final = 40
_MOST_LOOSE: Final = 6
"""Where groups are folded, more teams than these that hang right beside them share a box."""
_DEEP: Final = 1_000_000
Department = tuple[TreeBox, ...]


class _Waiting(NamedTuple):
    """A team or group that is to be drawn below a box, down to a level."""

    id: str
    above: str | None
    depth: int
    limit: int


class Branches:
    """Makes departments of what is shown.

    Parameters
    ----------
    forest
        The organisation.
    boxes
        Makes one box.
    scope
        What is shown.
    shown
        Teams and groups that are drawn; what is above them is among them.
    fold
        The level whose groups are drawn with all that they hold; None if nothing is folded.
    """

    def __init__(self, forest: Forest, boxes: Boxes, scope: Scope, shown: frozenset[str], fold: int | None) -> None:
        self._forest, self._boxes, self._shown, self._fold = forest, boxes, shown, fold
        self._limits = dict(scope.limits)

    def tops(self, ids: Sequence[str]) -> tuple[TreeBox, ...]:
        """Return the boxes that stand one below the other above all departments."""
        above = [None, *(f"team:{id}" for id in ids)]
        return tuple(self._boxes.group(id, "top", above=above[n], depth=0) for n, id in enumerate(ids))

    def below(self, ids: Iterable[str], top: str) -> Iterator[Department]:
        """Yield the departments below a group, and one for the teams that hang right below it."""
        loose, headed = self._forest.parted(id for id in ids if id in self._shown)
        limit = self._limit(top, _DEEP if self._fold is None else self._fold)
        yield from (self._branch(_Waiting(id, f"team:{top}", 0, limit)) for id in headed)
        if loose:
            name = f"Directly in {self._boxes.name(top)}"
            yield self._loose(loose, name, f"directly:{top}", f"team:{top}", limit)

    def beside(self, ids: Iterable[str], above: str | None) -> Iterator[Department]:
        """Yield the departments that hang below nothing, and one for teams without a group."""
        loose, headed = self._forest.parted(id for id in ids if id in self._shown)
        limit = _DEEP if self._fold is None else self._fold
        yield from (self._branch(_Waiting(id, above, 0, limit)) for id in headed)
        if loose:
            yield self._loose(loose, "Without a group", "without:", None, limit)

    def alone(self, ids: Iterable[str], tops: Sequence[str]) -> Department:
        """Return the one department of the last of some groups, which has only teams right below it."""
        above = f"team:{tops[-2]}" if len(tops) > 1 else None
        head = self._boxes.group(tops[-1], "head", above=above, depth=0)
        return (head, *(self._boxes.team(id, above=head.id, depth=1) for id in ids if id in self._shown))

    def _limit(self, id: str, inherited: int) -> int:
        return min(inherited, self._limits.get(id, inherited))

    def _loose(self, ids: Sequence[str], name: str, id: str, above: str | None, limit: int) -> Department:
        crowded = limit < _DEEP and len(ids) > _MOST_LOOSE and self._fold is not None
        if crowded:
            return (self._boxes.several(ids, "rest", name, id, above=above, depth=0),)
        head = self._boxes.several(ids, "head", name, id, above=above, depth=0)
        return (head, *(self._boxes.team(each, above=id, depth=1) for each in ids))

    def _branch(self, first: _Waiting) -> Department:
        """Return a group and what is drawn below it, each group after the teams that hang beside it."""
        found: list[TreeBox] = []
        todo = [first]
        while todo:
            each = todo.pop()
            box, waiting = self._drawn(each)
            found += box
            todo += reversed(waiting)
        return tuple(found)

    def _drawn(self, each: _Waiting) -> tuple[list[TreeBox], list[_Waiting]]:
        """Return the box of a team or group, with one for what is crowded below it, and what is still to be drawn."""
        children = [id for id in self._forest.children.get(each.id, ()) if id in self._shown]
        limit, level = self._limit(each.id, each.limit), self._forest.level[each.id]
        if not self._forest.is_headed(each.id):
            return [self._boxes.team(each.id, above=each.above, depth=each.depth)], []
        if level >= limit and children:
            return [self._folded(each)], []
        is_group = self._forest.graph.kind_of(each.id) == "group"
        make = self._boxes.group(each.id, "head", above=each.above, depth=each.depth) if is_group else None
        box = make or self._boxes.team(each.id, above=each.above, depth=each.depth)
        loose, headed = self._forest.parted(children)
        shared: list[TreeBox] = []
        if self._fold is not None and len(loose) > _MOST_LOOSE:
            name = f"Directly in {box.name}"
            id = f"directly:{each.id}"
            shared = [self._boxes.several(loose, "rest", name, id, above=box.id, depth=each.depth + 1)]
            loose = []
        return [box, *shared], [_Waiting(id, box.id, each.depth + 1, limit) for id in (*loose, *headed)]

    def _folded(self, each: _Waiting) -> TreeBox:
        first = self._forest.level[each.id]
        levels = max(self._forest.level[id] for id in self._forest.branch(each.id)) - first
        return self._boxes.group(each.id, "folded", above=each.above, depth=each.depth, levels=levels)


def drawn_one_by_one(departments: Iterable[Department]) -> list[TreeBox]:
    """Return the boxes of teams, of what is drawn in the place of teams, and of groups that nothing is drawn below."""
    found = []
    for department in departments:
        above = {box.above for box in department}
        found += [box for box in department if box.part != "head" or box.id not in above]
    return found


def kept(departments: Sequence[Department]) -> tuple[Department, ...]:
    """Leave out of too many boxes those with the lightest findings and the fewest people, and heads of nothing."""
    boxes = drawn_one_by_one(departments)
    if len(boxes) <= MOST_BOXES:
        return tuple(departments)
    order = sorted(boxes, key=lambda box: (_gravity(box), -(box.people or 0), box.id))
    names = {box.id for box in order[:MOST_BOXES]}
    found = []
    for department in departments:
        wanted = set(names)
        for box in reversed(department):
            if box.id in wanted and box.above is not None:
                wanted.add(box.above)
        found.append(tuple(box for box in department if box.id in wanted))
    return tuple(department for department in found if department)


def _gravity(box: TreeBox) -> int:
    return SEVERITIES.index(box.worst) if box.worst else len(SEVERITIES)
