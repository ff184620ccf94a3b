"""Declared dependencies between teams."""

from pydantic import Field
from pydantic.dataclasses import dataclass

from orgmodel.model.entity import Detail
from orgmodel.model.fields import (
    ENTITY,
    Day,
    DependencyKind,
    Flag,
    Mode,
    Share,
    Strength,
    TeamId,
    Text,
    optional,
)


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Dependency(Detail):
    """One team needs something of another. It has no id: its place in the list tells it from others."""

    source: TeamId = Field(validation_alias="from", description="The team that depends.")
    target: TeamId = Field(validation_alias="to", description="The team it depends on.")
    kind: DependencyKind | None = optional("How it depends; unknown if absent.")
    mode: Mode | None = optional("How the two teams work together.")
    strength: Strength | None = optional("How much, above 0, in what the organisation's strengths count; 1 if absent.")
    blocking: Flag | None = optional("Whether work stops until the other side has delivered.")
    since: Day | None = optional("Since when.")
    until: Day | None = optional("Until when.")
    acknowledged: Flag | None = optional("Whether the providing team knows and agrees.")
    effort: Share | None = optional("Share of the providing team's capacity that it takes.")
    why: Text | None = optional("What for.")
