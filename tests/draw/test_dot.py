"""The map in the language of Graphviz."""

import html

import pytest

from orgmodel.draw.dependencies import view
from orgmodel.draw.engine import run
from orgmodel.draw.material import Material
from orgmodel.graph import OrgGraph
from tests.draw.support import graph_of

NAMES = [
    "</title><script>",
    "<b>bold</b>",
    "trailing\\",
    "\\N",
    "a:b",
    "&amp;",
    'say "hi"',
    'ends in \\"',
    "{a|<p>b}",
    "شبكة",
    "検索",
]


def written(graph: OrgGraph) -> str:
    """Return the map as DOT."""
    return str(view.draw(Material(graph=graph), format="dot").document)


@pytest.mark.parametrize("name", NAMES)
def test_names_are_shown_as_they_are(name: str) -> None:
    """Graphviz reads each name as a plain label: no escape, no entity, no record and no HTML."""
    graph = graph_of([("a", "b")], names={"a": name})
    label = run(written(graph), engine="wasm")["objects"][0]["label"]
    assert f"{name}\\n6 people · 1" == html.unescape(label).replace("\\\\", "\\")


@pytest.mark.parametrize("name", NAMES)
def test_groups_are_shown_as_they_are(name: str) -> None:
    """The same holds for names of groups."""
    graph = graph_of([("a", "b")], names={"g": name}, groups={"a": "g", "b": "h"})
    label = run(written(graph), engine="wasm")["objects"][0]["label"]
    assert name == html.unescape(label).replace("\\\\", "\\")


def test_groups_are_clusters_and_circles_are_coloured() -> None:
    """Groups hold their teams, links go between the right ones, and circles stand out."""
    graph = graph_of([("a", "b"), ("b", "a"), ("b", "c")], groups={"a": "g", "b": "g", "c": "h"})
    placed = run(written(graph), engine="wasm")
    labels = [each["label"].split("\\n")[0] for each in placed["objects"]]
    assert ["g", "h", "a", "b", "c"] == labels
    links = {(labels[each["tail"]], labels[each["head"]]): each["color"] for each in placed["edges"]}
    assert {("a", "b"): "#0072B2", ("b", "a"): "#0072B2", ("b", "c"): "#7B8794"} == links


def test_long_names_are_cut_and_whole_in_the_tooltip() -> None:
    """A label stays short; the tooltip has all of it."""
    node = run(written(graph_of([("a", "b")], names={"a": "x" * 3000})), engine="wasm")["objects"][0]
    assert "…" in node["label"]
    assert "x" * 3000 in node["tooltip"]
