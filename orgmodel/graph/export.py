"""The whole organisation as one typed graph of networkx."""

from collections.abc import Iterator

import networkx

from orgmodel.graph.dependencies import TeamDependencies
from orgmodel.graph.ownership import Ownership
from orgmodel.graph.reporting import ReportingLines
from orgmodel.model.decisions import Decision, Path
from orgmodel.model.fields import NOBODY
from orgmodel.model.organisation import Org

Typed = Iterator[tuple[str, str, str]]


def to_networkx(
    org: Org, reporting: ReportingLines, ownership: Ownership, dependencies: TeamDependencies
) -> "networkx.MultiDiGraph[str]":
    """Return a node for each entity, and an edge for each tie between two entities that are described."""
    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for kind, entity in org.entities():
        result.add_node(f"{kind}:{entity.id}", kind=kind, id=entity.id, label=entity.label)
    for ties in (
        _people(org, reporting),
        _teams(org),
        _initiatives(org),
        _components(org, ownership),
        _decisions(org, ownership),
        _metrics(org, ownership),
    ):
        for source, target, type in ties:
            if source in result and target in result:
                result.add_edge(source, target, type=type)
    for edge in dependencies.edges:
        reasons = tuple(reason.why for reason in edge.reasons)
        names = f"team:{edge.source}", f"team:{edge.target}"
        result.add_edge(*names, type="depends-on", weight=edge.weight, reasons=reasons)
    return result


def _people(org: Org, reporting: ReportingLines) -> Typed:
    for id, person in org.people.items():
        manager = reporting.manager_of(id)
        if manager not in (None, NOBODY):
            yield f"person:{id}", f"person:{manager}", "reports-to"
        yield from ((f"person:{id}", f"person:{other}", "reports-to-dotted") for other in person.dotted or ())


def _teams(org: Org) -> Typed:
    for id, team in org.teams.items():
        yield from ((f"person:{member.person}", f"team:{id}", "member-of") for member in team.members or ())
        yield from ((f"person:{lead}", f"team:{id}", "leads") for lead in team.lead or ())
        yield f"team:{id}", f"team:{team.parent}", "part-of"


def _initiatives(org: Org) -> Typed:
    for id, initiative in org.initiatives.items():
        node = f"initiative:{id}"
        yield from ((f"person:{leader.person}", node, "leads") for leader in initiative.leader or ())
        if initiative.team:
            yield f"team:{initiative.team.team}", node, "owns"
        yield from ((f"team:{part.team}", node, "contributes-to") for part in initiative.contributors or ())
        yield from ((f"person:{part.person}", node, "contributes-to") for part in initiative.people or ())
        yield from ((f"metric:{metric}", node, "measures") for metric in initiative.metrics or ())


def _components(org: Org, ownership: Ownership) -> Typed:
    for id, component in org.components.items():
        node = f"component:{id}"
        yield from ((f"{kind}:{owner}", node, "owns") for kind, owner in ownership.owners_of(id))
        yield from ((node, f"component:{needs.component}", "depends-on") for needs in component.depends_on or ())
        yield from ((f"person:{expert}", node, "expert-in") for expert in component.experts or ())
        for approval in component.change_approval or ():
            yield _either(ownership, approval.by), node, "approves"


def _decisions(org: Org, ownership: Ownership) -> Typed:
    for id, decision in org.decisions.items():
        node = f"decision:{id}"
        yield f"team:{decision.owner}", node, "owns"
        paths: tuple[Decision | Path, ...] = (decision, *(decision.any_of or ()))
        for path in paths:
            if path.decider:
                yield _either(ownership, path.decider), node, "decides"
            yield from ((_either(ownership, step.by), node, step.can or "asked") for step in path.steps or ())


def _metrics(org: Org, ownership: Ownership) -> Typed:
    for id, metric in org.metrics.items():
        if metric.owner:
            yield _either(ownership, metric.owner), f"metric:{id}", "owns"
        yield f"metric:{id}", f"initiative:{metric.initiative}", "measures"
        yield from ((f"metric:{id}", f"metric:{driven}", "drives") for driven in metric.drives or ())


def _either(ownership: Ownership, reference: str) -> str:
    found = ownership.resolve(reference, "team", "person")
    return f"{found[0]}:{found[1]}" if found else ""
