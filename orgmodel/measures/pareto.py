"""Pareto fronts: those whom no other surpasses."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from orgmodel.measures.rank_intervals import Row, reaches

K = TypeVar("K")


def surpasses(one: Sequence[float], other: Sequence[float]) -> bool:
    """Tell whether one row is at least as high as another in every term, and higher in one."""
    return one != other and reaches(one, other)


def pareto_front(rows: Mapping[K, Row]) -> list[K]:
    """Return those whom no other surpasses, in the order given.

    O(n log n) for the order, and for each row as many comparisons as it takes to find one that surpasses it.
    """
    front = _Front()
    # In this order whoever surpasses a row comes before it.
    for row in sorted({*rows.values()}, reverse=True):
        if not front.surpasses(row):
            front.rows.append(row)
    kept = {*front.rows}
    return [key for key, row in rows.items() if row in kept]


def not_surpassed(rows: Mapping[K, Row], by: Iterable[Row]) -> list[K]:
    """Return those whom none of some rows surpasses, in the order given."""
    front = _Front(by)
    return [key for key, row in rows.items() if not front.surpasses(row)]


class _Front:
    """Rows that are asked for one that surpasses another; the last that did is asked first."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        self.rows = list(rows)

    def surpasses(self, row: Row) -> bool:
        for place, other in enumerate(self.rows):
            if surpasses(other, row):
                self.rows.insert(0, self.rows.pop(place))
                return True
        return False
