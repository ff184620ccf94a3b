"""Teams of every kind, their members, and the domains they look after."""

from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from orgmodel.model.entity import Detail, Entity
from orgmodel.model.fields import (
    ENTITY,
    Count,
    Day,
    DomainIds,
    OneOrMany,
    PersonId,
    PersonIds,
    Share,
    TeamId,
    Text,
    Texts,
    optional,
)

TeamKind = Literal["team", "group", "operation", "council", "guild", "task-force"]


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Membership(Detail):
    """One person's place in a team."""

    person: PersonId = Field(description="Who.")
    allocation: Share | None = optional(
        "Share of the person's working time; all of it if this is the only membership, otherwise unknown."
    )
    role: Text | None = optional("What the person does in this team.")
    since: Day | None = optional("Since when.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class TeamApi(Detail):
    """What a team publishes for those who use it."""

    docs: Text | None = optional("Where the documents are.")
    contact: Text | None = optional("How to reach the team.")
    service_level: Text | None = optional("What it promises.")
    versioning: Text | None = optional("How it changes what it publishes.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Team(Entity):
    """A team, or a group that holds teams, a council, an operation, a guild or a task-force."""

    purpose: Text | None = optional("What the team is there for.")
    kind: TeamKind | None = optional(
        "A `group` holds teams; an `operation` works in shifts; a `council` decides or reviews; a `guild` shares a "
        "craft; a `task-force` ends. If absent: a group where other teams name it as parent and it has neither "
        "members nor headcount, otherwise a team."
    )
    type: Literal["stream-aligned", "platform", "enabling", "complicated-subsystem"] | None = optional(
        "The team type of Team Topologies."
    )
    parent: TeamId | None = optional("The group it belongs to; at the top if absent.")
    reporting: Literal["lead", "written"] | None = optional(
        "`lead`: whoever has no written manager reports to the lead; `written`: only written managers count. "
        "As the organisation says if absent."
    )
    lead: PersonIds | None = optional("Who leads it; `nobody` if it is stated that nobody does.")
    members: Annotated[tuple[Membership, ...], OneOrMany("person", unique=True)] | None = optional(
        "Who is in it; unknown if absent, nobody if an empty list."
    )
    headcount: Count | None = optional(
        "Where people are not listed: how many there are, including the lead and without vacancies."
    )
    vacancies: Count | None = optional("Open positions that are not listed as people.")
    needs_skills: Texts | None = optional("Skills its work needs.")
    domains: DomainIds | None = optional("Business domains it looks after.")
    api: TeamApi | None = optional("What it publishes for others.")
    until: Day | None = optional("When it ends, for what ends; until when an acting lead leads it.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Domain(Entity):
    """A part of the business that somebody has to understand."""

    complexity: Literal["simple", "complicated", "complex"] | None = optional("How hard it is to understand.")
