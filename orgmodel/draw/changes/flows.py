"""What comes into each team and goes out of it: people, and components."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from orgmodel.draw.changes.sides import Sides
from orgmodel.draw.changes.values import Pair
from orgmodel.draw.changes.words import count, joined, people
from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.comparison import Comparison, HandedOver

Handed = Mapping[str, list[HandedOver]]


class Flows:
    """Counts who and what changes team.

    Parameters
    ----------
    sides
        The two organisations.
    comparison
        What differs between them.
    """

    def __init__(self, sides: Sides, comparison: Comparison) -> None:
        self._sides, self._comparison = sides, comparison

    # --- people

    @cached_property
    def _between(self) -> tuple[Counter[str], Counter[str]]:
        """How many who are there before and after come into each team, and how many go out of it."""
        come, go = Counter[str](), Counter[str]()
        for each in self._comparison.people.changed_team:
            come.update(set(each.after).difference(each.before))
            go.update(set(each.before).difference(each.after))
        return come, go

    @cached_property
    def _across(self) -> tuple[Counter[str], Counter[str]]:
        """How many join each team from outside the organisation, and how many leave both."""
        left = _teams_of(self._sides.before, self._comparison.people.left)
        return (
            _teams_of(self._sides.after, self._comparison.people.joined),
            Counter({self._sides.later(team): number for team, number in left.items()}),
        )

    def moving(self, id: str) -> int:
        """Return how many people come into a team and go out of it, in all."""
        return sum(counter[id] for counter in (*self._between, *self._across))

    def people(self, id: str, resized: Pair | None) -> Iterator[str]:
        """Say how many people there are before and after, where that differs, and how many come and go."""
        (come, go), (join, leave) = self._between, self._across
        told = [f"{come[id]:,} in"] if come[id] else []
        told += [f"{go[id]:,} out"] if go[id] else []
        told += [f"{join[id]:,} join{'s' * (join[id] == 1)}"] if join[id] else []
        told += [f"{leave[id]:,} leave{'s' * (leave[id] == 1)}"] if leave[id] else []
        said = [people(resized)] if resized else []
        if told or said:
            yield ": ".join([*said, *([", ".join(told)] if told else [])])

    def partners(self, id: str) -> frozenset[str]:
        """Return the teams that a team exchanges people or components with."""
        pairs = [(each.before, each.after) for each in self._comparison.people.changed_team]
        pairs += [(each.before, each.after) for each in self._comparison.components.handed_over]
        return frozenset(other for one in pairs if id in (*one[0], *one[1]) for other in (*one[0], *one[1]))

    # --- components

    @cached_property
    def _handed(self) -> tuple[Handed, Handed]:
        """The components that each team gets, and gives away."""
        gets: dict[str, list[HandedOver]] = {}
        gives: dict[str, list[HandedOver]] = {}
        for each in self._comparison.components.handed_over:
            for owner in sorted(set(each.after).difference(each.before)):
                gets.setdefault(owner, []).append(each)
            for owner in sorted(set(each.before).difference(each.after)):
                gives.setdefault(owner, []).append(each)
        return gets, gives

    def components(self, id: str) -> Iterator[str]:
        """Say which components a team gets and gives away."""
        for verb, found in zip(("gets", "gives away"), (each.get(id) for each in self._handed), strict=True):
            if found:
                yield f"{verb} {self._named(found)}"

    def _named(self, found: list[HandedOver]) -> str:
        if len(found) > 2:
            return count(len(found), "component")
        return joined([self._sides.after.label("component", each.id) for each in found])


def _teams_of(graph: OrgGraph, ids: tuple[str, ...]) -> Counter[str]:
    places = graph.memberships.places
    return Counter([place.team for id in ids for place in places.get(id, ())])
