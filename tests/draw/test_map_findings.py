"""The map of dependencies: what the audit finds, groups in the place of teams, and maps that grow down."""

import re
from dataclasses import replace
from typing import Any

import pytest

from orgmodel.draw.dependencies import dependency_map, view
from orgmodel.draw.maps.folding import MOST_GROUPS, at_level, fold
from orgmodel.draw.maps.values import TeamMap
from orgmodel.draw.material import Choices, Material
from orgmodel.graph import OrgGraph
from orgmodel.model.dependencies import Dependency
from orgmodel.model.organisation import Org
from orgmodel.model.teams import Team
from tests.draw.legibility import faults
from tests.draw.materials import of_org
from tests.draw.support import graph_of, ring_of, tree_of, with_class

HUB = [(f"t{number}", "hub") for number in range(9)] + [("hub", f"s{number}") for number in range(6)]
CIRCLE = [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "x")]


def audited(graph: OrgGraph) -> Material:
    """Return an organisation with the findings of its audit."""
    return of_org(graph.org)


def map_of(material: Material, **choices: Any) -> TeamMap:
    """Return what a map shows."""
    return dependency_map(material, Choices(**choices))


def badges(map: TeamMap) -> dict[str, list[str]]:
    """Return the badges of the boxes that have any."""
    return {each.id: [badge.text for badge in each.badges] for each in map.boxes if each.badges}


def levels(*sizes: int) -> OrgGraph:
    """Return teams that wait for each other in a ring, in groups of so many teams each, all in one house of two."""
    teams: dict[str, Team] = {}
    for house in ("east", "west"):
        teams[house] = Team(id=house, kind="group", name=house.title())
        for number, size in enumerate(sizes):
            group = f"{house}-{number}"
            teams[group] = Team(id=group, kind="group", parent=house)
            for place in range(size):
                teams[f"{group}-{place}"] = Team(id=f"{group}-{place}", parent=group, headcount=6)
    ids = [id for id, team in teams.items() if team.kind is None]
    links = [(one, ids[(n + step) % len(ids)]) for n, one in enumerate(ids) for step in (1, 11)]
    waits = (Dependency(source=one, target=other, kind="approval") for one, other in links)
    return OrgGraph(Org(teams=teams, dependencies=tuple(waits)))


def test_hot_spots_carry_the_numbers_of_the_audit() -> None:
    """A coupling hot spot has its badge, its finding in the tooltip and its name in the facts."""
    material = audited(graph_of([*HUB, *CIRCLE]))
    (spot,) = [each for each in material.findings if each.code == "C001"]
    map = map_of(material)
    assert {"hub": ["hot spot"]} == badges(map)
    (box,) = [each for each in map.boxes if each.id == "hub"]
    assert f"C001: {spot.message}" in box.tooltip
    assert (9, 6, 15) == (spot.evidence["waited_for_by"], spot.evidence["waits_for"], box.coupling)
    assert "1 hot spot: hub (15)" in map.facts
    assert "stands out in coupling (C001)" in str(view.draw(material, engine="none").document)


def test_many_waits_carry_the_numbers_of_the_audit() -> None:
    """Who waits for many and who keeps many waiting says for how many, and the legend says the limit."""
    one = map_of(audited(graph_of([("a", f"s{number}") for number in range(6)])))
    other = map_of(audited(graph_of([(f"t{number}", "b") for number in range(9)])))
    assert ({"a": ["waits for 6"]}, {"b": ["9 wait"]}) == (badges(one), badges(other))
    assert ["waits for more than 5 (C004)"] == [meaning for _, meaning in one.words.badges]
    assert ["more than 8 wait for it (C005)"] == [meaning for _, meaning in other.words.badges]


def test_findings_are_about_waiting() -> None:
    """On a map of use the findings say nothing; without an audit there are none."""
    material = audited(graph_of(HUB))
    assert {} == badges(map_of(material, layer="uses"))
    assert {"hub": ["hot spot"]} == badges(map_of(material, layer="all"))
    assert {} == badges(map_of(Material(graph=material.graph)))


def test_only_findings() -> None:
    """Only teams with a finding and the other ends of their links are shown, and links that lead there."""
    material = audited(graph_of([*HUB, *CIRCLE, ("p", "q"), ("q", "t1")]))
    map = map_of(material, only_findings=True)
    assert {"p", "q"} == {"p", "q", *"abcxy", "hub"} - {each.id for each in map.boxes}
    assert "6 of 23 teams have findings about waiting" in map.facts
    assert "20 of 22 dependencies lead there, 91 % of the weight" in map.facts
    assert not [each for each in map.links if {"p", "q"} & {each.source, each.target}]
    calm = map_of(audited(graph_of([("a", "b")])), only_findings=True)
    assert ((), "No finding of C001 to C005 is about what this map shows.") == (calm.boxes, calm.nothing)


def test_only_findings_of_a_large_organisation() -> None:
    """Of many teams with findings the most coupled are shown, and how many there are is said."""
    pairs = [(f"a{number:02d}", f"b{number:02d}") for number in range(60)]
    material = audited(graph_of([*pairs, *((other, one) for one, other in pairs)]))
    map = map_of(material, only_findings=True)
    assert 80 == len(map.boxes)
    assert {"120 of 120 teams have findings about waiting", "40 of them are shown, the most coupled"} <= set(map.facts)
    assert [] == faults(str(view.draw(material, only_findings=True, engine="none").document))


def test_only_findings_around_a_team() -> None:
    """Around a focus only those with a finding stay."""
    material = audited(graph_of([*HUB, ("hub", "a"), *CIRCLE]))
    map = map_of(material, focus="hub", only_findings=True)
    assert ["a", "hub"] == [each.id for each in map.boxes]


def test_folding_to_a_level() -> None:
    """The reader chooses the level; groups stand with those of the same parent, and say what is found inside."""
    graph = levels(4, 4, 4)
    assert ["east", "west"] == [each.id for each in map_of(audited(graph), fold=1).boxes]
    second = map_of(audited(graph), fold=2)
    assert ([f"east-{n}" for n in range(3)], {"east", "west"}) == (
        [each.id for each in second.boxes if each.group == "east"],
        {each.group for each in second.boxes},
    )
    assert {"4 teams · 24 people"} == {each.second for each in second.boxes}
    assert 24 == len(map_of(audited(graph), fold=9).boxes)
    hub = map_of(audited(graph_of(HUB, groups={"hub": "g", "t0": "g", **{f"s{n}": "h" for n in range(6)}})), fold=1)
    assert {"g": ["1 hot spot"]} == badges(hub)
    assert any("findings about waiting at 1 of its 2 teams" in each.tooltip for each in hub.boxes)


def test_one_group_waits_for_no_other() -> None:
    """Where everything is in one group, a folded map says that no group waits for another."""
    graph = graph_of([("a", "b")], groups={"a": "g", "b": "g"})
    assert "No group is known to wait for another." == map_of(audited(graph), fold=1).nothing


def test_large_groups_are_unfolded() -> None:
    """Where the level that fits has few groups, the largest are unfolded as long as few enough boxes stay."""
    graph = levels(*[20] * 4, *[1] * 13)
    assert {"east", "west"} == set(at_level(graph, 1).homes.values())
    folding = fold(graph, "waits")
    assert folding is not None
    assert ("east",) == folding.unfolded
    assert {*(f"east-{n}" for n in range(17)), "west"} == set(folding.homes.values())
    map = map_of(audited(graph))
    assert {"186 teams folded into 18 groups", "East unfolded"} <= set(map.facts)
    assert {"east": "East"} == map.groups
    assert {"east", None} == {each.group for each in map.boxes}


@pytest.mark.parametrize("sizes", [(30, 30, 30), (7,) * 12, (3,) * 40, (60, 1, 1, 1), (90,)])
def test_folded_maps_stay_small(sizes: tuple[int, ...]) -> None:
    """However the hierarchy is built, a folded map has at most 25 groups, each team in one of them."""
    graph = levels(*sizes)
    folding = fold(graph, "waits")
    if folding is not None:
        assert {team.id for team in graph.dependency_teams} == set(folding.homes)
        assert 2 <= len(set(folding.homes.values())) <= MOST_GROUPS


def test_focus_on_a_large_group_is_folded() -> None:
    """A group of many teams is shown by its parts, and so is what is around it."""
    graph = levels(*[20] * 4)
    map = map_of(audited(graph), focus="east")
    assert {f"east-{n}" for n in range(4)} == {each.id for each in map.boxes if each.chosen}
    assert "160 teams folded into 8 groups" in map.facts
    small = map_of(audited(graph), focus="east-1")
    assert {f"east-1-{n}" for n in range(20)} == {each.id for each in small.boxes if each.chosen}
    assert ["east-1"] == [each.id for each in map_of(audited(graph), focus="east-1-3", fold=2).boxes if each.chosen]


def test_focus_with_many_steps_stays_small() -> None:
    """However far around a team is wanted, no more boxes are drawn than a reader can take."""
    graph = ring_of(2000, steps=(1, 7, 23, 91))
    assert len(map_of(Material(graph=graph), focus="t1000", depth=30).boxes) <= 300


@pytest.mark.parametrize("choices", [{}, {"only_findings": True}, {"focus": "hub", "depth": 2}, {"fold": 1}])
def test_growing_down(choices: dict[str, Any]) -> None:
    """A map that grows down says the same, is legible, and who waits stands above."""
    groups = {"hub": "g", **{f"t{n}": f"h{n % 3}" for n in range(9)}}
    material = audited(graph_of([*HUB, ("s1", "end")], groups=groups))
    right, down = (map_of(material, direction=way, **choices) for way in ("right", "down"))
    assert right == replace(down, direction="right")
    picture = view.draw(material, direction="down", engine="none", **choices)
    assert [] == faults(str(picture.document))
    assert "down" == picture.outline.direction


def test_arrows_that_go_down() -> None:
    """In a map that grows down who waits stands above whom it waits for, and the arrow head shows down."""
    document = str(view.draw(audited(graph_of([("a", "b")])), direction="down", engine="none").document)
    heights = [float(each.get("y", "nan")) for each in with_class(tree_of(document), "om-name")]
    assert heights[0] < heights[1]
    tip = next(with_class(tree_of(document), "om-edge-tip")).get("d", "")
    assert re.match(r"M\S+ \S+l\S+ -\d", tip)


def test_badges_leave_room_for_words() -> None:
    """Where a badge and the size do not fit beside each other, the badge stays."""
    graph = graph_of([("a", f"s{number}") for number in range(6)])
    teams = {**graph.org.teams, "a": Team(id="a", kind="task-force", headcount=1234)}
    material = audited(OrgGraph(replace(graph.org, teams=teams)))
    document = str(view.draw(material, engine="none").document)
    assert [] == faults(document)
    assert "waits for 6" in [each.text for each in with_class(tree_of(document), "om-badge")]
