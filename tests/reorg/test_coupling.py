"""Coupling before and after: what became of each pair of teams that waited, and why."""

import pytest

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import Coupling, Difference, PairChange
from orgmodel.model.place import Spot
from orgmodel.model.plan import Loose
from orgmodel.reorg.coupling import coupling, worst_case
from tests.graph.support import graph_of

CHANGE = Spot("changes", 0)


def compared(before: str, after: str, *loose: Loose) -> Coupling:
    """Compare two organisations that are written as YAML."""
    return coupling(graph_of(before), graph_of(after), loose=loose)


def only_pair(before: str, after: str) -> PairChange:
    """Return the only pair that waited before and does not any more."""
    (pair,) = [pair for pair in compared(before, after).pairs if pair.how != "added"]
    return pair


TEAMS = "teams: {shop: {members: [ana, bo]}, pay: {members: [cy, dee]}, care: {members: [eli]}}\n"
JOINED = "teams: {shop: {members: [ana, bo, cy]}, pay: {members: [dee]}, care: {members: [eli]}}\n"
MERGED = "teams: {shop: {members: [ana, bo, cy, dee]}, care: {members: [eli]}}\n"
UNITED = "teams: {till: {members: [ana, bo, cy, dee]}, care: {members: [eli]}}\n"
PARTED = (
    "teams: {shop: {members: [ana, bo]}, cards: {members: [cy]}, money: {members: [dee]}, care: {members: [eli]}}\n"
)
OPEN_PAY = "teams: {shop: {members: [ana, bo]}, pay: {members: [cy, dee], api: {docs: /pay}}, care: {members: [eli]}}\n"
NO_PAY = "teams: {shop: {members: [ana, bo]}, care: {members: [eli]}}\n"

DECLARED = "dependencies: [{from: shop, to: pay, kind: custom-work}]"


@pytest.mark.parametrize(
    ("after", "how", "why"),
    [
        (TEAMS, "assumed", "shop is no longer said to depend on pay; nobody and nothing moved"),
        (JOINED, "moved", "cy went from pay to shop"),
        (MERGED, "internalised", "pay is now part of shop"),
        (UNITED, "internalised", "shop and pay are now one team: till"),
        (
            TEAMS + "dependencies: [{from: shop, to: pay, kind: api}]",
            "assumed",
            "it is only called api now: pay publishes nothing; nobody and nothing moved",
        ),
        (OPEN_PAY + "dependencies: [{from: shop, to: pay, kind: api}]", "removed", "shop now uses what pay publishes"),
        (
            JOINED.replace("cy", "guest") + "dependencies: [{from: shop, to: pay, kind: api}]",
            "assumed",
            "it is only called api now: pay publishes nothing; nobody and nothing moved",
        ),
        (
            PARTED + "dependencies: [{from: shop, to: cards, kind: custom-work}]",
            "moved",
            "pay is replaced by cards",
        ),
        (PARTED, "assumed", "shop is no longer said to depend on pay; nobody and nothing moved"),
        (
            TEAMS.replace("cy, ", "").replace("eli", "eli, cy") + "dependencies: [{from: shop, to: care}]",
            "moved",
            "shop depends on care now, and care has people or components of pay",
        ),
        (NO_PAY, "assumed", "shop is no longer said to depend on pay; nobody and nothing moved"),
        (
            NO_PAY.replace("shop", "pay").replace("ana, bo", "cy, dee"),
            "removed",
            "shop is gone, and nobody has its work",
        ),
        (
            TEAMS.replace("pay: {", "pay: {kind: group, ") + DECLARED,
            "assumed",
            "pay is a group now, for which nobody waits",
        ),
    ],
)
def test_a_declared_dependency_is_judged_by_people_and_what_is_published(after: str, how: str, why: str) -> None:
    """A declared dependency that no longer waits: what moved, what is published, and otherwise it is only said."""
    pair = only_pair(TEAMS + DECLARED, after)
    assert (how, why) == (pair.how, pair.why)
    assert Spot("dependencies", 0) == pair.spot


CART = """
components:
  cart: {owner: shop, depends_on: [{component: ledger, kind: shared-data}]}
  ledger: {owner: pay}
"""


@pytest.mark.parametrize(
    ("after", "how", "why"),
    [
        (TEAMS + CART.replace("owner: pay", "owner: shop"), "internalised", "ledger is now owned by shop too"),
        (TEAMS + CART.replace("owner: shop", "owner: pay"), "internalised", "cart is now owned by pay too"),
        (
            TEAMS + CART.replace("owner: shop", "owner: care").replace("owner: pay", "owner: care"),
            "internalised",
            "cart and ledger are now both owned by care",
        ),
        (TEAMS + CART.replace("owner: pay", "owner: care"), "moved", "ledger is now owned by care"),
        (
            UNITED + CART.replace("owner: shop", "owner: care").replace("owner: pay", "owner: till"),
            "moved",
            "cart is now owned by care and ledger is now owned by till",
        ),
        (TEAMS + CART.replace("owner: pay", "owner: nobody"), "assumed", "ledger has no owner any more"),
        (
            TEAMS + "components: {cart: {owner: shop}, ledger: {owner: pay}}",
            "assumed",
            "cart is no longer said to depend on ledger; nobody and nothing moved",
        ),
        (JOINED + "components: {cart: {owner: shop}, ledger: {owner: pay}}", "moved", "cy went from pay to shop"),
        (TEAMS + "components: {cart: {owner: shop}}", "removed", "ledger is gone"),
        (
            TEAMS + CART.replace("shared-data", "api"),
            "assumed",
            "cart is only said to need ledger as api, for which nothing is published; nobody and nothing moved",
        ),
        (
            TEAMS + CART.replace("shared-data", "api").replace("pay}", "pay, interface: {service_level: 99 %}}"),
            "removed",
            "cart now uses what is published for ledger",
        ),
        (OPEN_PAY + CART.replace("shared-data", "event"), "removed", "cart now uses what is published for ledger"),
    ],
)
def test_a_dependency_of_components_is_judged_by_their_owners(after: str, how: str, why: str) -> None:
    """A component that no longer makes its team wait: owners, the interface, and otherwise it is only said."""
    pair = only_pair(TEAMS + CART, after)
    assert (how, why) == (pair.how, pair.why)
    assert Spot("components", "cart", ("depends_on", 0)) == pair.spot


CLICK = "initiatives: {one-click: {team: shop, contributors: [{team: pay, ask: custom}]}}"


@pytest.mark.parametrize(
    ("after", "how", "why"),
    [
        (TEAMS + CLICK.replace("team: shop", "team: pay"), "internalised", "one-click now belongs to pay"),
        (MERGED + CLICK, "internalised", "one-click belongs to shop, which has people or components of pay"),
        (
            UNITED + CLICK.replace("shop", "till"),
            "internalised",
            "one-click now belongs to till, which has people or components of pay",
        ),
        (TEAMS + CLICK.replace("team: shop", "team: care"), "moved", "one-click now belongs to care"),
        (PARTED + CLICK.replace("pay", "cards"), "moved", "pay is replaced by cards"),
        (
            TEAMS.replace("cy, ", "").replace("eli", "eli, cy") + CLICK.replace("pay", "care"),
            "moved",
            "care, which has people or components of pay, takes part in one-click instead",
        ),
        (
            TEAMS + "initiatives: {one-click: {team: shop}}",
            "assumed",
            "pay no longer stands among the contributors of one-click; nobody and nothing moved",
        ),
        (JOINED + "initiatives: {one-click: {team: shop}}", "moved", "cy went from pay to shop"),
        (
            TEAMS.replace("cy, ", "").replace("teams: {", "teams: {click: {members: [cy]}, ")
            + "initiatives: {one-click: {team: click}}",
            "moved",
            "cy went from pay to click",
        ),
        (
            TEAMS + CLICK.replace("custom", "self-service"),
            "assumed",
            "pay is only said to serve one-click by self-service: it publishes nothing; nobody and nothing moved",
        ),
        (OPEN_PAY + CLICK.replace("custom", "self-service"), "removed", "one-click now uses what pay publishes"),
        (TEAMS, "removed", "one-click is gone"),
        (TEAMS + CLICK.replace("team: shop", "team: shop, stage: stopped"), "removed", "one-click is stopped"),
        (TEAMS + CLICK.replace("team: shop, ", ""), "assumed", "one-click belongs to no team any more"),
    ],
)
def test_a_part_in_an_initiative_is_judged_by_who_has_it(after: str, how: str, why: str) -> None:
    """A contributor that is waited for no more: whose the initiative is, who takes part, and otherwise only said."""
    pair = only_pair(TEAMS + CLICK, after)
    assert (how, why) == (pair.how, pair.why)
    assert Spot("initiatives", "one-click", ("contributors", 0)) == pair.spot


PRICE = "decisions: {price: {owner: shop, steps: [{by: pay, can: veto}]}}"


@pytest.mark.parametrize(
    ("after", "how", "why"),
    [
        (
            TEAMS + PRICE.replace("owner: shop", "owner: pay"),
            "internalised",
            "price is now owned by pay, which had to agree to it",
        ),
        (
            TEAMS + "decisions: {price: {owner: pay}}",
            "internalised",
            "price is now owned by pay, which had to agree to it",
        ),
        (MERGED + PRICE, "internalised", "shop, which has people or components of pay, must agree to price itself"),
        (TEAMS + PRICE.replace("owner: shop", "owner: care"), "moved", "price is now owned by care"),
        (PARTED + PRICE.replace("by: pay", "by: cards"), "moved", "pay is replaced by cards"),
        (TEAMS + "decisions: {price: {owner: shop}}", "removed", "pay must no longer agree to price"),
        (TEAMS + PRICE.replace("veto", "advise"), "removed", "pay can only advise on price"),
        (TEAMS + PRICE.replace("veto", "inform"), "removed", "pay is only informed of price"),
        (TEAMS + PRICE.replace("veto", "veto, mandated: by law"), "removed", "pay's approval of price is mandated now"),
        (TEAMS + PRICE.replace(", can: veto", ""), "assumed", "it is no longer said what pay can do about price"),
        (TEAMS + PRICE.replace("owner: shop", "owner: nobody"), "assumed", "price has no owner any more"),
        (TEAMS, "removed", "price is gone"),
    ],
)
def test_a_step_of_a_decision_is_judged_by_who_asks_whom(after: str, how: str, why: str) -> None:
    """An approval that is waited for no more: whose the decision is, whether the step is dropped, lowered, mandated."""
    pair = only_pair(TEAMS + PRICE, after)
    assert (how, why) == (pair.how, pair.why)
    assert Spot("decisions", "price", ("steps", 0)) == pair.spot


PERSONAL = "people: {cy: {}}\n"


@pytest.mark.parametrize(
    ("after", "how", "why"),
    [
        (JOINED, "internalised", "cy, who must agree to price, is now in shop"),
        (TEAMS.replace("cy, ", "").replace("eli", "eli, cy"), "moved", "cy is now in care"),
        (TEAMS.replace("cy, ", ""), "assumed", "cy is in no team any more"),
    ],
)
def test_a_person_who_approves_stands_for_their_team(after: str, how: str, why: str) -> None:
    """Where a person approves, the pair goes with them."""
    price = PERSONAL + PRICE.replace("by: pay", "by: cy")
    pair = only_pair(TEAMS + price, after + price)
    assert (how, why) == (pair.how, pair.why)


def test_a_step_on_one_of_several_paths_is_found() -> None:
    """A step of a path counts as one of the decision's own."""
    paths = (
        "decisions: {price: {owner: shop, any_of: [{steps: [{by: care, can: veto}]}, {steps: [{by: pay, can: veto}]}]}}"
    )
    pair = only_pair(TEAMS + paths, TEAMS + paths.replace("by: pay, can: veto", "by: pay, can: advise"))
    assert "pay can only advise on price" == pair.why
    assert Spot("decisions", "price", ("any_of", 1, "steps", 0)) == pair.spot


def test_steps_of_an_initiative_count_as_those_of_a_decision() -> None:
    """An initiative that states its own steps is approved like a decision of its team."""
    steps = "initiatives: {one-click: {team: shop, steps: [{by: pay, can: approve}]}}"
    dropped = only_pair(TEAMS + steps, TEAMS + "initiatives: {one-click: {team: shop}}")
    moved = only_pair(TEAMS + steps, TEAMS + steps.replace("team: shop", "team: care"))
    assert ("removed", "pay must no longer agree to one-click") == (dropped.how, dropped.why)
    assert ("moved", "one-click now belongs to care") == (moved.how, moved.why)


LEDGER = "components: {ledger: {owner: shop, change_approval: [pay]}}"


@pytest.mark.parametrize(
    ("after", "how", "why"),
    [
        (
            LEDGER.replace("owner: shop", "owner: pay"),
            "internalised",
            "ledger is now owned by pay, which had to agree to it",
        ),
        (LEDGER.replace("owner: shop", "owner: care"), "moved", "ledger is now owned by care"),
        ("components: {ledger: {owner: shop}}", "removed", "pay must no longer agree to changes of ledger"),
        (
            LEDGER.replace("[pay]", "[{by: pay, mandated: by law}]"),
            "removed",
            "pay's approval of changes of ledger is mandated now",
        ),
        ("", "removed", "ledger is gone"),
    ],
)
def test_an_approval_of_changes_is_judged_likewise(after: str, how: str, why: str) -> None:
    """Who outside must approve a change of a component is waited for, and may be no more."""
    pair = only_pair(TEAMS + LEDGER, TEAMS + after)
    assert (how, why) == (pair.how, pair.why)


@pytest.mark.parametrize("stated", [DECLARED, CART, CLICK, PRICE, LEDGER])
@pytest.mark.parametrize("team", ["shop", "pay"])
def test_nothing_is_solved_by_calling_a_team_a_group(stated: str, team: str) -> None:
    """Groups do not count as teams that wait, but a reason that still stands is only assumed away so."""
    pair = only_pair(TEAMS + stated, TEAMS.replace(f"{team}: {{", f"{team}: {{kind: group, ") + stated)
    assert ("assumed", f"{team} is a group now, for which nobody waits") == (pair.how, pair.why)


def test_a_pair_is_worth_its_weakest_reason() -> None:
    """One reason that is only said away makes the whole pair assumed, on the word of the provider."""
    before = TEAMS + CART + CLICK
    handed = TEAMS + CART.replace("owner: pay", "owner: care")
    pair = only_pair(before, handed + "initiatives: {one-click: {team: shop}}")
    assert ("assumed", "pay") == (pair.how, pair.by)
    assert Spot("initiatives", "one-click", ("contributors", 0)) == pair.spot
    assert "removed" == only_pair(before, handed).how


def test_a_pair_that_stays_for_one_reason_is_no_difference() -> None:
    """A pair that loses one of two reasons still waits."""
    found = compared(TEAMS + CART + CLICK, TEAMS + CART)
    assert Difference(1, 1, 0, 0, 0, 0, 0) == found.teams
    assert () == found.pairs
    assert (2.0, 1.0) == found.weight


@pytest.mark.parametrize(
    ("after", "why"),
    [
        (DECLARED, "shop depends on pay"),
        (DECLARED.replace("}]", ", why: same tables}]"), "shop depends on pay: same tables"),
        (CART, "cart depends on ledger"),
        (CLICK, "pay takes part in one-click"),
        (PRICE, "pay must agree to price"),
    ],
)
def test_an_added_pair_says_why_it_waits(after: str, why: str) -> None:
    """A pair that waits only after names the first of its reasons, and where that stands."""
    (pair,) = compared(TEAMS, TEAMS + after).pairs
    assert ("shop", "pay", "added", why, None) == (pair.source, pair.target, pair.how, pair.why, pair.by)
    assert pair.spot is not None


def test_a_further_place_is_no_move() -> None:
    """Who sits in a council besides, or leads another team besides, has not moved; who divides their time has."""
    council = TEAMS.replace("care: {members: [eli]}", "care: {kind: council, members: [eli, cy]}")
    away = "dependencies: [{from: care, to: pay, kind: staffing}]"
    assert "assumed" == only_pair(TEAMS + away, council).how
    leads = TEAMS.replace("members: [eli]", "lead: cy, members: [eli]")
    assert "assumed" == only_pair(TEAMS + away, leads).how
    divided = TEAMS.replace("members: [eli]", "members: [eli, cy]")
    assert ("moved", "cy went from pay to care") == only_pair(TEAMS + away, divided)[2:4]
    shares = TEAMS.replace("[cy,", "[{person: cy, allocation: 80%},")
    less = shares.replace("80%", "60%").replace("[eli]", "[eli, {person: cy, allocation: 20%}]")
    same = less.replace("60%", "80%")
    assert ["moved", "assumed"] == [only_pair(shares + away, after).how for after in (less, same)]


def test_a_vacant_position_is_nobody() -> None:
    """A position without a person that goes to the other team moves no work."""
    people = "people: {cy: {status: vacant}}\n"
    assert "assumed" == only_pair(people + TEAMS + DECLARED, people + JOINED).how
    assert "assumed" == only_pair(TEAMS + DECLARED, people + JOINED).how


def test_a_component_that_goes_over_is_work_that_moves() -> None:
    """A declared dependency is gone as work has moved, where a component went from one team to the other."""
    owned = "components: {till: {owner: pay}}\n"
    pair = only_pair(TEAMS + owned + DECLARED, TEAMS + owned.replace("pay", "shop"))
    assert ("moved", "till went from pay to shop") == (pair.how, pair.why)


def test_a_team_of_a_headcount_has_the_heir_that_says_so() -> None:
    """People without names cannot be followed; a team that states what it was called can."""
    before = "teams: {shop: {headcount: 4}, pay: {headcount: 5}}\n" + DECLARED
    assert "assumed" == only_pair(before, "teams: {till: {headcount: 9}}").how
    said = only_pair(before, "teams: {till: {headcount: 9, renamed_from: [shop, pay]}}")
    assert ("internalised", "shop and pay are now one team: till") == (said.how, said.why)


def test_a_council_goes_on_in_the_council_its_people_sit_in() -> None:
    """The heir of a council is not the team that its people work in."""
    before = TEAMS.replace("teams: {", "teams: {law: {kind: council, members: [eli, dee]}, ")
    price = PRICE.replace("by: pay", "by: law")
    after = before.replace("law:", "board:")
    pair = only_pair(before + price, after + price.replace("by: law", "by: board"))
    assert ("moved", "law is replaced by board") == (pair.how, pair.why)
    needs = "dependencies: [{from: shop, to: law, kind: approval}]"
    works_elsewhere = after.replace("[cy, dee]", "[cy]").replace("care: {members: [eli]", "care: {members: [eli, dee]")
    dropped = only_pair(before + needs, works_elsewhere)
    assert ("assumed", "board") == (dropped.how, dropped.by)


BRANCHES = """
teams:
  left: {}
  right: {}
  shop: {parent: left, members: [ana]}
  pay: {parent: right, members: [bo]}
  care: {parent: left, members: [cy]}
dependencies: [{from: shop, to: pay, kind: staffing, strength: 3}, {from: shop, to: care, kind: staffing}]
"""


def test_between_branches_a_pair_can_stay_and_cross_no_more() -> None:
    """A pair within one branch now is internalised there, one between two now is added; as pairs they are the same."""
    found = compared(BRANCHES, BRANCHES.replace("pay: {parent: right", "pay: {parent: left"))
    assert (Difference(2, 2, 0, 0, 0, 0, 0), ()) == (found.teams, found.pairs)
    assert Difference(1, 0, 1, 0, 0, 0, 0) == found.branches
    assert ((4.0, 4.0), (3.0, 0.0)) == (found.weight, found.branch_weight)
    found = compared(BRANCHES, BRANCHES.replace("care: {parent: left", "care: {parent: right"))
    assert Difference(1, 2, 0, 0, 0, 0, 1) == found.branches


def test_between_branches_a_lost_pair_has_its_reason() -> None:
    """What became of a pair between two branches counts there as well."""
    found = compared(BRANCHES, BRANCHES.replace("{from: shop, to: pay, kind: staffing, strength: 3}, ", ""))
    assert Difference(2, 1, 0, 0, 0, 1, 0) == found.teams
    assert Difference(1, 0, 0, 0, 0, 1, 0) == found.branches
    assert [True] == [pair.crosses for pair in found.pairs]
    assert 0.0 == found.stated_share


def test_a_circle_of_parents_is_one_branch() -> None:
    """Teams that are each other's parents are not between branches."""
    text = "teams: {a: {parent: b, members: [x]}, b: {parent: a, members: [y]}, c: {parent: a}}\n"
    found = compared(text, text + "dependencies: [{from: a, to: b}, {from: c, to: b}]")
    assert (2, 0) == (found.teams.added, found.branches.added)


def test_what_a_plan_leaves_open_has_moved_and_may_add_a_pair() -> None:
    """A loose dependency is not said away: it is still to be said whose it is, and counts in the interval."""
    parted = PARTED.replace("shop", "care").replace("care: {members: [eli]}", "shop: {members: [ana, bo]}")
    loose = Loose(("shop",), ("cards", "money"), True, CHANGE)
    found = compared(TEAMS + DECLARED, parted, loose)
    assert Difference(1, 0, 0, 1, 0, 0, 0) == found.teams
    assert "shop is no longer said to depend on pay; it is still to be said whose it is" == found.pairs[0].why
    assert (1, 1, 1) == (found.loose, found.most, found.worst)


@pytest.mark.parametrize(
    ("loose", "count"),
    [
        ([Loose(("shop",), ("pay",), True, CHANGE)], 0),
        ([Loose(("shop",), ("pay", "care"), True, CHANGE)], 1),
        ([Loose(("shop",), ("pay", "care"), False, CHANGE)], 0),
        ([Loose(("shop",), ("shop",), True, CHANGE)], 0),
        ([Loose(("shop",), ("nowhere",), True, CHANGE)], 0),
        ([Loose(("care",), ("shop",), True, CHANGE)] * 3, 1),
        ([Loose(("care",), ("shop", "pay"), True, CHANGE)] * 3, 2),
    ],
)
def test_loose_dependencies_add_at_most_a_pair_each(loose: list[Loose], count: int) -> None:
    """Those count that wait, can come to be a pair of two known teams, and one that is not there already."""
    assert count == compared(TEAMS, TEAMS + DECLARED, *loose).loose


def test_the_worst_case_waits_where_it_was_only_assumed() -> None:
    """What was said away waits again, unless one of its teams is gone; what really moved does not."""
    before = graph_of(TEAMS + CART + CLICK.replace("pay", "care") + "\ndependencies: [{from: care, to: pay}]")
    after = graph_of(
        "teams: {shop: {members: [ana, bo]}, care: {members: [eli]}}\ninitiatives: {one-click: {team: shop}}"
    )
    found = coupling(before, after)
    worst = OrgGraph(worst_case(after.org, found))
    assert {("shop", "care")} == {(edge.source, edge.target) for edge in worst.dependencies("waits").edges}
    assert {"assumed": 2, "removed": 1} == {
        how: [p.how for p in found.pairs].count(how) for how in ("assumed", "removed")
    }


def test_in_the_worst_case_a_contributor_stands_on_the_list_again() -> None:
    """Who was only struck from an initiative works on it again; not where it belongs to another team now."""
    struck = graph_of(TEAMS + "initiatives: {one-click: {team: shop}}")
    given = graph_of(TEAMS + "initiatives: {one-click: {team: care}}")
    worst = [OrgGraph(worst_case(after.org, coupling(graph_of(TEAMS + CLICK), after))) for after in (struck, given)]
    assert [("shop", "pay"), ("care",)] == [graph.leadership.teams_working_on("one-click") for graph in worst]
    assert [1, 1] == [len(graph.dependencies("waits").edges) for graph in worst]


def test_whose_word_an_assumption_rests_on() -> None:
    """It is the provider's, or that of the only team that has what it had; nobody's where no such team is there."""
    renamed = TEAMS.replace("pay", "cash")
    assert ["cash", None, None] == [only_pair(TEAMS + DECLARED, text).by for text in (renamed, PARTED, NO_PAY)]
