"""What every picture is to the rest of the package: a name, the question it answers, and one function."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Final

from orgmodel.draw.engine import TIME_LIMIT, Engine
from orgmodel.draw.theme import Mode
from orgmodel.graph.dependencies import Layer
from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.faults import MissingExtraError, UnknownNameError

MEDIA_TYPES: Final = MappingProxyType({"svg": "image/svg+xml", "dot": "text/vnd.graphviz"})
PNG: Final = "png"
PNG_SCALE: Final = 2
"""Twice the size of the SVG, so that text is sharp on a dense screen and in print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a reader can choose. A view passes over what it has no use for."""

    format: str = "svg"
    layer: Layer = "waits"
    focus: str | None = None
    depth: int = 1
    mode: Mode = "auto"
    engine: Engine = "wasm"
    time_limit: float = TIME_LIMIT


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, as text or as bytes, and what has to be said beside it, one line each."""

    document: str | bytes
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One picture that can be drawn of an organisation.

    `formats` are the formats it can be written in, with their media types; `make` draws it. What can be written as SVG
    can be had as PNG as well.
    """

    name: str
    question: str
    formats: Mapping[str, str]
    make: Callable[[OrgGraph, Choices], Picture]

    def draw(self, graph: OrgGraph, **choices: Any) -> Picture:
        """Draw it, with the fields of `Choices` as keywords.

        Raises
        ------
        UnknownNameError
            If the format, or what is to be in focus, is not known.
        MissingExtraError
            If PNG is asked for and the package that makes it is not installed.
        """
        chosen = Choices(**choices)
        if chosen.format == PNG and "svg" in self.formats:
            picture = self.make(graph, replace(chosen, format="svg"))
            return png(str(picture.document), picture.remarks)
        if chosen.format not in self.formats:
            known = ", ".join(sorted({*self.formats, PNG}))
            raise UnknownNameError(f"the view ‘{self.name}’ has no format ‘{chosen.format}’, only {known}")
        return self.make(graph, chosen)


def png(svg: str, remarks: tuple[str, ...] = ()) -> Picture:
    """Turn a picture in SVG into one in PNG, and say so where the machine has no font to write its words with.

    Raises
    ------
    MissingExtraError
        If the package that makes PNG is not installed.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise MissingExtraError("PNG needs a further package: pip install 'orgmodel[png]'") from None
    word = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{}</svg>'
    blank, written = (bytes(svg_to_bytes(svg_string=word.format(text))) for text in ("", '<text y="15">M</text>'))
    if blank == written:
        remarks = (*remarks, "this machine has no fonts, so the PNG has no words; the SVG has them in any browser")
    return Picture(bytes(svg_to_bytes(svg_string=svg, zoom=PNG_SCALE)), remarks)
