"""Heat by rank."""

from hypothesis import given
from hypothesis import strategies as st

from orgmodel.draw.maps.heat import heat_of


def test_equal_values_are_calm() -> None:
    """Where nobody stands out nobody is hot."""
    assert {"a": 0, "b": 0, "c": 0} == heat_of({"a": 5, "b": 5, "c": 5})


def test_few_are_hot() -> None:
    """Of twenty different values the first eight are calm and the last two hot spots."""
    steps = list(heat_of({f"t{number:02d}": float(number**2) for number in range(1, 21)}).values())
    assert [8, 4, 4, 2, 2] == [steps.count(step) for step in range(5)]


def test_a_hot_spot_has_twice_the_median() -> None:
    """The highest of values that are close together is warm, no hot spot."""
    assert 3 == max(heat_of({f"t{number:02d}": 40.0 + number for number in range(20)}).values())


@given(st.dictionaries(st.text(max_size=3), st.floats(0, 1e6), max_size=30))
def test_more_is_never_cooler(values: dict[str, float]) -> None:
    """A higher value has at least the same step, equal ones the same, and at most a tenth are hot spots."""
    heat = heat_of(values)
    order = sorted(values, key=values.__getitem__)
    assert sorted(heat.values()) == [heat[id] for id in order]
    assert list(heat.values()).count(4) <= 1 + len(values) / 10


def test_nothing_is_neither_hot_nor_calm() -> None:
    """No values, no steps."""
    assert {} == heat_of({})
