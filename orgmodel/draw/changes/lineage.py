"""Where teams and groups come from and what becomes of them: renamed, split, merged, new, dissolved."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

from orgmodel.draw.changes.sides import Sides
from orgmodel.draw.changes.words import joined
from orgmodel.model.comparison import Comparison, Merged, Split

DISSOLVED: Final = "dissolved"
_GUESS: Final = " (a guess)"


class Lineage:
    """Says of a team or group in a few words what it was or becomes.

    Parameters
    ----------
    sides
        The two organisations.
    comparison
        What differs between them.
    """

    def __init__(self, sides: Sides, comparison: Comparison) -> None:
        self._sides, self._teams = sides, comparison.teams
        self._renamed = {each.after: each for each in self._teams.renamed}
        self._guessed = {each.before: each for each in self._teams.renamed if not each.declared}

    @cached_property
    def _splits(self) -> Mapping[str, Split]:
        """Splits by the team that was split, and by what came of it."""
        found = {part: each for each in reversed(self._teams.split) for part in each.after}
        return found | {each.before: each for each in self._teams.split}

    @cached_property
    def _mergers(self) -> Mapping[str, Merged]:
        """Mergers by what came of them, and by the teams that were merged."""
        found = {part: each for each in reversed(self._teams.merged) for part in each.before}
        return found | {each.after: each for each in self._teams.merged}

    def origin(self, id: str) -> str:
        """Say where something new comes from."""
        merger, split = self._mergers.get(id), self._splits.get(id)
        if merger and merger.after == id:
            return f"merged from {self._names(merger.before)}{_sure(merger)}"
        if split and id in split.after:
            return f"split from {self._sides.name(split.before)}{_sure(split)}"
        if id in self._renamed:
            return f"perhaps {self._sides.name(self._renamed[id].before)} before: {self._renamed[id].evidence}"
        return f"new {'group' if self._sides.kinds(id)[1] == 'group' else 'team'}"

    def end(self, id: str) -> str:
        """Say what becomes of something that is there no more."""
        merger, split = self._mergers.get(id), self._splits.get(id)
        if merger and id in merger.before:
            return f"merged into {self._sides.name(merger.after)}{_sure(merger)}"
        if split and split.before == id:
            return f"split into {self._names(split.after)}{_sure(split)}"
        if id in self._guessed:
            return f"perhaps {self._sides.name(self._guessed[id].after)} now: {self._guessed[id].evidence}"
        return DISSOLVED

    def another(self, id: str) -> Iterator[str]:
        """Yield what something that stays is besides: renamed, of another kind, with parts added or split off."""
        old, now = self._sides.earlier_name(id), self._sides.name(id)
        if id in self._renamed or old != now:
            yield f"renamed, was {old if old != now else self._renamed[id].before}"
        before, after = self._sides.kinds(id)
        if before != after:
            yield f"was a {before}, is a {after}"
        merger, split = self._mergers.get(id), self._splits.get(id)
        if merger and merger.after == id:
            yield f"takes in {self._names([each for each in merger.before if each != id])}{_sure(merger)}"
        if split and split.before == id:
            yield f"{self._names([each for each in split.after if each != id])} split off{_sure(split)}"

    def kin(self, id: str) -> frozenset[str]:
        """Return what something was merged or split with, its parts or its whole."""
        merger, split = self._mergers.get(id), self._splits.get(id)
        found = {*merger.before, merger.after} if merger else set[str]()
        return frozenset(found | ({split.before, *split.after} if split else set()))

    def _names(self, ids: Sequence[str]) -> str:
        return joined([self._sides.name(id) for id in ids])


def _sure(each: Split | Merged) -> str:
    return "" if each.declared else _GUESS
