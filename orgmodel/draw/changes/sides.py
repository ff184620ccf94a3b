"""The two organisations of a change side by side: one set of ids, and one forest that both have their places in."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from orgmodel.draw.text import one_line
from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.closest import closest
from orgmodel.model.comparison import Comparison
from orgmodel.model.faults import UnknownNameError

TOP: Final = None
"""What hangs below no group."""


class Sides:
    """Answers what is asked of before and after alike, under the ids that are used after.

    Parameters
    ----------
    before, after
        The two organisations as they were read.
    comparison
        Tells which ids are new names of old ones.
    """

    def __init__(self, before: OrgGraph, after: OrgGraph, comparison: Comparison) -> None:
        self.before, self.after = before, after
        self._later = {each.before: each.after for each in comparison.teams.renamed if each.declared}
        self._earlier = {self.later(id): id for id in before.org.teams}

    def later(self, id: str) -> str:
        """Return the id that a team of before is compared under."""
        return self._later.get(id, id)

    def earlier(self, id: str) -> str | None:
        """Return the id that a team had before; None if there was none."""
        return self._earlier.get(id)

    # --- one team or group

    @cached_property
    def units(self) -> tuple[str, ...]:
        """All teams and groups of both, sorted."""
        return tuple(sorted({*self._earlier, *self.after.org.teams}))

    def is_after(self, id: str) -> bool:
        """Tell whether it is there after the change."""
        return id in self.after.org.teams

    def name(self, id: str) -> str:
        """Return what it is called, after the change if it is there then; its id where the name is blank."""
        graph, own = (self.after, id) if self.is_after(id) else (self.before, self._earlier.get(id, id))
        return one_line(graph.label("team", own)).strip() or id

    def earlier_name(self, id: str) -> str:
        """Return what it was called."""
        own = self._earlier[id]
        return one_line(self.before.label("team", own)).strip() or own

    def parents(self, id: str) -> tuple[str | None, str | None]:
        """Return what it hangs below, before and after."""
        return self._parent_before(id), self.after.parent_of(id) if self.is_after(id) else TOP

    def _parent_before(self, id: str) -> str | None:
        own = self._earlier.get(id)
        parent = self.before.parent_of(own) if own is not None else None
        return None if parent is None else self.later(parent)

    def kinds(self, id: str) -> tuple[str | None, str | None]:
        """Return its kind before and after; None where it is not there."""
        own = self._earlier.get(id)
        before = self.before.kind_of(own) if own is not None else None
        return before, self.after.kind_of(id) if self.is_after(id) else None

    @cached_property
    def teams(self) -> frozenset[str]:
        """What is, or was, a team with people of its own and no mere group."""
        return frozenset(id for id in self.units if set(self.kinds(id)) - {None, "group"})

    def is_team(self, id: str) -> bool:
        """Tell whether it is, or was, a team with people of its own and no mere group."""
        return id in self.teams

    def is_external(self, id: str) -> bool:
        """Tell whether it is of elsewhere."""
        own = self._earlier.get(id)
        teams = (self.after.org.teams.get(id), self.before.org.teams.get(own) if own is not None else None)
        return any(team.external for team in teams if team is not None)

    def sizes(self, id: str) -> tuple[int | None, int | None]:
        """Return how many people are in a team before and after; None where that is not known."""
        own = self._earlier.get(id)
        before = self.before.size(own) if own is not None else None
        return before, self.after.size(id) if self.is_after(id) else None

    # --- the forest

    @cached_property
    def parent(self) -> Mapping[str, str | None]:
        """What everything hangs below: after the change if it is there then; circles are cut where they close."""
        found: dict[str, str | None] = {}
        for id in self.units:
            before, after = self.parents(id)
            found[id] = after if self.is_after(id) else before
        for id in self.units:
            self._cut(id, found)
        return found

    @staticmethod
    def _cut(id: str, parent: dict[str, str | None]) -> None:
        seen = {id}
        at = id
        while (above := parent[at]) is not None:
            if above in seen:
                parent[at] = None
                return
            seen.add(above)
            at = above

    @cached_property
    def containers(self) -> frozenset[str]:
        """What others hang below, before or after, and all groups."""
        above = {parent for id in self.units for parent in self.parents(id)}
        groups = {id for id in self.units if "group" in self.kinds(id)}
        return frozenset(groups | {each for each in above if each is not None})

    def home(self, id: str, *, before: bool = False) -> str | None:
        """Return where its card stands: in itself if others hang below it, otherwise in what it hangs below."""
        return id if id in self.containers else self.parents(id)[0 if before else 1]

    def line(self, id: str | None) -> Iterator[str]:
        """Yield it and what is above it in the forest, the nearest first."""
        while id is not None:
            yield id
            id = self.parent[id]

    @cached_property
    def groups_in(self) -> Mapping[str | None, tuple[str, ...]]:
        """The containers directly below each, sorted; those at the top under None."""
        found: dict[str | None, list[str]] = {}
        for id in sorted(self.containers):
            found.setdefault(self.parent[id], []).append(id)
        return {parent: tuple(ids) for parent, ids in found.items()}

    # --- what a reader asks for

    def found(self, reference: str) -> str:
        """Return the team or group that a reader means, by its id before or after.

        Raises
        ------
        UnknownNameError
            If there is none in either organisation.
        """
        if after := self.after.resolve(reference, "team"):
            return after[1]
        if before := self.before.resolve(reference, "team"):
            return self.later(before[1])
        near = closest(reference, [*self.after.org.teams, *self.before.org.teams])
        hint = f"; did you mean {near}?" if near else ""
        raise UnknownNameError(f"there is no team or group ‘{reference}’, neither before nor after{hint}")
