"""Groups and what belongs to them."""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from orgmodel.graph.algorithms import roots_and_circles
from orgmodel.model.organisation import Org
from orgmodel.model.teams import TeamKind

_MOST_KEPT: Final = 2_000_000
"""Teams in all branches that are kept: of thousands of groups in each other the branches would fill the memory."""


class Hierarchy:
    """The tree of teams, by their parents. A circle of parents is cut where it closes; the loader does not mind it."""

    def __init__(self, org: Org) -> None:
        self._org = org
        self._ancestors: dict[str, tuple[str, ...]] = {}
        self._branches: dict[str, frozenset[str]] = {}
        self._kept = 0

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """The teams that name each team as their parent, sorted; teams without any are left out."""
        found: dict[str, list[str]] = {}
        for id in sorted(self._org.teams):
            parent = self._org.teams[id].parent
            if parent in self._org.teams and parent is not None:
                found.setdefault(parent, []).append(id)
        return {parent: tuple(ids) for parent, ids in found.items()}

    @cached_property
    def _kinds(self) -> Mapping[str, TeamKind]:
        return {id: team.kind or self._inferred(id) for id, team in self._org.teams.items()}

    def _inferred(self, id: str) -> TeamKind:
        team = self._org.teams[id]
        return "group" if id in self.children and not team.members and team.headcount is None else "team"

    def kind_of(self, team: str) -> TeamKind:
        """Return the kind of a team: as stated, or a group where others name it as parent and nobody is in it."""
        return self._kinds[team]

    def parent_of(self, team: str) -> str | None:
        """Return the parent of a team, if it is described."""
        parent = self._org.teams[team].parent
        return parent if parent in self._org.teams else None

    def ancestors(self, team: str) -> tuple[str, ...]:
        """Return what is above a team, the nearest first."""
        if team not in self._ancestors:
            above: dict[str, None] = {}
            parent = self.parent_of(team)
            while parent is not None and parent != team and parent not in above:
                above[parent] = None
                parent = self.parent_of(parent)
            self._ancestors[team] = tuple(above)
        return self._ancestors[team]

    def branch(self, team: str) -> frozenset[str]:
        """Return a team and everything below it."""
        if team in self._branches:
            return self._branches[team]
        found: set[str] = set()
        todo = [team]
        while todo:
            id = todo.pop()
            if id not in found:
                found.add(id)
                todo += self.children.get(id, ())
        branch = frozenset(found)
        self._kept += len(branch)
        if self._kept <= _MOST_KEPT:
            self._branches[team] = branch
        return branch

    @cached_property
    def circles(self) -> list[list[str]]:
        """Teams that are each other's parents, each circle once, from child to parent."""
        return roots_and_circles({id: team.parent for id, team in self._org.teams.items()})[1]

    def level(self, team: str) -> int:
        """Return how deep a team hangs; 1 at the top."""
        return len(self.ancestors(team)) + 1

    @cached_property
    def levels(self) -> int:
        """The depth of the deepest team; 0 without teams."""
        return max(map(self.level, self._org.teams), default=0)

    def at_level(self, team: str, level: int) -> str:
        """Return what stands for a team at a level: its ancestor there, or itself where it hangs higher."""
        line = (team, *self.ancestors(team))
        return line[max(0, len(line) - level)]

    def common_ancestor(self, teams: "list[str] | tuple[str, ...]") -> str | None:
        """Return the nearest team that all of these are or belong to; None if only the whole organisation is."""
        lines = [(team, *self.ancestors(team)) for team in teams]
        if not lines:
            return None
        rest = [set(line) for line in lines[1:]]
        return next((each for each in lines[0] if all(each in line for line in rest)), None)
