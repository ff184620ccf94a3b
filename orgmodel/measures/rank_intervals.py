"""How far the rank of a few among many depends on how several terms are weighted."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from operator import ge
from typing import Final

from orgmodel.measures.distribution import midranks

TENTHS: Final = 10
"""Weightings are tried in steps of a tenth."""

MANY: Final = 500
"""With more rows than this the ranks are worked out in arrays."""

Row = tuple[float, ...]
"""The terms of one team."""

Scaled = tuple[int, ...]
"""The percentiles of one team in whole numbers."""


def reaches(one: Sequence[float], other: Sequence[float]) -> bool:
    """Tell whether one row is at least as high as the other in every term."""
    return all(map(ge, one, other))


def rank_intervals(rows: Sequence[Row], of: Sequence[Row]) -> list[tuple[int, int]]:
    """Return the best and the worst rank of some rows over all weightings of the terms.

    Under one weighting the score of a row is the weighted mean of its mid-rank percentiles; its rank is one more than
    the number of rows with a higher score. Weightings are all that give each term a whole number of tenths.

    Parameters
    ----------
    rows
        All rows, of the same length.
    of
        Those whose rank is wanted; each is among the rows. All are first where there is no term to tell them apart.
    """
    if not of or not of[0]:
        return [(1, 1) for _ in of]
    percentiles = [midranks(column) for column in zip(*rows, strict=True)]
    wanted = [_scaled(row, percentiles) for row in of]
    least = tuple(map(min, zip(*wanted, strict=True)))
    # Whom all of them dominate can never be above one of them.
    rivals = Counter(scaled for row in rows if not reaches(least, scaled := _scaled(row, percentiles)))
    ranked = _in_arrays if len(wanted) + len(rivals) > MANY else _one_by_one
    return ranked(wanted, rivals, len(rows))


def _one_by_one(wanted: Sequence[Scaled], rivals: Counter[Scaled], rows: int) -> list[tuple[int, int]]:
    columns = [list(column) for column in zip(*wanted, *rivals, strict=True)]
    best, worst = [rows] * len(wanted), [1] * len(wanted)
    for scores in _weighted(columns, TENTHS, [0] * len(columns[0])):
        own = scores[: len(wanted)]
        above = _Above(min(own), zip(scores[len(wanted) :], rivals.values(), strict=True))
        found = [above.rank(score) for score in own]
        best, worst = list(map(min, best, found)), list(map(max, worst, found))
    return list(zip(best, worst, strict=True))


def _in_arrays(wanted: Sequence[Scaled], rivals: Counter[Scaled], rows: int) -> list[tuple[int, int]]:
    """Work out the same, which are whole numbers, in compiled code; to load it takes as long as ranking about MANY."""
    import numpy

    own, others = numpy.array(wanted), numpy.array([*rivals.elements()], dtype=int).reshape(-1, len(wanted[0]))
    best, worst = numpy.full(len(wanted), rows), numpy.ones(len(wanted), dtype=int)
    for weights in weightings(own.shape[1]):
        score = own @ weights
        above = others @ weights
        above = numpy.sort(above[above > score.min()])  # nobody lower takes a rank away
        rank = len(above) - numpy.searchsorted(above, score, side="right") + 1
        best, worst = numpy.minimum(best, rank), numpy.maximum(worst, rank)
    return list(zip(best.tolist(), worst.tolist(), strict=True))


def weightings(terms: int, tenths: int = TENTHS) -> Iterator[tuple[int, ...]]:
    """Yield every way to give out the tenths to some terms."""
    if terms == 1:
        yield (tenths,)
        return
    for first in range(tenths + 1):
        yield from ((first, *rest) for rest in weightings(terms - 1, tenths - first))


def _scaled(row: Row, percentiles: Sequence[Mapping[float, int]]) -> Scaled:
    return tuple(percentile[value] for percentile, value in zip(percentiles, row, strict=True))


class _Above:
    """The scores above a lowest one, with how many rows have each; it tells the rank of a score."""

    def __init__(self, lowest: int, counted: Iterable[tuple[int, int]]) -> None:
        kept = sorted([pair for pair in counted if pair[0] > lowest])
        self._scores = [score for score, _ in kept]
        self._up_to = [0, *accumulate(count for _, count in kept)]

    def rank(self, score: int) -> int:
        """Return one more than the number of rows with a higher score."""
        return self._up_to[-1] - self._up_to[bisect_right(self._scores, score)] + 1


def _weighted(columns: Sequence[Sequence[int]], tenths: int, so_far: list[int]) -> Iterator[list[int]]:
    """Yield the weighted sums of the columns under every way to give out the tenths."""
    first, *rest = columns
    if not rest:
        yield [score + tenths * value for score, value in zip(so_far, first, strict=True)]
        return
    for weight in range(tenths + 1):
        added = [score + weight * value for score, value in zip(so_far, first, strict=True)]
        yield from _weighted(rest, tenths - weight, added)
