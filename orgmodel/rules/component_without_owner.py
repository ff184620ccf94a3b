"""A component belongs to nobody.

## What it checks

Every component that is neither external nor deprecated has an owner. `owner: nobody` says that it has none. A component
that says nothing counts as having none where at least one other component states its owner; where none does, owners are
simply not part of the description, and the answer is unknown.

## Why it matters

What belongs to nobody is repaired by nobody, changed by whoever needs it, and found again in the next outage.
Everything that depends on it depends on luck.

## Bad

```yaml
teams:
  payments: {headcount: 6}
components:
  checkout: {owner: payments, depends_on: ledger}
  ledger: {}
```

## Good

```yaml
teams:
  payments: {headcount: 6}
components:
  checkout: {owner: payments, depends_on: ledger}
  ledger: {owner: payments}
```

## What to do

Give it to the team that changes it most often, or that suffers most when it fails. Where nobody wants it, decide
whether it is still needed, and if not mark it `lifecycle: deprecated`.
"""

from collections.abc import Mapping, Sequence

from orgmodel.graph import OrgGraph
from orgmodel.model.components import Component
from orgmodel.rules.base import (
    FINE,
    Absent,
    Answer,
    Answers,
    Options,
    Rule,
    Unknown,
    Violation,
    absent_is_none,
    absent_option,
    counted,
    listed,
)


class Settings(Options):
    """How a component without a word about its owner is taken."""

    absent: Absent = absent_option()


def check(graph: OrgGraph, options: Settings) -> Answers:
    """Ask every component that is still in use for its owner."""
    owners = [component.owner for component in graph.org.components.values()]
    none, stated = absent_is_none(options.absent, owners), sum(owner is not None for owner in owners)
    users = _users(graph)
    for component in graph.components:
        if component.lifecycle == "deprecated":
            continue
        if component.owner == () or (component.owner is None and none):
            yield _ownerless(component, stated, users.get(component.id, ()))
        else:
            yield _owned(graph, component)


def _users(graph: OrgGraph) -> Mapping[str, list[str]]:
    """Return who depends on each component, sorted."""
    users: dict[str, list[str]] = {}
    for id, component in sorted(graph.org.components.items()):
        for need in component.depends_on or ():
            users.setdefault(need.component, []).append(id)
    return users


def _owned(graph: OrgGraph, component: Component) -> Answer:
    if component.owner is None:
        return Unknown("component", component.id, "owners of components")
    if not graph.owners_of(component.id):
        return Unknown("component", component.id, "owners of components that are described themselves")
    return FINE


def _ownerless(component: Component, stated: int, users: Sequence[str]) -> Violation:
    used_by = [user for user in users if user != component.id]
    others = f"none is stated, while {counted(stated, 'component')} {'states' if stated == 1 else 'state'} one"
    why = "`owner: nobody`" if component.owner == () else others if stated else "none is stated"
    return Violation(
        kind="component",
        id=component.id,
        message=f"{component.id} has no owner ({why})",
        help="give it to one team, or mark it `lifecycle: deprecated` if it is on its way out",
        path=("owner",),
        notes=(f"{listed(used_by)} {'depends' if len(used_by) == 1 else 'depend'} on it",) if used_by else (),
        evidence={"stated_as_nobody": component.owner == (), "components_with_owner": stated, "used_by": used_by},
    )


rule = Rule(
    code="O001",
    name="component-without-owner",
    severity="error",
    page=__doc__,
    check=check,
    options=Settings,
    evidence="practice",
    sources=("CORTEX", "NETLIFY"),
    subject="component",
)
