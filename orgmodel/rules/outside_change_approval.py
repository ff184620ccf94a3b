"""A body outside the owning team must approve changes to a component.

## What it checks

The `change_approval` of each component: who beside the owner must agree to a change. A team or person that belongs to
an owning team is not outside; one that a law, a contract or safety requires (`mandated`) is listed and not counted.
More than `max` outside approvers are a finding. A component that does not state its approvals is counted as unknown;
`change_approval: []` says that there are none. It is unknown as well where nobody is known to own the component.

The finding covers `unpublished-interface` (C006) of the same two teams where that has no other cause than the same
component: a gate in front of shared code is one problem.

## Why it matters

Approval from outside makes every change wait for people who know the component less well than those who changed it. In
surveys of many companies it goes with slower delivery, and not with fewer failures. What keeps failures away are checks
that the team can run itself.

## Bad

```yaml
teams: {orders: {}, finance: {}}
components:
  order-store: {owner: orders, change_approval: [finance]}
```

## Good

```yaml
teams: {orders: {}, finance: {}}
components:
  order-store: {owner: orders, change_approval: [{by: finance, mandated: the audit of revenue}]}
  order-events: {owner: orders, change_approval: []}
```

## What to do

Ask the approver what it looks for, turn that into a check that runs with every change, and let the owner decide.
"""

from collections.abc import Iterator

from orgmodel.graph import OrgGraph
from orgmodel.model.components import Component
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, listed, option
from orgmodel.rules.pairs import PUBLISHED, arrow


class Limits(Options):
    """How many may have to approve."""

    max: int = option(0, "judgement", "The most approvers outside the owning team.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Look at who must approve changes of each component."""
    for component in graph.components:
        if component.change_approval is None:
            yield Unknown("component", component.id, "change approvals of components")
        else:
            yield _judged(graph, component, options.max)


def _judged(graph: OrgGraph, component: Component, limit: int) -> Answer:
    approvals = [(number, each) for number, each in enumerate(component.change_approval or ()) if not each.mandated]
    owners = graph.owning_teams(component.id)
    if approvals and not owners:
        return Unknown("component", component.id, "owners of components")
    team_of = graph.ownership.team_of_approver
    teams = {each.by: team_of(each.by) for _, each in approvals}
    outside = {each.by: number for number, each in reversed(approvals) if teams[each.by] not in (None, *owners)}
    unclear = sum(team is None for team in teams.values())
    if len(outside) > limit:
        return _violation(graph, component, dict(sorted(outside.items(), key=lambda each: each[1])), limit)
    return Unknown("component", component.id, "teams of approvers") if len(outside) + unclear > limit else FINE


def _violation(graph: OrgGraph, component: Component, outside: dict[str, int], limit: int) -> Violation:
    id, owners, bodies = component.id, graph.owning_teams(component.id), list(outside)
    spots = {body: Spot("components", id, ("change_approval", number)) for body, number in outside.items()}
    owned = f"which {listed(owners)} {'owns' if len(owners) == 1 else 'own'}"
    most = f" (limit {limit})" if limit else ""
    return Violation(
        kind="component",
        id=id,
        message=f"changes to {id}, {owned}, need the approval of {listed(bodies)}{most}",
        help=f"turn what {bodies[0]} looks for into a check that runs with every change, and let {owners[0]} decide",
        spot=spots[bodies[limit]],
        label="outside the owning team",
        notes=tuple(_mandated(component)),
        related=tuple(Note("must approve as well", *_kind(graph, body), spot=spots[body]) for body in bodies[1:]),
        evidence={"count": len(bodies), "limit": limit, "approvers": bodies, "owners": list(owners)},
        explains=tuple(_same_cause(graph, component, bodies)),
    )


def _kind(graph: OrgGraph, body: str) -> tuple[str, str]:
    return graph.resolve(body, "team", "person") or ("", "")


def _mandated(component: Component) -> Iterator[str]:
    for each in component.change_approval or ():
        if each.mandated:
            yield f"not counted: {each.by}, because of {each.mandated}"


def _same_cause(graph: OrgGraph, component: Component, bodies: list[str]) -> Iterator[tuple[str, str]]:
    """Return the dependencies on the approvers that are not published and have this component as their only cause."""
    published, this = frozenset((*PUBLISHED, "approval", "unknown")), ("component", component.id)
    for target in dict.fromkeys(graph.ownership.team_of_approver(body) for body in bodies):
        for source in graph.owning_teams(component.id):
            edge = graph.dependencies().edge(source, target) if target else None
            lasting = [each for each in edge.reasons if each.why in ("declared", "component")] if edge else []
            causes = {reason.through for reason in lasting if reason.kind not in published}
            if edge and causes == {this}:
                yield "dependency", arrow(source, edge.target)


rule = Rule(
    code="C015",
    name="outside-change-approval",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="supported: external approval goes with slower delivery and no better stability",
    sources=("NPI", "DORA"),
    covers=("C006", "D005"),
    subject="component",
)
