"""Whether a plan does what it is for, by the number that it states."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.measures.base import Estimated, Measure, Undefined, number
from orgmodel.model import changes as c
from orgmodel.model.comparison import Coupling, Objective, PairChange, Reached
from orgmodel.model.plan import Plan, Promise

_ADDED_UP: Final = frozenset({"people", "teams", "weight", "components", "initiatives", "pairs of teams"})
"""Units in which the parts of a team that was split are added up."""


@dataclass(frozen=True, slots=True)
class Graphs:
    """The organisation before, after, and after if nothing that is only assumed comes true."""

    before: OrgGraph
    after: OrgGraph
    worst: OrgGraph


def objective(
    plan: Plan, measure: Measure | None, graphs: Graphs, *, coupling: Coupling, renames: Mapping[str, str]
) -> Objective | None:
    """Return whether a plan reaches what it promises; None if it promises no number.

    Parameters
    ----------
    measure
        The measure that the plan names; None if there is none of that name.
    coupling
        What becomes of the pairs of teams that wait.
    renames
        New ids of teams by old ones.
    """
    promise = plan.case.measure
    if promise is None:
        return None
    said = Objective(
        measure=promise.id, of=promise.initiative or promise.team, baseline=promise.baseline, expected=promise.expected
    )
    if measure is None:
        return replace(said, reason=f"there is no measure {promise.id}")
    teams = _teams_after(plan, promise, graphs.after)
    before = _value(measure, graphs.before, promise, _team_before(promise, graphs.before, renames))
    after, worst = (_value(measure, graph, promise, teams) for graph in (graphs.after, graphs.worst))
    pairs = _pairs(coupling, promise, teams)
    assumed = [pair for pair in pairs if pair.how == "assumed"]
    reached = _reached(promise, before, after, worst)
    return replace(
        said,
        unit=measure.unit,
        before=before,
        after=after,
        worst=worst,
        reached=reached,
        relies_on=tuple(sorted({pair.by for pair in assumed if pair.by})) if after != worst else (),
        assumed=len(assumed),
        real=len([pair for pair in pairs if pair.how not in ("assumed", "added")]),
        reason=_reason(promise, after) if reached == "unknown" else None,
    )


def _team_before(promise: Promise, graph: OrgGraph, renames: Mapping[str, str]) -> tuple[str, ...]:
    """Return the team that is measured, which may have its later id already."""
    ids = () if promise.team is None else (promise.team, renames.get(promise.team, promise.team))
    return tuple(id for id in ids if id in graph.org.teams)[:1]


def _teams_after(plan: Plan, promise: Promise, graph: OrgGraph) -> tuple[str, ...]:
    """Return what became of the team that is measured: all its parts, also where one of them keeps the id."""
    if promise.team is None:
        return ()
    heirs = [promise.team]
    for change, _ in plan.changes:
        if isinstance(change, c.SplitTeam) and change.team in heirs:
            heirs = [*(heir for heir in heirs if heir != change.team), *change.into]
        elif isinstance(change, c.MergeTeams) and set(change.teams) & set(heirs):
            heirs = [*(heir for heir in heirs if heir not in change.teams), change.id]
        elif isinstance(change, c.RenameTeam) and change.team in heirs:
            heirs = [change.to if heir == change.team else heir for heir in heirs]
    found = tuple(heir for heir in dict.fromkeys(heirs) if heir in graph.org.teams)
    return found or ((promise.team,) if promise.team in graph.org.teams else ())


def _value(measure: Measure, graph: OrgGraph, promise: Promise, teams: tuple[str, ...]) -> float | None:
    found = measure.compute(graph, promise.graph or "all")
    if isinstance(found, Undefined):
        return None
    if measure.by == "organisation":
        return number(found)
    of_each: Mapping[str, object] = found.values if isinstance(found, Estimated) else found
    ids = (promise.initiative,) if promise.initiative else teams
    values = [number(of_each.get(id)) for id in ids if id is not None]
    if not values or None in values or (len(values) > 1 and measure.unit not in _ADDED_UP):
        return None
    return sum(value or 0.0 for value in values)


def _pairs(coupling: Coupling, promise: Promise, teams: tuple[str, ...]) -> list[PairChange]:
    """Return the pairs that what is measured has a part in."""
    if promise.initiative:
        of_it = ("initiatives", promise.initiative)
        return [pair for pair in (*coupling.pairs, *coupling.struck) if pair.spot and pair.spot[:2] == of_it]
    if promise.team is None:
        return list(coupling.pairs)
    of = {promise.team, *teams}
    return [pair for pair in coupling.pairs if pair.source in of]


def _reached(promise: Promise, before: float | None, after: float | None, worst: float | None) -> Reached:
    if promise.expected is None or after is None:
        return "unknown"
    start = promise.baseline if promise.baseline is not None else before
    downwards = start is None or promise.expected <= start
    if not _is_met(after, promise.expected, downwards=downwards):
        return "no"
    return "yes" if worst is not None and _is_met(worst, promise.expected, downwards=downwards) else "if"


def _is_met(value: float, expected: float, *, downwards: bool) -> bool:
    return value <= expected if downwards else value >= expected


def _reason(promise: Promise, after: float | None) -> str:
    if promise.expected is None:
        return "the plan does not say what it is to become (`expected`)"
    return f"{promise.id} of {promise.initiative or promise.team or 'the organisation'} has no value after the plan"
