"""Tells of many pairs of people at once whether they coordinate."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final

from orgmodel.graph import OrgGraph
from orgmodel.model.fields import NOBODY

if TYPE_CHECKING:
    from numpy import bool_, int64
    from numpy.typing import NDArray

_AT_ONCE: Final = 200_000
"""How many pairs are looked at together."""


class Talking:
    """Who coordinates: in one team of any kind but a guild, under one manager, or through an agreed interaction.

    Parameters
    ----------
    graph
        The organisation.
    people
        The people whose numbers are asked about.
    interactions
        Pairs of teams that have agreed how to work together, with the mode.
    """

    def __init__(self, graph: OrgGraph, people: Sequence[str], interactions: Iterable[tuple[str, str, str]]) -> None:
        from numpy import array, cumsum

        teams = {id: n for n, id in enumerate(sorted(graph.org.teams))}
        meeting = {id for id in teams if graph.kind_of(id) != "guild"}
        held = graph.memberships.places
        places = [[teams[place.team] for place in held.get(id, ()) if place.team in meeting] for id in people]
        managers = graph.reporting.managers
        number = {person: n for n, person in enumerate(people)}
        self._managers = array([_number(managers.get(person), number) for person in people], dtype="int64")
        self._count = array([len(each) for each in places], dtype="int64")
        self._first = cumsum(self._count) - self._count
        self._teams = array([team for each in places for team in each], dtype="int64")
        self._size = max(1, len(teams))
        met = {n * self._size + n for n in teams.values()}
        for one, other, _ in interactions:
            met |= {teams[one] * self._size + teams[other], teams[other] * self._size + teams[one]}
        self._met = array(sorted(met), dtype="int64")

    def between(self, pairs: "NDArray[Any]") -> "NDArray[bool_]":
        """Tell of each pair, a column with two numbers of people, whether the two coordinate."""
        from numpy import concatenate, zeros

        parts = [self._between(*pairs[:, n : n + _AT_ONCE]) for n in range(0, pairs.shape[1], _AT_ONCE)]
        return concatenate([zeros(0, dtype=bool), *parts])

    def _between(self, one: "NDArray[int64]", other: "NDArray[int64]") -> "NDArray[bool_]":
        above, above_other = self._managers[one], self._managers[other]
        meet = self._meet(one, other)
        meet |= ((above == above_other) & (above >= 0)) | (above == other) | (above_other == one)
        return meet

    def _meet(self, one: "NDArray[int64]", other: "NDArray[int64]") -> "NDArray[bool_]":
        """Look at each team of the one with each of the other: one row for each two, marked in what it is about."""
        from numpy import arange, cumsum, isin, repeat, zeros

        ways = self._count[one] * self._count[other]
        pair = repeat(arange(len(one)), ways)
        step = arange(len(pair)) - repeat(cumsum(ways) - ways, ways)
        many = self._count[other][pair]
        first, second = self._first[one][pair] + step // many, self._first[other][pair] + step % many
        found = isin(self._teams[first] * self._size + self._teams[second], self._met)
        meet = zeros(len(one), dtype=bool)
        meet[pair[found]] = True
        return meet


def _number(manager: str | None, number: dict[str, int]) -> int:
    """Return the number of a manager, a new one for who is not among the people; −1 if there is none, or not known."""
    if manager is None or manager == NOBODY:
        return -1
    return number.setdefault(manager, len(number))
