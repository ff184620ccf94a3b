"""A picture as values: texts, areas and lines in the order in which they are painted, boxes and ties."""

from dataclasses import dataclass, field

from orgmodel.draw.frame import Frame
from tests.draw.geometry import Chain
from tests.draw.styles import Paint


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Something painted: its place in the order, its classes, and the box and the tie that it belongs to."""

    order: int
    classes: frozenset[str]
    node: str | None
    tie: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text, the rectangle that it takes, its type size and its colour."""

    part: Part
    words: str
    frame: Frame
    size: float
    fill: Paint
    halo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A filled shape or a rectangle, by the rectangle around it."""

    part: Part
    shape: str
    frame: Frame
    fill: Paint
    stroke: Paint
    dashed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A painted line."""

    part: Part
    chain: Chain
    frame: Frame
    stroke: Paint
    dashed: bool


@dataclass(slots=True, kw_only=True)
class Tie:
    """A line between two boxes, by their keys: its lines from its beginning to its end, and its arrow heads."""

    source: str
    target: str
    lines: list[Chain] = field(default_factory=list)
    heads: list[Chain] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Scene:
    """A whole picture. `nodes` are the rectangles of the boxes by their keys, in the order of painting."""

    wide: float
    high: float
    texts: list[Text] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    nodes: dict[str, Frame] = field(default_factory=dict)
    doubled: list[str] = field(default_factory=list)
    parents: dict[str, str | None] = field(default_factory=dict)
