"""Puts a comparison together: what follows from the change, the audits of both sides, what rules say of it."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from orgmodel import catalogue
from orgmodel.comparing.either import Either
from orgmodel.comparing.plan_findings import plan_findings
from orgmodel.comparing.promises import promised
from orgmodel.comparing.sides import Alternative, History, Side, side
from orgmodel.graph import OrgGraph
from orgmodel.measures.base import Measure
from orgmodel.measures.measuring import measured
from orgmodel.model.comparison import Comparison, Coupling, Findings, MeasureChange, Objective, Shift, WaveState
from orgmodel.model.doors import DOORS
from orgmodel.model.finding import Finding
from orgmodel.model.measurement import Measurement
from orgmodel.model.organisation import Org
from orgmodel.model.plan import Plan
from orgmodel.reorg.again import moved_again
from orgmodel.reorg.alignment import aligned
from orgmodel.reorg.authority import authority
from orgmodel.reorg.changed import change_measures
from orgmodel.reorg.components import components
from orgmodel.reorg.coupling import coupling, with_contributors_again, worst_case
from orgmodel.reorg.declared import dependencies
from orgmodel.reorg.findings import findings
from orgmodel.reorg.follow_up import follow_up
from orgmodel.reorg.lost_owners import lost_owners
from orgmodel.reorg.objective import Graphs, objective
from orgmodel.reorg.people import people
from orgmodel.reorg.stepping import door_steps
from orgmodel.reorg.teams import teams
from orgmodel.reorg.unknowns import unknowns
from orgmodel.reorg.work import work
from orgmodel.rules.engine import Progress, run_change, sort_key
from orgmodel.rules.settings import Settings

COMPARED: Final = (
    "groups",
    "heads",
    "inter_team_dependency_ratio",
    "largest_cycle",
    "layers",
    "mean_span",
    "modularity",
    "people",
    "propagation_cost",
    "stl_coverage",
    "team_dependency_edges",
    "team_dependency_weight",
    "teams",
    "two_pizza_share",
    "unknown_kind_share",
)
"""The measures that both sides of every comparison are set beside; whoever wants another measures both."""


class Comparing:
    """Compares today with alternatives, each by itself.

    Parameters
    ----------
    today
        The organisation as it is.
    settings
        How both sides are audited, and which rules about changes are asked.
    history
        What is known of earlier moves.
    alternatives
        How many alternatives there are.
    progress
        Told what is being done.
    """

    def __init__(
        self,
        today: Side,
        settings: Settings,
        *,
        history: History | None = None,
        alternatives: int = 1,
        progress: Progress | None = None,
    ) -> None:
        self._today, self._settings, self._progress = today, settings, progress
        self._history, self._alternatives = history or History(), alternatives
        self._rules = catalogue.with_added(settings.added)

    def compared(self, alternative: Alternative) -> Comparison:
        """Return everything that comparing says."""
        matched = aligned(self._today.org, alternative.org)
        before = self._before(matched.org)
        after = side(alternative.name, alternative.org, self._settings, self._progress)
        found = self._consequences(before.graph, after.graph, alternative, matched.renames.get("team", {}))
        faults = self._plan_findings(alternative)
        found = replace(
            found,
            same=matched.org == alternative.org and not faults,
            before=before.audit.census,
            after=after.audit.census,
            findings=_placed(findings(before.audit, after.audit), before, after),
            measures=tuple(self._measures(before.graph, after.graph, found)),
            waves=tuple(self._waves(alternative, before, after)),
            plan_findings=faults,
            places=Either(alternative.org.places, matched.org.places),
        )
        found = replace(found, unknown=unknowns(before.graph, after.graph, found, matched.remarks))
        return replace(found, change_findings=self._change_findings(found))

    def _before(self, org: Org) -> Side:
        """Return today's organisation, audited anew where ids had to be brought into line."""
        return self._today if org is self._today.org else side(self._today.name, org, self._settings)

    def _consequences(
        self, before: OrgGraph, after: OrgGraph, alternative: Alternative, renames: Mapping[str, str]
    ) -> Comparison:
        plan, applied = alternative.plan, alternative.applied
        moving, grouped = people(before, after), teams(before, after, renames=renames, plan=plan)
        pairs = coupling(before, after, loose=applied.loose if applied else ())
        day, months = self._day(plan), self._option("X012", "months")
        repeated = moved_again(moving, grouped, before, on=day, months=months, earlier=self._history.moves)
        doors = {step: self._option("X014", step) for step in DOORS}
        return Comparison(
            name=alternative.name,
            path=alternative.path,
            plan=plan,
            left_out=_left_out(alternative),
            alternatives=self._alternatives,
            objective=_objective(Graphs(before, after, after), plan, pairs, renames),
            people=replace(moving, moved_again=repeated, history=self._reach(before)),
            teams=grouped,
            components=components(before, after),
            lost_owner=lost_owners(before, after),
            authority=authority(before, after),
            coupling=pairs,
            work=work(before, after),
            dependencies=dependencies(before.org, after.org),
            doors=door_steps(applied, after, doors) if applied else (),
            follow_up=follow_up(before, after, renamed={new: old for old, new in renames.items()}),
        )

    def _measures(self, before: OrgGraph, after: OrgGraph, found: Comparison) -> Iterator[MeasureChange]:
        was = self._of_today if before is self._today.graph else self._measured(before)
        for measure, one, other in zip(self._chosen, was, self._measured(after), strict=True):
            reason = one.reason or other.reason
            values = one.number, other.number
            yield MeasureChange(measure.id, measure.unit, measure.evidence, *values, measure.better, reason)
        yield from change_measures(before, after, found)

    @cached_property
    def _chosen(self) -> tuple[Measure, ...]:
        return catalogue.measures(COMPARED, "organisation")

    @cached_property
    def _of_today(self) -> tuple[Measurement, ...]:
        """The measures of today's organisation, which every alternative is set beside."""
        return self._measured(self._today.graph)

    def _measured(self, graph: OrgGraph) -> tuple[Measurement, ...]:
        return measured(graph, self._chosen, "all", self._today.audit.census).organisation

    def _waves(self, alternative: Alternative, before: Side, after: Side) -> Iterator[WaveState]:
        """Audit the states between the waves: errors that neither the start nor the end has are unsound."""
        plan, applied = alternative.plan, alternative.applied
        if plan is None or applied is None:
            return
        settled = {each.fingerprint for one in (before, after) for each in one.audit.findings}
        for number, (wave, org) in enumerate(zip(plan.waves, applied.states, strict=True), start=1):
            state = after if number == len(plan.waves) else side(alternative.name, org, self._settings)
            unsound = (each for each in state.audit.standing if each.severity == "error")
            yield WaveState(
                name=wave.name or f"wave {number}",
                date=wave.date,
                unsound=tuple(state.marks.settled(each) for each in unsound if each.fingerprint not in settled),
                errors=state.audit.count("error"),
            )

    def _plan_findings(self, alternative: Alternative) -> tuple[Finding, ...]:
        if alternative.plan is None:
            return ()
        faults = alternative.applied.faults if alternative.applied else ()
        return plan_findings(alternative.plan, alternative.problems, faults, self._settings)

    def _change_findings(self, comparison: Comparison) -> tuple[Finding, ...]:
        configured = (each for each in self._settings.configured(self._rules) if each.rule.check_change)
        found = (finding for each in configured for finding in run_change(comparison, each).findings)
        return tuple(sorted(found, key=sort_key))

    def _day(self, plan: Plan | None) -> datetime.date:
        """Return the day of the change: the plan's, or that of its first wave, or today."""
        dates = (plan.case.date, *(wave.date for wave in plan.waves)) if plan else ()
        return next((date for date in dates if date is not None), self._settings.today)

    def _option(self, code: str, name: str) -> Any:
        """Return a setting of a rule, whose type only the rule knows."""
        return getattr(self._settings.of(self._rules[code], self._rules).options, name)

    def _reach(self, before: OrgGraph) -> str | None:
        """Say how far back earlier moves are known: from git, or from `since` where most people state it."""
        if self._history.reach is not None:
            return self._history.reach
        described = before.org.people.values()
        stated = sum(person.since is not None for person in described)
        return "since when people are in their teams" if 2 * stated > len(described) else None


def _left_out(alternative: Alternative) -> tuple[int, int]:
    """Count the changes of a plan that were not applied, and all that are written in it."""
    plan, applied = alternative.plan, alternative.applied
    if plan is None or applied is None:
        return 0, 0
    written = sum(1 for _ in plan.changes) + plan.unread
    return written - len(applied.done), written


def _objective(graphs: Graphs, plan: Plan | None, pairs: Coupling, renames: Mapping[str, str]) -> Objective | None:
    if plan is None or plan.case.measure is None:
        return None
    if any(pair.how == "assumed" for pair in (*pairs.pairs, *pairs.struck)):
        of_initiative = plan.case.measure.initiative is not None
        worst = (with_contributors_again if of_initiative else worst_case)(graphs.after.org, pairs)
        graphs = replace(graphs, worst=OrgGraph(worst))
    return objective(plan, promised(plan), graphs, coupling=pairs, renames=renames)


def _placed(found: Findings, before: Side, after: Side) -> Findings:
    """Look up the places of the findings that are told."""
    return replace(
        found,
        fixed=tuple(map(before.marks.settled, found.fixed)),
        new=tuple(map(after.marks.settled, found.new)),
        worse=tuple(_settled(found.worse, before, after)),
        better=tuple(_settled(found.better, before, after)),
    )


def _settled(shifts: Iterable[Shift], before: Side, after: Side) -> Iterator[Shift]:
    for shift in shifts:
        yield Shift(before.marks.settled(shift.before), after.marks.settled(shift.after), shift.numbers)
