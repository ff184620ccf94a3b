"""Looks at a picture as a reader would, and says what is wrong with it."""

import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from orgmodel.draw.frame import Frame
from orgmodel.draw.svg import MARGIN
from tests.draw.colours import contrast
from tests.draw.geometry import Chain, cuts, from_edge, grown, overlap, within
from tests.draw.grid import Grid
from tests.draw.reading import SVG, read_scene
from tests.draw.scene import Area, Line, Scene, Text, Tie
from tests.draw.signals import indistinct

SMALLEST: Final = 9.0
"""Pixels of the smallest type."""
LEAST_CONTRAST: Final = 4.5
"""Of texts: WCAG 2.2, success criterion 1.4.3."""
_TOUCHING: Final = 1.5
_AT_THE_EDGE: Final = 2.0
_LINE_WIDTH: Final = 1.5
_SHAPES: Final = frozenset({"rect", "circle", "ellipse", "path", "line", "polyline", "polygon"})
_HARMLESS: Final = _SHAPES | {"svg", "title", "desc", "metadata", "style", "g", "a", "text"}
_LINK: Final = re.compile(r"(https?://|mailto:|(?![a-z][a-z0-9+.-]*:)(?!//))", re.IGNORECASE)
_SHORT: Final = 30


class _Box(NamedTuple):
    key: str
    frame: Frame


def faults(svg: str) -> list[str]:
    """Return what is wrong with a picture, one line each: the kind of fault, then where."""
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        return [f"not well-formed: {error}"]
    scene = read_scene(root)
    checks = (_outside, _written_over, _running_in, _crossed, _hidden, _overlapping, _loose_ties, _pierced)
    found = [*_harmful(root), *(fault for check in checks for fault in check(scene))]
    return [*found, *_small(scene), *_beyond(scene), *_faint(scene), *indistinct(scene)]


def _harmful(root: ElementTree.Element) -> Iterator[str]:
    """Nothing in a picture does anything, and it says what it is to those who cannot see it."""
    ids = Counter(each.get("id") for each in root.iter() if each.get("id"))
    yield from (f"doubled id: {id}" for id, count in ids.items() if count > 1)
    for each in root.iter():
        if each.tag.removeprefix(SVG) not in _HARMLESS:
            yield f"harmful: an element {each.tag}"
        yield from (f"harmful: an attribute {name}" for name in each.attrib if name.startswith(("on", "style")))
        if not _LINK.match(each.get("href", "")):
            yield f"harmful: a link to {each.get('href')}"
    said = [root.get("role") == "img", *(root.findtext(f"{SVG}{name}") for name in ("title", "desc"))]
    if not all(said) or set((root.get("aria-labelledby") or "").split()) - set(ids):
        yield "unsaid: the picture has no role, title or description"


def _outside(scene: Scene) -> Iterator[str]:
    """Texts of a box stand in its rectangle."""
    yield from (f"doubled box: {key}" for key in scene.doubled)
    yield from (f"box without a rectangle: {key}" for key in scene.parents if key not in scene.nodes)
    for text in scene.texts:
        box = scene.nodes.get(text.part.node or "")
        if box is not None and not within(text.frame, box):
            yield f"text outside its box: {_said(text)}"


def _written_over(scene: Scene) -> Iterator[str]:
    """No text stands over another."""
    grid = Grid(scene.texts)
    for text in scene.texts:
        for other in grid.near(text.frame):
            if text.part.order < other.part.order and overlap(text.frame, other.frame) > _TOUCHING:
                yield f"text over text: {_said(other)} over {_said(text)}"


def _running_in(scene: Scene) -> Iterator[str]:
    """No text runs into a box that it does not belong to."""
    grid = Grid(_boxes(scene))
    for text in scene.texts:
        own = scene.nodes.get(text.part.node or "")
        for box in grid.near(text.frame):
            around_it = own is not None and within(own, box.frame)
            if not around_it and overlap(text.frame, box.frame) > _TOUCHING:
                yield f"text in another box: {_said(text)} in {box.key}"


def _crossed(scene: Scene) -> Iterator[str]:
    """No line runs over a text; one that runs below it is covered, or the text has a halo."""
    lines, areas = Grid(scene.lines), Grid(scene.areas)
    for text in scene.texts:
        core = grown(text.frame, -1)
        for line in lines.near(text.frame):
            if not _runs_through(line.chain, core):
                continue
            if line.part.order > text.part.order:
                yield f"text below a line: {_said(text)}"
            elif not text.halo and not any(_covers(area, line, text) for area in areas.near(text.frame)):
                yield f"text on a line: {_said(text)}"


def _covers(area: Area, line: Line, text: Text) -> bool:
    between = line.part.order < area.part.order < text.part.order
    return between and area.fill.light != "none" and area.shape == "rect" and within(text.frame, area.frame, 2.0)


def _hidden(scene: Scene) -> Iterator[str]:
    """Nothing is painted over a text."""
    areas = Grid(scene.areas)
    for text in scene.texts:
        for area in areas.near(text.frame):
            later = area.part.order > text.part.order and area.fill.light != "none"
            if later and overlap(text.frame, area.frame) > _TOUCHING:
                yield f"hidden text: {_said(text)}"


def _overlapping(scene: Scene) -> Iterator[str]:
    """Boxes stand apart, or one inside the other."""
    boxes = _boxes(scene)
    grid = Grid(boxes)
    for one in boxes:
        for other in grid.near(one.frame):
            nested = within(one.frame, other.frame) or within(other.frame, one.frame)
            if one.key < other.key and overlap(one.frame, other.frame) > 0.5:
                if not nested:
                    yield f"boxes overlap: {one.key} and {other.key}"
                elif one.frame == other.frame:
                    yield f"boxes on each other: {one.key} and {other.key}"


def _loose_ties(scene: Scene) -> Iterator[str]:
    """Each line between boxes begins and ends at their edges."""
    for tie in scene.ties:
        ends = [scene.nodes[key] for key in (tie.source, tie.target) if key in scene.nodes]
        named = f"{tie.source} → {tie.target}"
        if len(ends) < 2 or not tie.lines:
            yield f"loose tie: {named} lacks a box or a line"
            continue
        tips = [point for head in tie.heads for point in head]
        far = [
            min(from_edge(point, box) for point in (end, *tips))
            for end, box in zip((tie.lines[0][0], tie.lines[-1][-1]), ends, strict=True)
        ]
        if max(far) > _AT_THE_EDGE:
            yield f"loose tie: {named} is {max(far):.1f} px away from a box"


def _pierced(scene: Scene) -> Iterator[str]:
    """No line between boxes runs through a third box."""
    grid = Grid(_boxes(scene))
    for tie in scene.ties:
        ends = [scene.nodes[key] for key in (tie.source, tie.target) if key in scene.nodes]
        for box in _met(tie, grid):
            if not any(within(end, box.frame) or within(box.frame, end) for end in ends):
                yield f"tie through a box: {tie.source} → {tie.target} through {box.key}"


def _met(tie: Tie, grid: Grid[_Box]) -> list[_Box]:
    met: dict[str, _Box] = {}
    for chain in tie.lines:
        for one, other in pairwise(chain):
            xs, ys = sorted((one[0], other[0])), sorted((one[1], other[1]))
            for box in grid.near(Frame(xs[0], ys[0], xs[1], ys[1])):
                if cuts(one, other, grown(box.frame, -_LINE_WIDTH)):
                    met[box.key] = box
    return list(met.values())


def _small(scene: Scene) -> Iterator[str]:
    for text in scene.texts:
        if text.size < SMALLEST:
            yield f"small text: {_said(text)} has {text.size:g} px"


def _beyond(scene: Scene) -> Iterator[str]:
    """Everything keeps the margin of the page."""
    page = Frame(MARGIN, MARGIN, scene.wide - MARGIN, scene.high - MARGIN)
    for text in scene.texts:
        if not within(text.frame, page, 1.0):
            yield f"beyond the margin: {_said(text)}"
    shapes: list[Area | Line] = [*scene.areas, *scene.lines]
    for shape in shapes:
        if "om-paper" not in shape.part.classes and not within(shape.frame, page, 1.0):
            yield f"beyond the margin: {' '.join(sorted(shape.part.classes))} in {shape.part.node}"


def _faint(scene: Scene) -> Iterator[str]:
    """Each text stands out from what is behind it, on light and on dark paper."""
    areas = Grid([area for area in scene.areas if area.shape != "path" and area.fill.light != "none"])
    for text in scene.texts:
        x, y = text.frame.middle
        behind = [
            area
            for area in areas.near(text.frame)
            if area.part.order < text.part.order and within(Frame(x, y, x, y), area.frame, 0.0)
        ]
        if not behind:
            yield f"faint text: {_said(text)} has nothing behind it"
            continue
        for mode, fill, back in zip(("light", "dark"), text.fill, behind[-1].fill, strict=True):
            if contrast(fill, back) < LEAST_CONTRAST:
                yield f"faint text: {_said(text)} has a contrast of {contrast(fill, back):.2f} on {mode} paper"


def _runs_through(chain: Chain, frame: Frame) -> bool:
    return any(cuts(one, other, frame) for one, other in pairwise(chain))


def _boxes(scene: Scene) -> list[_Box]:
    return [_Box(key, frame) for key, frame in scene.nodes.items()]


def _said(text: Text) -> str:
    short = text.words if len(text.words) <= _SHORT else f"{text.words[:_SHORT]}…"
    return f"‘{short}’ at {text.frame.left:.0f}, {text.frame.top:.0f}"
