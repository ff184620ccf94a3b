"""Coupling: how much teams depend on each other, directly."""

from collections.abc import Mapping, Sequence
from typing import Any

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Undefined, measure
from orgmodel.measures.subjects import team_ties
from orgmodel.measures.ties import Ties


def _kinds(graph: OrgGraph, layer: Layer) -> Sequence[str]:
    return [reason.kind for edge in graph.dependencies(layer).edges for reason in edge.reasons]


@measure("organisation", unit="pairs of teams", evidence="descriptive", better="down", of=team_ties)
def team_dependency_edges(ties: Ties) -> float:
    """Ordered pairs of teams of which one depends on the other, in the chosen layer.

    Range: 0 to n · (n - 1) for n teams. Defined for every graph. O(1).

    A definition by itself: the number of ties.

    Examples
    --------
    >>> team_dependency_edges(cleaned("abc", ["ab", "ba", "ab", "cc"]))
    2
    """
    return len(ties.weights)


@measure("organisation", unit="weight", evidence="descriptive", better="down", of=team_ties)
def team_dependency_weight(ties: Ties) -> float:
    """Strengths of all dependencies between teams, summed; 1 for each whose strength is not stated.

    Range: 0 and more. Defined for every graph. O(ties).

    A definition by itself: the sum of all weights.

    Examples
    --------
    >>> team_dependency_weight(cleaned("abc", [("a", "b", 2.5), ("a", "c")]))
    3.5
    """
    return ties.total


@measure("organisation", unit="share", evidence="descriptive", better="down", of=_kinds)
def unknown_kind_share(kinds: Sequence[str]) -> float | Undefined:
    """Share of the reasons for dependencies whose kind is not known.

    Range: 0 to 1. Undefined without dependencies. O(reasons).

    A definition by itself: how many are unknown, of how many there are.

    Examples
    --------
    >>> unknown_kind_share(["api", "unknown", "staffing", "unknown"])
    0.5
    >>> unknown_kind_share([])
    Undefined(reason='there are no dependencies between teams')
    """
    return kinds.count("unknown") / len(kinds) if kinds else Undefined("there are no dependencies between teams")


@measure("team", unit="teams", evidence="supported", of=team_ties)
def fan_in(ties: Ties) -> Mapping[Any, float]:
    """Distinct teams that depend on a team (afferent coupling).

    Range: 0 to n - 1 for n teams. Loops and further ties between the same two do not count. O(nodes + ties).

    Examples
    --------
    >>> fan_in(cleaned("abc", ["ab", "cb", "cb", "bb"]))
    {'a': 0, 'b': 2, 'c': 0}

    References
    ----------
    .. [1] R. C. Martin, OO design quality metrics (1994).
    """
    return {node: len(others) for node, others in ties.predecessors.items()}


@measure("team", unit="teams", evidence="descriptive", better="down", of=team_ties)
def fan_out(ties: Ties) -> Mapping[Any, float]:
    """Distinct teams that a team depends on (efferent coupling).

    Range: 0 to n - 1 for n teams. Loops and further ties between the same two do not count. O(nodes + ties).

    Examples
    --------
    >>> fan_out(cleaned("abc", ["ab", "ac", "ac", "bb"]))
    {'a': 2, 'b': 0, 'c': 0}

    References
    ----------
    .. [1] R. C. Martin, OO design quality metrics (1994).
    """
    return {node: len(others) for node, others in ties.successors.items()}


@measure("team", unit="teams", evidence="supported", of=team_ties)
def afferent_coupling(ties: Ties) -> Mapping[Any, float]:
    """Afferent coupling Ca: distinct teams that depend on a team; the same as `fan_in`, by its other name.

    Range: 0 to n - 1 for n teams; 0 for a team without dependencies. Loops and further ties between the same two do
    not count. O(nodes + ties).

    Examples
    --------
    >>> afferent_coupling(cleaned("abcdef", ["ab", "bd", "be", "bf", "cb", "ef"]))
    {'a': 0, 'b': 2, 'c': 0, 'd': 1, 'e': 1, 'f': 2}

    References
    ----------
    .. [1] R. C. Martin, OO design quality metrics (1994).
    .. [2] R. C. Martin, Clean Architecture (2017), chapter 14.
    """
    return fan_in(ties)


@measure("team", unit="teams", evidence="descriptive", better="down", of=team_ties)
def efferent_coupling(ties: Ties) -> Mapping[Any, float]:
    """Efferent coupling Ce: distinct teams that a team depends on; the same as `fan_out`, by its other name.

    Range: 0 to n - 1 for n teams; 0 for a team without dependencies. Loops and further ties between the same two do
    not count. O(nodes + ties).

    Examples
    --------
    >>> efferent_coupling(cleaned("abcdef", ["ab", "bd", "be", "bf", "cb", "ef"]))
    {'a': 1, 'b': 3, 'c': 1, 'd': 0, 'e': 1, 'f': 0}

    References
    ----------
    .. [1] R. C. Martin, OO design quality metrics (1994).
    .. [2] R. C. Martin, Clean Architecture (2017), chapter 14.
    """
    return fan_out(ties)


@measure("team", unit="weight", evidence="descriptive", of=team_ties)
def weighted_fan_in(ties: Ties) -> Mapping[Any, float]:
    """Weights of the dependencies of others on a team, summed.

    Range: 0 and more. A weight that is not stated is 1; those of several ties between the same two are summed, loops do
    not count. O(nodes + ties).

    A definition by itself: the weighted in-degree.

    Examples
    --------
    >>> weighted_fan_in(cleaned("abc", [("a", "b", 2), ("a", "b", 0.5), ("c", "b")]))
    {'a': 0.0, 'b': 3.5, 'c': 0.0}
    """
    return _strengths(ties, ends=(1,) if ties.directed else (0, 1))


@measure("team", unit="weight", evidence="descriptive", better="down", of=team_ties)
def weighted_fan_out(ties: Ties) -> Mapping[Any, float]:
    """Weights of a team's dependencies on others, summed.

    Range: 0 and more. A weight that is not stated is 1; those of several ties between the same two are summed, loops do
    not count. O(nodes + ties).

    A definition by itself: the weighted out-degree.

    Examples
    --------
    >>> weighted_fan_out(cleaned("abcd", [("a", "b", 3), ("a", "c"), ("b", "c", 2), ("d", "a", 5)]))
    {'a': 4.0, 'b': 2.0, 'c': 0.0, 'd': 5.0}
    """
    return _strengths(ties, ends=(0,) if ties.directed else (0, 1))


def _strengths(ties: Ties, *, ends: Sequence[int]) -> Mapping[Any, float]:
    """Sum the weights at each node of the ties that have it at one of their ends."""
    found = dict.fromkeys(ties.nodes, 0.0)
    for tie, weight in ties.weights.items():
        for end in ends:
            found[tie[end]] += weight
    return found


@measure("team", unit="ratio", evidence="folklore", of=team_ties)
def instability(ties: Ties) -> Mapping[Any, float | Undefined]:
    """Fan-out divided by fan-in plus fan-out.

    Range: 0, where only others depend on a team, to 1, where it only depends on others. Undefined for a team without
    dependencies; tools differ in what they say of one. O(nodes + ties).

    Examples
    --------
    >>> instability(cleaned("abcd", ["ab", "cb", "db"]))
    {'a': 1.0, 'b': 0.0, 'c': 1.0, 'd': 1.0}

    References
    ----------
    .. [1] R. C. Martin, OO design quality metrics (1994).
    .. [2] R. C. Martin, Clean Architecture (2017), chapter 14.
    """
    out, into = ties.successors, ties.predecessors
    alone = Undefined("it has no dependencies")
    return {
        node: len(others) / total if (total := len(others) + len(into[node])) else alone for node, others in out.items()
    }


@measure("organisation", unit="share", evidence="descriptive", of=team_ties)
def density(ties: Ties) -> float | Undefined:
    """Share of all possible ties that there are.

    Of n nodes m ties join m / (n · (n - 1)) of the ordered pairs; without direction twice as much. Range: 0 to 1.
    Undefined with fewer than two nodes. Loops and further ties between the same two do not count. O(1).

    Examples
    --------
    >>> density(cleaned("abc", ["ab", "bc", "cc"]))
    0.3333333333333333

    References
    ----------
    .. [1] S. Wasserman, K. Faust, Social Network Analysis (1994).
    """
    nodes = len(ties.nodes)
    if nodes < 2:
        return Undefined("there are fewer than two teams")
    return len(ties.weights) * (1 if ties.directed else 2) / (nodes * (nodes - 1))
