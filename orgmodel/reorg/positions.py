"""Positions before and after: how many there are, of which kind, and which are known by number alone."""

from collections import Counter
from typing import TypeVar

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import Count

V = TypeVar("V", int, str)


def employed(graph: OrgGraph) -> frozenset[str]:
    """Return the people who are described: no vacant positions, and nobody of elsewhere."""
    return frozenset(graph.org.people.keys() - graph.not_asked)


class Positions:
    """The positions of an organisation: those described, vacant ones included, and those that are only counted.

    External people and teams are left out.

    Parameters
    ----------
    graph
        The organisation.
    """

    def __init__(self, graph: OrgGraph) -> None:
        self.level: Counter[int | None] = Counter()
        self.location: Counter[str | None] = Counter()
        self.role: Counter[str | None] = Counter()
        described = [each for each in graph.org.people.values() if not each.external]
        alike = Counter([(each.level, each.location, each.role) for each in described])
        for (level, location, role), positions in alike.items():
            self.level[level] += positions
            self.location[location] += positions
            self.role[role] += positions
        teams = [team for team in graph.org.teams.values() if not team.external]
        self.count = len(described) + sum(team.headcount or 0 for team in teams if team.members is None)
        self.vacancies = sum(each.status == "vacant" for each in described)
        self.vacancies += sum(team.vacancies or 0 for team in teams)

    def unplaced(self) -> dict[str, int]:
        """Count the described positions that do not state their level, location or role."""
        return {"level": self.level[None], "location": self.location[None], "role": self.role[None]}


def differing(old: Counter[V | None], new: Counter[V | None]) -> tuple[Count, ...]:
    """Return the stated levels, locations or roles of which there is another number, sorted."""
    found = sorted(each for each in old.keys() | new.keys() if each is not None and old[each] != new[each])
    return tuple(Count(str(each), old[each], new[each]) for each in found)


def unnamed(before: OrgGraph, after: OrgGraph) -> tuple[Count, ...]:
    """Return the teams that state a headcount and list nobody where the number differs; 0 where there is no team.

    A team that lists its members on one side, or states no headcount there, is left out: those are no numbers that
    could be compared.
    """
    found = []
    for id in sorted(before.org.teams.keys() | after.org.teams.keys()):
        old, new = _heads(before, id), _heads(after, id)
        if old is not None and new is not None and old != new:
            found.append(Count(id, old, new))
    return tuple(found)


def _heads(graph: OrgGraph, team: str) -> int | None:
    said = graph.org.teams.get(team)
    if said is None:
        return 0
    return said.headcount if said.members is None and not said.external else None
