"""Hierarchy: how far it is one tree, in four parts after Krackhardt."""

from math import comb

from orgmodel.measures.base import Detailed, Undefined, measure
from orgmodel.measures.connected import condensed, weak_components
from orgmodel.measures.least_upper_bounds import pairs_without
from orgmodel.measures.subjects import reporting_ties
from orgmodel.measures.ties import Ties
from orgmodel.measures.visibility import SAMPLE, total_reach


@measure("organisation", unit="share", evidence="descriptive", of=reporting_ties)
def krackhardt_connectedness(ties: Ties) -> float:
    """Connectedness: share of all pairs of people that hang together in any direction.

    One less the pairs in different weak components, of n · (n - 1) / 2. Range: 0 to 1; 1 for one person or none.
    O(nodes + ties).

    Examples
    --------
    >>> krackhardt_connectedness(cleaned(range(1, 7), [(1, 2), (1, 3), (4, 5), (4, 6)]))
    0.4

    References
    ----------
    .. [1] D. Krackhardt, Graph theoretical dimensions of informal organizations, in: K. Carley, M. Prietula (eds.),
       Computational Organization Theory (1994).
    """
    pairs = comb(len(ties.nodes), 2)
    return sum(comb(len(component), 2) for component in weak_components(ties)) / pairs if pairs else 1.0


@measure("organisation", unit="share", evidence="descriptive", of=reporting_ties)
def krackhardt_hierarchy(ties: Ties) -> float | Detailed | Undefined:
    """Hierarchy: share of the pairs of people joined by a line that are so in one direction only.

    One less the pairs that reach each other both ways, of those where at least one reaches the other. Range: 0 to 1.
    Undefined where nobody reaches anybody. Linear for trees; otherwise exact up to 20,000 people, O(n · ties / 64), and
    above that estimated as in `propagation_cost`.

    Examples
    --------
    >>> krackhardt_hierarchy(cleaned("abc", ["ab", "ba", "bc"]))
    0.6666666666666667

    References
    ----------
    .. [1] D. Krackhardt, Graph theoretical dimensions of informal organizations, in: K. Carley, M. Prietula (eds.),
       Computational Organization Theory (1994).
    """
    if not ties.weights:
        return Undefined("nobody reaches anybody")
    both = sum(comb(len(group), 2) for group in condensed(ties).groups)
    total = total_reach(ties)
    either = total.pairs - len(ties.nodes) - both
    value = 1 - both / either
    if total.error is None:
        return value
    error = total.error * both / either**2
    return Detailed(value, f"estimated from {SAMPLE:,} of {len(ties.nodes):,} people, standard error {error:.2g}")


@measure("organisation", unit="share", evidence="descriptive", of=reporting_ties)
def krackhardt_efficiency(ties: Ties) -> float | Undefined:
    """Efficiency: share of the lines that could be spared within the parts that hang together, and are not there.

    A part of N people needs N - 1 lines and can have N · (N - 1). One less the lines beyond those needed, of those
    possible beyond them; summed over all weak components. Range: 0 to 1. Undefined where nobody hangs together with
    anybody. Loops do not count. O(nodes + ties).

    Examples
    --------
    >>> krackhardt_efficiency(cleaned(range(4), [(0, 1), (1, 2), (2, 3), (3, 0)]))
    0.8888888888888888

    References
    ----------
    .. [1] D. Krackhardt, Graph theoretical dimensions of informal organizations, in: K. Carley, M. Prietula (eds.),
       Computational Organization Theory (1994).
    """
    sizes = [len(component) for component in weak_components(ties)]
    needed = sum(size - 1 for size in sizes)
    if not needed:
        return Undefined("nobody hangs together with anybody")
    spare = sum(size * (size - 1) for size in sizes) - needed
    lines = len(ties.weights) if ties.directed else 2 * len(ties.weights)
    return 1 - (lines - needed) / spare


@measure("organisation", unit="share", evidence="descriptive", of=reporting_ties)
def krackhardt_lub(ties: Ties) -> float | Undefined:
    """Least upper boundedness: share of the pairs of people who have a nearest superior in common.

    Ties go from manager to report. Whoever reaches both of a pair is an upper bound of it, one of the two included; it
    is the least if every other upper bound reaches it. One less the pairs without a least one within their weak
    component, of (N - 1) · (N - 2) / 2 for a component of N people, summed. Range: 0 to 1. Undefined where no three
    people hang together. Linear for trees, whose value is 1. Otherwise pair by pair with bit sets, O(groups³ / 64), for
    up to 2,000 cyclic groups and single people in components that are no trees; undefined beyond.

    Examples
    --------
    >>> krackhardt_lub(cleaned("rabxy", ["ra", "rb", "ax", "ay", "bx", "by"]))
    0.8333333333333334

    References
    ----------
    .. [1] D. Krackhardt, Graph theoretical dimensions of informal organizations, in: K. Carley, M. Prietula (eds.),
       Computational Organization Theory (1994).
    .. [2] M. Everett, D. Krackhardt, A second look at Krackhardt's graph theoretical dimensions of informal
       organizations, Social Networks 34 (2012).
    """
    most = sum(comb(len(component) - 1, 2) for component in weak_components(ties) if len(component) > 2)
    if not most:
        return Undefined("no three people hang together")
    violations = pairs_without(ties)
    return violations if isinstance(violations, Undefined) else 1 - violations / most
