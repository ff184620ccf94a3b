"""A tree of teams as plain values: what is painted, before it has a place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from orgmodel.draw.badges import Badge
from orgmodel.model.finding import Severity

Part = Literal["top", "head", "team", "folded", "rest"]
"""What a box is: above all departments, a group, a team, a group with all that is in it, teams without boxes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeBox:
    """One box of a tree.

    `above` is the id of the box it hangs from, `depth` how deep it stands in its department, whose first box is 0.
    `leader`, `summary` and the `largest` team of several are said below the name. `people` is the size, None where it
    is unknown; it is shown as pizzas where two pizzas are the measure, that is where there is a `limit`. `concerned`
    counts the teams below that have an error or a warning, the gravest of which is the `alarm`; `worst` is the gravest
    that the box has itself, or all that it stands for. `entity` is what findings and links are about.
    """

    id: str
    part: Part
    name: str
    above: str | None = None
    depth: int = 0
    leader: str = ""
    summary: str = ""
    largest: str = ""
    people: int | None = None
    limit: int | None = None
    badges: tuple[Badge, ...] = ()
    concerned: int = 0
    alarm: Severity | None = None
    worst: Severity | None = None
    external: bool = False
    chosen: bool = False
    entity: tuple[str, str] | None = None
    numbers: Mapping[str, int | None] = field(default_factory=dict)
    tooltip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A whole tree.

    `tops` hang one below the other above all departments; each department is its boxes in reading order, every box
    after the one it hangs from. `compact` says that boxes are small, because there are many. `nothing` says why there
    are no boxes.
    """

    title: str
    facts: tuple[str, ...]
    tops: tuple[TreeBox, ...] = ()
    departments: tuple[tuple[TreeBox, ...], ...] = ()
    compact: bool = False
    direction: Literal["right", "down"] = "down"
    nothing: str = ""

    @property
    def boxes(self) -> tuple[TreeBox, ...]:
        """All boxes in reading order."""
        return (*self.tops, *(box for department in self.departments for box in department))
