"""Which teams a plan splits and merges, by the ids under which a comparison knows them."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.changes import MergeTeams, RenameTeam, SplitTeam
from orgmodel.model.comparison import Merged, Split
from orgmodel.model.plan import Plan

Change = tuple[tuple[str, ...], tuple[str, ...]]
"""The ids of the teams that were, and of those that they became."""
EVIDENCE: Final = "the plan says so"


class Told(NamedTuple):
    """What a plan says of teams, and all teams of which it says that."""

    split: tuple[Split, ...] = ()
    merged: tuple[Merged, ...] = ()
    teams: frozenset[str] = frozenset()


def planned(plan: Plan, before: OrgGraph, after: OrgGraph, *, renames: Mapping[str, str]) -> Told:
    """Return the splits and mergers of a plan, as far as they can be seen in what it led to.

    Parameters
    ----------
    plan
        The plan.
    before, after
        What was before it, with the later ids of what is renamed, and after it.
    renames
        Those later ids, by the ids before the plan.
    """
    telling = _Telling(plan, renames)
    split = tuple(_seen_splits(telling.split, before.org.teams, after.org.teams))
    merged = tuple(_seen_mergers(telling.merged, before.org.teams, after.org.teams))
    wholes = {team for each in split for team in (each.before, *each.after)}
    return Told(split, merged, frozenset(wholes.union(*((*each.before, each.after) for each in merged))))


def _seen_splits(told: list[Change], before: Collection[str], after: Collection[str]) -> Iterator[Split]:
    for (whole,), parts in told:
        seen = tuple(sorted(part for part in parts if part in after))
        if whole in before and seen and seen != (whole,):
            yield Split(whole, seen, True, EVIDENCE)


def _seen_mergers(told: list[Change], before: Collection[str], after: Collection[str]) -> Iterator[Merged]:
    for parts, (whole,) in told:
        seen = tuple(sorted(part for part in parts if part in before))
        if whole in after and any(part not in after for part in seen):
            yield Merged(seen, whole, True, EVIDENCE)


class _Telling:
    """The splits and mergers of a plan, with ids as they are before all of it, and as they are after all of it."""

    def __init__(self, plan: Plan, renames: Mapping[str, str]) -> None:
        self.split: list[Change] = []
        self.merged: list[Change] = []
        self._renames = renames
        self._first_ids: dict[str, str] = {}
        for change, _ in plan.changes:
            if isinstance(change, RenameTeam):
                self._rename(change)
            elif isinstance(change, SplitTeam):
                self.split.append((self._as_compared((change.team,)), tuple(change.into)))
            elif isinstance(change, MergeTeams):
                self.merged.append((self._as_compared(change.teams), (change.id,)))

    def _as_compared(self, teams: Collection[str]) -> tuple[str, ...]:
        firsts = (self._first_ids.get(team, team) for team in teams)
        return tuple(self._renames.get(first, first) for first in firsts)

    def _rename(self, change: RenameTeam) -> None:
        self._first_ids[change.to] = self._first_ids.pop(change.team, change.team)
        for told in (self.split, self.merged):
            told[:] = [(old, tuple(change.to if id == change.team else id for id in new)) for old, new in told]
