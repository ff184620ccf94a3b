"""Who in a team has which role."""

import pytest

from orgmodel.graph.roles import Holders, same_role
from tests.graph.support import graph_of

TEXT = """
people:
  {ana: {role: Engineer}, bo: {role: designer}, cy: {}, di: {role: manager}, req: {role: engineer, status: vacant}}
teams: {a: {lead: di, members: [{person: bo, role: engineer}, ana, cy, req, {person: el, role: writer}]}}
"""


@pytest.mark.parametrize("role", ["product-manager", "Product Manager", "product_manager", " PRODUCT  manager "])
def test_a_role_is_the_same_however_it_is_spelt(role: str) -> None:
    """Capitals, blanks, hyphens and underscores make no other role."""
    assert "product-manager" == same_role(role)


def test_a_role_may_be_ones_own_or_one_in_the_team() -> None:
    """Vacant positions have none; unclear are only those of whom neither is stated."""
    assert Holders(("ana", "bo"), ("cy",)) == graph_of(TEXT).roles.holders("a", ["engineer"])
    assert Holders(("di", "el"), ("cy",)) == graph_of(TEXT).roles.holders("a", ["Manager", "writer"])
