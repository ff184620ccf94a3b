"""Hot spots: teams that stand out in several terms of coupling at once."""

from collections import Counter
from collections.abc import Container, Sequence
from typing import NamedTuple

from orgmodel.graph.dependencies import TeamDependencies
from orgmodel.measures.composite import percentiles
from orgmodel.measures.coupling_terms import TERMS, Coupling, coupling_of
from orgmodel.measures.distribution import quantile, ranks
from orgmodel.measures.pareto import pareto_front
from orgmodel.measures.position import Betweenness
from orgmodel.measures.rank_intervals import rank_intervals
from orgmodel.measures.sensitivity import staying
from orgmodel.measures.ties import ties_of


class Term(NamedTuple):
    """One term of coupling for one team.

    Its value, its rank, how many teams share that rank, the limit above which a team stands out, and the percentile.
    """

    name: str
    value: float
    rank: int
    sharing: int
    limit: float
    percentile: float

    @property
    def stands_out(self) -> bool:
        """Whether the value is above the high quantile and above twice the median."""
        return self.value > self.limit


class HotSpot(NamedTuple):
    """A team on the Pareto front that stands out.

    Its terms, its best and worst rank over all weightings of the terms, the mean of its percentiles, and the share of
    draws with slightly different weights in which it stays on the front.
    """

    team: str
    terms: tuple[Term, ...]
    best: int
    worst: int
    score: float
    staying: float


class HotSpots(NamedTuple):
    """The hot spots among the connected teams, by id, and which terms a ranking is made of."""

    spots: tuple[HotSpot, ...]
    teams: int
    betweenness: Betweenness
    telling: tuple[str, ...]


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
    coupling = coupling_of(ties_of(dependencies))
    columns = [_Column(name, coupling, high) for name in TERMS]
    found = {team: tuple(column.of(team) for column in columns) for team in coupling.rows}
    # Who surpasses a team stands out wherever it does, so the front need only be sought among those who stand out.
    standing_out = {team: coupling.rows[team] for team, terms in found.items() if _outstanding(terms) >= min_terms}
    front = pareto_front(standing_out)
    rows = coupling.telling_rows
    intervals = rank_intervals(list(rows.values()), [rows[team] for team in front])
    shares = staying(coupling, front)
    spots = tuple(
        HotSpot(team, found[team], *interval, _score(found[team], coupling.telling), shares[team])
        for team, interval in zip(front, intervals, strict=True)
    )
    return HotSpots(spots, len(coupling.rows), coupling.betweenness, coupling.telling)


def _outstanding(terms: Sequence[Term]) -> int:
    return sum(term.stands_out for term in terms)


def _score(terms: Sequence[Term], telling: Container[str]) -> float:
    """Return what `hotspot_score` says of one team; in the middle where nothing tells teams apart."""
    percentiles = [term.percentile for term in terms if term.name in telling]
    return sum(percentiles) / len(percentiles) if percentiles else 50.0


class _Column:
    """One term over all teams."""

    def __init__(self, name: str, coupling: Coupling, high: float) -> None:
        self._name, self._of = name, coupling.terms[name]
        values = list(self._of.values())
        self._limit = max(quantile(values, high) or 0.0, 2 * (quantile(values, 0.5) or 0.0))
        self._ranks, self._counts, self._percentiles = ranks(values), Counter(values), percentiles(self._of)

    def of(self, team: str) -> Term:
        """Return the term of a team."""
        value = self._of[team]
        rank, sharing = self._ranks[value], self._counts[value]
        return Term(self._name, value, rank, sharing, self._limit, self._percentiles[team])
