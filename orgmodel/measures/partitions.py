"""How far apart two groupings of the same people are, from the counts of who was where and is where now."""

from collections import Counter
from collections.abc import Hashable, Mapping
from math import comb, fsum, log
from typing import TypeVar

from orgmodel.measures.matching import heaviest_matching
from orgmodel.model.comparison import Ties

K = TypeVar("K", bound=Hashable)
Contingency = Mapping[tuple[K, K], int]
"""How many people are in each pair of a class before and a class after; pairs that are left out have none."""


def _margins(contingency: Contingency[K]) -> tuple[Counter[K], Counter[K], int]:
    """Return the sizes of the classes before and after, and how many people there are."""
    before: Counter[K] = Counter()
    after: Counter[K] = Counter()
    for (old, new), count in contingency.items():
        before[old] += count
        after[new] += count
    return before, after, before.total()


def partition_distance(contingency: Contingency[K]) -> int:
    """People who have to move at least to come from one grouping to the other.

    Classes have no names: one that only gets another name costs nothing. It is the number of people less those whom
    the best pairing of old with new classes leaves together. From 0 to the number of people less one; 0 where there is
    nobody, since nobody has to move. One class against one, and every pair of classes that cannot do better than with
    each other, are settled in O(k log k) for k counts above 0; what is left is an assignment problem.

    References
    ----------
    .. [1] D. Gusfield, Partition-distance: a problem and class of perfect graphs arising in clustering, Information
       Processing Letters 82 (2002).
    .. [2] A. Almudevar and C. Field, Estimation of single-generation sibling relationships based on DNA markers,
       Journal of Agricultural, Biological and Environmental Statistics 4 (1999).
    """
    return sum(contingency.values()) - heaviest_matching(contingency)


def adjusted_rand_index(contingency: Contingency[K]) -> float | None:
    """Agreement of two groupings about pairs of people, less what chance gives: 1 for the same, about 0 for chance.

    With S pairs together in both, A together before, B together after and N pairs in all it is
    (S - AB/N) / ((A + B)/2 - AB/N). No unit; at most 1, and below 0 where they agree less than by chance. Where all are
    together, or each is alone, in both groupings, the quotient is 0/0 and the answer 1, since they are the same.
    Undefined (None) where there is nobody: there is nothing to agree about. O(k) for k counts, in whole numbers.

    References
    ----------
    .. [1] L. Hubert and P. Arabie, Comparing partitions, Journal of Classification 2 (1985).
    """
    before, after, people = _margins(contingency)
    if not people:
        return None
    pairs, together = comb(people, 2), sum(comb(count, 2) for count in contingency.values())
    old, new = (sum(comb(size, 2) for size in sizes.values()) for sizes in (before, after))
    most = (old + new) * pairs - 2 * old * new
    return 2 * (together * pairs - old * new) / most if most else 1.0


def variation_of_information(contingency: Contingency[K]) -> float | None:
    """What knowing a person's class in one grouping leaves unknown of that in the other, both ways, summed.

    H(before | after) + H(after | before) in nats (natural logarithm), from 0 for the same grouping to ln n for n
    people: all in one class against each alone. A metric. Undefined (None) where there is nobody: shares of nobody are
    0/0. O(k) for k counts.

    References
    ----------
    .. [1] M. Meilă, Comparing clusterings - an information based distance, Journal of Multivariate Analysis 98 (2007).
    """
    before, after, people = _margins(contingency)
    if not people:
        return None
    known = ((count, before[old], after[new]) for (old, new), count in contingency.items() if count)
    return abs(fsum(count * (log(old / count) + log(new / count)) for count, old, new in known)) / people


def teammate_ties(contingency: Contingency[K]) -> Ties:
    """Pairs of people in one class before and after, only before, and only after, where each is in exactly one.

    Counts of pairs, from 0. People in several teams at once need `orgmodel.reorg.ties`. O(k) for k counts: no pair is
    listed.
    """
    before, after, _ = _margins(contingency)
    kept = sum(comb(count, 2) for count in contingency.values())
    old, new = (sum(comb(size, 2) for size in sizes.values()) for sizes in (before, after))
    return Ties(kept, old - kept, new - kept)


def teammate_tie_jaccard(contingency: Contingency[K]) -> float | None:
    """Share of working relationships that last: those kept, of all that there were or are.

    No unit; from 0 to 1. Undefined (None) where nobody works with anybody, before or after: 0/0. O(k) for k counts.
    """
    return kept_share(teammate_ties(contingency))


def kept_share(ties: Ties) -> float | None:
    """Return the share of the working relationships that last; None where there are none, before or after."""
    return ties.kept / sum(ties) if any(ties) else None
