"""Decisions: who decides, and who must agree first."""

from typing import Annotated, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from orgmodel.model.entity import Detail, Entity
from orgmodel.model.fields import (
    ENTITY,
    Days,
    Door,
    Number,
    OneOrMany,
    PersonOrTeamId,
    Share,
    TeamId,
    Text,
    optional,
)


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Step(Detail):
    """One who is asked on the way to a decision."""

    by: PersonOrTeamId = Field(description="The person, team or council that is asked.")
    can: Literal["veto", "approve", "advise", "inform"] | None = optional("What they can do.")
    days: Days | None = optional("The usual wait, in days.")
    yes: Share | None = optional("The usual probability of a yes.")
    mandated: Text | None = optional("The law, contract or safety reason that requires the step.")
    why: Text | None = optional("What the step is for.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Path(Detail):
    """One of several ways to a yes."""

    decider: PersonOrTeamId | None = optional("Who decides on this path.")
    steps: Annotated[tuple[Step, ...], OneOrMany()] | None = optional("Who is asked, in order.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Decision(Entity):
    """A decision that is taken again and again, or once."""

    owner: TeamId | None = optional("The team whose decision it is.")
    door: Door | None = optional("Whether it can be undone.")
    proposer: PersonOrTeamId | None = optional("Who asks; the owner if absent.")
    decider: PersonOrTeamId | None = optional("Who says yes; `nobody` if it is stated that nobody does.")
    frequency: Number | None = optional("How often per quarter.")
    steps: Annotated[tuple[Step, ...], OneOrMany()] | None = optional("Who is asked, in order.")
    any_of: Annotated[tuple[Path, ...], OneOrMany()] | None = optional("Several paths, one of which suffices.")
