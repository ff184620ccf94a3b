"""How far up the first common superior of two teams stands."""

import pytest

from orgmodel.graph.nearness import Near
from tests.graph.support import graph_of

PEOPLE = """
people:
  top: {manager: nobody}
  left: {manager: top}
  right: {manager: top}
  ann: {manager: left}
  ben: {manager: left}
  cid: {manager: right}
  far: {manager: nobody}
  lost: {}
teams:
  a: {lead: ann}
  b: {lead: ben}
  c: {lead: cid}
  under-left: {lead: left}
  other: {lead: far}
  unclear: {lead: lost}
  leaderless: {}
"""


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("a", "a", Near(0, "person", "ann")),
        ("a", "under-left", Near(1, "person", "left")),
        ("a", "b", Near(1, "person", "left")),
        ("a", "c", Near(2, "person", "top")),
        ("under-left", "c", Near(2, "person", "top")),
        ("a", "other", Near(3)),
        ("a", "unclear", None),
        ("a", "leaderless", None),
    ],
)
def test_managers_of_leads_tell_the_distance(one: str, other: str, near: Near | None) -> None:
    """Steps count on the longer side; without a common top nobody stands above; without managers it is not known."""
    graph = graph_of(PEOPLE)
    assert [near, near] == [graph.nearness.between(one, other), graph.nearness.between(other, one)]


GROUPS = """
teams:
  all: {}
  shop: {parent: all}
  ways: {parent: all}
  a: {parent: shop}
  b: {parent: shop}
  c: {parent: ways}
  alone: {}
"""


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("a", "b", Near(1, "team", "shop")),
        ("a", "c", Near(2, "team", "all")),
        ("a", "shop", Near(1, "team", "shop")),
        ("a", "alone", Near(3)),
    ],
)
def test_groups_tell_where_managers_do_not(one: str, other: str, near: Near) -> None:
    """A step goes from a team to its group; teams without a common group have nothing above them in common."""
    assert near == graph_of(GROUPS).nearness.between(one, other)


def test_without_groups_and_managers_nothing_is_known() -> None:
    """A list of teams is no hierarchy."""
    assert graph_of("teams: {a: {}, b: {}}").nearness.between("a", "b") is None
