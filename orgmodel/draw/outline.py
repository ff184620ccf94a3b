"""What a picture says, without its look: nodes, links and groups, from which every format of text is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Look = Literal[
    "plain", "muted", "chosen", "external", "error", "warning", "info",
    "heat-0", "heat-1", "heat-2", "heat-3", "heat-4", "cycle",
    "added", "removed", "moved-away", "moved-here", "resized",
]  # fmt: skip
"""What a node or a link is painted as."""

Value = str | float | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineNode:
    """One box: `id` is unique in the picture, `lines` stand below the label, `badges` are signs with a word."""

    id: str
    label: str
    lines: tuple[str, ...] = ()
    group: str | None = None
    look: Look = "plain"
    badges: tuple[str, ...] = ()
    numbers: Mapping[str, Value] = field(default_factory=dict)
    tooltip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineLink:
    """One line or cell, from a node to a node."""

    source: str
    target: str
    label: str = ""
    weight: float = 1.0
    look: Look = "plain"
    numbers: Mapping[str, Value] = field(default_factory=dict)
    tooltip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineGroup:
    """What nodes stand in; groups can stand in groups."""

    id: str
    label: str
    lines: tuple[str, ...] = ()
    parent: str | None = None
    badges: tuple[str, ...] = ()
    numbers: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A whole picture.

    `facts` are the numbers and the worst offenders, `notes` what is said below (names left out, why nothing is shown).
    `direction` is how the text formats lay it out.
    """

    view: str
    title: str
    facts: tuple[str, ...] = ()
    nodes: tuple[OutlineNode, ...] = ()
    links: tuple[OutlineLink, ...] = ()
    groups: tuple[OutlineGroup, ...] = ()
    notes: tuple[str, ...] = ()
    direction: Literal["right", "down"] = "right"
