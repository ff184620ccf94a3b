"""Chooses which teams and groups the picture of a change is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from orgmodel.draw.changes.cards import Placed, cards_of
from orgmodel.draw.changes.fates import Fates
from orgmodel.draw.changes.people import People
from orgmodel.draw.material import Choices


@dataclass(frozen=True)
class Chosen:
    """Answers what of a change is to be shown.

    Parameters
    ----------
    fates
        What becomes of each team.
    people
        How many people each group has.
    choices
        What the reader wants to see.
    """

    fates: Fates
    people: People
    choices: Choices

    @cached_property
    def focus(self) -> str | None:
        """The team or group in focus, by its id after the change."""
        return None if self.choices.focus is None else self.fates.sides.found(self.choices.focus)

    @cached_property
    def inside(self) -> frozenset[str] | None:
        """The teams and groups in focus, before or after; None if all are."""
        if self.focus is None:
            return None
        sides = self.fates.sides
        own = sides.earlier(self.focus)
        before = map(sides.later, sides.before.under(own)) if own is not None else ()
        return frozenset([*before, *(sides.after.under(self.focus) if sides.is_after(self.focus) else ())])

    @cached_property
    def _beside(self) -> frozenset[str]:
        """What is shown beside a single team in focus: what it exchanges people, components or parts with."""
        if self.focus is None or self.inside is None or len(self.inside) != 1:
            return frozenset()
        return (self.fates.flows.partners(self.focus) | self.fates.lineage.kin(self.focus)) - self.inside

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out by choice."""
        return self.inside is None and not self.choices.only_findings

    def cards(self) -> tuple[list[Placed], list[Placed]]:
        """Return the cards of what changes, and of what does not."""
        changing: list[Placed] = []
        still: list[Placed] = []
        for id in self._units():
            for each in cards_of(self.fates, self.people, id):
                (still if each.card.mark == "unchanged" else changing).append(each)
        if self.choices.only_findings:
            turned = self.fates.turned.teams()
            return [each for each in changing if each.card.entity in turned], []
        return changing, [each for each in still if each.card.entity not in self._beside]

    def _units(self) -> Iterator[str]:
        """Yield the teams and groups that may be shown; those of elsewhere only if something changes of them."""
        sides = self.fates.sides
        for id in sides.units:
            inside = self.inside is None or id in self.inside or id in self._beside
            if inside and not (sides.is_external(id) and self.fates.mark(id) == "unchanged"):
                yield id

    def heads(self) -> frozenset[str]:
        """Return the groups of which something changes themselves."""
        turned = self.fates.turned.teams()
        return frozenset(
            id
            for id in self.fates.sides.containers
            if (self.inside is None or id in self.inside)
            and (not self.choices.only_findings or id in turned)
            and self._tells(id)
        )

    def _tells(self, id: str) -> bool:
        """Tell whether the head of a group says anything; of a team that has a head as well, its card does."""
        if self.fates.sides.is_team(id) and id not in self.fates.moved:
            return False
        return self.fates.mark(id) != "unchanged"
