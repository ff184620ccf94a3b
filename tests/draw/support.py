"""Organisations made for maps, and what the tests read out of a picture."""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.dependencies import Dependency
from orgmodel.model.organisation import Org
from orgmodel.model.teams import Team

SVG = "{http://www.w3.org/2000/svg}"


class Box(NamedTuple):
    """The rectangle and the texts of one box of a picture, in the picture's own pixels."""

    name: str
    left: float
    top: float
    wide: float
    high: float
    texts: tuple[ElementTree.Element, ...]


def graph_of(
    links: Iterable[tuple[str, str]],
    *,
    groups: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    apart: Iterable[str] = (),
    strength: float | None = None,
) -> OrgGraph:
    """Return an organisation of teams of six people in which the first of each pair waits for the second."""
    pairs = list(links)
    homes, called = groups or {}, names or {}
    ids = sorted({end for pair in pairs for end in pair} | set(apart))
    teams = {id: Team(id=id, name=called.get(id), headcount=6, parent=homes.get(id)) for id in ids}
    teams |= {id: Team(id=id, name=called.get(id), kind="group") for id in sorted(set(homes.values()))}
    return OrgGraph(Org(teams=teams, dependencies=tuple(_waits(one, other, strength) for one, other in pairs)))


def _waits(one: str, other: str, strength: float | None) -> Dependency:
    return Dependency(source=one, target=other, kind="approval", strength=strength)


def ring_of(teams: int, *, group_size: int = 8, steps: tuple[int, ...] = (1, 7)) -> OrgGraph:
    """Return teams in groups, each waiting for those so many places further on; the last ones wait for nobody."""
    ids = [f"t{number:03d}" for number in range(teams)]
    links = [(ids[n], ids[n + step]) for n in range(teams) for step in steps if n + step < teams]
    return graph_of(links, groups={id: f"g{n // group_size}" for n, id in enumerate(ids)})


def tree_of(document: str) -> ElementTree.Element:
    """Parse a picture; it must be well-formed."""
    return ElementTree.fromstring(document)


def classes(element: ElementTree.Element) -> list[str]:
    """Return the classes of an element."""
    return (element.get("class") or "").split()


def with_class(tree: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    """Yield the elements of a class."""
    return (each for each in tree.iter() if name in classes(each))


def boxes_of(tree: ElementTree.Element) -> list[Box]:
    """Return the boxes, the legend's swatches left out."""
    found = []
    for group in tree.iter(f"{SVG}g"):
        rectangle = group.find(f"{SVG}rect")
        title = group.find(f"{SVG}title")
        if rectangle is None or title is None or "om-box" not in classes(rectangle):
            continue
        x, y, wide, high = (float(rectangle.get(key, "nan")) for key in ("x", "y", "width", "height"))
        found.append(Box(title.text or "", x, y, wide, high, tuple(group.iter(f"{SVG}text"))))
    return found


def links_of(tree: ElementTree.Element) -> list[tuple[str, list[tuple[float, float]]]]:
    """Return for each link the first line of its tooltip and the points of its line, the tip of its arrow last."""
    found = []
    for group in tree.iter(f"{SVG}g"):
        paths = group.findall(f"{SVG}path")
        if len(paths) == 3 and "om-casing" in classes(paths[0]):
            line = numbers(paths[1].get("d", ""))
            tip = numbers(paths[2].get("d", ""))[:2]
            points = [*zip(line[::2], line[1::2], strict=True), (tip[0], tip[1])]
            found.append(((group.findtext(f"{SVG}title") or "").split("\n")[0], points))
    return found


def numbers(path: str) -> list[float]:
    """Return the numbers of a path."""
    return [float(each) for each in re.findall(r"-?\d+(?:\.\d+)?", path)]
