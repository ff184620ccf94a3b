"""What is said of the plan itself: its objective, its doors, its waves, what is to follow."""

import datetime
from dataclasses import dataclass
from typing import Literal, NamedTuple

from orgmodel.model.fields import Door
from orgmodel.model.finding import Finding
from orgmodel.model.place import Spot

Reached = Literal["yes", "if", "no", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """Whether a plan does what it is for, by the number that it states.

    Parameters
    ----------
    measure, of, unit
        The measure, the team it is of (None for the organisation), and its unit.
    baseline, expected
        As the plan states them.
    before, after, worst
        Its value today, after the plan, and if nothing that is only assumed comes true; None if unknown.
    reached
        `yes`; `if` what is assumed comes true; `no`; `unknown`.
    relies_on
        The teams on whose word it rests.
    assumed, real
        How many of the pairs that the team stops waiting in are only assumed, and how many are not.
    reason
        Why it is not known.
    """

    measure: str
    of: str | None
    unit: str = ""
    baseline: float | None = None
    expected: float | None = None
    before: float | None = None
    after: float | None = None
    worst: float | None = None
    reached: Reached = "unknown"
    relies_on: tuple[str, ...] = ()
    assumed: int = 0
    real: int = 0
    reason: str | None = None


class DoorStep(NamedTuple):
    """One step of a plan: what it does, whether it can be undone, and why; `step` is its row in the table of doors."""

    wave: int
    text: str
    step: str
    door: Door
    why: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveState:
    """The organisation after one wave: errors that neither the start nor the end has."""

    name: str
    date: datetime.date | None
    unsound: tuple[Finding, ...] = ()
    errors: int = 0


class FollowUp(NamedTuple):
    """Something outside the organisation's files that names what changed, and must change as well."""

    what: str
    kind: str
    id: str
    why: str
