"""The whole organisation as one typed graph of networkx."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import networkx

from orgmodel.model.fields import NOBODY

if TYPE_CHECKING:
    from orgmodel.graph.org_graph import OrgGraph

Typed = Iterator[tuple[str, str, str]]


def to_networkx(graph: "OrgGraph") -> "networkx.MultiDiGraph[str]":
    """Return a node for each entity, and an edge for each tie between two entities that are described."""
    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for kind, entity in graph.org.entities():
        result.add_node(f"{kind}:{entity.id}", kind=kind, id=entity.id, label=entity.label)
    for ties in (_people, _teams, _initiatives, _components, _decisions, _metrics):
        for source, target, type in ties(graph):
            if source in result and target in result:
                result.add_edge(source, target, type=type)
    for edge in graph.dependencies().edges:
        reasons = tuple(reason.why for reason in edge.reasons)
        names = f"team:{edge.source}", f"team:{edge.target}"
        result.add_edge(*names, type="depends-on", weight=edge.weight, reasons=reasons)
    return result


def _people(graph: "OrgGraph") -> Typed:
    for id, person in graph.org.people.items():
        manager = graph.manager_of(id)
        if manager not in (None, NOBODY):
            yield f"person:{id}", f"person:{manager}", "reports-to"
        yield from ((f"person:{id}", f"person:{other}", "reports-to-dotted") for other in person.dotted or ())


def _teams(graph: "OrgGraph") -> Typed:
    for id, team in graph.org.teams.items():
        yield from ((f"person:{member.person}", f"team:{id}", "member-of") for member in team.members or ())
        yield from ((f"person:{lead}", f"team:{id}", "leads") for lead in team.lead or ())
        yield f"team:{id}", f"team:{team.parent}", "part-of"


def _initiatives(graph: "OrgGraph") -> Typed:
    for id, initiative in graph.org.initiatives.items():
        node = f"initiative:{id}"
        yield from ((f"person:{leader.person}", node, "leads") for leader in initiative.leader or ())
        if initiative.team:
            yield f"team:{initiative.team.team}", node, "owns"
        yield from ((f"team:{part.team}", node, "contributes-to") for part in initiative.contributors or ())
        yield from ((f"person:{part.person}", node, "contributes-to") for part in initiative.people or ())
        yield from ((f"metric:{metric}", node, "measures") for metric in initiative.metrics or ())


def _components(graph: "OrgGraph") -> Typed:
    for id, component in graph.org.components.items():
        node = f"component:{id}"
        yield from ((f"{kind}:{owner}", node, "owns") for kind, owner in graph.owners_of(id))
        yield from ((node, f"component:{needs.component}", "depends-on") for needs in component.depends_on or ())
        yield from ((f"person:{expert}", node, "expert-in") for expert in component.experts or ())
        for approval in component.change_approval or ():
            yield _either(graph, approval.by), node, "approves"


def _decisions(graph: "OrgGraph") -> Typed:
    for id, decision in graph.org.decisions.items():
        node = f"decision:{id}"
        yield f"team:{decision.owner}", node, "owns"
        for path in (decision, *(decision.any_of or ())):
            if path.decider:
                yield _either(graph, path.decider), node, "decides"
            yield from ((_either(graph, step.by), node, step.can or "asked") for step in path.steps or ())


def _metrics(graph: "OrgGraph") -> Typed:
    for id, metric in graph.org.metrics.items():
        if metric.owner:
            yield _either(graph, metric.owner), f"metric:{id}", "owns"
        yield f"metric:{id}", f"initiative:{metric.initiative}", "measures"
        yield from ((f"metric:{id}", f"metric:{driven}", "drives") for driven in metric.drives or ())


def _either(graph: "OrgGraph", reference: str) -> str:
    found = graph.resolve(reference, "team", "person")
    return f"{found[0]}:{found[1]}" if found else ""
