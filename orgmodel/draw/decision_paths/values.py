"""Ways to a yes as plain values: what is painted, before it has a place."""

from dataclasses import dataclass
from typing import Literal

from orgmodel.draw.badges import Badge
from orgmodel.model.finding import Severity

Role = Literal["asks", "approves", "advises", "informed", "unknown", "decides"]
"""What somebody does on the way; whoever can veto approves as well, and `unknown` says that it is not stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """Somebody on the way to a decision.

    `days` is the usual wait for them, None where it is unknown; `waits` tells whether there is one at all. Whoever can
    say no `alone` ends it with that. `counts` tells whether they are one of the approvals that the limit is about, and
    `over` that they come after it is reached.
    `reason` says what for, and `entity` who they are, where they are described.
    """

    id: str
    name: str
    role: Role
    second: str = ""
    reason: str = ""
    badges: tuple[Badge, ...] = ()
    mandated: bool = False
    waits: bool = False
    days: float | None = None
    alone: bool = False
    counts: bool = False
    over: bool = False
    external: bool = False
    entity: tuple[str, str] | None = None
    tooltip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """Stations one after the other; `name` says which of several paths they are."""

    stations: tuple[Station, ...]
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """What one path takes: approvals, those that are mandated, days of waiting for both, how many of them are unknown.

    `vetoes` counts those who can say no alone, and `advice` days for those who only advise.
    """

    approvals: int
    mandated: int
    days: float
    unknown: int
    vetoes: int
    advice: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionPath:
    """One decision.

    `first` leads from whoever asks to the decider, or to where paths part, one of which suffices; these are `others`.
    `way` is the lightest. `limit` is how many approvals its door should take at most, None where that is not stated.
    """

    id: str
    name: str
    door: str
    facts: tuple[str, ...]
    first: Strand
    others: tuple[Strand, ...]
    way: Way
    limit: int | None
    badges: tuple[Badge, ...] = ()
    worst: Severity | None = None
    entity: tuple[str, str]
    tooltip: str = ""

    @property
    def over(self) -> bool:
        """Whether even the lightest path takes more approvals than the limit."""
        return self.limit is not None and self.way.approvals > self.limit

    @property
    def strands(self) -> tuple[Strand, ...]:
        """What all paths have in common, and each path."""
        return (self.first, *self.others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The decisions of a picture, the worst first; `names` are those that are not drawn."""

    title: str
    facts: tuple[str, ...]
    decisions: tuple[DecisionPath, ...] = ()
    names: tuple[str, ...] = ()
    nothing: str = ""
