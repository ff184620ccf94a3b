"""What measuring gives to those who write it down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from orgmodel.model.audit import Census

Value = float | bool | str

OF: Final[Mapping[str, str]] = {
    "organisation": "the organisation",
    "team": "each team",
    "group": "each group",
    "initiative": "each initiative that is under way",
    "person": "each person",
    "component": "each component",
    "decision": "each decision",
}
"""What measures are of, in words."""


class Cleaning(NamedTuple):
    """What was cleaned before every measure of dependencies: loops dropped, ties merged into others."""

    loops: int
    merged: int


@dataclass(frozen=True, slots=True)
class Bar:
    """How many of the numbers of a distribution lie from one number to another, both included."""

    first: float
    last: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution:
    """How numbers are spread; `ninth_decile` is what nine in ten do not exceed, `remark` says what was left out."""

    count: int
    least: float
    lower_quartile: float
    median: float
    upper_quartile: float
    ninth_decile: float
    most: float
    mean: float
    bars: tuple[Bar, ...]
    remark: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """The value of one measure of the organisation; None with the reason where it has none.

    Parameters
    ----------
    family
        The measures that it belongs to, such as `Coupling`.
    better
        Which way it gets better, `up` or `down`; None where that can be disputed.
    detail
        A remark that belongs to the value, such as what an estimate rests on.
    names
        Of a list what is in it: names, or pairs of names; the value says how many.
    distribution
        Of a distribution the whole; the value is its median.
    """

    id: str
    value: Value | None
    unit: str
    evidence: str
    family: str = ""
    better: str | None = None
    reason: str | None = None
    detail: str | None = None
    names: tuple[Any, ...] | None = None
    distribution: Distribution | None = None

    @property
    def number(self) -> float | None:
        """The value as a number; None where there is none, or a word."""
        return None if isinstance(self.value, str) else self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A measure of teams, people or others: its value for each of them, or why there is none.

    Parameters
    ----------
    detail
        Of estimates what they rest on.
    values
        By id; who has none is left out.
    reason
        Why there is none, where that is the same for all who have none.
    reasons
        Why there is none, by id, where it is not.
    names, details
        What is in a list, and remarks that belong to a value, by id.
    """

    id: str
    unit: str
    evidence: str
    family: str = ""
    better: str | None = None
    detail: str | None = None
    values: Mapping[str, Value]
    reason: str | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    details: Mapping[str, str] = field(default_factory=dict)

    def reason_of(self, id: str) -> str | None:
        """Return why somebody has no value; None for who has one."""
        return None if id in self.values else self.reasons.get(id, self.reason)


class Each(NamedTuple):
    """All measures of teams, or of others: whom they are of, sorted, and a column for each measure."""

    ids: tuple[str, ...]
    columns: tuple[Column, ...]


NONE: Final = Each((), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All values asked for.

    Parameters
    ----------
    layer
        The dependencies that were looked at: `all`, `uses` or `waits`.
    organisation
        The measures of the whole.
    of_each
        The measures of `team`, `group`, `initiative`, `person`, `component` and `decision`; what has none is left out.
    problems
        What hindered reading.
    """

    census: Census
    layer: str
    cleaning: Cleaning
    organisation: tuple[Measurement, ...] = ()
    of_each: Mapping[str, Each] = field(default_factory=dict)
    problems: str | None = None

    def each(self, by: str) -> Each:
        """Return the measures of each team, or of each of another kind."""
        return self.of_each.get(by, NONE)
