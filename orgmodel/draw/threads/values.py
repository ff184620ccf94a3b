"""Initiatives and teams as plain values: what is painted, in its order, before it has a place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from orgmodel.draw.badges import Badge

Threading = Literal["none", "several", "open", "single"]
THREADINGS: Final[tuple[Threading, ...]] = ("none", "several", "open", "single")
"""From the gravest: no single-threaded leader, a leader but several teams, not known, one team and its own leader."""

Ask = Literal["own", "custom", "unsaid", "self-service"]
ASKS: Final[tuple[Ask, ...]] = ("own", "custom", "unsaid", "self-service")
"""From the closest: the own team, one that must build or decide, one of which that is not said, one that is used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A box on the left: an initiative, or the initiatives of a group where they are folded.

    `second` says who leads, `led` is false where nobody does. `tally` counts the initiatives of a group by their
    threading. `heading` is the group that it stands under, if there are such.
    """

    id: str
    name: str
    second: str
    threading: Threading
    led: bool = True
    pill: Badge
    badges: tuple[Badge, ...] = ()
    tally: Mapping[Threading, int] = field(default_factory=dict)
    heading: str | None = None
    chosen: bool = False
    tooltip: str = ""
    numbers: Mapping[str, str | float | bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """A box on the right: a team, or a group in the place of its teams; `pill` says what it works on."""

    id: str
    name: str
    pill: Badge | None = None
    external: bool = False
    folded: bool = False
    chosen: bool = False
    tooltip: str = ""
    numbers: Mapping[str, str | float | bool | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A team, or a group, works on an initiative, or on those of a group.

    `ask` is None where it stands for several of different kinds, `many` is for how many it stands.
    """

    work: str
    crew: str
    threading: Threading
    ask: Ask | None = "own"
    many: int = 1
    tooltip: str = ""
    allocation: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadPicture:
    """The whole picture; works and crews are in the order in which they stand.

    `headings` are the names of the groups that works stand under, `apart` says what is not under way, and `nothing` why
    there is nothing to see.
    """

    title: str
    facts: tuple[str, ...]
    works: tuple[Work, ...] = ()
    crews: tuple[Crew, ...] = ()
    threads: tuple[Thread, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    apart: tuple[str, ...] = ()
    nothing: str = ""

    @property
    def is_folded(self) -> bool:
        """Whether the boxes on the left stand for the initiatives of a group."""
        return any(work.tally for work in self.works)
