"""The changes that a plan is made of: one class a change, whose fields are its arguments.

Arguments that name entities say of which kinds, so that a change can be checked against the organisation it meets.
"""

from collections.abc import Mapping
from dataclasses import dataclass as plain_dataclass
from types import MappingProxyType
from typing import Annotated, ClassVar, Final, Literal

from pydantic import Field
from pydantic.dataclasses import dataclass

from orgmodel.model.decisions import Step
from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Detail
from orgmodel.model.fields import (
    ENTITY,
    ById,
    ComponentIds,
    Count,
    Day,
    DecisionIds,
    DependencyKind,
    Flag,
    HiringIds,
    InitiativeId,
    InitiativeIds,
    MetricIds,
    Mode,
    PersonId,
    PersonIds,
    PersonOrTeamId,
    Reference,
    Share,
    Shared,
    Strength,
    TeamId,
    TeamIds,
    TeamOrPersonId,
    Text,
    optional,
)
from orgmodel.model.people import Person
from orgmodel.model.teams import Team

Reports = Literal["follow", "stay"]
DecisionOrInitiativeId = Annotated[Text, Reference(("decision", "initiative"))]
_REPORTS: Final = (
    "`follow`: those who reported to the old lead report to the new one; `stay`: they do not. `follow` if absent."
)


# --- teams


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class CreateTeam(Team):
    """A new team, with the fields of a team; who is named in it moves there from where they are.

    A member with a stated allocation below 100 % keeps their other places.
    """

    id_argument: ClassVar[str] = "team"

    components: ComponentIds | None = optional("Components that are handed over to it.")
    reports: Reports | None = optional(_REPORTS)


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class DissolveTeam(Detail):
    """A team ends, and its people and components go elsewhere: all of them, or it is a finding."""

    team: TeamId = Field(description="The team that ends.")
    members_to: Annotated[Mapping[str, tuple[Text, ...]], Shared()] | None = optional(
        "Where its people go: a team, or for each team a list of people, `rest` for all others."
    )
    components_to: Annotated[Mapping[str, tuple[Text, ...]], Shared()] | None = optional(
        "Where its components go: a team, or for each team a list of components, `rest` for all others."
    )
    teams_to: TeamId | None = optional("Where the teams below it hang afterwards.")
    reports: Reports | None = optional(_REPORTS)


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class RenameTeam(Detail):
    """A team gets another id; its history stays with it."""

    team: TeamId = Field(description="Its id until now.")
    to: Text = Field(description="Its id from now on.")
    name: Text | None = optional("What people call it from now on.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class MoveTeam(Detail):
    """A team hangs below another group."""

    team: TeamId = Field(description="The team that moves.")
    to: TeamId = Field(description="Its new parent; `nobody` for the top.")
    reports: Reports | None = optional(_REPORTS)


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Part(Team):
    """One of the teams that a team is split into, with the fields of a team; what it does not say it has from the old.

    Only what holds for any part of the old team is taken over: parent, kind, type, reporting.
    """

    heads: Count | None = optional("People without names that go to it, where the old team only has a headcount.")
    components: ComponentIds | None = optional("Components that go to it.")
    initiatives: InitiativeIds | None = optional("Initiatives of the old team that go to it.")
    decisions: DecisionIds | None = optional("Decisions of the old team that go to it.")
    metrics: MetricIds | None = optional("Metrics of the old team that go to it.")
    hiring: HiringIds | None = optional("Hiring loops of the old team that go to it.")
    teams: TeamIds | None = optional("Teams below the old one that hang below it.")
    depends_on: TeamIds | None = optional("Teams whose declared dependency from the old team goes to it.")
    needed_by: TeamIds | None = optional("Teams whose declared dependency on the old team leads to it.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class SplitTeam(Detail):
    """A team becomes several; who and what no part names is unplaced."""

    team: TeamId = Field(description="The team that is split.")
    into: Annotated[Mapping[str, Part], ById()] = Field(description="The parts by id; one may keep the old id.")
    reports: Reports | None = optional(_REPORTS)


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class MergeTeams(Team):
    """Several teams become one, which gets all they have; fields of a team that are given override what they had."""

    id_argument: ClassVar[str] = "into"

    teams: TeamIds = Field(description="The teams that become one.")
    reports: Reports | None = optional(_REPORTS)


# --- people


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class MovePerson(Detail):
    """A person leaves one team and joins another."""

    person: PersonId = Field(description="Who moves.")
    source: TeamId | None = Field(
        default=None,
        validation_alias="from",
        description="The team that is left; `nobody` for none. If absent, the only team the person works in.",
    )
    to: TeamId = Field(description="The team that is joined.")
    allocation: Share | None = optional("Share of the person's time that the new team gets.")
    role: Text | None = optional("What the person does in the new team.")
    reports: Reports | None = optional(_REPORTS)


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class MoveHeads(Detail):
    """People without names move between teams that state a headcount."""

    source: TeamId = Field(validation_alias="from", description="The team they leave.")
    to: TeamId = Field(description="The team they join.")
    count: Count = Field(description="How many.")
    role: Text | None = optional("What they do.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class ChangeManager(Detail):
    """People get another manager."""

    person: PersonIds = Field(description="Who gets another manager; one or several.")
    to: PersonId = Field(description="The new manager; `nobody` for the top.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class AppointLead(Detail):
    """A team gets another lead; the old one stays in the team as a member."""

    team: TeamId = Field(description="The team.")
    person: PersonId = Field(description="Who leads it from now on; `nobody` if nobody does.")
    reports: Reports | None = optional(_REPORTS)


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Join(Person):
    """Somebody new, with the fields of a person; a vacant position of that id is filled."""

    id_argument: ClassVar[str] = "person"

    team: TeamId | None = optional("The team that is joined.")
    allocation: Share | None = optional("Share of their time that the team gets.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Leave(Detail):
    """Somebody leaves the organisation, and is taken out of all that names them."""

    person: PersonId = Field(description="Who leaves.")
    reports_to: PersonId | None = optional("To whom those report who reported to them.")


# --- initiatives and components


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class AppointLeader(Detail):
    """An initiative gets another leader."""

    initiative: InitiativeId = Field(description="The initiative.")
    person: PersonId = Field(description="Who leads it from now on; `nobody` if nobody does.")
    allocation: Share | None = optional("Share of their time that it gets.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class HandOver(Detail):
    """Components get another owner."""

    component: ComponentIds = Field(description="What is handed over; one or several.")
    to: TeamOrPersonId = Field(description="The new owner; `nobody` for none.")


# --- dependencies


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class AddDependency(Dependency):
    """A new declared dependency, with all its fields."""

    at: Count | None = optional("Its position in the list, from 0; at the end if absent.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class ChangeDependency(Detail):
    """A declared dependency becomes another one."""

    source: TeamId = Field(validation_alias="from", description="The team that depends.")
    target: TeamId = Field(validation_alias="to", description="The team it depends on.")
    was: DependencyKind | None = optional("Its kind until now, where several are declared between the two.")
    kind: DependencyKind | None = optional("How it depends from now on.")
    mode: Mode | None = optional("How the two teams work together from now on.")
    strength: Strength | None = optional("How much from now on.")
    blocking: Flag | None = optional("Whether work stops until the other side has delivered, from now on.")
    until: Day | None = optional("When it ends.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class DropDependency(Detail):
    """A declared dependency is no more."""

    source: TeamId = Field(validation_alias="from", description="The team that depended.")
    target: TeamId = Field(validation_alias="to", description="The team it depended on.")
    kind: DependencyKind | None = optional("Its kind, where several are declared between the two.")
    at: Count | None = optional("Its position in the list, from 0, where several are alike.")


# --- decisions


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class AddStep(Step):
    """One more who is asked on the way to a decision."""

    decision: DecisionOrInitiativeId = Field(description="The decision, or the initiative that states steps itself.")
    at: Count | None = optional("Its position among the steps, from 0; at the end if absent.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class DropStep(Detail):
    """Somebody is no longer asked on the way to a decision."""

    decision: DecisionOrInitiativeId = Field(description="The decision, or the initiative that states steps itself.")
    by: PersonOrTeamId = Field(description="Who is no longer asked.")


@dataclass(frozen=True, slots=True, kw_only=True, config=ENTITY)
class ChangeDecider(Detail):
    """Somebody else says yes."""

    decision: Annotated[Text, Reference(("decision",))] = Field(description="The decision.")
    to: PersonOrTeamId = Field(description="Who says yes from now on; `nobody` if nobody does.")


# --- anything else


@plain_dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """Fields of one entity get other values.

    Parameters
    ----------
    kind, id
        The entity; the kind `organisation` has no id.
    given
        An entity of that kind that holds the new values.
    fields
        Names of the fields that are set, as the model calls them; one that is None in `given` becomes absent.
    """

    kind: str
    id: str
    given: Detail
    fields: tuple[str, ...]


@plain_dataclass(frozen=True, slots=True, kw_only=True)
class Create:
    """A new entity of any kind, with its fields."""

    kind: str
    id: str
    given: Detail


@plain_dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """An entity of any kind is no more, and is taken out of all that names it."""

    kind: str
    id: str


Change = (
    CreateTeam
    | DissolveTeam
    | RenameTeam
    | MoveTeam
    | SplitTeam
    | MergeTeams
    | MovePerson
    | MoveHeads
    | ChangeManager
    | AppointLead
    | Join
    | Leave
    | AppointLeader
    | HandOver
    | AddDependency
    | ChangeDependency
    | DropDependency
    | AddStep
    | DropStep
    | ChangeDecider
    | Set
    | Create
    | Remove
)

CHANGES: Final[Mapping[str, type]] = MappingProxyType(
    {
        "create_team": CreateTeam,
        "dissolve_team": DissolveTeam,
        "rename_team": RenameTeam,
        "move_team": MoveTeam,
        "split_team": SplitTeam,
        "merge_teams": MergeTeams,
        "move_person": MovePerson,
        "move_heads": MoveHeads,
        "change_manager": ChangeManager,
        "appoint_lead": AppointLead,
        "join": Join,
        "leave": Leave,
        "appoint_leader": AppointLeader,
        "hand_over": HandOver,
        "add_dependency": AddDependency,
        "change_dependency": ChangeDependency,
        "drop_dependency": DropDependency,
        "add_step": AddStep,
        "drop_step": DropStep,
        "change_decider": ChangeDecider,
        "set": Set,
        "create": Create,
        "remove": Remove,
    }
)
"""The changes by the word that begins them in a plan."""

WORD_OF_CHANGE: Final[Mapping[type, str]] = MappingProxyType({kind: word for word, kind in CHANGES.items()})

SYNONYMS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "change_manager": {"people": "person"},
        "appoint_lead": {"lead": "person"},
        "appoint_leader": {"leader": "person"},
        "hand_over": {"components": "component"},
    }
)
"""Arguments that may be written with another word."""
