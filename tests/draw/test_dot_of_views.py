"""What every view says in the language of Graphviz is read there as the same graph."""

import html
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from orgmodel import api, catalogue
from orgmodel.draw.engine import run
from orgmodel.draw.material import Material
from orgmodel.draw.outline import Outline, OutlineGroup, OutlineNode
from orgmodel.draw.text import fit, one_line
from orgmodel.draw.theme import TYPES
from orgmodel.draw.view import View
from tests.draw.materials import by_chance, of_change, of_org
from tests.draw.organisations import SHAPES

ORGS = Path(__file__).parents[2] / "orgs"
VIEWS = list(catalogue.drawings())
HOSTILE = list(SHAPES).index("hostile names")
ROOM = 260.0

needs_dot = pytest.mark.skipif(shutil.which("dot") is None, reason="there is no program named dot on this machine")


@cache
def material(change: bool) -> Material:
    """Return a sample, or what becomes of it."""
    today, after = (api.load(ORGS / "fulfilment" / f"{name}.yaml")[0] for name in ("before", "after"))
    return of_change(today, after) if change else of_org(api.load(ORGS / "northwind")[0])


def said(each: OutlineNode | OutlineGroup) -> str:
    """Return what stands in a box, line by line."""
    lines = (each.label, *each.lines, " · ".join(each.badges))
    return "\n".join(fit(one_line(line), ROOM, TYPES["name"]) for line in lines if line)


def shown(label: str) -> str:
    """Return what Graphviz shows for a label: its escapes and its entities undone."""
    return html.unescape(re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], label))


def assert_same(outline: Outline, text: str, engine: Any) -> None:
    """Compare a graph as Graphviz reads it with what it was written from."""
    read = run(text, engine=engine, time_limit=60)
    objects = read.get("objects", [])
    boxes = {each["name"]: shown(each["label"]) for each in objects if not each["name"].startswith("cluster")}
    islands = {each["name"]: shown(each["label"]) for each in objects if each["name"].startswith("cluster")}
    names = {each.id: f"n{place}" for place, each in enumerate(outline.nodes)}
    assert {names[each.id]: said(each) for each in outline.nodes} == boxes
    assert sorted(said(each) for each in outline.groups) == sorted(islands.values())
    ends = [objects_name(objects, each) for each in read.get("edges", [])]
    assert sorted((names[each.source], names[each.target]) for each in outline.links) == sorted(ends)
    labels = [shown(each.get("label", "")) for each in read.get("edges", [])]
    wanted = [fit(one_line(each.label), ROOM, TYPES["name"]) for each in outline.links]
    assert sorted(wanted) == sorted(labels)


def objects_name(objects: list[dict[str, Any]], edge: dict[str, Any]) -> tuple[str, str]:
    """Return the names of both ends of an edge."""
    return objects[edge["tail"]]["name"], objects[edge["head"]]["name"]


@pytest.mark.parametrize("engine", ["wasm", pytest.param("dot", marks=needs_dot)])
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_a_sample(view: View[Any], engine: str) -> None:
    """Both the packaged Graphviz and that of the system read back nodes, groups, links and words of a sample."""
    picture = view.draw(material("change" in view.needs), format="dot")
    assert_same(picture.outline, str(picture.document), engine)


@pytest.mark.parametrize("engine", ["wasm", pytest.param("dot", marks=needs_dot)])
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_hostile_names(view: View[Any], engine: str) -> None:
    """The same holds where names try to be something else."""
    picture = view.draw(by_chance(view, HOSTILE), format="dot")
    assert_same(picture.outline, str(picture.document), engine)
