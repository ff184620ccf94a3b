"""What looking back at a plan gives to those who write it down: what it promised beside what is."""

import datetime
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from orgmodel.model.place import Place

Kept = Literal["done", "not done", "unknown"]
KEPT: Final[tuple[Kept, ...]] = ("done", "not done", "unknown")


class Promise(NamedTuple):
    """One change of a plan: what it was to do, whether it is done, what is so now, and its line in the plan."""

    text: str
    state: Kept
    now: str = ""
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aimed:
    """The number that a plan was meant to change.

    Parameters
    ----------
    measure, of, unit
        The measure, the team it is of (None for the organisation), and its unit.
    baseline, expected
        As the plan states them.
    now
        Its value in the organisation as it is; None if unknown.
    reached
        Whether it is as good as expected; None if unknown.
    reason
        Why it is not known.
    """

    measure: str
    of: str | None = None
    unit: str = ""
    baseline: float | None = None
    expected: float | None = None
    now: float | None = None
    reached: bool | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A plan, looked back at.

    Parameters
    ----------
    plan, path
        What the plan is called, and its file.
    organisation
        What it is set beside, as it was named.
    today
        The day it is looked back from.
    purpose
        What the plan is for, in its own sentence.
    aimed
        Its number; None where it states none.
    promises
        One for each change of the plan, in its order.
    remarks
        What has to be said besides, a sentence each.
    """

    plan: str
    path: str = ""
    organisation: str
    today: datetime.date
    purpose: str | None = None
    aimed: Aimed | None = None
    promises: tuple[Promise, ...] = ()
    remarks: tuple[str, ...] = ()

    def count(self, state: Kept) -> int:
        """Count the promises in a state."""
        return sum(promise.state == state for promise in self.promises)
