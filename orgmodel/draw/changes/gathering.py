"""Puts cards where they stand, and sums up those that are only counted."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from orgmodel.draw.changes.cards import Placed
from orgmodel.draw.changes.folding import Folding
from orgmodel.draw.changes.sides import Sides
from orgmodel.draw.changes.tree import Tree

_MOST_SUMS: Final = 6
"""Cards of groups that are summed up in one department."""

Cards = Mapping[str | None, Sequence[Placed]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """Cards by the group that they stand in.

    `shown` are drawn, `counted` are of what changes and is only counted, `still` of what does not change. `heads` are
    the groups of which something is told though no card may stand in them. `share` says how much of what changes is
    drawn, where that is not all.
    """

    shown: Cards
    counted: Cards
    still: Cards
    heads: frozenset[str]
    share: str = ""

    def is_shown(self, group: str | None) -> bool:
        """Tell whether a group has a head of its own in the picture."""
        return group in self.shown or group in self.heads

    def changes(self, group: str | None) -> bool:
        """Tell whether anything changes of a group or of what hangs directly below it."""
        return self.is_shown(group) or group in self.counted


def by_home(placed: Iterable[Placed]) -> dict[str | None, list[Placed]]:
    """Return cards by the group that they stand in, as they came."""
    found: dict[str | None, list[Placed]] = {}
    for each in placed:
        found.setdefault(each.home, []).append(each)
    return found


def gathered(
    shown: Sequence[Placed],
    counted: Sequence[Placed],
    still: Iterable[Placed],
    *,
    heads: frozenset[str],
    sides: Sides,
    tree: Tree,
    folding: Folding,
) -> Gathered:
    """Put cards where they stand; what is only counted is counted in the nearest group that is shown.

    What has no such group near is summed up in a card for the group of its department that it is in; of many such cards
    only those that matter most.
    """
    displayed = {each.home for each in shown} | heads
    rest: list[Placed] = []
    inside: dict[str, list[Placed]] = {}
    for each in counted:
        line = list(sides.line(each.home))
        department = tree.department_of(each.home)
        near = next((group for group in line if group in displayed), None)
        if near is not None or department is None or line[0] == department:
            rest.append(each._replace(home=department if near is None else near))
        else:
            inside.setdefault(line[line.index(department) - 1], []).append(each)
    sums, beyond = _summed(inside, tree, folding)
    return Gathered(
        shown=by_home([*shown, *sums]),
        counted=by_home([*rest, *beyond]),
        still=by_home(still),
        heads=heads,
        share=_share(len(shown), len(shown) + len(counted)),
    )


def _share(shown: int, changes: int) -> str:
    if shown == changes:
        return ""
    return f"the {shown:,} weightiest of {changes:,} changes of teams are shown one by one, the others are counted"


def _summed(inside: Mapping[str, Sequence[Placed]], tree: Tree, folding: Folding) -> tuple[list[Placed], list[Placed]]:
    """Return cards for the groups that matter most in each department, and the cards of the other groups."""
    sums = [(folding.summed(group, cards), cards) for group, cards in sorted(inside.items())]
    sums.sort(key=lambda each: (-each[0].weight, each[0].card.id))
    taken: dict[str | None, int] = {}
    kept: list[Placed] = []
    beyond: list[Placed] = []
    for card, cards in sums:
        department = tree.department_of(card.home)
        taken[department] = taken.get(department, 0) + 1
        if taken[department] <= _MOST_SUMS:
            kept.append(card)
        else:
            beyond += [each._replace(home=department) for each in cards]
    return sorted(kept, key=lambda each: each.card.id), beyond
