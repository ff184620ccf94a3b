"""What a change means for work: initiatives, decisions, declared dependencies."""

from dataclasses import dataclass
from typing import NamedTuple


class InitiativeChange(NamedTuple):
    """An initiative that differs: who leads it, whether that is their whole job, and which teams work on it.

    `single_threaded` is None where it is not known.
    """

    id: str
    leaders: tuple[tuple[str, ...], tuple[str, ...]]
    single_threaded: tuple[bool | None, bool | None]
    teams: tuple[tuple[str, ...], tuple[str, ...]]
    own_team: tuple[str | None, str | None]
    stage: tuple[str | None, str | None]
    lost_leader: bool


class DecisionChange(NamedTuple):
    """A decision that differs: approvals that bind and are not mandated, mandated ones, days in sequence, deciders.

    `days` is None where no step that binds states any, and 0 where none binds; `kind` is "decision", or "initiative"
    for the steps it states itself.
    """

    kind: str
    id: str
    approvals: tuple[int, int]
    mandated: tuple[int, int]
    days: tuple[float | None, float | None]
    asked_no_more: tuple[str, ...]
    asked_now: tuple[str, ...]
    decider: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Initiatives, decisions, and metrics that are added, removed or differ."""

    initiatives_added: tuple[str, ...] = ()
    initiatives_removed: tuple[str, ...] = ()
    initiatives: tuple[InitiativeChange, ...] = ()
    decisions_added: tuple[str, ...] = ()
    decisions_removed: tuple[str, ...] = ()
    decisions: tuple[DecisionChange, ...] = ()
    metrics_added: tuple[str, ...] = ()
    metrics_removed: tuple[str, ...] = ()


class Declared(NamedTuple):
    """A declared dependency."""

    source: str
    target: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependencies:
    """Declared dependencies that are only after, only before, or of another kind, mode, strength or end."""

    added: tuple[Declared, ...] = ()
    removed: tuple[Declared, ...] = ()
    changed: tuple[tuple[Declared, Declared], ...] = ()
