"""Where a value stands among others: quantiles, ranks, percentiles."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence


def quantile(values: Sequence[float], share: float) -> float | None:
    """Return the value below which a share of the values lies, between two neighbours on the straight line.

    Parameters
    ----------
    values
        In any order.
    share
        From 0 (the smallest value) to 1 (the largest); the median is at 0.5.

    Returns
    -------
    float or None
        None if there are no values.

    References
    ----------
    .. [1] R. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996), type 7.
    """
    if not values:
        return None
    ordered = sorted(values)
    position = (len(ordered) - 1) * min(share, 1.0)
    below = int(position)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (position - below)


def ranks(values: Sequence[float]) -> Mapping[float, int]:
    """Return the rank of each value, 1 for the largest; equal values share the better rank."""
    ordered = sorted(values)
    return {value: len(ordered) - bisect_right(ordered, value) + 1 for value in ordered}


def midranks(values: Sequence[float]) -> Mapping[float, int]:
    """Return, for each value, twice the number of smaller ones plus the number of equal ones, itself included.

    This is the mid-rank percentile in whole numbers: divided by twice the number of values it is a share from 0 to 1.
    """
    ordered = sorted(values)
    return {value: bisect_left(ordered, value) + bisect_right(ordered, value) for value in ordered}


def midrank_percentiles(values: Sequence[float]) -> list[float]:
    """Return the share of smaller values plus half the share of equal ones, for each value, in percent."""
    found = midranks(values)
    return [50 * found[value] / len(values) for value in values]
