"""The picture of a change: what it tells, for changes of every kind and size, and how it stands on the page."""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel import api
from orgmodel.api.pictures import gathered
from orgmodel.draw.change import view
from orgmodel.draw.changes.filling import Item, balanced, height, runs
from orgmodel.draw.changes.folding import MOST
from orgmodel.draw.changes.values import Block, Card, ChangePicture
from orgmodel.draw.material import Choices, Material
from orgmodel.model.comparison import Comparison
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.organisation import Org
from orgmodel.model.teams import Team
from tests.draw.legibility import faults
from tests.draw.materials import by_chance, of_change
from tests.draw.organisations import HOSTILE
from tests.draw.support import SVG, tree_of, with_class

ORGS = Path(__file__).parents[2] / "orgs"
BEFORE = """
    organisation: {name: Sample, reporting: lead}
    people:
      zoe: {manager: nobody}
      ana: {name: Ana Moreau}
      bo: {}
      cy: {}
      dee: {}
      eli: {name: Eli Ray}
      fay: {}
      gus: {}
    teams:
      sample: {name: Sample, lead: zoe}
      sales: {name: Sales, parent: sample, kind: group}
      works: {name: Works, parent: sample, kind: group}
      staff: {name: Staff, parent: sample, kind: group}
      shop: {parent: sales, lead: ana, members: [ana, bo, cy]}
      desk: {parent: sales, members: [dee]}
      mill: {parent: works, lead: eli, members: [eli, fay]}
      yard: {parent: works, members: [gus]}
      hall: {parent: staff, headcount: 4}
    """


def changed(*lines: tuple[str, str]) -> str:
    """Return the organisation with some of its lines replaced."""
    text = BEFORE
    for old, new in lines:
        assert old in text
        text = text.replace(old, new)
    return text


Drawn = Callable[..., ChangePicture]


@pytest.fixture
def org_of(tmp_path: Path) -> Callable[[str], Org]:
    """Return a function that loads an organisation from a text."""

    def load(text: str) -> Org:
        file = tmp_path / "org.yaml"
        file.write_text(dedent(text), encoding="utf-8")
        return api.load(file)[0]

    return load


@pytest.fixture
def drawn(org_of: Callable[[str], Org]) -> Drawn:
    """Return a function that composes the picture of what becomes of the organisation."""

    def compose(*lines: tuple[str, str], **choices: object) -> ChangePicture:
        material = of_change(org_of(BEFORE), org_of(changed(*lines)))
        return view.compose(material, Choices(**choices))  # type: ignore[arg-type]

    return compose


def of_plan(plan: str) -> Material:
    """Return what a plan for the largest sample makes of it."""
    return gathered(view, paths=[ORGS / "northwind", ORGS / "northwind-plans" / plan])


def told(picture: ChangePicture) -> dict[str, tuple[str, ...]]:
    """Return what is said of each card, by its id: its mark, then its lines."""
    return {card.id: (card.mark, *card.lines) for card in picture.cards if card.mark != "unchanged"}


def badges(cards: Iterable[Card | Block]) -> Counter[str]:
    """Count badges by their first word."""
    return Counter(badge.text.partition(":")[0] for card in cards for badge in card.badges)


def svg_of(material: Material, **choices: object) -> str:
    """Draw a picture."""
    return str(view.draw(material, **choices).document)


def comparison_of(material: Material) -> Comparison:
    """Return the comparison that a picture is drawn of."""
    assert material.comparison is not None
    return material.comparison


# --- what becomes of teams


def test_new_and_dissolved_teams(drawn: Drawn) -> None:
    """A new team and one that ends say so, and who comes and goes."""
    picture = drawn(("desk: {parent: sales", "till: {parent: works"))
    assert {"team:desk": ("removed", "dissolved", "1 out"), "team:till": ("added", "new team", "1 in")} == told(picture)
    assert [("Sales", "4 → 3 people"), ("Works", "3 → 4 people")] == [(each.name, each.size) for each in picture.blocks]


def test_a_team_that_moves_stands_at_both_places(drawn: Drawn) -> None:
    """At the old place a ghost says where to, at the new one the card says where from."""
    picture = drawn(("desk: {parent: sales", "desk: {parent: works"))
    assert {"ghost:desk": ("moved-away", "to Works"), "team:desk": ("moved-here", "from Sales")} == told(picture)
    homes = {card.id: block.name for block in picture.blocks for card in block.cards}
    assert ("Sales", "Works") == (homes["ghost:desk"], homes["team:desk"])


def test_another_size_and_another_lead(drawn: Drawn) -> None:
    """People are counted before and after with those who come and go; leads are called by their names."""
    picture = drawn(("lead: ana, members: [ana, bo, cy]", "lead: bo, members: [bo, cy]"), ("[dee]", "[dee, ana]"))
    assert {
        "team:shop": ("resized", "3 → 2 people: 1 out", "lead: Ana Moreau → bo"),
        "team:desk": ("resized", "1 → 2 people: 1 in"),
    } == told(picture)


def test_people_who_swap_leave_the_size_as_it_is(drawn: Drawn) -> None:
    """A team of the same size with other people is no team of another size, but has changed."""
    picture = drawn(
        ("members: [dee]", "members: [gus]"),
        ("yard: {parent: works, members: [gus]}", "yard: {parent: works, members: [dee]}"),
    )
    assert {"team:desk": ("changed", "1 in, 1 out"), "team:yard": ("changed", "1 in, 1 out")} == told(picture)


def test_who_joins_and_who_leaves_is_told_apart_from_who_moves(drawn: Drawn) -> None:
    """People who are new in the organisation join, others who are gone leave."""
    picture = drawn(("gus: {}", "hal: {}"), ("[gus]", "[hal]"))
    assert {"team:yard": ("changed", "1 joins, 1 leaves")} == told(picture)


def test_a_declared_new_name_is_one_card(drawn: Drawn) -> None:
    """A team that says what it was is the same team, also where it is not found by its id."""
    picture = drawn(("yard: {", "park: {renamed_from: yard, "))
    assert {"team:park": ("changed", "renamed, was yard")} == told(picture)
    assert {"Works": "3 people"} == {block.name: block.size for block in picture.blocks}


def test_a_guess_is_called_one(drawn: Drawn) -> None:
    """A team that is only like another one is two cards, which say so."""
    picture = drawn(("shop: {", "store: {"))
    assert {
        "team:shop": ("removed", "perhaps store now: 3 of 3 people"),
        "team:store": ("added", "perhaps shop before: 3 of 3 people", "3 in"),
    } == told(picture)


def test_a_group_that_moves_takes_its_teams_along(drawn: Drawn) -> None:
    """A head says where a group comes from, a ghost with its people where it went; its teams stay what they are."""
    picture = drawn(("staff: {name: Staff, parent: sample", "staff: {name: Staff, parent: works"))
    assert {"ghost:staff": ("moved-away", "to Works, with all below it")} == told(picture)
    (staff,) = [block for block in picture.blocks if block.id == "staff"]
    assert ("moved-here", ("from Sample",), "4 people") == (staff.mark, staff.lines, staff.size)
    assert ["4"] == [card.size for card in picture.cards if card.id == "ghost:staff"]


def test_a_group_that_ends(drawn: Drawn) -> None:
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


def test_a_size_that_is_not_known(drawn: Drawn) -> None:
    """What is not stated is a question mark and never a number."""
    picture = drawn(("hall: {parent: staff, headcount: 4}", "hall: {parent: staff}\n      barn: {parent: staff}"))
    (barn,) = [card for card in picture.cards if card.id == "team:barn"]
    assert ("?", None) == (barn.size, barn.people.after)
    assert ["4 → ? people"] == [block.size for block in picture.blocks]


# --- what does not change


def test_unchanged_teams_stand_beside_changed_ones_and_departments_collapse(drawn: Drawn) -> None:
    """A team that stays is small where something changes beside it; a department without any change is one line."""
    picture = drawn(("[dee]", "[dee, bo]"))
    assert ["desk", "shop"] == [card.name for card in picture.cards]
    moving = drawn(("lead: ana, members: [ana, bo, cy]", "lead: bo, members: [ana, bo, cy]"))
    assert [("shop", "changed"), ("desk", "unchanged")] == [(card.name, card.mark) for card in moving.cards]
    assert [("Staff", ("1 team, unchanged",)), ("Works", ("2 teams, unchanged",))] == [
        (block.name, block.rest) for block in moving.unchanged
    ]


def test_nothing_changes(drawn: Drawn) -> None:
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
    assert "people 482: 2 change team, 2 change manager" in facts
    assert "pairs of teams that wait 47 → 44" in facts
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


@settings(max_examples=12, deadline=None)
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


# --- choices


def test_focus_on_a_group(drawn: Drawn) -> None:
    """Only what is or was in it is shown, the other place of what moved included."""
    lines = [("desk: {parent: sales", "desk: {parent: works"), ("lead: eli, members", "lead: fay, members")]
    picture = drawn(*lines, focus="sales")
    assert ["ghost:desk", "team:shop", "team:desk"] == [card.id for card in picture.cards]
    assert ("Sales: what does the reorganisation change?", ()) == (picture.title, picture.unchanged)


def test_focus_on_a_team_shows_whom_it_exchanges_people_with(drawn: Drawn) -> None:
    """A team is shown with those that people come from or go to, whether it is there before or after."""
    lines = [("desk: {parent: sales, members: [dee]}\n", ""), ("[gus]", "[gus, dee]")]
    picture = drawn(*[(lines[0][0], "pit: {parent: sales, headcount: 2}\n"), lines[1]], focus="team:desk")
    assert {"team:desk", "team:yard"} == {card.id for card in picture.cards}


def test_focus_by_a_former_id(drawn: Drawn) -> None:
    """A renamed team is found by both ids."""
    line = ("yard: {", "park: {renamed_from: yard, ")
    assert drawn(line, focus="yard") == drawn(line, focus="park")


def test_an_unknown_focus_names_the_nearest(drawn: Drawn) -> None:
    """The message says that it is in neither organisation."""
    with pytest.raises(UnknownNameError, match="no team or group ‘yrad’, neither before nor after; did you mean yard"):
        drawn(focus="yrad")


def test_focus_where_nothing_changes(drawn: Drawn) -> None:
    """A part in which nothing changes says so, and not that nothing changes at all."""
    picture = drawn(("[dee]", "[dee, bo]"), focus="staff")
    assert "Nothing changes in Staff." == picture.nothing


def test_folding_sums_up_what_is_in_a_group() -> None:
    """A folded card counts the cards that it stands for, and has the people of its group."""
    material = of_plan("2-two-houses.yaml")
    whole, folded = (view.compose(material, Choices(fold=level)) for level in (None, 2))
    cards = {card.entity: card for card in folded.cards}
    head = {block.id: block for block in whole.blocks}["operations"]
    assert head.people == cards["operations"].people
    assert "3 new, 4 dissolved, 2 moved away, 2 moved here, 1 resized, 4 unchanged" == cards["operations"].lines[0]
    assert badges(whole.cards)["new"] == sum(
        int(badge.text.split()[1]) for card in folded.cards for badge in card.badges if badge.text.startswith("new")
    )


def test_only_findings() -> None:
    """Only teams of which a finding differs are left, and no list but that of findings."""
    material = of_plan("careless/careless.yaml")
    picture = view.compose(material, Choices(only_findings=True))
    assert {"analytics-desk", "orders", "search", "seller-onboarding"} == {card.entity for card in picture.cards}
    assert all(card.badges for card in picture.cards)
    assert ["Findings not on a team"] == [section.title for section in picture.sections]


@pytest.mark.parametrize("choice", [{"layer": "uses"}, {"depth": 2}, {"direction": "down"}])
def test_choices_that_make_no_difference_are_refused(choice: dict[str, object]) -> None:
    """An option that the view has no use for is no option of it."""
    with pytest.raises(UnknownNameError, match="has no use for"):
        view.draw(of_change(Org(), Org()), **choice)


# --- scale


def many(teams: int, *, departments: int = 6, groups: int = 40) -> Org:
    """Return teams of five in groups of departments."""
    found = {"top": Team(id="top", kind="group")}
    found |= {f"d{n}": Team(id=f"d{n}", kind="group", parent="top") for n in range(departments)}
    found |= {f"g{n:03d}": Team(id=f"g{n:03d}", kind="group", parent=f"d{n % departments}") for n in range(groups)}
    found |= {f"t{n:04d}": Team(id=f"t{n:04d}", parent=f"g{n % groups:03d}", headcount=5) for n in range(teams)}
    return Org(teams=found)


def grown(org: Org, every: int) -> Org:
    """Return the organisation with more people in each so-and-so-many-th team."""
    teams = {
        id: replace(team, headcount=5 + n % 7) if id[0] == "t" and n % every == 0 else team
        for n, (id, team) in enumerate(org.teams.items())
    }
    return replace(org, teams=teams)


def test_a_large_organisation_is_counted_where_it_is_not_shown() -> None:
    """At most sixty changes are drawn one by one; with those that are counted they are all."""
    org = many(1200)
    material = of_change(org, grown(org, 2))
    picture = view.compose(material, Choices())
    resized = len(comparison_of(material).teams.resized)
    alone = [card for card in picture.cards if not card.sums_up]
    assert MOST == len(alone)
    lines = [
        *(line for card in picture.cards if card.sums_up for line in card.lines[:1]),
        *(line for block in picture.blocks for line in block.rest if "change" in line),
    ]
    counted = sum(
        int(part.split()[0].replace(",", ""))
        for line in lines
        for part in line.rpartition(": ")[2].split(", ")
        if part.endswith("resized")
    )
    assert resized == len(alone) + counted
    assert (
        f"the 60 weightiest of {resized} changes of teams are shown one by one, the others are counted" in picture.facts
    )
    assert max(each.after - each.before for each in comparison_of(material).teams.resized) == max(
        (c.people.after or 0) - 5 for c in alone
    )
    assert [] == faults(svg_of(material))


def test_few_changes_in_a_large_organisation_are_all_shown() -> None:
    """What does not change takes no room."""
    org = many(1200)
    picture = view.compose(of_change(org, grown(org, 100)), Choices())
    assert {"resized"} == {card.mark for card in picture.cards}
    assert not any("weightiest" in fact for fact in picture.facts)


def test_very_many_departments_are_left_out_and_counted() -> None:
    """Of hundreds of departments those with the most changes are shown."""
    org = many(600, departments=120, groups=120)
    picture = view.compose(of_change(org, grown(org, 3)), Choices())
    shown = len(picture.departments)
    assert 40 == shown
    assert any(line.endswith("departments with changes") for line in picture.left_out)


# --- how it looks


def test_dissolved_is_struck_and_dashed_and_new_is_neither(org_of: Callable[[str], Org]) -> None:
    """What is there no more can be told without its colour."""
    tree = tree_of(svg_of(of_change(org_of(BEFORE), org_of(changed(("desk: {parent: sales", "till: {parent: works"))))))
    struck = {each.text for each in with_class(tree, "om-struck")}
    assert {"desk", "1"} == struck
    dashed = [node for node in with_class(tree, "om-node") if any(with_class(node, "om-ghost"))]
    assert ["desk"] == [next(with_class(node, "om-name")).text for node in dashed]


def test_the_legend_has_what_is_there(org_of: Callable[[str], Org]) -> None:
    """A sign that no card has is not explained."""
    tree = tree_of(svg_of(of_change(org_of(BEFORE), org_of(changed(("[dee]", "[dee, bo]"))))))
    assert ["more or fewer people"] == [each.text for each in with_class(tree, "om-note")]


def test_a_near_move_is_a_line_and_a_far_one_only_words(org_of: Callable[[str], Org]) -> None:
    """A line joins neighbouring columns; between others the words have to do."""
    near, far = (
        changed((f"{team}: {{parent: {old}", f"{team}: {{parent: {new}"))
        for team, old, new in (("desk", "sales", "staff"), ("desk", "sales", "works"))
    )
    busy = ("headcount: 4", "headcount: 5")
    ties = [
        len(list(with_class(tree_of(svg_of(of_change(org_of(BEFORE), org_of(text.replace(*busy))))), "om-tie")))
        for text in (near, far)
    ]
    assert [1, 0] == ties


def test_hostile_names() -> None:
    """Names of every kind, in groups and teams and as names of organisations, give legible pictures in all formats."""
    for place, name in enumerate(HOSTILE):
        other = HOSTILE[place - 1]
        teams = {
            "g": Team(id="g", name=name, kind="group"),
            "h": Team(id="h", name=other, kind="group"),
            name: Team(id=name, name=other, parent="g", headcount=3),
            "b": Team(id="b", name=name, parent="g", headcount=3),
        }
        after = {**teams, "b": replace(teams["b"], parent="h"), name: replace(teams[name], headcount=9)}
        material = of_change(Org(teams=teams), Org(teams=after))
        assert [] == faults(svg_of(material))
        assert name in {
            node["id"][5:] for node in json.loads(str(view.draw(material, format="json").document))["nodes"]
        }
        for form in ("dot", "mermaid"):
            assert view.draw(material, format=form).document


@pytest.mark.parametrize(
    "choices", [{"fold": 1}, {"fold": 2}, {"only_findings": True}, {"mode": "dark"}, {"focus": "g0-0"}]
)
def test_choices_leave_pictures_legible(choices: dict[str, object]) -> None:
    """Every option gives a legible picture of organisations of several shapes."""
    for seed in (0, 4, 5, 7):
        assert [] == faults(svg_of(by_chance(view, seed), **choices))


def test_the_outline_says_the_same() -> None:
    """Nodes are unique, links end at nodes, groups exist, moves and dependencies are links."""
    material = of_plan("2-two-houses.yaml")
    document = json.loads(str(view.draw(material, format="json").document))
    ids = [node["id"] for node in document["nodes"]]
    assert len(set(ids)) == len(ids)
    assert {end for link in document["links"] for end in (link["source"], link["target"])} <= set(ids)
    assert {node["group"] for node in document["nodes"] if node.get("group")} <= {
        group["id"] for group in document["groups"]
    }
    looks = Counter(link["look"] for link in document["links"])
    picture = view.compose(material, Choices())
    assert looks == Counter(
        {"moved-here": 2, "removed": len(picture.sections[0].rows), "added": len(picture.sections[1].rows)}
    )
    assert {"added", "removed", "moved-away", "moved-here", "resized", "muted"} == {
        node["look"] for node in document["nodes"]
    }


def test_the_same_bytes_under_any_hash_seed() -> None:
    """Nothing depends on the order of a set."""
    draw = "import sys; from orgmodel import api; print(api.draw('change', *sys.argv[1:]).document)"
    paths = [str(ORGS / "fulfilment" / name) for name in ("before.yaml", "after.yaml")]
    written = {
        subprocess.run(
            [sys.executable, "-c", draw, *paths],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert 1 == len(written)


# --- columns

KINDS = st.sampled_from(["card", "card", "card", "part", "rest"])


@st.composite
def items(draw: st.DrawFn) -> tuple[Item, ...]:
    """Return what stands in a department; the head of a group is followed by a card."""
    found: list[Item] = []
    for kind in draw(st.lists(KINDS, min_size=1, max_size=30)):
        name = f"{kind} {len(found)}"
        if kind == "part":
            found.append(Item("part", Block(id=name, name=name, mark="unchanged"), 24.0))
            name = f"card {len(found)}"
        if kind == "rest":
            found.append(Item("rest", name, 17.0))
        else:
            found.append(
                Item(
                    "card",
                    Card(id=name, entity=name, name=name, mark="added"),
                    draw(st.sampled_from([22.0, 38.0, 70.0])),
                )
            )
    return tuple(found)


@settings(max_examples=60, deadline=None)
@given(items(), st.integers(1, 6))
def test_columns_hold_everything_in_order(found: tuple[Item, ...], columns: int) -> None:
    """No item is lost, no head ends a column, and there are no more columns than asked for."""
    filled = balanced(found, columns)
    assert len(filled) <= columns
    again = [
        item
        for run in filled
        for item in run
        if not (isinstance(item.what, Block) and item.what.name.endswith(", continued"))
    ]
    assert list(found) == again
    assert all(run[-1].kind != "part" for run in filled)
    assert all(run[0].kind != "rest" for run in filled[1:])


@settings(max_examples=60, deadline=None)
@given(items(), st.floats(150, 600))
def test_columns_keep_to_their_limit(found: tuple[Item, ...], limit: float) -> None:
    """A column is higher than its limit only where what belongs together is."""
    for run in runs(found, limit):
        cards = [item for item in run if item.kind == "card"]
        assert height(run) <= limit + 31 or len(cards) <= 1
