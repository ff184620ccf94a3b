"""Sums cards up by group where they are not shown one by one."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from orgmodel.draw.badges import Badge
from orgmodel.draw.changes.cards import Placed
from orgmodel.draw.changes.fates import Fates
from orgmodel.draw.changes.findings import Turn
from orgmodel.draw.changes.people import People
from orgmodel.draw.changes.values import Card, Mark
from orgmodel.draw.changes.words import count, number, tallied

MANY: Final = 300
"""Up to so many teams everything that changes is shown one by one."""
MOST: Final = 60
"""Of more teams, so many cards."""


class Folding:
    """Chooses and sums up cards.

    Parameters
    ----------
    fates
        What becomes of each team.
    people
        How many people each group has.
    """

    def __init__(self, fates: Fates, people: People) -> None:
        self._fates, self._people = fates, people

    def strongest(self, placed: Sequence[Placed], teams: int) -> tuple[list[Placed], list[Placed]]:
        """Part the cards of what changes into those that are shown and those that are only counted.

        Parameters
        ----------
        placed
            The cards.
        teams
            How many teams there are in all.
        """
        if teams <= MANY or len(placed) <= MOST:
            return list(placed), []
        order = sorted(range(len(placed)), key=lambda n: (-placed[n].weight, placed[n].card.id))
        kept = set(order[:MOST])
        return [placed[n] for n in sorted(kept)], [each for n, each in enumerate(placed) if n not in kept]

    def weightiest(self, groups: frozenset[str], teams: int) -> frozenset[str]:
        """Return the groups whose heads are shown: of an organisation with many teams, those that matter most."""
        if teams <= MANY or len(groups) <= MOST:
            return groups
        return frozenset(sorted(groups, key=lambda id: (-self._fates.weight(id), id))[:MOST])

    def at_level(self, placed: Iterable[Placed], level: int) -> list[Placed]:
        """Put one card for each group at a level in the place of all that is in it; what hangs higher stays."""
        inside: dict[str, list[Placed]] = {}
        found: list[Placed] = []
        for each in placed:
            line = list(self._fates.sides.line(each.home))
            if len(line) < level:
                found.append(each)
            else:
                inside.setdefault(line[len(line) - level], []).append(each)
        return found + [self.summed(group, cards) for group, cards in sorted(inside.items())]

    def summed(self, group: str, placed: Sequence[Placed]) -> Placed:
        """Return the card that the cards of a group sum up to."""
        counts = Counter([each.card.mark for each in placed])
        name, pair = self._fates.sides.name(group), self._people.of(group)
        said = self._people.said(group, pair)
        changes = any(mark != "unchanged" for mark in counts)
        lines = (tallied(counts), said) if changes else (f"{count(len(placed), 'team')}, unchanged",)
        card = Card(
            id=f"group:{group}",
            entity=group,
            name=name,
            mark=self._mark(group, changes=changes),
            lines=lines,
            size=number(pair.before if pair.after is None else pair.after),
            people=pair,
            badges=self._badges(placed),
            sums_up=True,
            tooltip="\n".join([name, *lines]),
        )
        return Placed(self._fates.sides.parent[group], card, sum(each.weight for each in placed))

    def _mark(self, group: str, *, changes: bool) -> Mark:
        own = self._fates.mark(group)
        return own if own in ("added", "removed", "moved-here") else "changed" if changes else "unchanged"

    def _badges(self, placed: Sequence[Placed]) -> tuple[Badge, ...]:
        teams = {each.card.entity for each in placed if each.card.mark != "moved-away"}
        turns: Counter[Turn] = Counter([told[0] for team in sorted(teams) for told in self._fates.turned.of_team(team)])
        return tuple(
            Badge(f"{turn}: {count(turns[turn], 'finding')}", "added" if turn in ("fixed", "better") else "warning")
            for turn in ("new", "worse", "better", "fixed")
            if turns[turn]
        )
