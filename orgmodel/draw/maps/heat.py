"""How hot each box of a map is: by its rank among the others, so that few are hot spots and most are calm."""

from bisect import bisect_left
from collections.abc import Mapping
from statistics import median
from typing import Final

_SHARES: Final = (0.4, 0.6, 0.8, 0.9)
_STANDS_OUT: Final = 2.0
"""A hot spot has at least so many times the median."""


def heat_of(values: Mapping[str, float]) -> dict[str, int]:
    """Return a step from 0 to 4 for each id: how large a share of the others is strictly below.

    Equal values have equal steps, so where all are equal all are calm. The last step is only for what has twice the
    median too.
    """
    ranks = sorted(values.values())
    usual = median(ranks) if ranks else 0.0
    return {id: _step(bisect_left(ranks, value) / len(ranks), value, usual) for id, value in values.items()}


def _step(below: float, value: float, usual: float) -> int:
    step = sum(below >= share for share in _SHARES)
    return min(step, 3) if value < _STANDS_OUT * usual else step
