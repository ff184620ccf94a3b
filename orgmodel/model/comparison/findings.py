"""What a change means for findings and measures: what is fixed, new, worse or better."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from orgmodel.model.finding import Finding, Severity

Better = Literal["up", "down"]


class Shift(NamedTuple):
    """A finding that stands before and after, with another number."""

    before: Finding
    after: Finding
    numbers: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Standing findings of the audits: only before, only after, in both with another number, in both alike."""

    fixed: tuple[Finding, ...] = ()
    new: tuple[Finding, ...] = ()
    worse: tuple[Shift, ...] = ()
    better: tuple[Shift, ...] = ()
    unchanged: int = 0
    by_severity: Mapping[Severity, tuple[int, int]] = field(default_factory=dict)


class MeasureChange(NamedTuple):
    """A measure before and after; None where it has no value, with the reason.

    One `of_the_change` has no value before: only two organisations together have it.
    """

    id: str
    unit: str
    evidence: str
    before: float | None
    after: float | None
    better: Better | None = None
    reason: str | None = None
    of_the_change: bool = False

    @property
    def difference(self) -> float | None:
        """After less before; None where one of them has no value."""
        return None if self.before is None or self.after is None else self.after - self.before
