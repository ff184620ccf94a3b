"""Reorganisation: how far two groupings of the same people, or two graphs, are from each other."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from math import comb
from typing import Any, NamedTuple, TypeAlias

from orgmodel.measures import partitions
from orgmodel.measures.base import Undefined
from orgmodel.measures.ties import Ties as Graph
from orgmodel.model.comparison import Ties

Grouping: TypeAlias = Mapping[Any, Hashable] | Sequence[Hashable]
"""The team of each person; or the labels of people who are told apart by their place alone."""

NOBODY_STAYS = Undefined("nobody is there before and after")


class TieCounts(NamedTuple):
    """Pairs of people in one team: before, after, in both, only before, and only after."""

    before: int
    after: int
    kept: int
    broken: int
    new: int


def _by_person(grouping: Grouping) -> Mapping[Any, Hashable]:
    return grouping if isinstance(grouping, Mapping) else dict(enumerate(grouping))


def _contingency(before: Grouping, after: Grouping) -> Counter[tuple[Any, Any]]:
    """Count those who are in both, by the team before and the team after."""
    old, new = _by_person(before), _by_person(after)
    return Counter((team, new[person]) for person, team in old.items() if person in new)


def people_changing_team(before: Grouping, after: Grouping) -> int:
    """People who are there before and after and are in another team afterwards, by the names that teams have.

    From 0 to the number of those who stay; 0 where nobody does. A team that only gets another name moves all who are in
    it: `partition_distance` does not count them. O(people).

    Examples
    --------
    >>> people_changing_team({"ana": "a", "bo": "a", "cy": "b"}, {"ana": "a", "bo": "b", "di": "b"})
    1
    """
    return sum(count for (old, new), count in _contingency(before, after).items() if old != new)


def partition_distance(before: Grouping, after: Grouping) -> int:
    """People who have to move at least to come from one grouping to the other; another name for a team costs nothing.

    Those who are in both, less those whom the best pairing of old with new teams leaves together. From 0 to the number
    of people less one; 0 exactly where the groupings are the same but for names, and where nobody is in both. A metric.
    Exact; O(k log k) for k pairs of an old and a new team with somebody in both, unless the teams are shuffled.

    Examples
    --------
    >>> partition_distance("AAAABBBB", "XXXZYYYX")
    2

    References
    ----------
    .. [1] D. Gusfield, Partition-distance: a problem and class of perfect graphs arising in clustering, Information
       Processing Letters 82 (2002).
    .. [2] A. Almudevar, C. Field, Estimation of single-generation sibling relationships based on DNA markers, Journal
       of Agricultural, Biological, and Environmental Statistics 4 (1999).
    """
    return partitions.partition_distance(_contingency(before, after))


def adjusted_rand_index(before: Grouping, after: Grouping) -> float | Undefined:
    """Agreement of two groupings about which people are together, less what chance gives.

    1 for the same, about 0 for chance, below 0 where they agree less than by chance. Where all are together, or each is
    alone, in both, it is 1. Over those who are in both; undefined where nobody is. O(people).

    Examples
    --------
    >>> round(adjusted_rand_index([0, 0, 1, 1], [0, 0, 1, 2]), 4)
    0.5714

    References
    ----------
    .. [1] L. Hubert, P. Arabie, Comparing partitions, Journal of Classification 2 (1985).
    """
    found = partitions.adjusted_rand_index(_contingency(before, after))
    return NOBODY_STAYS if found is None else found


def variation_of_information(before: Grouping, after: Grouping) -> float | Undefined:
    """What knowing a person's team in one grouping leaves unknown of that in the other, both ways, summed.

    In nats (natural logarithm), from 0 for the same grouping to ln n for n people: all together against each alone. A
    metric. Over those who are in both; undefined where nobody is. O(people).

    Examples
    --------
    >>> round(variation_of_information("AAAA", "ABCD"), 4)
    1.3863

    References
    ----------
    .. [1] M. Meilă, Comparing clusterings — an information based distance, Journal of Multivariate Analysis 98 (2007).
    """
    found = partitions.variation_of_information(_contingency(before, after))
    return NOBODY_STAYS if found is None else found


def teammate_ties(before: Grouping, after: Grouping) -> TieCounts:
    """Pairs of people in one team before, after, in both, only before, and only after, where each is in one team.

    Whoever joins or leaves has ties on one side. Counts, from 0; no pair is listed. Teams that have worked together for
    long do better, people who have been at the firm for long do not. O(people).

    Examples
    --------
    >>> teammate_ties("AAAABBBB", "AAACBBBA")
    TieCounts(before=12, after=9, kept=6, broken=6, new=3)

    References
    ----------
    .. [1] R. Huckman, B. Staats, D. Upton, Team familiarity, role experience, and performance: evidence from Indian
       software services, Management Science 55 (2009).
    """
    old, new = (_pairs(Counter(_by_person(each).values())) for each in (before, after))
    kept = _pairs(_contingency(before, after))
    return TieCounts(old, new, kept, old - kept, new - kept)


def _pairs(sizes: Counter[Any]) -> int:
    return sum(comb(size, 2) for size in sizes.values())


def teammate_tie_jaccard(before: Grouping, after: Grouping) -> float | Undefined:
    """Share of working relationships that last: pairs of people in one team before and after, of all before or after.

    From 0 to 1. Undefined where nobody is in a team with anybody, before or after. O(people).

    Examples
    --------
    >>> teammate_tie_jaccard("AAAABBBB", "AAACBBBA")
    0.4

    References
    ----------
    .. [1] R. Huckman, B. Staats, D. Upton, Team familiarity, role experience, and performance: evidence from Indian
       software services, Management Science 55 (2009).
    """
    ties = teammate_ties(before, after)
    found = partitions.kept_share(Ties(ties.kept, ties.broken, ties.new))
    return Undefined("nobody is in a team with anybody") if found is None else found


def graph_edit_distance(before: Graph, after: Graph) -> int:
    """Nodes and dependencies to add or to remove at least to come from one graph to another, where nodes have names.

    What is in only one of the two: nodes, and ties between the same two nodes in the same direction, whatever their
    weight. From 0; without names the question is another one, and one that cannot be answered for large graphs. Two
    graphs, of which only one has directions, share no tie. O(nodes + edges).

    Examples
    --------
    >>> from orgmodel.measures.ties import cleaned
    >>> graph_edit_distance(cleaned("abc", ["ab", "bc", "ca"]), cleaned("abc", ["ab", "bc"]))
    1

    References
    ----------
    .. [1] A. Sanfeliu, K. Fu, A distance measure between attributed relational graphs for pattern recognition, IEEE
       Transactions on Systems, Man, and Cybernetics 13 (1983).
    """
    return len(set(before.nodes) ^ set(after.nodes)) + len(_edges(before) ^ _edges(after))


def _edges(ties: Graph) -> set[Hashable]:
    return set(ties.weights) if ties.directed else {frozenset(pair) for pair in ties.weights}
