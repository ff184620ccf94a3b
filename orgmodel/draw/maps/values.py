"""A map of teams as plain values: what is painted, before it has a place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from orgmodel.draw.badges import Badge
from orgmodel.draw.placing.layout import Direction


@dataclass(frozen=True, slots=True, kw_only=True)
class MapBox:
    """A team, or a group where a map is folded.

    `heat` goes from 0 (little) to 4 (much); `coupling` is its number, and the legend says what that is. `circle` is the
    number of the circle that it is in, 0 where there is only one. `inside` is the share of its coupling that stays
    inside. `people` are shown as pizzas, and `badges` what the audit says. `column` is where it has to stand, None
    where that is free.
    """

    id: str
    name: str
    second: str = ""
    group: str | None = None
    heat: int = 0
    coupling: float | None = None
    circle: int | None = None
    inside: float | None = None
    external: bool = False
    chosen: bool = False
    people: int | None = None
    badges: tuple[Badge, ...] = ()
    column: int | None = None
    tooltip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MapLink:
    """The first box waits for the second, or uses it."""

    source: str
    target: str
    weight: float = 1.0
    circular: bool = False
    tooltip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the legend says of links, of their width, of those in a circle, of numbers, of bars and of badges."""

    link: str
    wider: str
    circular: str
    number: str
    inside: str = ""
    badges: tuple[tuple[Badge, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMap:
    """A whole map.

    `facts` are the numbers and the worst offenders, `groups` the names of groups by id, `apart` the names of what has
    no link, and `apart_are` what they are. `nothing` says why there are no boxes. It grows to the right or down.
    """

    title: str
    facts: tuple[str, ...]
    boxes: tuple[MapBox, ...]
    links: tuple[MapLink, ...]
    words: Words
    groups: Mapping[str, str] = field(default_factory=dict)
    apart: tuple[str, ...] = ()
    apart_are: str = ""
    nothing: str = ""
    direction: Direction = "right"
