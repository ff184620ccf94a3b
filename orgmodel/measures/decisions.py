"""Decisions: how likely it is that all agree, and how long that takes."""

from collections.abc import Sequence
from math import fsum, prod
from typing import Final

from orgmodel.measures.base import measure
from orgmodel.measures.ways import fewest, likeliest, quickest, quickest_at_once

PROBABILITIES: Final = (0.8, 0.9, 0.95)
"""Of one yes: shown side by side where nobody has counted."""


@measure("decision", unit="probability", evidence="model", of=likeliest, each=True)
def probability_of_yes(p: float | Sequence[float], k: int | None = None) -> float:
    """Probability that all who have to agree do, if each decides independently of the others.

    The product of the probabilities of each, or p to the power of k; from 0 to 1, and 1 where nobody is asked. Of a
    decision: over its steps that can veto or approve, mandated ones included, as they state `yes`; where one of several
    ways suffices, over the likeliest. That people follow each other, or that a request is changed until it passes, is
    left out. Of a decision undefined where a step does not state it: `probability_of_yes_assumed` shows what it would
    be for three probabilities. O(k).

    Parameters
    ----------
    p
        The probability of each yes; or one probability for all.
    k
        How many have to agree, where there is one probability for all.

    Examples
    --------
    >>> round(probability_of_yes(0.9, 5), 5)
    0.59049
    >>> probability_of_yes([0.5, 0.5, 1.0])
    0.25

    References
    ----------
    .. [1] C. Bryar, B. Carr, Working Backwards (2021), on the institutional yes.
    """
    if isinstance(p, Sequence):
        return float(prod(p))
    return float(p ** (1 if k is None else k))


@measure(
    "decision",
    unit="three probabilities",
    evidence="model",
    of=fewest,
    each=True,
    assumed="each who has to agree says yes with a probability of 0.8, 0.9 or 0.95, independently of the others",
)
def probability_of_yes_assumed(k: int) -> str:
    """Probability that all k who have to agree do, for three probabilities of one yes: 0.8, 0.9 and 0.95.

    See `probability_of_yes`. Of a decision: k is the number of steps that can veto or approve, mandated ones included,
    on the way with the fewest. Computed only if it is asked for, since no organisation file states these probabilities.
    O(k).

    Examples
    --------
    >>> probability_of_yes_assumed(5)
    '0.33 · 0.59 · 0.77'

    References
    ----------
    .. [1] C. Bryar, B. Carr, Working Backwards (2021), on the institutional yes.
    """
    return " · ".join(f"{probability_of_yes(p, k):.2f}" for p in PROBABILITIES)


def probability_of_quorum(q: int, n: int, p: float) -> float:
    """Probability that at least q of n agree, if each does so with the same probability, independently.

    The upper tail of the binomial distribution; from 0 to 1. One of n is an institutional yes, n of n an institutional
    no. 1 where q is 0, and 0 where q is more than n. An organisation file states no quorum, so it is a function to call
    and no measure of an organisation. O(1), by scipy.

    Parameters
    ----------
    q
        How many have to agree.
    n
        How many are asked.
    p
        The probability that one of them agrees.

    Examples
    --------
    >>> round(probability_of_quorum(q=2, n=3, p=0.9), 3)
    0.972

    References
    ----------
    .. [1] W. Feller, An introduction to probability theory and its applications (1968), chapter VI.
    """
    if q <= 0 or q > n:
        return float(q <= 0)
    from scipy.special import bdtrc

    return float(bdtrc(q - 1, n, p))


@measure("decision", unit="days", evidence="descriptive", better="down", of=quickest, each=True)
def wait_in_sequence(days: Sequence[float]) -> float:
    """Days that approvals take one after the other.

    The sum of the usual waits, from 0. Of a decision: over its steps that can veto or approve, mandated ones included;
    where one of several ways suffices, over the quickest. Of a decision undefined where the days of a step are not
    stated. O(steps). A definition by itself.

    Examples
    --------
    >>> wait_in_sequence([5, 2, 3])
    10.0
    """
    return fsum(days)


@measure(
    "decision",
    unit="days",
    evidence="model",
    better="down",
    of=quickest_at_once,
    each=True,
    assumed="waits vary as an exponential distribution does, with the same mean, independently of each other",
)
def expected_max_exponential(n: int, mean: float) -> float:
    """Wait to be expected until the last of n has answered, if all are asked at the same time.

    The mean wait times 1 + 1/2 + … + 1/n, from 0; 0 where nobody is asked. One after the other it is n times the mean.
    Waits are taken to vary as an exponential distribution does, with one mean, independently. Of a decision: over its
    steps that can veto or approve, mandated ones included, with the mean of their days; where one of several ways
    suffices, over the quickest. No organisation file says how waits vary, so this is computed only if it is asked for.
    Of a decision undefined where the days of a step are not stated. O(n).

    Parameters
    ----------
    n
        How many are asked.
    mean
        The mean wait for one of them, in the unit of the answer.

    Examples
    --------
    >>> expected_max_exponential(n=2, mean=4)
    6.0

    References
    ----------
    .. [1] H. David, H. Nagaraja, Order statistics (2003), on the maximum of exponential variables.
    """
    return mean * fsum(1 / each for each in range(1, n + 1))
