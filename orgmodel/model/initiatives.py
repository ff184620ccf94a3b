"""Initiatives: what is being built, for whom, by whom, and under whose leadership."""

from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from orgmodel.model.decisions import Step
from orgmodel.model.entity import Detail, Entity
from orgmodel.model.fields import (
    ENTITY,
    ComponentIds,
    Count,
    Day,
    DecisionId,
    Door,
    MetricIds,
    One,
    OneOrMany,
    PersonId,
    PersonIds,
    Share,
    TeamId,
    Text,
    Texts,
    optional,
)

Stage = Literal["idea", "press-release", "approved", "building", "launched", "growing", "paused", "stopped", "retired"]
ACTIVE_STAGES = frozenset({"approved", "building", "launched", "growing", None})
"""Stages in which an initiative is under way; one that states none is."""
OVER_STAGES = frozenset({"stopped", "retired"})
"""Stages in which an initiative has ended."""


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Leadership(Detail):
    """One person's leadership of an initiative."""

    person: PersonId = Field(description="Who leads.")
    allocation: Share | None = optional("Share of the person's working time that the initiative gets.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Assignment(Detail):
    """The team an initiative belongs to."""

    team: TeamId = Field(description="Which team.")
    allocation: Share | None = optional("Share of the team's time that the initiative gets.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Contribution(Detail):
    """Another team's part in an initiative."""

    team: TeamId = Field(description="Which team.")
    allocation: Share | None = optional("Share of the team's time that the initiative gets.")
    ask: Literal["self-service", "custom"] | None = optional(
        "`self-service`: it uses what the team already offers; `custom`: the team must build or decide something."
    )
    people: PersonIds | None = optional("Who of the team takes part.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Participation(Detail):
    """One person's part in an initiative."""

    person: PersonId = Field(description="Who.")
    allocation: Share | None = optional("Share of the person's working time.")
    role: Text | None = optional("What the person does for it.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Initiative(Entity):
    """Something the organisation sets out to do."""

    kind: Literal["invention", "project", "operation"] | None = optional("An invention if absent.")
    customer: Text | None = optional("Who the customer is, or a path to where that is written.")
    problem: Text | None = optional("The customer's problem or opportunity, or a path.")
    benefit: Text | None = optional("The most important benefit, or a path.")
    evidence: Text | None = optional("How you know what the customer needs, or a path.")
    experience: Text | None = optional("What the experience looks like, or a path.")
    stage: Stage | None = optional("How far it has come; taken as under way if absent.")
    leader: Annotated[tuple[Leadership, ...], OneOrMany("person")] | None = optional(
        "Who leads it; `nobody` if it is stated that nobody does."
    )
    author: PersonId | None = optional("Who wrote the narrative.")
    deputy: PersonId | None = optional("Who steps in for the leader.")
    sponsor: PersonId | None = optional("Who can unblock it.")
    team: Annotated[Assignment, One("team")] | None = optional("The team it belongs to.")
    contributors: Annotated[tuple[Contribution, ...], OneOrMany("team")] | None = optional(
        "Other teams that take part."
    )
    people: Annotated[tuple[Participation, ...], OneOrMany("person")] | None = optional(
        "Who works on it, where the teams do not say enough."
    )
    needs_skills: Texts | None = optional("Skills it needs.")
    components: ComponentIds | None = optional("Components it builds or changes.")
    press_release: Text | None = optional("Path or URL of the press release.")
    faq: Text | None = optional("Path or URL of the questions and answers.")
    memo: Text | None = optional("Path or URL of the narrative.")
    revisions: Count | None = optional("How often the narrative was rewritten.")
    door: Door | None = optional("Whether it can be undone.")
    decision: DecisionId | None = optional("The decision that approves it.")
    steps: Annotated[tuple[Step, ...], OneOrMany()] | None = optional(
        "Steps of its approval: short for a decision of its own."
    )
    metrics: MetricIds | None = optional("What it is steered by.")
    proposed: Day | None = optional("When it was proposed.")
    started: Day | None = optional("When work began.")
    reviewed: Day | None = optional("When its description was last looked at.")
