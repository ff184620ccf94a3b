"""One alternative against what is today, and all of them beside each other."""

import datetime
from dataclasses import dataclass, field
from typing import NamedTuple

from orgmodel.model.audit import Census
from orgmodel.model.comparison.components import Authority, Components, LostOwner
from orgmodel.model.comparison.coupling import Coupling
from orgmodel.model.comparison.findings import Better, Findings, MeasureChange
from orgmodel.model.comparison.people import People
from orgmodel.model.comparison.plans import DoorStep, FollowUp, Objective, WaveState
from orgmodel.model.comparison.teams import Teams
from orgmodel.model.comparison.work import Dependencies, Work
from orgmodel.model.finding import SEVERITIES, Finding, Severity
from orgmodel.model.place import NOWHERE, Places
from orgmodel.model.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One alternative, against what is today.

    `name` is the plan's name, or the path of the organisation; `same` tells that it says what today's says, and that
    nothing is wrong with its plan. `plan` is given where there is one, otherwise `doors` and `waves` are empty.
    `plan_findings` say what is wrong with the plan itself, `left_out` how many of its changes are left out for it, and
    of how many; `change_findings` what rules say about the change; `alternatives` is how many are compared.
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
