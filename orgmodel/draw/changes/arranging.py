"""Arranges cards in departments and the groups in them, and says what is not shown one by one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from orgmodel.draw.changes.cards import Placed, head_of
from orgmodel.draw.changes.fates import Fates
from orgmodel.draw.changes.folding import MANY
from orgmodel.draw.changes.gathering import Gathered
from orgmodel.draw.changes.people import People
from orgmodel.draw.changes.tree import Tree
from orgmodel.draw.changes.values import Block, Department, Mark
from orgmodel.draw.changes.words import count, people, tallied

_ONE_BY_ONE: Final = 60
"""Unchanged teams beside changed ones are shown up to so many, unless there are many teams, and else counted."""
_MOST_LINES: Final = 4


class Arranging:
    """Makes departments.

    Parameters
    ----------
    fates, people
        What is told of teams and groups.
    tree
        What hangs where.
    cards
        What is shown and what is counted.
    whole
        Whether the picture is of everything, so that what is not shown has to be counted.
    """

    def __init__(self, fates: Fates, people: People, tree: Tree, cards: Gathered, *, whole: bool) -> None:
        self._fates, self._people, self._tree, self._cards, self._whole = fates, people, tree, cards, whole
        beside = sum(len(each) for home, each in cards.still.items() if cards.is_shown(home))
        self._one_by_one = beside <= _ONE_BY_ONE and len(fates.sides.teams) <= MANY

    def department(self, id: str | None) -> Department | None:
        """Return a department; None if nothing changes in it."""
        below = self._tree.below(id)
        if not any(map(self._cards.changes, (id, *below))):
            return None
        groups = [group for group in below if group != id and self._cards.changes(group)]
        return Department(
            head=self._block(id),
            parts=tuple(self._named(self._block(group), group, id) for group in groups),
            rest=tuple(_shortened(list(self._unchanged_in(id)))) if self._whole else (),
        )

    def unchanged(self, id: str | None) -> Block | None:
        """Return what a department says in which nothing changes; None if something does, or no team is in it."""
        homes = dict.fromkeys((id, *self._tree.below(id)))
        teams = sum(len(self._cards.still.get(home, ())) for home in homes)
        if not teams or any(map(self._cards.changes, homes)):
            return None
        return replace(self._head(id), mark="unchanged", rest=(_unchanged(teams),), lines=(), badges=())

    # --- one group

    def _block(self, id: str | None) -> Block:
        cards = self._cards
        shown = sorted(cards.shown.get(id, ()), key=_order)
        still = sorted(cards.still.get(id, ()), key=_order)
        rest = [_more(cards.counted[id], bool(shown))] if id in cards.counted else []
        if self._one_by_one and cards.is_shown(id):
            shown += still
        elif still and self._whole and (cards.changes(id) or id is None):
            rest.append(_unchanged(len(still)))
        return replace(self._head(id), cards=tuple(each.card for each in shown), rest=tuple(rest))

    def _head(self, id: str | None) -> Block:
        if id is not None and id not in self._tree.spine:
            pair = self._people.of(id)
            return head_of(self._fates, id, pair, said=self._people.said(id, pair))
        cards = self._cards
        placed = [each for kind in (cards.shown, cards.counted, cards.still) for each in kind.get(id, ())]
        before = (each.card.entity for each in placed if each.card.mark not in ("added", "moved-here"))
        after = (each.card.entity for each in placed if each.card.mark not in ("removed", "moved-away"))
        pair = self._people.together(before, after)
        block = head_of(self._fates, id, pair, said=people(pair))
        if id is not None:
            return replace(block, name=f"Directly below {block.name}")
        known = self._fates.sides.after.org.organisation.name
        return block if self._fates.sides.containers else replace(block, name=known or "All teams")

    def _named(self, block: Block, group: str, department: str | None) -> Block:
        """Name the group that a deeper group is in, unless that is the department."""
        parent = self._fates.sides.parent[group]
        if parent is None or parent == department:
            return block
        return replace(block, name=f"{self._fates.sides.name(parent)} / {block.name}")

    # --- what does not change

    def _unchanged_in(self, department: str | None) -> Iterator[tuple[str, int]]:
        """Yield the largest groups in which nothing changes, with their teams; of what is in them nothing is said."""
        parent, still = self._fates.sides.parent, self._cards.still
        below = self._tree.below(department)
        touched = {above for group in below if self._cards.changes(group) for above in self._fates.sides.line(group)}
        top: dict[str, str] = {}
        teams: Counter[str] = Counter()
        for group in below:
            above = parent[group]
            top[group] = top[above] if above in top and above not in touched else group
            if not self._cards.changes(group):
                teams[top[group]] += len(still.get(group, ()))
        for group in dict.fromkeys(top.values()):
            if teams[group]:
                name = self._fates.sides.name(group)
                yield (f"Directly below {name}" if group in touched else name), teams[group]


def _order(each: Placed) -> tuple[str, str]:
    return each.card.entity, each.card.id


def _unchanged(teams: int) -> str:
    return f"{count(teams, 'team')}, unchanged"


def _more(placed: Sequence[Placed], beside: bool) -> str:
    """Say what becomes of teams that are not shown."""
    counts: Counter[Mark] = Counter([each.card.mark for each in placed])
    verb = "changes" if len(placed) == 1 else "change"
    return f"{count(len(placed), 'more team' if beside else 'team')} {verb}: {tallied(counts)}"


def _shortened(lines: list[tuple[str, int]]) -> Iterator[str]:
    kept = lines if len(lines) <= _MOST_LINES else lines[: _MOST_LINES - 1]
    yield from (f"{name}: {_unchanged(teams)}" for name, teams in kept)
    if rest := lines[len(kept) :]:
        yield f"{len(rest):,} more groups: {_unchanged(sum(teams for _, teams in rest))}"
