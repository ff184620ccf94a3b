"""What becomes of components, waiting, initiatives and decisions, as records of the JSON document."""

from collections.abc import Iterable

from orgmodel.model.comparison import (
    Comparison,
    Components,
    DecisionChange,
    Declared,
    Dependencies,
    HandedOver,
    InitiativeChange,
    LostOwner,
    PairChange,
    Work,
)
from orgmodel.report.comparison.entries import found as place_of
from orgmodel.report.comparison.records_of_people import Record
from orgmodel.report.json import location_record


def components(found: Components) -> Record:
    """Return what becomes of components."""
    return {
        "handed_over": [_handed_over(each) for each in found.handed_over],
        "added": found.added,
        "removed": found.removed,
        "unknown_to_all": found.unknown_to_all,
    }


def _handed_over(each: HandedOver) -> Record:
    """Return a handover: `experts` and `experts_moving` are numbers, null where nobody states who knows it."""
    return {
        "id": each.id,
        "from": each.before,
        "to": each.after,
        "experts_moving": None if each.experts is None else len(each.experts_moving),
        "experts": None if each.experts is None else len(each.experts),
        "known_by": each.experts,
        "moving": each.experts_moving,
        "knowing": each.knowing,
        "left": each.left,
        "criticality": each.criticality,
    }


def lost_owners(found: Iterable[LostOwner]) -> list[Record]:
    """Return what had an owner and has none."""
    return [{"kind": each.kind, "id": each.id, "from": each.before} for each in found]


def coupling(comparison: Comparison) -> Record:
    """Return the pairs of teams that wait; `after` is the least and the most, `worst` if what is only said fails."""
    found = comparison.coupling
    return {
        **found.teams._asdict(),
        "after": (found.teams.after, found.most),
        "worst": found.worst,
        "loose": found.loose,
        "branches": found.branches._asdict(),
        "pairs": [_pair(comparison, each) for each in found.pairs],
        "weight": found.weight,
        "branch_weight": found.branch_weight,
        "stated_share": found.stated_share,
    }


def _pair(comparison: Comparison, each: PairChange) -> Record:
    return {
        "from": each.source,
        "to": each.target,
        "how": each.how,
        "why": each.why,
        "crosses": each.crosses,
        "by": each.by,
        "location": location_record(place_of(comparison, each.spot)),
    }


def initiatives(found: Work) -> Record:
    """Return the initiatives that are new, gone, or differ."""
    return {
        "added": found.initiatives_added,
        "removed": found.initiatives_removed,
        "changed": [_initiative(each) for each in found.initiatives],
    }


def _initiative(each: InitiativeChange) -> Record:
    return each._asdict()


def decisions(found: Work) -> Record:
    """Return the decisions that are new, gone, or are made otherwise."""
    return {
        "added": found.decisions_added,
        "removed": found.decisions_removed,
        "changed": [_decision(each) for each in found.decisions],
    }


def _decision(each: DecisionChange) -> Record:
    return each._asdict()


def metrics(found: Work) -> Record:
    """Return the metrics that are new or gone."""
    return {"added": found.metrics_added, "removed": found.metrics_removed}


def dependencies(found: Dependencies) -> Record:
    """Return the declared dependencies that are new, gone, or declared otherwise."""
    return {
        "added": [_declared(each) for each in found.added],
        "removed": [_declared(each) for each in found.removed],
        "changed": [{"before": _declared(before), "after": _declared(after)} for before, after in found.changed],
    }


def _declared(each: Declared) -> Record:
    return {"from": each.source, "to": each.target, "kind": each.kind}
