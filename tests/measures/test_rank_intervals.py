"""Rank intervals: the best and the worst rank under every weighting, as trying them all one by one finds them."""

from collections.abc import Iterator
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.measures.distribution import midranks
from orgmodel.measures.rank_intervals import Row, rank_intervals, reaches

VALUES = st.integers(0, 3).map(float)
ROWS = st.lists(st.tuples(VALUES, VALUES, VALUES), min_size=1, max_size=6)


def weightings(terms: int, tenths: int = 10) -> Iterator[tuple[int, ...]]:
    """Yield every way to give out ten tenths."""
    if terms == 1:
        yield (tenths,)
        return
    for first in range(tenths + 1):
        yield from ((first, *rest) for rest in weightings(terms - 1, tenths - first))


def interval_by_trying(rows: list[Row], row: Row) -> tuple[int, int]:
    """Return the best and the worst rank of a row, from the definition."""
    columns = [midranks(column) for column in zip(*rows, strict=True)]
    found = []
    for weights in weightings(len(row)):
        scores = [
            sum(
                Fraction(weight, 10) * column[value]
                for weight, column, value in zip(weights, columns, each, strict=True)
            )
            for each in rows
        ]
        found.append(1 + sum(score > scores[rows.index(row)] for score in scores))
    return min(found), max(found)


@settings(max_examples=20)
@given(ROWS, st.data())
def test_intervals_agree_with_the_definition(rows: list[Row], data: st.DataObject) -> None:
    """Leaving out those that can never be above changes nothing."""
    wanted = data.draw(st.lists(st.sampled_from(rows), min_size=1, unique=True))
    assert [interval_by_trying(rows, row) for row in wanted] == rank_intervals(rows, wanted)


def test_one_that_surpasses_all_is_first_under_any_weights() -> None:
    """Whoever is highest in every term is first however they are weighted."""
    assert [(1, 1)] == rank_intervals([(9, 9), (1, 8), (8, 1)], [(9, 9)])


def test_one_that_is_highest_in_one_term_alone_can_be_last() -> None:
    """First if only that term counts, last if it does not count at all."""
    assert [(1, 3)] == rank_intervals([(9, 0), (1, 8), (2, 7)], [(9, 0)])


def test_equals_share_a_rank() -> None:
    """A row with the same terms is never above."""
    assert [(1, 1)] == rank_intervals([(5, 5), (5, 5), (1, 1)], [(5, 5)])


def test_there_are_as_many_weightings_as_of_four_terms() -> None:
    """Four terms can be given ten tenths in 286 ways."""
    assert 286 == len(list(weightings(4)))


def test_nothing_wanted() -> None:
    """Where no rank is wanted none is given."""
    assert [] == rank_intervals([(1.0, 2.0)], [])


def test_reaching_is_at_least_as_high_everywhere() -> None:
    """Equal reaches; lower in one term does not."""
    assert reaches((2, 3), (2, 3))
    assert reaches((2, 4), (2, 3))
    assert not reaches((2, 2), (2, 3))
