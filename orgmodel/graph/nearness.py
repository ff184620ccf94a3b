"""How far up the first common superior of two teams stands."""

from typing import NamedTuple

from orgmodel.graph.hierarchy import Hierarchy
from orgmodel.graph.reporting import ReportingLines
from orgmodel.model.fields import NOBODY
from orgmodel.model.organisation import Org


class Near(NamedTuple):
    """The first common superior of two teams, and how many steps up it stands, counted from the team further below.

    `kind` is `person` or `team`; both are empty where the two have nothing above them in common.
    """

    steps: int
    kind: str = ""
    id: str = ""


class Nearness:
    """Distances between teams: along the managers of their leads where these are known, otherwise along their groups.

    A team and one step up: from its lead to whom the lead reports, or from the team to its group.
    """

    def __init__(self, org: Org, hierarchy: Hierarchy, reporting: ReportingLines) -> None:
        self._org, self._hierarchy, self._reporting = org, hierarchy, reporting
        self._has_groups = any(team.parent is not None for team in org.teams.values())
        self._lines: dict[str, tuple[str, ...]] = {}

    def superiors(self, team: str) -> tuple[str, ...]:
        """Return the lead of a team and everyone above, the nearest first; nobody where no lead is described."""
        if team not in self._lines:
            lead = next((each for each in self._org.teams[team].lead or () if each in self._org.people), None)
            self._lines[team] = (lead, *self._reporting.chain_of_command(lead)) if lead is not None else ()
        return self._lines[team]

    def between(self, one: str, other: str) -> Near | None:
        """Return the first common superior of two teams; None if neither managers nor groups tell."""
        return self._by_people(one, other) or self._by_groups(one, other)

    def _by_people(self, one: str, other: str) -> Near | None:
        line, beside = self.superiors(one), self.superiors(other)
        if not line or not beside:
            return None
        found = _meeting(line, beside)
        if found:
            return Near(found[0], "person", found[1])
        both_end = all(self._reporting.manager_of(each[-1]) == NOBODY for each in (line, beside))
        return Near(max(len(line), len(beside))) if both_end else None

    def _by_groups(self, one: str, other: str) -> Near | None:
        if not self._has_groups:
            return None
        line, beside = ((team, *self._hierarchy.ancestors(team)) for team in (one, other))
        found = _meeting(line, beside)
        return Near(found[0], "team", found[1]) if found else Near(max(len(line), len(beside)))


def _meeting(line: tuple[str, ...], beside: tuple[str, ...]) -> tuple[int, str] | None:
    """Return how many steps two lines go up at most until they meet, and where."""
    place = {each: steps for steps, each in enumerate(line)}
    return next(((max(steps, place[each]), each) for steps, each in enumerate(beside) if each in place), None)
