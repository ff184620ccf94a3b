"""Components: what the teams own, and how one depends on another."""

from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from orgmodel.model.entity import Detail, Entity
from orgmodel.model.fields import (
    ENTITY,
    ComponentId,
    Day,
    DependencyKind,
    DomainId,
    Flag,
    OneOrMany,
    PersonIds,
    Strength,
    TeamId,
    TeamOrPersonId,
    Text,
    Texts,
    optional,
)


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Ownership(Detail):
    """Who owns a component, perhaps until it is handed over."""

    team: TeamOrPersonId = Field(description="The owning team, or a person.")
    until: Day | None = optional("When a handover under way ends.")
    then: TeamOrPersonId | None = optional("Who owns it afterwards; not a second owner.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class ComponentDependency(Detail):
    """What a component needs of another."""

    component: ComponentId = Field(description="The component it depends on.")
    kind: DependencyKind | None = optional("How it depends; unknown if absent.")
    strength: Strength | None = optional("How much, above 0; 1 if absent.")
    blocking: Flag | None = optional("Whether work stops until the other side has delivered.")
    why: Text | None = optional("What for.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Interface(Detail):
    """What a component publishes."""

    docs: Text | None = optional("Where the documents are.")
    service_level: Text | None = optional("What it promises.")
    versioning: Text | None = optional("How it changes.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class ChangeApproval(Detail):
    """Somebody outside the owner who must approve a change."""

    by: TeamOrPersonId = Field(description="The team that approves.")
    mandated: Text | None = optional("The law, contract or safety reason that requires it.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Component(Entity):
    """A service, an application, a data set: anything that a team looks after."""

    owner: Annotated[tuple[Ownership, ...], OneOrMany("team")] | None = optional(
        "Who owns it; `nobody` if it is stated that nobody does."
    )
    domain: DomainId | None = optional("The business domain it belongs to.")
    criticality: Literal["low", "medium", "high", "critical"] | None = optional("How much hangs on it.")
    lifecycle: Literal["experimental", "production", "deprecated"] | None = optional("How far it has come.")
    experts: PersonIds | None = optional("People who know it; `nobody` if it is stated that nobody does.")
    depends_on: Annotated[tuple[ComponentDependency, ...], OneOrMany("component")] | None = optional(
        "Components it needs."
    )
    platform: Flag | None = optional("True if it is meant for everyone.")
    interface: Interface | None = optional("What it publishes.")
    change_approval: Annotated[tuple[ChangeApproval, ...], OneOrMany("by")] | None = optional(
        "Who outside the owner must approve a change."
    )
    operator: TeamId | None = optional("The team that runs it; its owner if absent.")
    needs_skills: Texts | None = optional("Skills that working on it needs.")
    repository: Text | None = optional("Where its source is.")
    files: Texts | None = optional("Code-owner patterns.")
    attested: Day | None = optional("When its ownership was last confirmed.")
