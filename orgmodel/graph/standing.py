"""What is known about an organisation and asks for no action: what ends by itself, what is mandated."""

import datetime
from collections.abc import Iterator

from orgmodel.graph.org_graph import OrgGraph


def ends_by_itself(graph: OrgGraph, today: datetime.date) -> tuple[str, ...]:
    """Return one phrase for each handover, collaboration, acting lead or task-force with an end that is to come."""
    return tuple(f"{text} until {_day(until)}" for until, text in sorted(_endings(graph)) if until >= today)


def _endings(graph: OrgGraph) -> Iterator[tuple[datetime.date, str]]:
    for id, component in graph.org.components.items():
        for owner in component.owner or ():
            if owner.until:
                yield owner.until, f"{id}: {owner.team}" + (f" → {owner.then}" if owner.then else "")
    for id, team in graph.org.teams.items():
        if team.until and not team.external:
            yield team.until, f"{id} ({graph.kind_of(id)})"
    for dependency in graph.org.dependencies:
        if dependency.until and dependency.mode in ("collaboration", "facilitating"):
            yield dependency.until, f"{dependency.source} with {dependency.target} ({dependency.mode})"


def _day(day: datetime.date) -> str:
    return f"{day.day} {day:%b %Y}"


def mandated(graph: OrgGraph) -> tuple[str, ...]:
    """Return one phrase for each approval that a law, a contract or safety requires, by who approves."""
    found: dict[tuple[str, str], list[str]] = {}
    for id, component in sorted(graph.org.components.items()):
        for approval in component.change_approval or ():
            if approval.mandated:
                found.setdefault((approval.by, approval.mandated), []).append(id)
    for id, decision in sorted({**graph.org.decisions, **graph.ownership.approvals_of_initiatives}.items()):
        for step in decision.steps or ():
            if step.mandated:
                found.setdefault((step.by, step.mandated), []).append(id)
    return tuple(f"{by} on {', '.join(ids)} ({why})" for (by, why), ids in sorted(found.items()))
