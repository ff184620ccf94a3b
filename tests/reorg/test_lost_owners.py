"""What had an owner and has none."""

import pytest

from orgmodel.model.comparison import LostOwner
from orgmodel.reorg.lost_owners import lost_owners
from tests.graph.support import graph_of

BASE = """
people: {ana: {}}
teams: {shop: {members: [ana]}, pay: {}}
"""


def lost(before: str, after: str) -> list[LostOwner]:
    """Return what has lost its owner between two organisations that have the same teams and people."""
    return [*lost_owners(graph_of(BASE + before), graph_of(BASE + after))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("components: {x: {owner: shop}}", "components: {x: {owner: nobody}}"),
        ("components: {x: {owner: shop}}", "components: {x: {}}"),
        ("components: {x: {owner: shop}}", "components: {x: {owner: gone}}"),
        ("metrics: {x: {owner: shop}}", "metrics: {x: {owner: nobody}}"),
        ("decisions: {x: {owner: shop}}", "decisions: {x: {}}"),
        ("initiatives: {x: {team: shop}}", "initiatives: {x: {stage: building}}"),
    ],
)
def test_an_owner_is_lost(before: str, after: str) -> None:
    """There was an owner that is described, and there is none, whether that is stated or not."""
    kind = before.partition("s:")[0]
    assert [LostOwner(kind, "x", ("shop",))] == lost(before, after)
    assert [] == lost(after, after)
    assert [] == lost(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("components: {x: {owner: shop}}", "components: {x: {owner: pay}}"),
        ("components: {x: {owner: shop}}", "components: {x: {owner: nobody, external: true}}"),
        ("components: {x: {owner: shop}}", ""),
        ("components: {x: {owner: nobody}}", "components: {x: {owner: nobody}}"),
        ("metrics: {x: {owner: ana}}", "metrics: {x: {owner: 'person:ana'}}"),
        ("metrics: {x: {owner: somebody}}", "metrics: {x: {}}"),
        ("decisions: {x: {owner: shop}}", "decisions: {x: {owner: pay}}"),
        ("initiatives: {x: {team: shop}}", "initiatives: {x: {stage: stopped}}"),
    ],
)
def test_no_owner_is_lost(before: str, after: str) -> None:
    """Another owner is no loss, nor is what is gone, over, of elsewhere, or never had one that is known."""
    assert [] == lost(before, after)


def test_a_person_who_leaves_owns_nothing_any_more() -> None:
    """Owners that are not described afterwards are none; components come first, then metrics."""
    owned = "metrics: {m: {owner: ana}}\ncomponents: {c: {owner: [ana, shop]}, d: {owner: ana}}"
    before = graph_of(BASE + owned)
    after = graph_of("teams: {pay: {}}\n" + owned)
    expected = (
        LostOwner("component", "c", ("ana", "shop")),
        LostOwner("component", "d", ("ana",)),
        LostOwner("metric", "m", ("ana",)),
    )
    assert expected == lost_owners(before, after)
