"""Guesses which teams became which where nothing says so, from the people they have in common."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import Merged, Renamed, Split
from orgmodel.reorg.flow import FEWEST_IN_COMMON, Flow
from orgmodel.reorg.positions import employed

ALIKE: Final = 0.5
"""The share of all people of two teams who are in both for one to be the other under a new name. A judgement."""

Guesses = tuple[tuple[Renamed, ...], tuple[Split, ...], tuple[Merged, ...]]
Likeness = tuple[float, int, int, bool, bool]
"""How alike two teams are: by people, by components, by name and parent; what comes first weighs more."""


def recognised(before: OrgGraph, after: OrgGraph, created: Collection[str], removed: Collection[str]) -> Guesses:
    """Guess which created teams are removed ones under a new name, which teams were split, and which merged.

    Only people who are employed before and after say anything: who joins or leaves tells no team from another.

    - *Renamed*: at least two people in common, who are at least half of all people of the two, and each is most like
      the other, by people and among equals by components, name and parent. Two that are alike as much are no guess.
    - *Split*: at least half of a team's people are in two teams or more. Those are created ones with at least two of
      them, made up of them to at least half; and itself, if it is still there without these people.
    - *Merged*: the same, backwards.

    With at least a quarter of its people in other parts a team is rather split, or merged, than renamed, and one that
    keeps more than three quarters is still itself. A renamed team is neither split nor merged. Linear in the number of
    memberships.

    Parameters
    ----------
    before, after
        The two organisations.
    created, removed
        Teams that are only after, and only before.
    """
    if not created and not removed:
        return (), (), ()
    people = employed(before) & employed(after)
    forth, back = Flow(before, after, created, people), Flow(after, before, removed, people)
    renames = dict(_Renames(forth, back, removed).found())
    taken = {*renames, *renames.values()}
    return (
        tuple(Renamed(old, new, False, forth.evidence(old, (new,))) for old, new in renames.items()),
        tuple(Split(each.whole, each.parts, False, forth.evidence(*each)) for each in forth.partings(taken)),
        tuple(Merged(each.parts, each.whole, False, back.evidence(*each)) for each in back.partings(taken)),
    )


class _Renames:
    """Pairs of teams that are each other's most alike."""

    def __init__(self, forth: Flow, back: Flow, removed: Collection[str]) -> None:
        self._forth, self._back = forth, back
        self._likeness = {old: dict(self._alike(old)) for old in sorted(removed)}
        self._backwards: dict[str, dict[str, Likeness]] = {}
        for old, found in self._likeness.items():
            for new, likeness in found.items():
                self._backwards.setdefault(new, {})[old] = likeness

    def _alike(self, old: str) -> Iterator[tuple[str, Likeness]]:
        for new, people in self._forth.went(old).items():
            both = len(people)
            share = both / (len(self._forth.were_in(old)) + len(self._forth.now_in(new)) - both)
            if both >= FEWEST_IN_COMMON and share >= ALIKE:
                yield (
                    new,
                    (share, both, self._forth.components(old, (new,))[0], *self._forth.are_called_alike(old, new)),
                )

    def found(self) -> Iterator[tuple[str, str]]:
        """Yield old and new ids, but not of what is better told as a split or a merger."""
        for old, found in self._likeness.items():
            new = _most_alike(found)
            if new is None or _most_alike(self._backwards[new]) != old:
                continue
            if not (self._forth.is_parted_beside(old, new) or self._back.is_parted_beside(new, old)):
                yield old, new


def _most_alike(found: Mapping[str, Likeness]) -> str | None:
    """Return what is more alike than all others; None if there is nothing, or if two are alike as much."""
    best = max(found.values(), default=None)
    most = [id for id, likeness in found.items() if likeness == best]
    return most[0] if len(most) == 1 else None
