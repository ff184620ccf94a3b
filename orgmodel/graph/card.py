"""Everything that is tied to one entity, as a card to read."""

from collections.abc import Callable, Iterable, Iterator

from orgmodel.graph.dependencies import Edge
from orgmodel.graph.leadership import percent
from orgmodel.graph.org_graph import OrgGraph
from orgmodel.model.card import Card
from orgmodel.model.fields import NOBODY
from orgmodel.model.organisation import SECTION_OF_KIND
from orgmodel.model.place import Spot

Rows = Iterator[tuple[str, Iterable[str]]]


def card(graph: OrgGraph, kind: str, id: str) -> Card:
    """Return the card of an entity that is described."""
    section = SECTION_OF_KIND[kind]
    entity = graph.org.section(section)[id]
    rows = [(heading, tuple(lines)) for heading, lines in _WRITERS[kind](graph, id)]
    return Card(
        kind=kind,
        id=id,
        name=entity.name,
        place=graph.org.places.find(Spot(section, id)),
        rows=tuple((heading, lines) for heading, lines in rows if lines),
    )


def _stated(*values: object) -> list[str]:
    return [str(value) for value in values if value is not None]


def _person(graph: OrgGraph, id: str) -> Rows:
    person = graph.org.people[id]
    manager = graph.manager_of(id)
    yield "title", _stated(person.title)
    yield "role", _stated(person.role)
    yield "status", _stated(person.status)
    yield "location", _stated(person.location)
    yield "teams", (_place(graph, id, place.team, leads=place.leads) for place in graph.memberships.places_of(id))
    yield "reports to", ["nobody, at the top"] if manager == NOBODY else _stated(manager)
    yield "line to the top", [" → ".join(graph.chain_of_command(id))] if len(graph.chain_of_command(id)) > 1 else []
    yield "reports", graph.reports_of(id)
    yield "leads initiatives", graph.leadership.initiatives_led_by(id)
    yield "knows components", sorted(c.id for c in graph.org.components.values() if id in (c.experts or ()))
    yield "skills", person.skills or ()


def _place(graph: OrgGraph, person: str, team: str, *, leads: bool) -> str:
    share = graph.memberships.allocation(person, team)
    words = [team, "as lead" if leads else "", f"({percent(share)})" if share is not None and share < 1 else ""]
    return " ".join(filter(None, words))


def _team(graph: OrgGraph, id: str) -> Rows:
    team = graph.org.teams[id]
    size = graph.size(id)
    yield "kind", _stated(graph.kind_of(id), team.type)
    yield "purpose", _stated(team.purpose)
    yield "belongs to", [" → ".join(graph.ancestors(id))] if graph.ancestors(id) else []
    yield "holds", graph.hierarchy.children.get(id, ())
    yield "lead", team.lead or ()
    yield "size", [f"{size} people" + (" (headcount)" if team.members is None else "")] if size is not None else []
    yield "members", graph.people_of(id) if team.members is not None else ()
    yield "works on", graph.leadership.initiatives_by_team.get(id, ())
    yield "owns components", graph.components_of.get(id, ())
    if graph.kind_of(id) != "group":
        all_edges = graph.dependencies()
        yield "depends on", (_edge(graph, edge, edge.target) for edge in all_edges.out_edges[id])
        yield "depended on by", (_edge(graph, edge, edge.source) for edge in all_edges.in_edges[id])
        yield "waits in a circle with", [t for t in graph.dependencies("waits").cyclic_group_of.get(id, ()) if t != id]
    yield "decisions", sorted(each.id for each in graph.org.decisions.values() if each.owner == id)
    yield "must agree to", sorted({d.id for d in graph.org.decisions.values() for s in d.steps or () if s.by == id})
    yield "metrics", sorted(each.id for each in graph.org.metrics.values() if each.owner == id)


def _edge(graph: OrgGraph, edge: Edge, other: str) -> str:
    reasons = "; ".join(f"{reason.kind}: {reason.text}{_written(graph, reason.spot)}" for reason in edge.reasons)
    waits = ", waits" if any(reason.waits for reason in edge.reasons) else ""
    return f"{other} (weight {edge.weight:g}{waits}) — {reasons}"


def _written(graph: OrgGraph, spot: Spot) -> str:
    place = graph.org.places.find(spot)
    return f" ({place.path}:{place.line})" if place else ""


def _initiative(graph: OrgGraph, id: str) -> Rows:
    initiative = graph.org.initiatives[id]
    doubts = graph.leadership.doubts(id, min_allocation=1.0)
    yield "kind", _stated(initiative.kind)
    yield "stage", _stated(initiative.stage)
    yield "customer", _stated(initiative.customer)
    yield "led by", (_shared(leader.person, leader.allocation) for leader in initiative.leader or ())
    yield "single-threaded", ["not known" if doubts is None else "; ".join(d.text for d in doubts) or "yes"]
    yield "belongs to", [_shared(initiative.team.team, initiative.team.allocation)] if initiative.team else []
    parts = initiative.contributors or ()
    yield "needs teams", (_shared(part.team, part.allocation) + (f", {part.ask}" if part.ask else "") for part in parts)
    yield "people", (_shared(part.person, part.allocation) for part in initiative.people or ())
    yield "components", initiative.components or ()
    yield "approved by", (f"{step.by} ({step.can or 'asked'})" for step in initiative.steps or ())
    yield "metrics", initiative.metrics or ()


def _shared(name: str, allocation: float | None) -> str:
    return name if allocation is None else f"{name} ({percent(allocation)})"


def _component(graph: OrgGraph, id: str) -> Rows:
    component = graph.org.components[id]
    users = sorted(c.id for c in graph.org.components.values() if id in {d.component for d in c.depends_on or ()})
    stated_none = component.owner == ()
    yield "owned by", ["nobody"] if stated_none else [owner.team for owner in component.owner or ()]
    yield "criticality", _stated(component.criticality)
    yield "lifecycle", _stated(component.lifecycle)
    yield "domain", _stated(component.domain)
    yield "known by", component.experts or ()
    yield "depends on", (_need(need.component, need.kind) for need in component.depends_on or ())
    yield "depended on by", users
    yield "changes approved by", (_approval(each.by, each.mandated) for each in component.change_approval or ())
    yield "run by", _stated(component.operator)


def _need(name: str, kind: str | None) -> str:
    return f"{name} ({kind})" if kind else name


def _approval(by: str, mandated: str | None) -> str:
    return f"{by} (mandated: {mandated})" if mandated else by


def _decision(graph: OrgGraph, id: str) -> Rows:
    decision = graph.org.decisions[id]
    yield "owner", _stated(decision.owner)
    yield "door", _stated(decision.door)
    yield "decided by", _stated(decision.decider)
    for step in decision.steps or ():
        wait = f", {step.days:g} days" if step.days is not None else ""
        yield (
            "step",
            [f"{step.by}: {step.can or 'asked'}{wait}" + (f", mandated: {step.mandated}" if step.mandated else "")],
        )


def _metric(graph: OrgGraph, id: str) -> Rows:
    metric = graph.org.metrics[id]
    drivers = sorted(each.id for each in graph.org.metrics.values() if id in (each.drives or ()))
    yield "kind", _stated(metric.kind)
    yield "owner", _stated(metric.owner)
    yield "drives", metric.drives or ()
    yield "driven by", drivers
    yield "target", _stated(metric.target)
    yield "current", _stated(metric.current)


def _domain(graph: OrgGraph, id: str) -> Rows:
    yield "complexity", _stated(graph.org.domains[id].complexity)
    yield "teams", sorted(team.id for team in graph.org.teams.values() if id in (team.domains or ()))
    yield "components", sorted(each.id for each in graph.org.components.values() if each.domain == id)


def _hiring(graph: OrgGraph, id: str) -> Rows:
    loop = graph.org.hiring[id]
    yield "team", _stated(loop.team)
    yield "hiring manager", _stated(loop.hiring_manager)
    yield "recruiter", _stated(loop.recruiter)
    yield "bar raiser", _stated(loop.bar_raiser)
    yield "interviewers", loop.interviewers or ()


_WRITERS: dict[str, Callable[[OrgGraph, str], Rows]] = {
    "person": _person,
    "team": _team,
    "initiative": _initiative,
    "component": _component,
    "decision": _decision,
    "metric": _metric,
    "domain": _domain,
    "hiring": _hiring,
}
