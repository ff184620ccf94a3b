"""How many people each group has, before and after: everybody counts once, where they have their home."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from orgmodel.draw.changes.sides import Sides
from orgmodel.draw.changes.values import Pair
from orgmodel.draw.changes.words import people
from orgmodel.graph.org_graph import OrgGraph


class People:
    """Counts people of groups, as the comparison does for those who lead them.

    Parameters
    ----------
    sides
        The two organisations.
    """

    def __init__(self, sides: Sides) -> None:
        self._sides = sides

    @cached_property
    def _own(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """How many have their home in each team or group itself, before and after."""
        before = {self._sides.later(id): number for id, number in _homes(self._sides.before).items()}
        return before, _homes(self._sides.after)

    @cached_property
    def _below(self) -> tuple[Mapping[str, int], Mapping[str, int]]:
        """How many there are in each with all that hangs below it; nothing where nothing is stated."""
        found: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
        for side, graph in enumerate((self._sides.before, self._sides.after)):
            for id, number in self._own[side].items():
                own = self._sides.earlier(id) if side == 0 else id
                line = (own, *graph.ancestors(own)) if own is not None else ()
                for above in dict.fromkeys(line):
                    found[side][above if side else self._sides.later(above)] += number
        return found

    def of(self, group: str) -> Pair:
        """Return how many people are in a group and all below it; None where that is not known, or it is not there."""
        before, after = self._below
        return Pair(before.get(group), after.get(group))

    def together(self, before: Iterable[str], after: Iterable[str]) -> Pair:
        """Return how many people some teams have before, and some have after.

        None stands for teams of none of which that is known, 0 for no teams.
        """
        sums: list[int | None] = []
        for known, ids in zip(self._below, (set(before), set(after)), strict=True):
            stated = [known[id] for id in ids if id in known]
            sums.append(sum(stated) if stated or not ids else None)
        return Pair(*sums)

    def said(self, group: str, pair: Pair) -> str:
        """Say how many people a group has: before and after, or the one of the two in which it is there."""
        there = self._sides.earlier(group) is not None, self._sides.is_after(group)
        if all(there):
            return people(pair)
        return people(Pair(pair[there[1]], pair[there[1]]))


def _homes(graph: OrgGraph) -> dict[str, int]:
    org = graph.org
    vacant = {id for id, person in org.people.items() if person.status == "vacant"}
    homes: Counter[str] = Counter()
    for person, held in graph.memberships.places.items():
        home = held[0].team if len(held) == 1 else graph.home_team(person)
        if home is not None and person not in vacant:
            homes[home] += 1
    found = {}
    for id, team in org.teams.items():
        unlisted = team.members is None and graph.kind_of(id) != "group" and team.headcount is not None
        if unlisted or id in homes or team.members is not None:
            found[id] = max(homes[id], team.headcount or 0) if unlisted else homes[id]
    return {id: number for id, number in found.items() if not org.teams[id].external}
