"""Quantiles, ranks and percentiles."""

import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.measures.distribution import midrank_percentiles, midranks, quantile, ranks

VALUES = st.lists(st.integers(0, 9).map(float), min_size=2, max_size=30)


@settings(max_examples=20)
@given(VALUES)
def test_quantiles_agree_with_the_standard_library(values: list[float]) -> None:
    """The deciles are those of the standard library's inclusive method."""
    tenths = statistics.quantiles(values, n=10, method="inclusive")
    assert pytest.approx(tenths) == [quantile(values, n / 10) for n in range(1, 10)]


def test_quantile_lies_between_neighbours() -> None:
    """Between two values the quantile is on the straight line from one to the other."""
    assert 15.0 == quantile([10, 20, 40, 0], 0.5)
    assert 25.0 == quantile([10, 20, 40, 0], 0.75)


def test_quantile_of_nothing_is_unknown() -> None:
    """Without values there is no quantile."""
    assert quantile([], 0.5) is None


def test_a_share_above_one_means_the_largest() -> None:
    """No value is above the largest."""
    assert 7 == quantile([3, 7, 5], 1.5)


def test_equal_values_share_the_better_rank() -> None:
    """The rank is one more than the number of larger values."""
    assert {9: 1, 4: 2, 1: 4} == ranks([4, 1, 9, 4])


def test_midrank_percentiles_by_example() -> None:
    """The percentile is the share of smaller values plus half the share of equal ones."""
    assert [12.5, 50.0, 50.0, 87.5] == midrank_percentiles([1, 2, 2, 5])


@settings(max_examples=20)
@given(VALUES)
def test_midranks_are_whole_percentiles(values: list[float]) -> None:
    """A midrank is the percentile in whole numbers, so that weighted sums of them are exact."""
    found = midranks(values)
    wanted = [2 * sum(each < value for each in values) + values.count(value) for value in values]
    assert wanted == [found[value] for value in values]
    assert all(isinstance(rank, int) for rank in found.values())
