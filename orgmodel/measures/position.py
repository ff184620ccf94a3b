"""Position: which teams stand between others."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer, TeamDependencies
from orgmodel.measures.base import Estimated, measure

EXACT_UP_TO: Final = 1000
"""Up to this many teams that depend on others, betweenness is worked out from all of them."""

AFFORDABLE_STEPS: Final = 2_500_000
"""How many dependencies an estimate follows, all in all: about a second."""

FEWEST_SOURCES: Final = 64


class Betweenness(NamedTuple):
    """The betweenness of each team, and from how many of those that depend on others it was worked out."""

    values: Mapping[str, float]
    sources: int
    of: int

    @property
    def estimated(self) -> bool:
        """Whether only a sample of the teams was followed."""
        return self.sources < self.of


def betweenness_of(dependencies: TeamDependencies) -> Betweenness:
    """Return the betweenness of all teams, exact where that is affordable and otherwise estimated from a sample.

    See `betweenness` for the definition. The sample is spread evenly over the ids of the teams that depend on others,
    so the same organisation gets the same estimate.

    References
    ----------
    .. [1] U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001).
    .. [2] U. Brandes, C. Pich, Centrality estimation in large networks (2007).
    """
    number = {team: n for n, team in enumerate(dependencies.teams)}
    adjacent = [[number[other] for other in dependencies.successors.get(team, ())] for team in dependencies.teams]
    sources = [n for n, others in enumerate(adjacent) if others]
    sample = _evenly_spread(sources, max(FEWEST_SOURCES, AFFORDABLE_STEPS // max(1, len(dependencies.edges))))
    between = [0.0] * len(adjacent)
    for source in sample:
        _add_from(source, adjacent, between)
    scale = len(sources) / len(sample) if sample else 1.0
    # Sums of fractions depend on their order in the last digits; equal positions must stay equal.
    values = {team: round(value * scale, 9) for team, value in zip(dependencies.teams, between, strict=True)}
    return Betweenness(values, len(sample), len(sources))


def _evenly_spread(sources: Sequence[int], affordable: int) -> Sequence[int]:
    if len(sources) <= max(EXACT_UP_TO, affordable):
        return sources
    return [sources[n * len(sources) // affordable] for n in range(affordable)]


def _add_from(source: int, adjacent: Sequence[Sequence[int]], between: list[float]) -> None:
    """Add to each team the shares of the shortest paths from one source that pass through it."""
    paths = {source: 1}
    distance = {source: 0}
    before: dict[int, list[int]] = {source: []}
    order = [source]
    for node in order:
        next_distance, so_far = distance[node] + 1, paths[node]
        for other in adjacent[node]:
            if other not in distance:
                distance[other], paths[other], before[other] = next_distance, so_far, [node]
                order.append(other)
            elif distance[other] == next_distance:
                paths[other] += so_far
                before[other].append(node)
    passing = dict.fromkeys(order, 0.0)
    for node in reversed(order[1:]):
        share = (1 + passing[node]) / paths[node]
        for previous in before[node]:
            passing[previous] += paths[previous] * share
        between[node] += passing[node]


@measure("team", unit="pairs of teams", evidence="descriptive")
def betweenness(graph: OrgGraph, layer: Layer) -> Mapping[str, float] | Estimated:
    """Pairs of other teams whose shortest chain of dependencies passes through a team.

    Directed, unweighted and not normalised: where a pair has several shortest chains, a team gets the share of them
    that pass through it. Exact up to about 1,000 teams, O(teams · dependencies); above that estimated from teams that
    are spread evenly over the ids.

    References
    ----------
    .. [1] L. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977).
    .. [2] U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001).
    """
    found = betweenness_of(graph.dependencies(layer))
    if not found.estimated:
        return found.values
    return Estimated(found.values, f"from {found.sources:,} of {found.of:,} teams that depend on others")
