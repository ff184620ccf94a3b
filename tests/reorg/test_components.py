"""Components: who gets them, and whether somebody who knows them is there."""

from orgmodel.model.comparison import Components, HandedOver
from orgmodel.reorg.components import components
from tests.graph.support import graph_of

PEOPLE = "people: {ana: {}, bo: {}, cy: {}, eli: {}, seat: {status: vacant}}\n"
TEAMS = "teams: {shop: {lead: ana, members: [ana, bo]}, pay: {members: [cy]}}\n"


def compared(before: str, after: str) -> Components:
    """Compare two organisations of the same people and teams."""
    return components(graph_of(PEOPLE + TEAMS + before), graph_of(PEOPLE + TEAMS + after))


def test_a_component_is_handed_over_with_or_without_those_who_know_it() -> None:
    """Experts before, those of them with the new owner, all who know it there, and how much hangs on it."""
    (handed,) = compared(
        "components: {till: {owner: shop, experts: [bo, ana, cy]}}",
        "components: {till: {owner: pay, experts: [cy, ana], criticality: high}}",
    ).handed_over
    assert HandedOver("till", ("shop",), ("pay",), ("ana", "bo", "cy"), ("cy",), ("cy",), (), "high") == handed


def test_experts_may_move_along_leave_or_be_unknown() -> None:
    """Who left is told apart from who stays behind; where experts are not stated nothing is known of them."""
    before = graph_of(PEOPLE + TEAMS + "components: {till: {owner: shop, experts: [ana, eli]}, cart: {owner: shop}}")
    after = graph_of("""
people: {ana: {}, bo: {}, cy: {}}
teams: {shop: {members: [bo]}, pay: {members: [cy, ana]}}
components: {till: {owner: pay, experts: [ana]}, cart: {owner: pay}}
""")
    cart, till = components(before, after).handed_over
    assert (("ana", "eli"), ("ana",), ("ana",), ("eli",)) == till[3:7]
    assert (None, (), (), ()) == cart[3:7]


def test_a_person_can_be_the_new_owner() -> None:
    """A person who owns a component is with its owner."""
    (handed,) = compared(
        "components: {till: {owner: shop, experts: [ana]}}", "components: {till: {owner: ana, experts: [ana]}}"
    ).handed_over
    assert (("shop",), ("ana",), ("ana",), ("ana",)) == (handed.before, handed.after, *handed[4:6])


def test_owners_are_sorted_and_their_order_is_no_handover() -> None:
    """The same owners in another order, or written otherwise, are the same; one more or none is another."""
    both = "components: {till: {owner: [shop, pay]}, cart: {owner: shop}, box: {owner: shop}}"
    found = compared(
        both, "components: {till: {owner: ['team:pay', shop]}, cart: {owner: [shop, pay]}, box: {owner: nobody}}"
    )
    assert [("box", ("shop",), ()), ("cart", ("shop",), ("pay", "shop"))] == [each[:3] for each in found.handed_over]


def test_a_team_that_is_gone_owns_nothing() -> None:
    """An owner that is not described any more counts as none."""
    stated = "components: {till: {owner: pay}}"
    (handed,) = components(graph_of(TEAMS + stated), graph_of("teams: {shop: {}}\n" + stated)).handed_over
    assert (("pay",), ()) == (handed.before, handed.after)


def test_components_are_added_and_removed() -> None:
    """Components that are only in one of the two, sorted."""
    found = compared("components: {b: {}, a: {}, c: {}}", "components: {c: {}, e: {}, d: {}}")
    assert (("d", "e"), ("a", "b")) == (found.added, found.removed)


def test_knowledge_is_lost_with_the_last_who_had_it() -> None:
    """Known to nobody: all who knew it left, or nobody is stated any more; not if that was or is not stated."""
    before = """components:
  left: {experts: eli}
  dropped: {experts: eli}
  stated: {experts: [eli]}
  another: {experts: eli}
  seat: {experts: seat}
  never: {experts: nobody}
  silent: {}
  stranger: {experts: [eli, somebody]}
  becomes-a-seat: {experts: bo}
"""
    after = """components:
  left: {}
  dropped: {experts: nobody}
  stated: {experts: [eli]}
  another: {experts: ana}
  seat: {}
  never: {experts: nobody}
  silent: {experts: nobody}
  stranger: {}
  becomes-a-seat: {experts: seat}
"""
    without_eli = graph_of(PEOPLE.replace("eli: {}, ", "") + TEAMS + after)
    found = components(graph_of(PEOPLE + TEAMS + before), without_eli)
    assert ("becomes-a-seat", "dropped", "left", "stated") == found.unknown_to_all
    assert ("becomes-a-seat", "dropped") == compared(before, after).unknown_to_all
