"""The pizza gauge."""

import xml.etree.ElementTree as ElementTree

import pytest

from orgmodel.draw.gauge import gauge, gauge_width


def painted(people: int, limit: int) -> list[str]:
    """Return the classes of what a gauge paints."""
    tree = ElementTree.fromstring(str(gauge(people, 0, 0, limit=limit)))
    return [each.get("class", "") for each in tree.iter() if each.get("class")]


@pytest.mark.parametrize(
    ("people", "limit", "pizzas", "slices", "over"),
    [(0, 10, 2, 0, 0), (6, 10, 2, 6, 0), (10, 10, 2, 10, 0), (13, 10, 3, 10, 3), (40, 10, 3, 10, 5), (9, 9, 2, 9, 0)],
)
def test_a_slice_for_each_person(people: int, limit: int, pizzas: int, slices: int, over: int) -> None:
    """Two pizzas hold the limit; who is too many begins a third, which ends the picture."""
    classes = painted(people, limit)
    assert (pizzas, slices, over) == tuple(classes.count(f"om-{name}") for name in ("crust", "slice", "over"))


def test_a_third_pizza_takes_room() -> None:
    """The gauge is wider where there are too many people."""
    assert gauge_width(10) < gauge_width(11)
