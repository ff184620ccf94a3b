"""What comparing two organisations gives to those who judge it and to those who write it down: plain values."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from orgmodel.model.audit import Census
from orgmodel.model.fields import Door
from orgmodel.model.finding import SEVERITIES, Finding, Severity
from orgmodel.model.place import NOWHERE, Places, Spot
from orgmodel.model.plan import Plan

Better = Literal["up", "down"]
How = Literal["internalised", "moved", "removed", "assumed", "added"]
HOWS: Final[tuple[How, ...]] = ("internalised", "moved", "removed", "assumed", "added")


# --- people


class Moved(NamedTuple):
    """Somebody or something that had these before and has those after, each sorted."""

    id: str
    before: tuple[str, ...]
    after: tuple[str, ...]


class Changed(NamedTuple):
    """One thing that is said of an entity, before and after; None if it was or is not known."""

    id: str
    before: str | None
    after: str | None


class Count(NamedTuple):
    """How many there were before and are after of a kind: of people at a place, of heads in a team."""

    of: str
    before: int
    after: int


class Ties(NamedTuple):
    """Pairs of people who work in one team: before and after, only before, only after."""

    kept: int
    cut: int
    new: int


NO_TIES: Final = Ties(0, 0, 0)


class MovedAgain(NamedTuple):
    """A person or team that changes now and had changed not long before: since when, and how that is known."""

    kind: str
    id: str
    since: datetime.date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """What happens to people.

    Parameters
    ----------
    stayers
        How many are described before and after.
    joined, left
        Ids of those described only after, only before.
    changed_team
        Stayers whose teams are not the same, with the teams before and after.
    changed_manager
        Stayers with another manager, where both are known; `nobody` at the top.
    changed_role, changed_location
        Likewise; None where one of the two is not known.
    dropped
        Stayers who had a team, or a manager, and have none any more though they are not leaving: id, and which of
        "team" and "manager" they lost.
    moves, fewest_moves
        Stayers whose home team is another one; and how many would have had to move to come to the same grouping.
    by_level, by_location, by_role
        Positions before and after where the number differs; `unplaced` counts how many say nothing of it after.
    unnamed
        Teams known by headcount alone whose headcount differs.
    starts_leading, stops_leading
        People who lead a team or an initiative after and none before, and the reverse.
    moved_again
        Those who moved not long before, as far as that is known.
    history
        How far back it is known who moved, in words; None if it is not.
    """

    stayers: int = 0
    joined: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    changed_team: tuple[Moved, ...] = ()
    changed_manager: tuple[Changed, ...] = ()
    changed_role: tuple[Changed, ...] = ()
    changed_location: tuple[Changed, ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    ties: Ties = NO_TIES
    moves: int = 0
    fewest_moves: int = 0
    positions: tuple[int, int] = (0, 0)
    vacancies: tuple[int, int] = (0, 0)
    by_level: tuple[Count, ...] = ()
    by_location: tuple[Count, ...] = ()
    by_role: tuple[Count, ...] = ()
    unplaced: Mapping[str, int] = field(default_factory=dict)
    unnamed: tuple[Count, ...] = ()
    starts_leading: tuple[str, ...] = ()
    stops_leading: tuple[str, ...] = ()
    moved_again: tuple[MovedAgain, ...] = ()
    history: str | None = None


# --- teams


class Renamed(NamedTuple):
    """A team that has another id: as declared, or as a guess with its evidence ("6 of 7 people")."""

    before: str
    after: str
    declared: bool
    evidence: str


class Split(NamedTuple):
    """A team that became several."""

    before: str
    after: tuple[str, ...]
    declared: bool
    evidence: str


class Merged(NamedTuple):
    """Teams that became one."""

    before: tuple[str, ...]
    after: str
    declared: bool
    evidence: str


class Cohesion(NamedTuple):
    """How far a team that is there before and after keeps its people together."""

    team: str
    kept: int
    before: int
    after: int

    @property
    def jaccard(self) -> float:
        """People of both, of all who were or are in it."""
        together = self.before + self.after - self.kept
        return self.kept / together if together else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Teams:
    """What happens to teams. Renamed teams that are declared as such count as the same; guesses do not."""

    created: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    moved: tuple[Changed, ...] = ()
    split: tuple[Split, ...] = ()
    merged: tuple[Merged, ...] = ()
    lead_changed: tuple[Moved, ...] = ()
    resized: tuple[Count, ...] = ()
    cohesion: tuple[Cohesion, ...] = ()


# --- components, ownership, authority


class HandedOver(NamedTuple):
    """A component with another owner.

    `experts` are those who knew it before; `experts_moving` those of them who are with the new owner; `knowing` all who
    know it after and are with the new owner; `left` the experts who are not in the organisation any more.
    """

    id: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    experts: tuple[str, ...] | None
    experts_moving: tuple[str, ...]
    knowing: tuple[str, ...]
    left: tuple[str, ...]
    criticality: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """What happens to components; `unknown_to_all` have lost the last one who knew them."""

    handed_over: tuple[HandedOver, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unknown_to_all: tuple[str, ...] = ()


class LostOwner(NamedTuple):
    """A component, metric, decision or initiative that had an owner and has none."""

    kind: str
    id: str
    before: tuple[str, ...]


class Authority(NamedTuple):
    """What a lead answers for, before and after; `teams_led` are the teams themselves."""

    id: str
    teams_led: tuple[tuple[str, ...], tuple[str, ...]]
    people: tuple[int, int]
    teams: tuple[int, int]
    components: tuple[int, int]
    decisions: tuple[int, int]
    initiatives: tuple[int, int]


# --- coupling


class PairChange(NamedTuple):
    """An ordered pair of teams that waits only before, or only after, and why that is.

    `crosses` tells whether the two are in different branches: before, or after for one that is added. `by` names whose
    word it rests on where it is only assumed, `weight` is that of the pair where it waits.
    """

    source: str
    target: str
    how: How
    why: str
    crosses: bool
    by: str | None = None
    spot: Spot | None = None
    weight: float = 1.0


class Difference(NamedTuple):
    """A number of pairs before and after, and what makes the difference; `after` is the least it can be."""

    before: int
    after: int
    internalised: int
    moved: int
    removed: int
    assumed: int
    added: int


NO_DIFFERENCE: Final = Difference(0, 0, 0, 0, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coupling:
    """Pairs of teams of which one waits for the other.

    Parameters
    ----------
    pairs
        All pairs that differ, by source and target.
    teams, branches
        How many pairs of teams wait, and how many of those are between branches: what hangs below the top, or below
        the one team that all hang below. A pair that stays and is now within
        one branch counts as internalised there, one that is now between two as added.
    struck
        Pairs that still wait, for other reasons, though one of the two works no more on an initiative of the other.
    loose
        How many dependencies the plan leaves without an end: each may add a pair.
    weight
        The sum of all weights before and after.
    stated_share
        The share of edges after whose strength is stated; None without edges.
    """

    teams: Difference = NO_DIFFERENCE
    branches: Difference = NO_DIFFERENCE
    pairs: tuple[PairChange, ...] = ()
    struck: tuple[PairChange, ...] = ()
    loose: int = 0
    weight: tuple[float, float] = (0.0, 0.0)
    branch_weight: tuple[float, float] = (0.0, 0.0)
    stated_share: float | None = None

    @property
    def most(self) -> int:
        """Pairs after if every loose dependency makes one more."""
        return self.teams.after + self.loose

    @property
    def worst(self) -> int:
        """Pairs after if, besides, nothing that is only assumed comes true."""
        return self.most + self.teams.assumed


# --- initiatives and decisions


class InitiativeChange(NamedTuple):
    """An initiative that differs: who leads it, whether that is their whole job, and which teams work on it.

    `single_threaded` is None where it is not known.
    """

    id: str
    leaders: tuple[tuple[str, ...], tuple[str, ...]]
    single_threaded: tuple[bool | None, bool | None]
    teams: tuple[tuple[str, ...], tuple[str, ...]]
    own_team: tuple[str | None, str | None]
    stage: tuple[str | None, str | None]
    lost_leader: bool


class DecisionChange(NamedTuple):
    """A decision that differs: approvals that bind and are not mandated, mandated ones, days in sequence, deciders.

    `days` is None where no step that binds states any, and 0 where none binds; `kind` is "decision", or "initiative"
    for the steps it states itself.
    """

    kind: str
    id: str
    approvals: tuple[int, int]
    mandated: tuple[int, int]
    days: tuple[float | None, float | None]
    asked_no_more: tuple[str, ...]
    asked_now: tuple[str, ...]
    decider: tuple[str | None, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """Initiatives, decisions, and metrics that are added, removed or differ."""

    initiatives_added: tuple[str, ...] = ()
    initiatives_removed: tuple[str, ...] = ()
    initiatives: tuple[InitiativeChange, ...] = ()
    decisions_added: tuple[str, ...] = ()
    decisions_removed: tuple[str, ...] = ()
    decisions: tuple[DecisionChange, ...] = ()
    metrics_added: tuple[str, ...] = ()
    metrics_removed: tuple[str, ...] = ()


class Declared(NamedTuple):
    """A declared dependency."""

    source: str
    target: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependencies:
    """Declared dependencies that are only after, only before, or of another kind, mode, strength or end."""

    added: tuple[Declared, ...] = ()
    removed: tuple[Declared, ...] = ()
    changed: tuple[tuple[Declared, Declared], ...] = ()


# --- findings and measures


class Shift(NamedTuple):
    """A finding that stands before and after, with another number."""

    before: Finding
    after: Finding
    numbers: tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Standing findings of the audits: only before, only after, in both with another number, in both alike."""

    fixed: tuple[Finding, ...] = ()
    new: tuple[Finding, ...] = ()
    worse: tuple[Shift, ...] = ()
    better: tuple[Shift, ...] = ()
    unchanged: int = 0
    by_severity: Mapping[Severity, tuple[int, int]] = field(default_factory=dict)


class MeasureChange(NamedTuple):
    """A measure before and after; None where it has no value, with the reason.

    One `of_the_change` has no value before: only two organisations together have it.
    """

    id: str
    unit: str
    evidence: str
    before: float | None
    after: float | None
    better: Better | None = None
    reason: str | None = None
    of_the_change: bool = False

    @property
    def difference(self) -> float | None:
        """After less before; None where one of them has no value."""
        return None if self.before is None or self.after is None else self.after - self.before


# --- the plan itself

Reached = Literal["yes", "if", "no", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """Whether a plan does what it is for, by the number that it states.

    Parameters
    ----------
    measure, of, unit
        The measure, the team it is of (None for the organisation), and its unit.
    baseline, expected
        As the plan states them.
    before, after, worst
        Its value today, after the plan, and if nothing that is only assumed comes true; None if unknown.
    reached
        `yes`; `if` what is assumed comes true; `no`; `unknown`.
    relies_on
        The teams on whose word it rests.
    assumed, real
        How many of the pairs that the team stops waiting in are only assumed, and how many are not.
    reason
        Why it is not known.
    """

    measure: str
    of: str | None
    unit: str = ""
    baseline: float | None = None
    expected: float | None = None
    before: float | None = None
    after: float | None = None
    worst: float | None = None
    reached: Reached = "unknown"
    relies_on: tuple[str, ...] = ()
    assumed: int = 0
    real: int = 0
    reason: str | None = None


class DoorStep(NamedTuple):
    """One step of a plan: what it does, whether it can be undone, and why; `step` is its row in the table of doors."""

    wave: int
    text: str
    step: str
    door: Door
    why: str
    spot: Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveState:
    """The organisation after one wave: errors that neither the start nor the end has."""

    name: str
    date: datetime.date | None
    unsound: tuple[Finding, ...] = ()
    errors: int = 0


class FollowUp(NamedTuple):
    """Something outside the organisation's files that names what changed, and must change as well."""

    what: str
    kind: str
    id: str
    why: str


# --- the whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One alternative, against what is today.

    `name` is the plan's name, or the path of the organisation; `same` tells that it says what today's says, and that
    nothing is wrong with its plan. `plan` is
    given where there is one, otherwise `doors` and `waves` are empty. `plan_findings` say what is wrong with the plan
    itself, `left_out` how many of its changes are left out for it, and of how many; `change_findings` what rules say
    about the change; `alternatives` is how many are compared.
    """

    name: str
    path: str = ""
    same: bool = False
    plan: Plan | None = None
    left_out: tuple[int, int] = (0, 0)
    before: Census = field(default_factory=Census)
    after: Census = field(default_factory=Census)
    alternatives: int = 1
    objective: Objective | None = None
    people: People = field(default_factory=People)
    teams: Teams = field(default_factory=Teams)
    components: Components = field(default_factory=Components)
    lost_owner: tuple[LostOwner, ...] = ()
    authority: tuple[Authority, ...] = ()
    coupling: Coupling = field(default_factory=Coupling)
    work: Work = field(default_factory=Work)
    dependencies: Dependencies = field(default_factory=Dependencies)
    findings: Findings = field(default_factory=Findings)
    measures: tuple[MeasureChange, ...] = ()
    doors: tuple[DoorStep, ...] = ()
    waves: tuple[WaveState, ...] = ()
    follow_up: tuple[FollowUp, ...] = ()
    plan_findings: tuple[Finding, ...] = ()
    change_findings: tuple[Finding, ...] = ()
    unknown: tuple[str, ...] = ()
    places: Places = field(default=NOWHERE, compare=False, repr=False)

    def reaches(self, severity: Severity) -> bool:
        """Tell whether the plan or the change has a finding at least this grave."""
        grave = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return any(finding.severity in grave for finding in (*self.plan_findings, *self.change_findings))


class Criterion(NamedTuple):
    """One row of the table of alternatives: doing nothing first, then each alternative; None where it is not known."""

    name: str
    unit: str
    better: Better
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Today and every alternative; `dominated_by` names for each alternative the one that is better, if any is."""

    before: str
    census: Census
    today: datetime.date
    alternatives: tuple[Comparison, ...]
    criteria: tuple[Criterion, ...] = ()
    dominated_by: tuple[str | None, ...] = ()
    remarks: tuple[str, ...] = ()
