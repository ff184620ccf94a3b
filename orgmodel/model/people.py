"""People and the loops in which they are hired."""

from typing import Literal

from pydantic.dataclasses import dataclass

from orgmodel.model.entity import Entity
from orgmodel.model.fields import (
    ENTITY,
    Day,
    PersonId,
    PersonIds,
    Share,
    TeamId,
    Text,
    Texts,
    Whole,
    optional,
)


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Person(Entity):
    """Somebody who works in the organisation, or a position that is vacant."""

    title: Text | None = optional("Job title.")
    role: Text | None = optional("Job family: engineer, manager, product-manager, designer and so on.")
    level: Whole | None = optional("Grade; higher is more senior.")
    manager: PersonId | None = optional("Whom the person reports to (solid line); `nobody` at the top.")
    dotted: PersonIds | None = optional("Dotted-line managers; they never re-parent.")
    location: Text | None = optional("Where the person works.")
    timezone: Text | None = optional("IANA name of the time zone, such as Europe/Dublin.")
    skills: Texts | None = optional("What the person can do.")
    capacity: Share | None = optional("Working time as a share of a full week; all of it if absent.")
    status: Literal["active", "vacant", "leaving"] | None = optional(
        "`vacant`: a position without a person; `leaving`: somebody who goes; active if absent."
    )
    employment: Text | None = optional("employee, contractor and so on.")
    archetype: Literal["player-coach", "coach", "supervisor", "facilitator", "coordinator"] | None = optional(
        "For managers: the kind of managing, which tells the span to expect."
    )
    since: Day | None = optional("Since when in the present team.")
    until: Day | None = optional("End of the contract or of an acting role.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class HiringLoop(Entity):
    """Who decides on one hire."""

    team: TeamId | None = optional("The team that hires.")
    hiring_manager: PersonId | None = optional("Who needs the hire.")
    recruiter: PersonId | None = optional("Who runs the loop.")
    bar_raiser: PersonId | None = optional("Independent of team and recruiter, with a veto; `nobody` if there is none.")
    interviewers: PersonIds | None = optional("Who else interviews.")
    opened: Day | None = optional("When the loop was opened.")
