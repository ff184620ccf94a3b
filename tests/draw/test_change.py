"""The picture of a change: what it tells of teams, people and dependencies, in the numbers of the comparison."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.draw.change import view
from orgmodel.draw.material import Choices
from orgmodel.model.organisation import Org
from tests.draw.legibility import faults
from tests.draw.materials import by_chance, of_change
from tests.draw.reorganisations import BEFORE, badges, changed, comparison_of, drawn, of_plan, org_of, svg_of, told
from tests.draw.support import SVG, tree_of

# --- what becomes of teams


def test_new_and_dissolved_teams() -> None:
    """A new team and one that ends say so, and who comes and goes."""
    picture = drawn(("desk: {parent: sales", "till: {parent: works"))
    assert {"team:desk": ("removed", "dissolved", "1 out"), "team:till": ("added", "new team", "1 in")} == told(picture)
    assert [("Sales", "4 → 3 people"), ("Works", "3 → 4 people")] == [(each.name, each.size) for each in picture.blocks]


def test_a_team_that_moves_stands_at_both_places() -> None:
    """At the old place a ghost says where to, at the new one the card says where from."""
    picture = drawn(("desk: {parent: sales", "desk: {parent: works"))
    assert {"ghost:desk": ("moved-away", "to Works"), "team:desk": ("moved-here", "from Sales")} == told(picture)
    homes = {card.id: block.name for block in picture.blocks for card in block.cards}
    assert ("Sales", "Works") == (homes["ghost:desk"], homes["team:desk"])


def test_another_size_and_another_lead() -> None:
    """People are counted before and after with those who come and go; leads are called by their names."""
    picture = drawn(("lead: ana, members: [ana, bo, cy]", "lead: bo, members: [bo, cy]"), ("[dee]", "[dee, ana]"))
    assert {
        "team:shop": ("resized", "3 → 2 people: 1 out", "lead: Ana Moreau → bo"),
        "team:desk": ("resized", "1 → 2 people: 1 in"),
    } == told(picture)


def test_people_who_swap_leave_the_size_as_it_is() -> None:
    """A team of the same size with other people is no team of another size, but has changed."""
    picture = drawn(
        ("members: [dee]", "members: [gus]"),
        ("yard: {parent: works, members: [gus]}", "yard: {parent: works, members: [dee]}"),
    )
    assert {"team:desk": ("changed", "1 in, 1 out"), "team:yard": ("changed", "1 in, 1 out")} == told(picture)


def test_a_second_team_is_left_alone() -> None:
    """Who leaves one of two teams goes out of that one only."""
    both = ("members: [dee]", "members: [dee, cy]")
    material = of_change(org_of(changed(both)), org_of(BEFORE))
    assert {"team:desk": ("resized", "2 → 1 people: 1 out")} == told(view.compose(material, Choices()))


def test_who_joins_and_who_leaves_is_told_apart_from_who_moves() -> None:
    """People who are new in the organisation join, others who are gone leave."""
    picture = drawn(("gus: {}", "hal: {}"), ("[gus]", "[hal]"))
    assert {"team:yard": ("changed", "1 joins, 1 leaves")} == told(picture)


def test_a_declared_new_name_is_one_card() -> None:
    """A team that says what it was is the same team, also where it is not found by its id."""
    picture = drawn(("yard: {", "park: {renamed_from: yard, "))
    assert {"team:park": ("changed", "renamed, was yard")} == told(picture)
    assert {"Works": "3 people"} == {block.name: block.size for block in picture.blocks}


def test_a_guess_is_called_one() -> None:
    """A team that is only like another one is two cards, which say so."""
    picture = drawn(("shop: {", "store: {"))
    assert {
        "team:shop": ("removed", "perhaps store now: 3 of 3 people"),
        "team:store": ("added", "perhaps shop before: 3 of 3 people", "3 in"),
    } == told(picture)


def test_a_group_that_moves_takes_its_teams_along() -> None:
    """A head says where a group comes from, a ghost with its people where it went; its teams stay what they are."""
    picture = drawn(("staff: {name: Staff, parent: sample", "staff: {name: Staff, parent: works"))
    assert {"ghost:staff": ("moved-away", "to Works, with all below it")} == told(picture)
    (staff,) = [block for block in picture.blocks if block.id == "staff"]
    assert ("moved-here", ("from Sample",), "4 people") == (staff.mark, staff.lines, staff.size)
    assert ["4"] == [card.size for card in picture.cards if card.id == "ghost:staff"]


def test_a_group_that_ends() -> None:
    """A dissolved group is a struck head, though no card may stand in it."""
    picture = drawn(
        ("      staff: {name: Staff, parent: sample, kind: group}\n", ""),
        ("hall: {parent: staff", "hall: {parent: works"),
    )
    (staff,) = [block for block in picture.blocks if block.id == "staff"]
    assert ("removed", ("dissolved",)) == (staff.mark, staff.lines)
    assert "moved-here" == told(picture)["team:hall"][0]


def test_splits_and_mergers_are_said() -> None:
    """Teams that are merged name each other, with what else changes of them."""
    cards = told(view.compose(of_plan("2-two-houses.yaml"), Choices()))
    assert ("added", "merged from inventory and warehouse-systems", "13 in") == cards["team:stock-and-shelf"][:3]
    assert ("removed", "merged into stock-and-shelf") == cards["team:inventory"]


def test_a_size_that_is_not_known() -> None:
    """What is not stated is a question mark and never a number."""
    picture = drawn(("hall: {parent: staff, headcount: 4}", "hall: {parent: staff}\n      barn: {parent: staff}"))
    (barn,) = [card for card in picture.cards if card.id == "team:barn"]
    assert ("?", None) == (barn.size, barn.people.after)
    assert ["4 → ? people"] == [block.size for block in picture.blocks]


# --- what does not change


def test_unchanged_teams_stand_beside_changed_ones_and_departments_collapse() -> None:
    """A team that stays is small where something changes beside it; a department without any change is one line."""
    picture = drawn(("[dee]", "[dee, bo]"))
    assert ["desk", "shop"] == [card.name for card in picture.cards]
    moving = drawn(("lead: ana, members: [ana, bo, cy]", "lead: bo, members: [ana, bo, cy]"))
    assert [("shop", "changed"), ("desk", "unchanged")] == [(card.name, card.mark) for card in moving.cards]
    assert [("Staff", ("1 team, unchanged",)), ("Works", ("2 teams, unchanged",))] == [
        (block.name, block.rest) for block in moving.unchanged
    ]


def test_nothing_changes() -> None:
    """A picture of no change says so, in the picture and for those who cannot see it."""
    picture = drawn()
    assert ("Nothing changes: both say the same.", (), ()) == (picture.nothing, picture.departments, picture.unchanged)
    material = of_change(Org(), Org())
    assert [] == faults(svg_of(material))
    assert "Nothing changes: both say the same." in (tree_of(svg_of(material)).findtext(f"{SVG}desc") or "")


# --- numbers are those of the comparison


@pytest.mark.parametrize(
    "plan", ["1-one-team.yaml", "2-two-houses.yaml", "careless/careless.yaml", "careless/tribes.yaml"]
)
def test_people_and_findings_add_up_to_the_comparison(plan: str) -> None:
    """Badges on teams are the findings of the comparison; heads are what leads answer for."""
    material = of_plan(plan)
    comparison, picture = comparison_of(material), view.compose(material, Choices())
    found = comparison.findings
    said = {"new": found.new, "fixed": found.fixed}
    on_teams = Counter({turn: sum(each.subject.kind == "team" for each in each_one) for turn, each_one in said.items()})
    on_teams += Counter(
        {
            turn: sum(each.after.subject.kind == "team" for each in shifts)
            for turn, shifts in (("worse", found.worse), ("better", found.better))
        }
    )
    assert on_teams == badges([*picture.cards, *picture.blocks])
    people = {
        row.teams_led[1][0]: row.people
        for row in comparison.authority
        if len(row.teams_led[1]) == 1 == len(row.teams_led[0])
    }
    heads = {
        block.id: tuple(block.people)
        for block in picture.blocks
        if block.id in people and not block.name.startswith("Directly")
    }
    assert heads == {id: people[id] for id in heads if id is not None}
    assert heads


def test_facts_are_said_in_the_numbers_of_the_comparison() -> None:
    """The line below the title says what the comparison counts, and whether the plan does what it is for."""
    facts = view.compose(of_plan("1-one-team.yaml"), Choices()).facts
    assert ("Northwind", "3 waves", "objective reached") == facts[:3]
    assert "outside teams of try-at-home 4 → 1, promised 1" in facts
    assert any(fact.startswith("people ") and fact.endswith(": 2 change team, 2 change manager") for fact in facts)
    assert "pairs of teams that wait 51 → 48" in facts
    careless = view.compose(of_plan("careless/careless.yaml"), Choices()).facts
    assert "1 of 12 changes does not fit and is left out" in careless
    assert "the plan states no number to tell by" in careless
    office = view.compose(of_plan("3-programme-office.yaml"), Choices()).facts
    assert "objective reached only if delivery-promise, payments and warehouse-systems agree" in office
    assert "outside teams of try-at-home 4 → 1, promised 1, at worst 4" in office


def test_lists_below_are_counted_whole_and_the_strongest_come_first() -> None:
    """Dependencies cut and added and components handed over are as many as the comparison has."""
    material = of_plan("2-two-houses.yaml")
    comparison, picture = comparison_of(material), view.compose(material, Choices())
    cut, added, handed = picture.sections[:3]
    pairs = Counter(each.how == "added" for each in comparison.coupling.pairs)
    assert (pairs[False], pairs[True]) == (len(cut.rows) + cut.more, len(added.rows) + added.more)
    assert len(comparison.components.handed_over) == len(handed.rows) + handed.more
    assert sorted((row.weight for row in cut.rows), reverse=True) == [row.weight for row in cut.rows]
    assert cut.title.startswith(f"{pairs[False]} dependencies cut")
    assert ("carrier-hub: carrier-integration → routing", "nobody there knows it") in {row[1:3] for row in handed.rows}


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000))
def test_every_change_is_told(seed: int) -> None:
    """What the comparison says of any team has a card, and no team has two but one that moved."""
    material = by_chance(view, seed)
    teams, picture = comparison_of(material).teams, view.compose(material, Choices())
    marks = {card.id: card.mark for card in picture.cards}
    assert set(teams.created) == {id[5:] for id, mark in marks.items() if mark == "added"}
    assert set(teams.removed) == {id[5:] for id, mark in marks.items() if mark == "removed"}
    assert {each.id for each in teams.moved} == {id[6:] for id in marks if id.startswith("ghost:")}
    assert {each.of for each in teams.resized} <= {
        id[5:] for id, mark in marks.items() if mark in ("resized", "moved-here")
    }
    assert len(picture.cards) == len(marks)
