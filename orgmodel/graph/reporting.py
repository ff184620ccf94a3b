"""Who reports to whom: managers as written, and as they follow from leading teams."""

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from orgmodel.graph.algorithms import roots_and_circles
from orgmodel.graph.hierarchy import Hierarchy
from orgmodel.graph.membership import Memberships
from orgmodel.model.fields import NOBODY
from orgmodel.model.organisation import Org

_SHORT: Final = 100
"""Managers above one, up to whom a chain is kept: all chains of a line of thousands would fill the memory."""


class ReportingLines:
    """The solid lines of an organisation."""

    def __init__(self, org: Org, hierarchy: Hierarchy, memberships: Memberships) -> None:
        self._org, self._hierarchy, self._memberships = org, hierarchy, memberships
        self._above: dict[str, tuple[str, ...]] = {}

    @cached_property
    def managers(self) -> Mapping[str, str | None]:
        """The manager of everyone who is described: an id that is described, `nobody` at the top, None if unknown."""
        return {id: self._manager(id, person.manager) for id, person in self._org.people.items()}

    def _manager(self, person: str, written: str | None) -> str | None:
        if written is not None:
            return written if written == NOBODY or written in self._org.people else None
        return self._from_leads(person)

    def _from_leads(self, person: str) -> str | None:
        """Climb from the home team to the first lead who is somebody else."""
        team = self._memberships.home_team(person)
        if team is None or not self._follows_leads(team):
            return None
        for above in (team, *self._hierarchy.ancestors(team)):
            leads = self._org.teams[above].lead
            if leads and person not in leads:
                return leads[0] if len(leads) == 1 and leads[0] in self._org.people else None
        return NOBODY if person in (self._org.teams[team].lead or ()) else None

    def _follows_leads(self, team: str) -> bool:
        stated = self._org.teams[team].reporting or self._org.organisation.reporting
        return stated == "lead"

    def manager_of(self, person: str) -> str | None:
        """Return whom a person reports to: an id, `nobody` at the top, None if unknown."""
        return self.managers.get(person)

    @cached_property
    def is_known(self) -> bool:
        """Whether it is known of anybody to whom they report."""
        return any(manager is not None for manager in self.managers.values())

    @cached_property
    def reports(self) -> Mapping[str, tuple[str, ...]]:
        """The direct reports of each manager, sorted; who has none is left out."""
        found: dict[str, list[str]] = {}
        for person in sorted(self.managers):
            manager = self.managers[person]
            if manager is not None and manager != NOBODY:
                found.setdefault(manager, []).append(person)
        return {manager: tuple(people) for manager, people in found.items()}

    def reports_of(self, person: str) -> tuple[str, ...]:
        """Return who reports to a person, sorted."""
        return self.reports.get(person, ())

    def chain_of_command(self, person: str) -> tuple[str, ...]:
        """Return the managers above a person, the nearest first; a circle ends where it closes."""
        if person in self.reports:
            return self._above_manager(person)
        manager = self.managers.get(person)
        return () if manager is None or manager == NOBODY else (manager, *self._above_manager(manager))

    def _above_manager(self, manager: str) -> tuple[str, ...]:
        """Climb from a manager once for all who report there: whoever has no reports is on no circle."""
        if manager in self._above:
            return self._above[manager]
        chain: dict[str, None] = {}
        above = self.managers.get(manager)
        while above is not None and above != NOBODY and above != manager and above not in chain:
            chain[above] = None
            above = self.managers.get(above)
        found = tuple(chain)
        if len(found) <= _SHORT:
            self._above[manager] = found
        return found

    @cached_property
    def tops(self) -> tuple[str, ...]:
        """Everyone of whom it is known that they report to nobody, sorted; external people left out."""
        people = self._org.people
        return tuple(sorted(id for id, above in self.managers.items() if above == NOBODY and not people[id].external))

    @cached_property
    def circles(self) -> list[list[str]]:
        """People who are each other's managers, each circle once, from report to manager."""
        return roots_and_circles(self.managers)[1]

    @cached_property
    def on_circles(self) -> frozenset[str]:
        """Everyone who is on one of the circles."""
        return frozenset(person for circle in self.circles for person in circle)

    @cached_property
    def longest_line(self) -> tuple[str, ...]:
        """The people on the longest line from top to bottom, the top first; the first by id among equals."""
        depth: dict[str, int] = {}
        deepest: str | None = None
        for person in sorted(self.managers):
            if person not in depth:
                self._measure(person, depth)
            if deepest is None or depth[person] > depth[deepest]:
                deepest = person
        return (*reversed(self.chain_of_command(deepest)), deepest) if deepest is not None else ()

    def _measure(self, person: str, depth: dict[str, int]) -> None:
        """Note how deep a person stands, and everyone above who is not measured yet."""
        line: dict[str, None] = {}
        above: str | None = person
        while above is not None and above not in depth and above in self.managers and above not in line:
            line[above] = None
            above = self.managers[above]
        known = depth.get(above, 0) if above is not None else 0
        for step, each in enumerate(reversed(line), start=1):
            depth[each] = known + step
