"""The plan, what it is for, and what rules and measures say of it, as records of the JSON document."""

import datetime
from collections.abc import Iterable
from dataclasses import asdict

from orgmodel.model.comparison import (
    Comparison,
    DoorStep,
    Findings,
    FollowUp,
    MeasureChange,
    Objective,
    Shift,
    WaveState,
)
from orgmodel.model.finding import SEVERITIES, Finding
from orgmodel.model.plan import Plan, Promise
from orgmodel.report.comparison.entries import found as place_of
from orgmodel.report.comparison.records_of_people import Record
from orgmodel.report.json import finding_record, location_record


def plan(found: Plan | None) -> Record | None:
    """Return what a plan says of itself; None where an organisation is compared."""
    if found is None:
        return None
    case = found.case
    return {
        "path": found.path,
        "name": found.label,
        "objective": case.objective,
        "measure": case.measure and _promise(case.measure),
        "sponsor": case.sponsor,
        "date": _day(case.date),
        "way_back": case.way_back,
        "waves": [{"name": w.name, "date": _day(w.date), "changes": len(w.changes)} for w in found.waves],
    }


def _promise(each: Promise) -> Record:
    numbers = {"baseline": each.baseline, "expected": each.expected}
    return {"id": each.id, "team": each.team, "graph": each.graph, **numbers}


def _day(date: datetime.date | None) -> str | None:
    return date.isoformat() if date else None


def objective(found: Objective | None) -> Record | None:
    """Return whether the plan does what it is for; None where it states no number."""
    return asdict(found) if found else None


def findings(found: Findings) -> Record:
    """Return the findings of the audits before and after, as far as they differ."""
    return {
        "fixed": records(found.fixed),
        "new": records(found.new),
        "worse": [_shift(each) for each in found.worse],
        "better": [_shift(each) for each in found.better],
        "unchanged": found.unchanged,
        "by_severity": {name: found.by_severity[name] for name in SEVERITIES if name in found.by_severity},
    }


def records(found: Iterable[Finding]) -> list[Record]:
    """Return findings as the audit's JSON has them."""
    return [finding_record(each) for each in found]


def _shift(each: Shift) -> Record:
    return {"before": finding_record(each.before), "after": finding_record(each.after), "numbers": each.numbers}


def measures(found: Iterable[MeasureChange]) -> list[Record]:
    """Return measures before and after."""
    return [_measure(each) for each in found]


def _measure(each: MeasureChange) -> Record:
    return {
        "id": each.id,
        "before": each.before,
        "after": each.after,
        "difference": each.difference,
        "better": each.better,
        "unit": each.unit,
        "evidence": each.evidence,
        "reason": each.reason,
        "of_the_change": each.of_the_change,
    }


def doors(comparison: Comparison) -> list[Record]:
    """Return the steps of the plan in their order, and whether each can be undone."""
    return [_door(comparison, each) for each in comparison.doors]


def _door(comparison: Comparison, each: DoorStep) -> Record:
    return {
        "wave": each.wave,
        "text": each.text,
        "step": each.step,
        "door": each.door,
        "why": each.why,
        "location": location_record(place_of(comparison, each.spot)),
    }


def waves(found: Iterable[WaveState]) -> list[Record]:
    """Return the organisation after each wave."""
    return [_wave(each) for each in found]


def _wave(each: WaveState) -> Record:
    return {"name": each.name, "date": _day(each.date), "errors": each.errors, "unsound": records(each.unsound)}


def follow_up(found: Iterable[FollowUp]) -> list[Record]:
    """Return what else names what changes."""
    return [each._asdict() for each in found]
