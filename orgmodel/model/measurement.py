"""What measuring gives to those who write it down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from orgmodel.model.audit import Census


class Column(NamedTuple):
    """A measure of teams or of initiatives, as a column; `detail` says of estimates what they rest on."""

    id: str
    unit: str
    evidence: str
    detail: str | None = None


class Measurement(NamedTuple):
    """The value of one measure; None with the reason where it has none."""

    id: str
    value: float | None
    unit: str
    evidence: str
    reason: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All values asked for: of the organisation, of each team and each initiative by measure; what hindered reading."""

    census: Census
    layer: str
    organisation: tuple[Measurement, ...]
    columns: tuple[Column, ...]
    teams: Mapping[str, Mapping[str, float | bool | None]]
    initiative_columns: tuple[Column, ...] = ()
    initiatives: Mapping[str, Mapping[str, float | bool | None]] = field(default_factory=dict)
    problems: str | None = None
