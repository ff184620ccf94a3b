"""What a decision takes: its stations, its paths, and the lightest of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from orgmodel.draw.badges import Badge
from orgmodel.draw.counting import count
from orgmodel.draw.decision_paths.limits import limit_of
from orgmodel.draw.decision_paths.stations import Stations
from orgmodel.draw.decision_paths.values import DecisionPath, Station, Strand, Way
from orgmodel.draw.marks import Marks
from orgmodel.graph import OrgGraph
from orgmodel.model.decisions import Decision, Step

MOST_PATHS: Final = 6
"""Of more paths the lightest are drawn."""
_BINDING: Final = frozenset({"veto", "approve"})
EXTRA: Final = Badge("extra", "warning", "after as many approvals as the limit allows")


def decision_path(graph: OrgGraph, decision: Decision, kind: str, door: str | None, marks: Marks) -> DecisionPath:
    """Return one decision, or the approvals that an initiative states itself, as what is drawn of it."""
    stations = Stations(graph, f"{kind}:{decision.id}")
    limit = limit_of(door, marks.of(kind, decision.id))
    paths = decision.any_of or ()
    first = [stations.asks(decision.proposer or decision.owner), *_steps(stations, decision.steps, decision.decider)]
    if not paths:
        first.append(stations.decides(decision.decider))
    others = [
        [*_steps(stations, path.steps, decider), stations.decides(decider)]
        for path in paths
        for decider in [path.decider or decision.decider]
    ]
    way = min((_way((*first, *other)) for other in others or [[]]), key=_order)
    lightest = sorted(range(len(others)), key=lambda n: (_order(_way(others[n])), n))[:MOST_PATHS]
    name = decision.label.strip() or decision.id
    return DecisionPath(
        id=f"{kind}:{decision.id}",
        name=name,
        door=door or "",
        facts=tuple(_facts(graph, decision, way, limit)),
        first=_strand(first, limit, 0, ""),
        others=tuple(
            _strand(others[n], limit, _counted(first), f"path {n + 1} of {len(others)}") for n in sorted(lightest)
        ),
        way=way,
        limit=limit,
        badges=marks.badges(kind, decision.id),
        worst=marks.worst(kind, decision.id),
        entity=(kind, decision.id),
        tooltip="\n".join(filter(None, (f"{name} ({decision.id})", marks.tooltip(kind, decision.id)))),
    )


def _steps(stations: Stations, steps: Iterable[Step] | None, decider: str | None) -> Iterator[Station]:
    for step in steps or ():
        counts = step.can in _BINDING and not step.mandated and step.by != decider
        yield stations.step(step, counts=counts)


def _strand(stations: Sequence[Station], limit: int | None, before: int, name: str) -> Strand:
    """Mark what comes after so many approvals as the limit allows; some have come before."""
    found = []
    for station in stations:
        over = limit is not None and station.counts and before >= limit
        before += station.counts
        badges = (EXTRA, *station.badges) if over else station.badges
        found.append(replace(station, over=over, badges=badges))
    return Strand(stations=tuple(found), name=name)


def _counted(stations: Iterable[Station]) -> int:
    return sum(station.counts for station in stations)


def _way(stations: Sequence[Station]) -> Way:
    binding = [each for each in stations if each.role == "approves"]
    approvals = _counted(stations)
    advice = [each.days or 0.0 for each in stations if each.waits and each.role != "approves"]
    return Way(
        approvals=approvals,
        mandated=sum(each.mandated for each in binding),
        days=sum(each.days or 0.0 for each in binding),
        unknown=sum(each.days is None for each in binding),
        vetoes=len({each.entity or each.name for each in stations if each.alone}),
        advice=sum(advice),
    )


def _order(way: Way) -> tuple[int, int, float]:
    return way.approvals, way.mandated, way.days


def _facts(graph: OrgGraph, decision: Decision, way: Way, limit: int | None) -> Iterator[str]:
    paths = len(decision.any_of or ())
    lightest = "the lightest path: " if paths > 1 else ""
    if decision.steps is None and not paths:
        yield "who is asked is not stated"
    else:
        allowed = f" (limit {limit})" if limit is not None else ""
        yield f"{lightest}{count(way.approvals, 'approval')}{allowed}"
        yield from _waiting(way)
    if paths > MOST_PATHS:
        yield f"the {MOST_PATHS} lightest of {paths} paths are drawn"
    if way.mandated:
        yield f"{way.mandated} mandated"
    if way.vetoes:
        yield f"{way.vetoes} can say no alone"
    if decision.frequency is not None:
        yield f"{count(decision.frequency, 'time')} a quarter"
    if decision.owner is not None and decision.proposer is not None:
        found = graph.resolve(decision.owner, "team")
        yield f"owner {graph.label(*found) if found else decision.owner}"


def _waiting(way: Way) -> Iterator[str]:
    if way.unknown and not way.days:
        yield "waiting unknown"
    elif way.days:
        more = f" and {count(way.unknown, 'unknown wait')}" if way.unknown else ""
        yield f"{count(way.days, 'day')} of waiting{more}"
    if way.advice:
        yield f"{count(way.advice, 'day')} for advice"
