"""What becomes of each team and group, as the comparison says it."""

from collections.abc import Iterator
from typing import Final

from orgmodel.draw.changes.findings import Turned, graves
from orgmodel.draw.changes.flows import Flows
from orgmodel.draw.changes.lineage import DISSOLVED, Lineage
from orgmodel.draw.changes.sides import Sides
from orgmodel.draw.changes.values import Mark, Pair
from orgmodel.draw.changes.words import joined
from orgmodel.model.comparison import Comparison
from orgmodel.model.fields import NOBODY

_TOP: Final = "the top"

# What weighs more is kept where not all can be shown. A judgement: structure, then what breaks, then people.
_STRUCTURE: Final = 1000.0
_ERROR: Final = 400.0
_LEAD: Final = 100.0
_FINDING: Final = 50.0
_PERSON: Final = 10.0


class Fates:
    """Answers what becomes of a team or a group.

    Parameters
    ----------
    sides
        The two organisations.
    comparison
        What differs between them.
    """

    def __init__(self, sides: Sides, comparison: Comparison) -> None:
        self.sides, self.comparison = sides, comparison
        teams = comparison.teams
        self.created, self.removed = frozenset(teams.created), frozenset(teams.removed)
        self.moved = {each.id: (each.before, each.after) for each in teams.moved}
        self._resized = {each.of: Pair(each.before, each.after) for each in teams.resized}
        self._leads = {each.id: each for each in teams.lead_changed}
        self.lineage, self.flows = Lineage(sides, comparison), Flows(sides, comparison)
        self.turned = Turned(comparison)
        self._marks: dict[str, Mark] = {}
        self._lines: dict[str, tuple[str, ...]] = {}

    def resized(self, id: str) -> Pair | None:
        """Return how many people a team has before and after, where both are known and differ."""
        return self._resized.get(id) if self.sides.is_team(id) else None

    def mark(self, id: str) -> Mark:
        """Return what is most to be seen of it."""
        if id not in self._marks:
            self._marks[id] = self._mark(id)
        return self._marks[id]

    def _mark(self, id: str) -> Mark:
        if id in self.created:
            return "added"
        if id in self.removed:
            return "removed"
        if id in self.moved:
            return "moved-here"
        if self.resized(id):
            return "resized"
        return "changed" if self.lines(id) or self.turned.of_team(id) else "unchanged"

    def lines(self, id: str) -> tuple[str, ...]:
        """Return what changes of it, the most important first."""
        if id not in self._lines:
            self._lines[id] = tuple(self._told(id))
        return self._lines[id]

    def _told(self, id: str) -> Iterator[str]:
        if id in self.created:
            yield self.lineage.origin(id)
        elif id in self.removed:
            end = self.lineage.end(id)
            yield end
            yield from self.flows.people(id, None) if end == DISSOLVED else ()
            return
        else:
            yield from (f"from {self.place(self.moved[id][0])}",) if id in self.moved else ()
            yield from self.lineage.another(id)
        yield from self.flows.people(id, self.resized(id))
        yield from self._led(id)
        yield from self.flows.components(id)

    def weight(self, id: str) -> float:
        """Return how much it matters, for choosing what to show of very many."""
        pair = self._resized.get(id) or Pair(0, 0)
        found = self.turned.of_team(id)
        parts = (
            _STRUCTURE * (id in self.created or id in self.removed or id in self.moved),
            _ERROR * graves(found),
            _LEAD * (id in self._leads),
            _FINDING * len(found),
            _PERSON * max(abs((pair.after or 0) - (pair.before or 0)), self.flows.moving(id)),
        )
        return sum(parts)

    def place(self, id: str | None) -> str:
        """Name a place that something moves from or to."""
        return _TOP if id is None else self.sides.name(id)

    def _led(self, id: str) -> Iterator[str]:
        if id in self._leads:
            change = self._leads[id]
            yield f"lead: {self._people(change.before, after=False)} → {self._people(change.after, after=True)}"

    def _people(self, ids: tuple[str, ...], *, after: bool) -> str:
        graph = self.sides.after if after else self.sides.before
        return joined([id if id == NOBODY else graph.label("person", id) for id in ids]) or NOBODY
