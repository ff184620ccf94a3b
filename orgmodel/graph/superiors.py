"""Where several teams have their first common superior."""

from functools import cached_property
from typing import NamedTuple

from orgmodel.graph.hierarchy import Hierarchy
from orgmodel.graph.nearness import Nearness
from orgmodel.graph.reporting import ReportingLines
from orgmodel.model.fields import NOBODY
from orgmodel.model.organisation import Org


class Superior(NamedTuple):
    """The first superior of several teams; `kind` is `person` or `team`, both words are empty where there is none."""

    kind: str = ""
    id: str = ""
    is_top: bool = True


class Superiors:
    """Common superiors: along the managers of leads where these are known, otherwise along the groups of teams."""

    def __init__(self, org: Org, hierarchy: Hierarchy, reporting: ReportingLines, nearness: Nearness) -> None:
        self._org, self._hierarchy = org, hierarchy
        self._reporting, self._nearness = reporting, nearness

    def first_common(self, teams: tuple[str, ...]) -> Superior | None:
        """Return the first superior that all of these teams have; None if neither managers nor groups tell.

        Where they have none, or it reports to nobody, only the top of the organisation is above all of them.
        """
        return self._by_people(teams) or self._by_groups(teams)

    def _by_people(self, teams: tuple[str, ...]) -> Superior | None:
        lines = [self._nearness.superiors(team) for team in teams]
        if not lines or not all(lines):
            return None
        rest = [set(line) for line in lines[1:]]
        found = next((each for each in lines[0] if all(each in line for line in rest)), None)
        if found is None:
            ends = {self._reporting.manager_of(line[-1]) for line in lines}
            return Superior() if ends == {NOBODY} else None
        above = self._reporting.manager_of(found)
        return Superior("person", found, above == NOBODY) if above is not None else None

    def _by_groups(self, teams: tuple[str, ...]) -> Superior | None:
        if not self._roots or any(self._breaks_off(team) for team in teams):
            return None
        found = self._hierarchy.common_ancestor(teams)
        return Superior("team", found, self._roots == {found}) if found is not None else Superior()

    @cached_property
    def _roots(self) -> frozenset[str]:
        """Groups at the top; where there are several, the top of the organisation is above them."""
        teams = self._org.teams
        return frozenset(id for id in self._hierarchy.children if teams[id].parent is None and not teams[id].external)

    def _breaks_off(self, team: str) -> bool:
        """Tell whether a line of groups ends at a parent that is not described, or in a circle."""
        highest = (team, *self._hierarchy.ancestors(team))[-1]
        return self._org.teams[highest].parent is not None
