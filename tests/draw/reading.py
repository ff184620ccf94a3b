"""Reads a picture into a scene."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from orgmodel.draw.frame import Frame, at
from orgmodel.draw.text import Type, width
from orgmodel.draw.theme import style_sheet
from tests.draw.geometry import Chain, Move, around, read_move, read_path
from tests.draw.scene import Area, Line, Part, Scene, Text, Tie
from tests.draw.styles import MODES, Paint, Style, StyleSheet, paint

SVG: Final = "{http://www.w3.org/2000/svg}"
_TALL: Final = 0.73
"""How far capital letters reach above their base line, as a share of the type size."""
_DEEP: Final = 0.21
_UNSEEN: Final = frozenset({"title", "desc", "metadata", "style", "defs"})


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the reading stands: what is inherited from the elements around."""

    move: Move
    styles: Mapping[str, Style]
    node: str | None = None
    tie: int | None = None


def read_scene(root: ElementTree.Element) -> Scene:
    """Read a picture from its root."""
    scene = Scene(wide=float(root.get("width", "nan")), high=float(root.get("height", "nan")))
    sheet = StyleSheet("".join(each.text or "" for each in root.iter(f"{SVG}style")) or style_sheet())
    _Reader(scene, sheet).read(root, _Place(Move(), {mode: {"fill": "#000000"} for mode in MODES}))
    return scene


class _Reader:
    def __init__(self, scene: Scene, sheet: StyleSheet) -> None:
        self.scene, self.sheet, self.order = scene, sheet, 0

    def read(self, element: ElementTree.Element, place: _Place) -> None:
        name = element.tag.removeprefix(SVG)
        if name in _UNSEEN:
            return
        move = place.move.after(read_move(element.get("transform", "")))
        here = _Place(move, self.sheet.styles(element, place.styles), place.node, place.tie)
        here = self._entered(element, here)
        self.order += 1
        if name == "text":
            self._text(element, here)
            return
        if name in ("rect", "circle", "ellipse"):
            self._area(element, name, here)
        elif name in ("path", "line", "polyline", "polygon"):
            self._path(element, name, here)
        for child in element:
            self.read(child, here)

    def _entered(self, element: ElementTree.Element, place: _Place) -> _Place:
        """Note a box or a tie that begins here."""
        classes = (element.get("class") or "").split()
        if "om-node" in classes:
            key = element.get("data-node", "")
            self.scene.doubled += [key] * (key in self.scene.parents)
            self.scene.parents.setdefault(key, place.node)
            return _Place(place.move, place.styles, key, place.tie)
        if "om-tie" in classes:
            source, target = element.get("data-from", ""), element.get("data-to", "")
            self.scene.ties.append(Tie(source=source, target=target))
            return _Place(place.move, place.styles, place.node, len(self.scene.ties) - 1)
        return place

    def _text(self, element: ElementTree.Element, place: _Place) -> None:
        words = "".join(element.itertext())
        if not words.strip():
            return
        style = place.styles["light"]
        size = float(style.get("font-size", "0").removesuffix("px"))
        wide = float(element.get("textLength") or width(words, Type(size, style.get("font-weight") == "bold")))
        x, y = float(element.get("x", "0")), float(element.get("y", "0"))
        left = x - {"middle": wide / 2, "end": wide}.get(style.get("text-anchor", ""), 0.0)
        frame = place.move.frame(Frame(left, y - _TALL * size, left + wide, y + _DEEP * size))
        halo = style.get("paint-order") == "stroke" and "stroke" in style
        fill = paint(place.styles, "fill")
        part = self._part(element, place)
        self.scene.texts.append(Text(words=words, frame=frame, size=size, fill=fill, halo=halo, part=part))

    def _area(self, element: ElementTree.Element, shape: str, place: _Place) -> None:
        number = {name: float(element.get(name, "0")) for name in ("x", "y", "width", "height", "cx", "cy", "r")}
        frame = at(number["x"], number["y"], number["width"], number["height"])
        if shape != "rect":
            rx, ry = (float(element.get(name) or number["r"]) for name in ("rx", "ry"))
            frame = at(number["cx"] - rx, number["cy"] - ry, 2 * rx, 2 * ry)
        self._painted(element, shape, place.move.frame(frame), place)
        if place.node is not None and place.node not in self.scene.nodes and shape == "rect":
            self.scene.nodes[place.node] = place.move.frame(frame)

    def _path(self, element: ElementTree.Element, shape: str, place: _Place) -> None:
        chains = [tuple(place.move.of(point) for point in chain) for chain in _chains(element, shape)]
        filled = paint(place.styles, "fill") != Paint("none", "none") and shape != "line"
        for chain in chains:
            if filled:
                self._painted(element, shape, around(chain), place)
            else:
                self._line(element, chain, place)
            if place.tie is not None and "om-casing" not in (element.get("class") or ""):
                tie = self.scene.ties[place.tie]
                (tie.heads if filled else tie.lines).append(chain)

    def _line(self, element: ElementTree.Element, chain: Chain, place: _Place) -> None:
        stroke = paint(place.styles, "stroke")
        if stroke != Paint("none", "none") and len(chain) > 1:
            part, dashed = self._part(element, place), _dashed(place)
            self.scene.lines.append(Line(chain=chain, frame=around(chain), stroke=stroke, dashed=dashed, part=part))

    def _painted(self, element: ElementTree.Element, shape: str, frame: Frame, place: _Place) -> None:
        fill, stroke = paint(place.styles, "fill"), paint(place.styles, "stroke")
        part, dashed = self._part(element, place), _dashed(place)
        self.scene.areas.append(Area(shape=shape, frame=frame, fill=fill, stroke=stroke, dashed=dashed, part=part))

    def _part(self, element: ElementTree.Element, place: _Place) -> Part:
        classes = frozenset((element.get("class") or "").split())
        return Part(order=self.order, classes=classes, node=place.node, tie=place.tie)


def _dashed(place: _Place) -> bool:
    return place.styles["light"].get("stroke-dasharray", "none") != "none"


def _chains(element: ElementTree.Element, shape: str) -> list[Chain]:
    if shape == "path":
        return read_path(element.get("d", ""))
    if shape == "line":
        x1, y1, x2, y2 = (float(element.get(name, "0")) for name in ("x1", "y1", "x2", "y2"))
        return [((x1, y1), (x2, y2))]
    numbers = [float(each) for each in element.get("points", "").replace(",", " ").split()]
    points = tuple(zip(numbers[::2], numbers[1::2], strict=True))
    return [(*points, points[0])] if shape == "polygon" and points else [points]
