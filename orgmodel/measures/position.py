"""Position: which teams stand between others, and which many lead to."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from orgmodel.graph.dependencies import TeamDependencies
from orgmodel.measures.base import Detailed, Estimated, Undefined, measure
from orgmodel.measures.networks import network, undirected_network
from orgmodel.measures.once import once
from orgmodel.measures.shortest_paths import passing_through
from orgmodel.measures.subjects import team_ties
from orgmodel.measures.ties import Ties, ties_of

EXACT_UP_TO: Final = 1000
"""Up to this many teams that depend on others, betweenness is worked out from all of them."""

AFFORDABLE_STEPS: Final = 2_500_000
"""How many dependencies an estimate follows, all in all: about a second."""

FEWEST_SOURCES: Final = 64


class Betweenness(NamedTuple):
    """The betweenness of each team, and from how many of those that depend on others it was worked out."""

    values: Mapping[Any, float]
    sources: int
    of: int

    @property
    def estimated(self) -> bool:
        """Whether only a sample of the teams was followed."""
        return self.sources < self.of

    @property
    def basis(self) -> str:
        """What an estimate rests on, in words."""
        return f"from {self.sources:,} of {self.of:,} teams that depend on others"


def betweenness_of(dependencies: TeamDependencies) -> Betweenness:
    """Return the betweenness of all teams, exact where that is affordable and otherwise estimated from a sample."""
    return betweenness_in(ties_of(dependencies))


@once
def betweenness_in(ties: Ties) -> Betweenness:
    """Return the betweenness of all nodes, exact where that is affordable and otherwise estimated from a sample.

    See `betweenness` for the definition. The sample is spread evenly over the nodes that have ties to others, so the
    same organisation gets the same estimate.

    References
    ----------
    .. [1] U. Brandes, C. Pich, Centrality estimation in large networks, International Journal of Bifurcation and Chaos
       17 (2007).
    """
    sources = [place for place, others in enumerate(ties.onward) if others]
    steps = sum(map(len, ties.onward))
    sample = _evenly_spread(sources, max(FEWEST_SOURCES, AFFORDABLE_STEPS // max(1, steps)))
    between = passing_through(sample, ties.onward)
    scale = len(sources) / len(sample) if sample else 1.0
    # Sums of fractions depend on their order in the last digits; equal positions must stay equal.
    values = {node: round(value * scale, 9) for node, value in zip(ties.nodes, between, strict=True)}
    return Betweenness(values, len(sample), len(sources))


def _evenly_spread(sources: Sequence[int], affordable: int) -> Sequence[int]:
    if len(sources) <= max(EXACT_UP_TO, affordable):
        return sources
    return [sources[n * len(sources) // affordable] for n in range(affordable)]


@measure("team", unit="pairs of teams", evidence="descriptive", of=team_ties)
def betweenness(ties: Ties) -> Mapping[Any, float] | Estimated:
    """Pairs of other teams whose shortest chain of dependencies passes through a team.

    Unweighted and not normalised: where a pair has several shortest chains, a team gets the share of them that pass
    through it. Range: 0 to (n - 1) · (n - 2) for n teams; defined for every graph. Exact up to about 1,000 teams,
    O(n · ties); above that estimated from teams that are spread evenly over the ids.

    Examples
    --------
    >>> betweenness(cleaned("abcd", ["ab", "ac", "bd", "cd"]))
    {'a': 0.0, 'b': 0.5, 'c': 0.5, 'd': 0.0}

    References
    ----------
    .. [1] L. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977).
    .. [2] U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001).
    """
    found = betweenness_in(ties)
    # Without direction each pair was counted from both of its ends.
    values = found.values if ties.directed else {node: value / 2 for node, value in found.values.items()}
    return Estimated(values, found.basis) if found.estimated else values


@measure("team", unit="share", evidence="descriptive", of=team_ties)
def betweenness_centrality(ties: Ties) -> Mapping[Any, float] | Estimated:
    """Share of all pairs of other teams whose shortest chain of dependencies passes through a team.

    It is `betweenness` divided by (n - 1) · (n - 2) for n teams, or by half of that where direction does not count.
    Range: 0 to 1; 0 with fewer than three teams. Exact up to about 1,000 teams, O(n · ties); above that estimated from
    teams that are spread evenly over the ids.

    Examples
    --------
    >>> betweenness_centrality(cleaned("abc", ["ab", "bc"]))
    {'a': 0.0, 'b': 0.5, 'c': 0.0}
    >>> betweenness_centrality(cleaned("abc", ["ab", "bc"], directed=False))
    {'a': 0.0, 'b': 1.0, 'c': 0.0}

    References
    ----------
    .. [1] L. Freeman, A set of measures of centrality based on betweenness, Sociometry 40 (1977).
    .. [2] U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001).
    """
    found = betweenness_in(ties)
    pairs = max(1, (len(ties.nodes) - 1) * (len(ties.nodes) - 2))
    values = {node: value / pairs for node, value in found.values.items()}
    return Estimated(values, found.basis) if found.estimated else values


@measure("team", unit="share", evidence="descriptive", of=team_ties)
def pagerank(ties: Ties) -> Mapping[Any, float]:
    """Share of the time that a walk along dependencies spends at a team: high for those that much leads to.

    At each step the walk follows one of the dependencies of where it is, each as likely as the other, or with
    probability 0.15, and wherever there is none, goes to any team. Weights do not count. Range: above 0 to 1, all
    together 1; without teams there is no value. O(ties) for each of some hundred and seventy rounds, by networkx.

    Examples
    --------
    >>> found = pagerank(cleaned("abc", ["ab", "cb"]))
    >>> round(found["b"], 6), found["a"] == found["c"]
    (0.574468, True)

    References
    ----------
    .. [1] L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank citation ranking: bringing order to the web (1998).
    """
    if not ties.nodes:
        return {}
    import networkx

    found = networkx.pagerank(network(ties), alpha=0.85, weight=None, tol=1e-13 / len(ties.nodes), max_iter=1000)
    return {node: float(found[node]) for node in ties.nodes}


@measure("organisation", unit="teams", evidence="descriptive", of=team_ties)
def k_core_max(ties: Ties) -> Detailed | Undefined:
    """Largest k for which there are teams that each have ties with at least k others of them; and how many they are.

    Direction does not count. Range: 0, without ties, to n - 1 for n teams. Undefined without teams. O(ties), by
    networkx.

    Examples
    --------
    >>> k_core_max(cleaned("abcd", ["ab", "bc", "ca", "cd"]))
    Detailed(value=2, detail='a core of 3')

    References
    ----------
    .. [1] S. Seidman, Network structure and minimum degree, Social Networks 5 (1983).
    """
    if not ties.nodes:
        return Undefined("there are no teams")
    core = innermost_core(ties)
    return Detailed(core.k, f"a core of {len(core.nodes):,}")


class Core(NamedTuple):
    """The largest k for which there is a core, and its nodes."""

    k: int
    nodes: tuple[Any, ...]


def innermost_core(ties: Ties) -> Core:
    """Return the nodes of the k-core with the largest k, in their order; 0 and none without nodes.

    Examples
    --------
    >>> innermost_core(cleaned("abcd", ["ab", "bc", "ca", "cd"]))
    Core(k=2, nodes=('a', 'b', 'c'))
    """
    import networkx

    numbers = networkx.core_number(undirected_network(ties))
    k = max(numbers.values(), default=0)
    return Core(k, tuple(node for node in ties.nodes if numbers[node] == k))
