"""Metrics that teams and initiatives are steered by."""

from typing import Literal

from pydantic.dataclasses import dataclass

from orgmodel.model.entity import Entity
from orgmodel.model.fields import ENTITY, InitiativeId, MetricIds, Number, TeamOrPersonId, Text, optional


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Metric(Entity):
    """Something that is measured: an input that a team controls, or an output that results."""

    kind: Literal["input", "output"] | None = optional("An input is controllable; an output is what results.")
    about: Literal["speed", "usage", "adoption", "quality", "satisfaction", "revenue", "cost", "operations"] | None = (
        optional("What it tells of.")
    )
    owner: TeamOrPersonId | None = optional("The team or person answerable; `nobody` if there is none.")
    drives: MetricIds | None = optional("Metrics that it moves.")
    initiative: InitiativeId | None = optional("The initiative it belongs to.")
    unit: Text | None = optional("What it counts.")
    direction: Literal["up", "down"] | None = optional("Which way is better.")
    baseline: Number | None = optional("Where it was at the start.")
    current: Number | None = optional("Where it is.")
    target: Number | None = optional("Where it should be.")
    source: Text | None = optional("Where the number comes from.")
    cadence: Text | None = optional("How often it is looked at.")
    replaces: MetricIds | None = optional("Metrics that it takes the place of.")
