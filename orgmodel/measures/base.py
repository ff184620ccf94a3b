"""What a measure is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer

By = Literal["organisation", "team", "initiative"]
Better = Literal["up", "down"]
Evidence = Literal["supported", "mixed", "descriptive", "model", "folklore"]
"""How well a measure is tied to outcomes: supported by studies, mixed, a sound description only, a model, folklore."""


class Undefined(NamedTuple):
    """The value of a measure that has none, and why."""

    reason: str


class Detailed(NamedTuple):
    """A value with a remark that belongs to it: "estimated from 64 of 13,333 teams"."""

    value: float
    detail: str


class EstimatedTeams(NamedTuple):
    """Values of teams that are estimates, and from what: "from 194 of 9,310 teams that depend on others"."""

    values: Mapping[str, float]
    detail: str


OfOrganisation = Callable[[OrgGraph, Layer], float | Detailed | Undefined]
# A measure of initiatives has the shape of one of teams.
OfTeams = Callable[[OrgGraph, Layer], Mapping[str, float | bool | None] | EstimatedTeams]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One measure: its id is the name of the function that computes it, whose docstring defines it.

    `better` says which way it gets better, where there is one that nobody would dispute.
    """

    id: str
    by: By
    unit: str
    evidence: Evidence
    compute: Callable[[OrgGraph, Layer], object]
    better: Better | None = None

    @property
    def definition(self) -> str:
        """The docstring of the function."""
        return (self.compute.__doc__ or "").strip()

    @property
    def summary(self) -> str:
        """The first line of the definition."""
        return self.definition.partition("\n")[0]


MEASURES: Final[dict[str, Measure]] = {}
"""The measures of the families imported so far, in the order of their definition; `catalogue.measures` imports all."""


def of_organisation(
    unit: str, evidence: Evidence, better: Better | None = None
) -> Callable[[OfOrganisation], OfOrganisation]:
    """Register a function as a measure of the whole organisation."""

    def register(compute: OfOrganisation) -> OfOrganisation:
        _add(compute.__name__, "organisation", unit, evidence, compute, better)
        return compute

    return register


def of_teams(unit: str, evidence: Evidence, better: Better | None = None) -> Callable[[OfTeams], OfTeams]:
    """Register a function as a measure of each team; None where a team has no value."""

    def register(compute: OfTeams) -> OfTeams:
        _add(compute.__name__, "team", unit, evidence, compute, better)
        return compute

    return register


def of_initiatives(unit: str, evidence: Evidence, better: Better | None = None) -> Callable[[OfTeams], OfTeams]:
    """Register a function as a measure of each initiative that is under way; None where one has no value."""

    def register(compute: OfTeams) -> OfTeams:
        _add(compute.__name__, "initiative", unit, evidence, compute, better)
        return compute

    return register


def _add(
    id: str,
    by: By,
    unit: str,
    evidence: Evidence,
    compute: Callable[[OrgGraph, Layer], object],
    better: Better | None,
) -> None:
    MEASURES[f"{by}:{id}"] = Measure(id=id, by=by, unit=unit, evidence=evidence, compute=compute, better=better)
