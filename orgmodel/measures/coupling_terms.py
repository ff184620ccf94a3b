"""Coupling terms: the numbers in which a team can stand out, for each team that depends on another or is needed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from orgmodel.measures.composite import telling
from orgmodel.measures.cycles import groups_in_circles
from orgmodel.measures.once import once
from orgmodel.measures.position import Betweenness, betweenness_in
from orgmodel.measures.rank_intervals import Row
from orgmodel.measures.ties import Tie, Ties

TERMS: Final = ("weighted fan-in", "weighted fan-out", "betweenness", "cyclic group")


@dataclass(frozen=True, eq=False, kw_only=True)
class Coupling:
    """The terms of every team that has a dependency at all.

    Parameters
    ----------
    weights
        How much depends on whom, by the two teams.
    predecessors, successors
        Who depends on each team, and on whom it depends.
    rows
        The terms of each team, in the order of `TERMS`.
    betweenness
        That of all teams, and whether it is an estimate.
    """

    weights: Mapping[Tie, float]
    predecessors: Mapping[Any, Sequence[Any]]
    successors: Mapping[Any, Sequence[Any]]
    rows: Mapping[Any, Row]
    betweenness: Betweenness

    @cached_property
    def terms(self) -> Mapping[str, Mapping[Any, float]]:
        """The same by term."""
        return {name: {team: row[n] for team, row in self.rows.items()} for n, name in enumerate(TERMS)}

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The terms that tell teams apart, of which a ranking is made."""
        return tuple(telling(self.terms))

    @cached_property
    def telling_rows(self) -> Mapping[Any, Row]:
        """The terms of each team without those that tell nothing."""
        kept = [TERMS.index(name) for name in self.telling]
        return {team: tuple(row[n] for n in kept) for team, row in self.rows.items()}


@once
def coupling_of(ties: Ties) -> Coupling:
    """Return the terms of all teams that have a dependency.

    They are weighted fan-in, weighted fan-out, betweenness, and the size of the team's own cyclic group, 1 outside any.
    """
    betweenness = betweenness_in(ties)
    in_circles = {ties.nodes[n]: float(len(group)) for group in groups_in_circles(ties) for n in group}
    rows: dict[Any, Row] = {}
    for team in ties.nodes:
        into, out = ties.predecessors[team], ties.successors[team]
        if into or out:
            fan_in = summed(ties.weights[other, team] for other in into)
            fan_out = summed(ties.weights[team, other] for other in out)
            rows[team] = (fan_in, fan_out, betweenness.values[team], in_circles.get(team, 1.0))
    return Coupling(
        weights=ties.weights,
        predecessors=ties.predecessors,
        successors=ties.successors,
        rows=rows,
        betweenness=betweenness,
    )


def summed(weights: Iterable[float]) -> float:
    """Return a sum in which the order of the weights does not show."""
    return round(sum(weights), 9)
