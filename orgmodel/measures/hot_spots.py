"""Hot spots: teams that stand out in several terms of coupling at once."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from orgmodel.graph.dependencies import TeamDependencies
from orgmodel.measures.distribution import quantile, ranks
from orgmodel.measures.position import Betweenness, betweenness_of
from orgmodel.measures.rank_intervals import Row, rank_intervals, reaches

TERMS: Final = ("weighted fan-in", "weighted fan-out", "betweenness", "cyclic group")


class Term(NamedTuple):
    """One term of coupling for one team.

    Its value, its rank, how many teams share that rank, and the limit above which a team stands out.
    """

    name: str
    value: float
    rank: int
    sharing: int
    limit: float

    @property
    def stands_out(self) -> bool:
        """Whether the value is above the high quantile and above twice the median."""
        return self.value > self.limit


class HotSpot(NamedTuple):
    """A team on the Pareto front that stands out, and its best and worst rank over all weightings of the terms."""

    team: str
    terms: tuple[Term, ...]
    best: int
    worst: int


class HotSpots(NamedTuple):
    """The hot spots among the connected teams, by id."""

    spots: tuple[HotSpot, ...]
    teams: int
    betweenness: Betweenness


def hot_spots(dependencies: TeamDependencies, *, high: float, min_terms: int) -> HotSpots:
    """Return the teams that no other surpasses, and that stand out in several terms.

    The terms are weighted fan-in, weighted fan-out, betweenness and the size of the team's own cyclic group (1 outside
    any), over the teams that have a dependency at all. A team stands out in a term where its value is strictly above
    the high quantile and above twice the median. It is on the Pareto front if no other team is at least as high in all
    terms and higher in one.

    Parameters
    ----------
    dependencies
        One layer of the graph.
    high
        The quantile, from 0 to 1.
    min_terms
        In how many terms a team must stand out.
    """
    betweenness = betweenness_of(dependencies)
    rows = dict(_rows(dependencies, betweenness))
    if not rows:
        return HotSpots((), 0, betweenness)
    columns = [_Column(*each, high) for each in zip(TERMS, zip(*rows.values(), strict=True), strict=True)]
    found = {
        team: tuple(column.of(value) for column, value in zip(columns, row, strict=True)) for team, row in rows.items()
    }
    # Who surpasses a team stands out wherever it does, so the front need only be sought among those who stand out.
    front = pareto_front({team: rows[team] for team, terms in found.items() if _outstanding(terms) >= min_terms})
    intervals = rank_intervals(list(rows.values()), [rows[team] for team in front])
    spots = (HotSpot(team, found[team], *interval) for team, interval in zip(front, intervals, strict=True))
    return HotSpots(tuple(spots), len(rows), betweenness)


def _outstanding(terms: Sequence[Term]) -> int:
    return sum(term.stands_out for term in terms)


def _rows(dependencies: TeamDependencies, betweenness: Betweenness) -> Iterator[tuple[str, Row]]:
    groups = dependencies.cyclic_group_of
    for team in dependencies.connected_teams:
        fan_in = round(sum(edge.weight for edge in dependencies.in_edges[team]), 9)
        fan_out = round(sum(edge.weight for edge in dependencies.out_edges[team]), 9)
        yield team, (fan_in, fan_out, betweenness.values[team], len(groups.get(team, (team,))))


class _Column:
    """One term over all teams."""

    def __init__(self, name: str, values: Sequence[float], high: float) -> None:
        self._name = name
        self._limit = max(quantile(values, high) or 0.0, 2 * (quantile(values, 0.5) or 0.0))
        self._ranks, self._counts = ranks(values), Counter(values)

    def of(self, value: float) -> Term:
        """Return the term of a team that has this value."""
        return Term(self._name, value, self._ranks[value], self._counts[value], self._limit)


def pareto_front(rows: Mapping[str, Row]) -> list[str]:
    """Return the teams, sorted, of which no other is at least as high in all terms and higher in one."""
    front: list[str] = []
    # In this order whoever surpasses a team comes before it.
    for team in sorted(rows, key=lambda team: tuple(-value for value in rows[team])):
        if not any(reaches(rows[other], rows[team]) and rows[other] != rows[team] for other in front):
            front.append(team)
    return sorted(front)
