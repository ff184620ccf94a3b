"""The picture of a change as it stands on the page: signs, lines, columns, and the same in other formats."""

import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.draw.change import view
from orgmodel.draw.changes.filling import Item, balanced, height, runs
from orgmodel.draw.changes.lists import lists, lists_height
from orgmodel.draw.changes.values import Block, Card, Row, Section
from orgmodel.draw.material import Choices
from orgmodel.model.organisation import Org
from orgmodel.model.teams import Team
from tests.draw.legibility import faults
from tests.draw.materials import by_chance, of_change
from tests.draw.organisations import HOSTILE
from tests.draw.reorganisations import (
    BEFORE,
    changed,
    of_plan,
    org_of,
    reorganised,
    svg_of,
)
from tests.draw.support import tree_of, with_class

# --- how it looks


def test_dissolved_is_struck_and_dashed_and_new_is_neither() -> None:
    """What is there no more can be told without its colour."""
    tree = tree_of(svg_of(reorganised(("desk: {parent: sales", "till: {parent: works"))))
    struck = {each.text for each in with_class(tree, "om-struck")}
    assert {"desk", "1"} == struck
    dashed = [node for node in with_class(tree, "om-node") if list(with_class(node, "om-ghost"))]
    assert ["desk"] == [next(with_class(node, "om-name")).text for node in dashed]


@pytest.mark.parametrize(
    ("wide", "lines"),
    [
        (700, ["new: unpublished interface, dependency shop → warehouse", "warning C006"]),
        (320, ["new: unpublished interface, dependency shop → warehouse", "warning C006"]),
        (270, ["new: unpublished interface, dependency shop →", "warehouse", "warning C006"]),
    ],
)
def test_a_name_in_a_list_stays_whole(wide: float, lines: list[str]) -> None:
    """What has no room beside its remark takes a second line, and the list is as much higher."""
    row = Row("removed", "new: unpublished interface, dependency shop → warehouse", "warning C006")
    found, frame = lists([Section(title="Findings not on a team", rows=(row,), more=0)], 0, 0, wide)
    tree = tree_of(f"<svg>{''.join(map(str, found))}</svg>")
    assert lines == [each.text for each in with_class(tree, "om-second") if each.tag == "text"]
    assert (lists_height([Section(title="", rows=(row,), more=0)], wide) > 40) == (wide < 700)
    assert frame.bottom == lists_height([Section(title="", rows=(row,), more=0)], wide)


def test_the_legend_has_what_is_there() -> None:
    """A sign that no card has is not explained."""
    tree = tree_of(svg_of(reorganised(("headcount: 4", "headcount: 5"))))
    assert ["more or fewer people"] == [each.text for each in with_class(tree, "om-note")]


def test_a_near_move_is_a_line_and_a_far_one_only_words() -> None:
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
    for seed in (4, 7):
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
    assert {"added", "removed", "moved-away", "moved-here", "resized", "muted"} <= {
        node["look"] for node in document["nodes"]
    }


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


@settings(max_examples=30, deadline=None)
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


@settings(max_examples=30, deadline=None)
@given(items(), st.floats(150, 600))
def test_columns_keep_to_their_limit(found: tuple[Item, ...], limit: float) -> None:
    """A column is higher than its limit only where what belongs together is."""
    for run in runs(found, limit):
        cards = [item for item in run if item.kind == "card"]
        assert height(run) <= limit + 31 or len(cards) <= 1
