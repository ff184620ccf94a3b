"""The same map placed by orgmodel and by a plain run of Graphviz: how often links cross, and how long they are."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from orgmodel.draw.dependencies import dependency_map, placed
from orgmodel.draw.engine import Engine, run
from orgmodel.draw.frame import Frame
from orgmodel.draw.maps.paint import sketched
from orgmodel.draw.maps.values import TeamMap
from orgmodel.draw.material import Choices, Material
from orgmodel.draw.placing.layout import Layout, Sketch
from orgmodel.graph import OrgGraph
from tests.draw.geometry import Chain, Point, around, read_path
from tests.draw.grid import Grid

_POINTS: Final = 72.0


class Way(NamedTuple):
    """A link between two boxes, and where it runs."""

    ends: tuple[str, str]
    chain: Chain


class Measured(NamedTuple):
    """How often links cross, and how long they are altogether, in widths of a box."""

    crossings: int
    length: float


class _Segment(NamedTuple):
    way: int
    one: Point
    other: Point

    @property
    def frame(self) -> Frame:
        """The rectangle around it."""
        return around((self.one, self.other))


def of_orgmodel(graph: OrgGraph, *, engine: Engine = "wasm") -> Measured:
    """Measure the map as orgmodel paints it."""
    sketch, layout = placed_map(graph, engine)
    ways = [Way(ends, _chain(curve)) for ends, curve in zip(sketch.links, layout.curves, strict=True)]
    return measured(ways, sketch.box[0])


def of_graphviz(graph: OrgGraph, *, engine: Engine = "wasm") -> Measured:
    """Measure the map as `dot` places it when it is given the same boxes and a cluster for each group."""
    map = dependency_map(Material(graph=graph), Choices())
    sketch = sketched(map)
    assert sketch is not None
    found = run(_written(map, sketch), engine=engine, time_limit=60)
    names = [each.get("name", "") for each in found["objects"]]
    ids = {f"n{place}": each.id for place, each in enumerate(map.boxes)}
    ways = [Way((ids[names[each["tail"]]], ids[names[each["head"]]]), _spline(each["pos"])) for each in found["edges"]]
    return measured(ways, sketch.box[0])


def placed_map(graph: OrgGraph, engine: Engine = "wasm") -> tuple[Sketch, Layout]:
    """Return the map of an organisation as orgmodel places it."""
    found = placed(dependency_map(Material(graph=graph), Choices()), Choices(engine=engine))
    assert found is not None
    return found


def _written(map: TeamMap, sketch: Sketch) -> str:
    wide, high = (side / _POINTS for side in sketch.box)
    names = {each.id: f"n{place}" for place, each in enumerate(map.boxes)}
    lines = [f'digraph {{ rankdir=LR; node [shape=box fixedsize=true label="" width={wide:.3f} height={high:.3f}]']
    lines += [names[each.id] for each in map.boxes if each.group is None]
    for place, group in enumerate(sorted({each.group for each in map.boxes if each.group is not None})):
        inside = "; ".join(names[each.id] for each in map.boxes if each.group == group)
        lines.append(f'subgraph cluster_{place} {{ label=" "; {inside} }}')
    lines += [f"{names[each.source]} -> {names[each.target]}" for each in map.links]
    return "\n".join([*lines, "}"])


def _spline(position: str) -> Chain:
    """Read the position of an edge: perhaps the tips of arrows, then the controls of Bézier curves."""
    parts = position.split(" ")
    tips = {part[0]: _point(part[2:]) for part in parts if part[1] == "," and part[0] in "se"}
    controls = [_point(part) for part in parts if part[0] not in "se"]
    start = [tips["s"]] if "s" in tips else []
    return (*start, *_chain(controls), *([tips["e"]] if "e" in tips else []))


def _point(written: str) -> Point:
    x, y = written.split(",")
    return float(x), float(y)


def _chain(curve: Sequence[Point]) -> Chain:
    first, *rest = [f"{x:.2f} {y:.2f}" for x, y in curve]
    return read_path(f"M{first}C{' '.join(rest)}")[0]


def measured(ways: Sequence[Way], wide: float) -> Measured:
    """Count the pairs of links that cross. Two that share a box come together there and are not counted."""
    segments = [_Segment(n, one, other) for n, way in enumerate(ways) for one, other in pairwise(way.chain)]
    grid = Grid(segments)
    pairs = {(one.way, other.way) for one in segments for other in grid.near(one.frame) if _cross(one, other)}
    crossings = sum(not set(ways[one].ends) & set(ways[other].ends) for one, other in pairs)
    length = sum(math.dist(each.one, each.other) for each in segments)
    return Measured(crossings, length / wide)


def _cross(one: _Segment, other: _Segment) -> bool:
    if one.way >= other.way:
        return False
    (ax, ay), (bx, by) = one.one, one.other
    (cx, cy), (dx, dy) = other.one, other.other
    turn = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
    if not turn:
        return False
    t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / turn
    u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / turn
    return 0 <= t < 1 and 0 <= u < 1
