"""A plan: changes in waves over an organisation that stays as it is."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass as plain_dataclass
from dataclasses import field
from typing import Literal, NamedTuple

from pydantic import Field
from pydantic.dataclasses import dataclass

from orgmodel.model.changes import Change
from orgmodel.model.entity import Detail
from orgmodel.model.fields import ENTITY, Day, InitiativeId, Number, PersonId, TeamId, Text, optional
from orgmodel.model.place import NOWHERE, Places, Spot


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Promise(Detail):
    """The number that a plan is meant to change."""

    id: Text = Field(description="A measure; `orgmodel explain` lists them.")
    team: TeamId | None = optional("The team it is measured of; of the whole organisation if neither is given.")
    initiative: InitiativeId | None = optional("The initiative it is measured of.")
    graph: Literal["all", "uses", "waits"] | None = optional("The layer of dependencies it is taken in; all of them.")
    baseline: Number | None = optional("What it was when the plan was written.")
    expected: Number | None = optional("What it is to become.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Case(Detail):
    """What a plan is for, and who stands for it."""

    name: Text | None = optional("What people call the plan; the name of its file if absent.")
    objective: Text | None = optional("What is to be better afterwards, in one sentence.")
    measure: Promise | None = optional("The number by which that is seen.")
    sponsor: PersonId | None = optional("Who stands for it.")
    date: Day | None = optional("When it begins, or when it is announced.")
    way_back: Text | None = optional("How it is undone if it does not help.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class WaveHead(Detail):
    """What is said of a wave beside its changes."""

    name: Text | None = optional("What people call it.")
    date: Day | None = optional("When it happens.")


class Planned(NamedTuple):
    """One change of a plan, and where it is written."""

    change: Change
    spot: Spot


@plain_dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """Changes that happen at the same time."""

    name: str | None = None
    date: Day | None = None
    changes: tuple[Planned, ...] = ()


@plain_dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Changes over an organisation, in waves.

    Parameters
    ----------
    path
        The file it was read from, as it is printed.
    case
        What it is for.
    waves
        Its changes; at least one wave, unless nothing of it could be read.
    unread
        How many of its changes could not be read and are not among those of the waves.
    places
        Where its parts are written.
    """

    path: str = ""
    case: Case = field(default_factory=Case)
    waves: tuple[Wave, ...] = ()
    unread: int = 0
    places: Places = field(default=NOWHERE, compare=False, repr=False)

    @property
    def label(self) -> str:
        """The name of the plan, or its file."""
        return self.case.name or self.path or "the plan"

    @property
    def changes(self) -> Iterator[Planned]:
        """All changes, wave by wave."""
        return (planned for wave in self.waves for planned in wave.changes)


class PlanFault(NamedTuple):
    """What is wrong with a plan: with its file, or with one of its changes over the organisation that it meets.

    `code` is that of the rule that speaks of it. `kind` and `id` name the entity it is about, or the plan; `detail`
    tells it from others of the same rule about the same entity. `spot` is where in the plan it is written.
    """

    code: str
    kind: str
    id: str
    message: str
    spot: Spot
    help: str = ""
    detail: tuple[str, ...] = ()
    evidence: Mapping[str, object] = {}


class Loose(NamedTuple):
    """A dependency that a plan leaves without one of its ends: it may come to rest on any of these teams.

    Parameters
    ----------
    sources, targets
        The teams that each end may fall to; one where the end stays.
    waits
        Whether a team has to wait because of it.
    spot
        The change that leaves it so.
    """

    sources: tuple[str, ...]
    targets: tuple[str, ...]
    waits: bool
    spot: Spot
