"""The tree of who leads what: what it shows, for organisations of every size and with names of every kind."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.api.basics import defaults
from orgmodel.auditing import audited
from orgmodel.draw.material import Choices, Material
from orgmodel.draw.tree import view
from orgmodel.draw.trees.flow import balanced, flowed, items_of
from orgmodel.draw.trees.values import Tree, TreeBox
from orgmodel.graph import OrgGraph
from orgmodel.model.faults import UnknownNameError
from orgmodel.model.organisation import Org, Organisation
from orgmodel.model.people import Person
from orgmodel.model.teams import Membership, Team
from tests.draw.legibility import faults
from tests.draw.organisations import HOSTILE
from tests.draw.support import SVG, tree_of, with_class


def material_of(org: Org) -> Material:
    """Return an organisation with the findings of its audit."""
    graph = OrgGraph(org)
    return Material(graph=graph, findings=audited(graph, defaults(), None, {}, None).standing)


def tree(org: Org, **choices: Any) -> Tree:
    """Return what is shown of an organisation."""
    return view.compose(material_of(org), replace(Choices(), **choices))


def svg(org: Org, **choices: object) -> str:
    """Draw an organisation."""
    return str(view.draw(material_of(org), **choices).document)


def texts(document: str) -> list[str]:
    """Return all texts of a picture that are seen."""
    return [each.text or "" for each in tree_of(document).iter(f"{SVG}text")]


def names(boxes: Iterable[TreeBox]) -> list[str]:
    """Return what boxes are called."""
    return [box.name for box in boxes]


def box(found: Tree, name: str) -> TreeBox:
    """Return the box of a name."""
    return next(each for each in found.boxes if each.name == name)


def company(
    sizes: Iterable[int] = (6, 13, 4, 8), *, departments: int = 2, more: Mapping[str, Team] | None = None
) -> Org:
    """Return departments below one group at the top, with a team of each size in each of them."""
    teams = {"top": Team(id="top", name="Northwind", kind="group", lead=("ana",))}
    for n in range(departments):
        group = f"d{n:02d}"
        teams[group] = Team(id=group, kind="group", parent="top", lead=("bo",))
        for m, size in enumerate(sizes):
            teams[f"{group}t{m:02d}"] = Team(id=f"{group}t{m:02d}", parent=group, headcount=size, lead=(f"p{n}{m}",))
    people = {
        id: Person(id=id, name=id.title()) for id in ("ana", "bo", *(f"p{n}{m}" for n in range(3) for m in range(9)))
    }
    return Org(organisation=Organisation(name="Northwind"), people=people, teams=teams | dict(more or {}))


def test_who_leads_what() -> None:
    """Departments hang below the top, and their teams below them, each with its lead and its size."""
    found = tree(company())
    assert ["Northwind"] == names(found.tops)
    assert [["d00", "d00t00", "d00t01", "d00t02", "d00t03"], ["d01", "d01t00", "d01t01", "d01t02", "d01t03"]] == [
        names(department) for department in found.departments
    ]
    assert ("Ana", "8 teams · 64 people") == (found.tops[0].leader, found.tops[0].summary)
    assert ("Bo", "4 teams · 32 people", 1) == (
        box(found, "d00").leader,
        box(found, "d00").summary,
        box(found, "d00").concerned,
    )
    assert ("P02", 4) == (box(found, "d00t02").leader, box(found, "d00t02").people)


def test_too_large() -> None:
    """A team over the limit says by how many, as the audit does, and the headline names the largest."""
    found = tree(company((6, 13, 17)))
    large = box(found, "d00t01")
    assert (["+3 over"], "warning", 10) == ([each.text for each in large.badges], large.worst, large.limit)
    assert ("error", 2) == (box(found, "d00t02").worst, box(found, "d00").concerned)
    assert "4 too large (over 10 people): d00t02 (17), d01t02 (17), d00t01 (13) and 1 more" in found.facts
    document = svg(company((6, 13, 17)))
    assert 2 == texts(document).count("+3 over")
    assert {"12 people: over the limit", "7 people: two pizzas feed 10"} <= set(texts(document))


def test_what_is_too_large_is_said_first() -> None:
    """Where a card has no room for all that was found, that it is too large stays, and a sign stands for the rest."""
    document = svg(company(more={"x": Team(id="x", parent="d00", headcount=12, lead=("ana", "bo", "p00"))}))
    assert ["12", "+2 over", "…"] == [
        each for each in texts(document) if each in ("12", "+2 over", "…", "several leads")
    ]


def test_the_limit_is_that_of_the_audit() -> None:
    """Where the audit has another limit, pizzas and badges go by it."""
    material = material_of(company())
    evidence = {"size": 13, "over": 6, "limit": 7}
    findings = tuple(each._replace(evidence=evidence) if each.code == "T001" else each for each in material.findings)
    found = view.compose(replace(material, findings=findings), Choices())
    assert {7} == {each.limit for each in found.boxes if each.limit is not None}
    assert ["+6 over"] == [each.text for each in box(found, "d00t01").badges]


def test_leads_in_words() -> None:
    """Whether a lead is vacant, missing or not known is said, and several are named."""
    more = {
        "v": Team(id="v", parent="top", headcount=3, lead=("gone",)),
        "n": Team(id="n", parent="top", headcount=3, lead=()),
        "u": Team(id="u", parent="top", headcount=3),
        "s": Team(id="s", parent="top", headcount=3, lead=("ana", "bo")),
    }
    org = company(more=more)
    people = {**org.people, "gone": Person(id="gone", status="vacant")}
    found = tree(Org(organisation=org.organisation, people=people, teams=org.teams))
    assert ["lead is vacant", "nobody leads it", "lead unknown", "Ana, Bo"] == [box(found, id).leader for id in "vnus"]
    assert ["Directly in Northwind", "n", "s", "u", "v"] == names(found.departments[-1])
    assert "several leads" in [each.text for each in box(found, "s").badges]


def test_a_lead_of_several_teams() -> None:
    """That somebody leads several teams is said at each of them."""
    more = {id: Team(id=id, parent="d00", headcount=5, lead=("cy",)) for id in ("x", "y")}
    found = tree(company(more=more))
    assert [["leads 2 teams"], ["leads 2 teams"]] == [[each.text for each in box(found, id).badges] for id in "xy"]


def test_other_kinds_in_words() -> None:
    """Councils, operations and external teams are called so, and have no pizzas."""
    more = {
        "c": Team(id="c", kind="council", parent="top", members=(Membership(person="ana"),)),
        "o": Team(id="o", kind="operation", parent="top", headcount=40, lead=("bo",)),
        "e": Team(id="e", external=True),
    }
    found = tree(company(more=more))
    assert ["council · lead unknown", "operation · Bo", "external · lead unknown"] == [
        box(found, id).leader for id in "coe"
    ]
    assert {None} == {box(found, id).limit for id in "coe"}
    assert ["Without a group", "e"] == names(found.departments[-1])
    assert None is box(found, "Without a group").above
    assert "9 teams, 1 council, 1 external team" in found.facts
    document = svg(company(more=more))
    assert "external" in texts(document)
    assert "size unknown" in texts(document)


def test_nested_groups() -> None:
    """Groups within a department are heads in its column, after the teams beside them; nothing overlaps."""
    more = {"in": Team(id="in", kind="group", parent="d00")}
    more |= {f"in{n}": Team(id=f"in{n}", parent="in", headcount=5) for n in range(3)}
    more |= {
        "deep": Team(id="deep", kind="group", parent="in"),
        "deeper": Team(id="deeper", parent="deep", headcount=4),
    }
    found = tree(company(more=more))
    inside = {each.name: (each.depth, each.above) for each in found.departments[0]}
    assert (1, "team:d00") == inside["in"]
    assert (2, "team:in") == inside["in0"]
    assert (3, "team:deep") == inside["deeper"]
    assert ["d00t03", "in", "in0", "in1", "in2", "deep", "deeper"] == names(found.departments[0])[-7:]
    assert [] == faults(svg(company(more=more)))


def test_a_chain_of_single_groups_stands_above() -> None:
    """Where one group holds only one other, both stand above the departments."""
    teams = {"a": Team(id="a", kind="group"), "b": Team(id="b", kind="group", parent="a")}
    teams |= {f"g{n}": Team(id=f"g{n}", kind="group", parent="b") for n in range(2)}
    teams |= {f"t{n}": Team(id=f"t{n}", parent=f"g{n}", headcount=5) for n in range(2)}
    found = tree(Org(teams=teams))
    assert [["a", "b"], [["g0", "t0"], ["g1", "t1"]]] == [
        names(found.tops),
        [names(each) for each in found.departments],
    ]


def test_circles_of_parents() -> None:
    """Groups that are each other's parents are drawn once."""
    teams = {"a": Team(id="a", kind="group", parent="b"), "b": Team(id="b", kind="group", parent="a")}
    teams |= {"t": Team(id="t", parent="b", headcount=3)}
    found = tree(Org(teams=teams))
    assert {"a", "b", "t"} == {each.name for each in found.boxes}
    assert [] == faults(svg(Org(teams=teams)))


def test_a_team_that_holds_teams() -> None:
    """A team with people of its own and teams below it is a card above theirs."""
    more = {"p": Team(id="p", kind="team", parent="d00", headcount=4), "q": Team(id="q", parent="p", headcount=3)}
    found = tree(company(more=more))
    assert ("team", "team:p") == (box(found, "p").part, box(found, "q").above)


@pytest.mark.parametrize("direction", ["down", "right"])
@pytest.mark.parametrize(("departments", "sizes"), [(1, 60), (3, 4), (8, 8), (30, 3), (12, 25)])
def test_pages_are_well_used(departments: int, sizes: int, direction: str) -> None:
    """Whatever the shape, nothing overlaps, and the page is neither a ribbon nor a tower."""
    document = svg(company([6] * sizes, departments=departments), direction=direction)
    assert [] == faults(document)
    root = tree_of(document)
    ratio = float(root.get("width", "nan")) / float(root.get("height", "nan"))
    assert 0.9 < ratio < 2.8


def test_many_teams_are_tiles() -> None:
    """Above a hundred teams boxes are tiles with a name, a number and a sign; three hundred are on one page."""
    org = company([6, 13, *[7] * 18], departments=15)
    found = tree(org)
    assert (True, 300) == (found.compact, sum(each.part == "team" for each in found.boxes))
    document = svg(org)
    assert 15 == texts(document).count("13")
    assert {"+3", "people over the limit of 10"} <= set(texts(document))
    assert [] == faults(document)


def test_too_many_teams_are_folded() -> None:
    """Above three hundred, groups of the deepest level with at most forty stand for their teams, and it is said."""
    found = tree(company([6, 13, *[7] * 18], departments=30))
    folded = [each for each in found.boxes if each.part == "folded"]
    assert (30, "20 teams · 146 people") == (len(folded), folded[0].summary)
    assert (["1 too large"], "largest: d00t01 (13)") == ([each.text for each in folded[0].badges], folded[0].largest)
    assert "600 teams folded into 30 groups of level 2" in found.facts


def test_what_cannot_be_folded_is_cut() -> None:
    """Without groups the three hundred boxes with the gravest findings and the most people are drawn."""
    teams = {f"t{n:03d}": Team(id=f"t{n:03d}", headcount={398: 9, 399: 20}.get(n, 5)) for n in range(400)}
    found = tree(Org(teams=teams))
    assert 300 == sum(each.part == "team" for each in found.boxes)
    assert {"t398", "t399"} <= set(names(found.boxes))
    assert "300 of 400 are drawn, those with the gravest findings and the most people" in found.facts


def test_folding_on_demand() -> None:
    """Teams fold to the level that is asked for."""
    assert ["folded", "folded"] == [each.part for each in tree(company(), fold=2).boxes if each.part != "top"]
    assert ["folded"] == [each.part for each in tree(company(), fold=1).boxes]
    assert 8 == sum(each.part == "team" for each in tree(company(), fold=3).boxes)


def test_focus_on_a_group() -> None:
    """Around a group its branch is drawn, so many levels down."""
    more = {"in": Team(id="in", kind="group", parent="d00"), "x": Team(id="x", parent="in", headcount=5)}
    near, far = tree(company(more=more), focus="d00"), tree(company(more=more), focus="d00", depth=2)
    assert ("folded", "team") == (box(near, "in").part, box(far, "x").part)
    assert "x" not in names(near.boxes)
    assert ("d00: who leads what, and where is it too large?", "in Northwind") == (near.title, near.facts[0])


def test_focus_on_a_team() -> None:
    """Around a team the groups above it stand in a chain, and its siblings beside it."""
    found = tree(company(), focus="d00t02")
    assert ["Northwind", "d00", "d00t00", "d00t01", "d00t02", "d00t03"] == names(found.boxes)
    assert ["d00t02"] == [each.name for each in found.boxes if each.chosen]
    assert "in focus" in texts(svg(company(), focus="d00t02"))


def test_focus_on_a_person() -> None:
    """Around a person stands what they lead with what is above that, or that they lead nothing."""
    more = {id: Team(id=id, parent=home, headcount=5, lead=("cy",)) for id, home in (("x", "d00"), ("y", "d01"))}
    org = company(more=more)
    people = {**org.people, "cy": Person(id="cy"), "di": Person(id="di", name="Di")}
    org = Org(people=people, teams=org.teams)
    found = tree(org, focus="person:cy")
    assert [["Northwind"], [["d00", "x"], ["d01", "y"]]] == [
        names(found.tops),
        [names(each) for each in found.departments],
    ]
    assert "Di leads no team and no group." in texts(svg(org, focus="di"))


def test_unknown_focus() -> None:
    """A name that nothing has is answered with what was probably meant."""
    with pytest.raises(UnknownNameError, match="nothing is called ‘d0’; did you mean d01"):
        tree(company(), focus="d0")


def test_only_findings() -> None:
    """Only teams with findings and what is above them are drawn; none leave a picture that says so."""
    found = tree(company(), only_findings=True)
    assert ["Northwind", "d00", "d00t01", "d01", "d01t01"] == names(found.boxes)
    assert "only what has a finding is shown" in found.facts
    assert "No finding is about a team here." in texts(svg(company((5, 6)), only_findings=True))


def test_nothing_to_draw() -> None:
    """An organisation without teams is a picture that says so."""
    assert "No teams are described." in texts(svg(Org()))
    assert [] == faults(svg(Org()))


def test_headcounts_only() -> None:
    """Where only headcounts are known, everything but the leads is shown."""
    teams = {"g": Team(id="g", kind="group"), "a": Team(id="a", parent="g", headcount=9), "b": Team(id="b", parent="g")}
    found = tree(Org(teams=teams))
    assert "2 teams · 9+ people" == box(found, "g").summary
    assert (None, "size unknown") == (box(found, "b").people, box(found, "b").summary)
    assert [] == faults(svg(Org(teams=teams)))


def test_hostile_names() -> None:
    """Names of every kind are texts in boxes of ordinary size, in all that is written of people and teams."""
    teams = {
        f"t{n}": Team(id=f"t{n}", name=name, headcount=n, lead=(f"p{n}",), parent="g") for n, name in enumerate(HOSTILE)
    }
    teams["g"] = Team(id="g", name=HOSTILE[0], kind="group", lead=("p1",))
    people = {f"p{n}": Person(id=f"p{n}", name=name) for n, name in enumerate(HOSTILE)}
    org = Org(organisation=Organisation(name=HOSTILE[1]), teams=teams, people=people)
    document = svg(org, link="https://wiki.example/{kind}/{id}")
    assert [] == faults(document)
    assert len(teams) == sum(each.tag == f"{SVG}a" for each in tree_of(document).iter())


@settings(max_examples=20)
@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_any_names(called: list[str]) -> None:
    """Whatever teams are called, every format is written, and the picture is well-formed."""
    teams = {f"t{n}": Team(id=f"t{n}", name=name, headcount=6) for n, name in enumerate(called)}
    assert [] == faults(svg(Org(teams=teams)))
    assert svg(Org(teams=teams), format="mermaid").startswith("flowchart")
    assert svg(Org(teams=teams), format="dot").startswith("digraph tree {")


def test_other_formats_say_the_same() -> None:
    """Every box is a node with its numbers and its badges, and hangs from the one above it by a link."""
    said = json.loads(svg(company(), format="json"))
    found = tree(company())
    assert [each.id for each in found.boxes] == [node["id"] for node in said["nodes"]]
    assert [[each.above, each.id] for each in found.boxes if each.above] == [
        [link["source"], link["target"]] for link in said["links"]
    ]
    large = next(node for node in said["nodes"] if node["label"] == "d00t01")
    assert (["+3 over"], {"people": 13, "limit": 10}, "warning") == (large["badges"], large["numbers"], large["look"])
    many = svg(company([6] * 40), format="mermaid")
    assert many.count("[") <= 6
    assert "40 teams" in many


@settings(max_examples=25)
@given(st.lists(st.tuples(st.integers(10, 60), st.integers(0, 4)), min_size=1, max_size=40), st.integers(60, 400))
def test_lines_hold_every_box_once(drawn: list[tuple[int, int]], room: int) -> None:
    """However boxes are set in lines, each is there once, in order, after what it hangs from, and none overlap."""
    aboves: list[int | None] = []
    for n, (_, back) in enumerate(drawn):
        aboves.append(n - back if 0 < back <= n else None)
    items = items_of([(float(long), 100.0) for long, _ in drawn], aboves, gap=5.0, again=12.0)
    for found in (flowed(items, room, gap=5, indent=10), balanced(items, room, gap=5, indent=10)):
        set_once = [slot.box for line in found.lines for slot in line if not slot.again]
        assert list(range(len(items))) == set_once
        for line in found.lines:
            for slot in line:
                assert slot.above is None or line[slot.above].depth == slot.depth - 1
            ends = [slot.along + (12.0 if slot.again else items[slot.box].long) for slot in line]
            assert all(end < after.along for end, after in zip(ends, line[1:], strict=False))


def test_links_and_dark_paper() -> None:
    """Boxes lead where the template says, and the paper can be chosen."""
    document = svg(company(), link="https://wiki.example/{kind}/{id}", mode="dark")
    assert "https://wiki.example/team/d00t01" in document
    assert [] == list(with_class(tree_of(document), "om-nothing"))
    assert "prefers-color-scheme" not in document
