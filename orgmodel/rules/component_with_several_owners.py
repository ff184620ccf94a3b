"""A component has several owners.

## What it checks

How many teams or people own each component. An owner until a stated date (`{team, until, then}`) is handing it over and
does not count beside another one, nor does the one who takes over.

## Why it matters

Two owners each have a reason to believe that the other one will do it, and each can stop a change. Who decides, who is
woken at night and who pays are questions that then have to be answered every time anew.

## Bad

```yaml
teams:
  payments: {headcount: 6}
  orders: {headcount: 7}
components:
  ledger: {owner: [payments, orders]}
```

## Good

```yaml
teams:
  payments: {headcount: 6}
  orders: {headcount: 7}
components:
  ledger: {owner: {team: payments, until: 2027-03-31, then: orders}}
  receipts: {owner: orders}
```

## What to do

Decide for one owner and let the others propose changes to it. If no one team can own it, it is most likely two
components: split it along the line between the owners.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.components import Component
from orgmodel.model.fields import NOBODY
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, listed, option

_Owners = dict[tuple[str, str], int]


class Limits(Options):
    """How many owners a component may have."""

    max: int = option(1, "judgement", "The most owners that a component may have.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the owners of every component, without those who are handing it over."""
    for component in graph.components:
        if component.owner is None:
            yield Unknown("component", component.id, "owners of components")
        else:
            yield _judged(graph, component, options)


def _judged(graph: OrgGraph, component: Component, options: Limits) -> Answer:
    owners, unclear = _lasting_owners(graph, component)
    if len(owners) > options.max:
        return _several(component.id, owners, options.max)
    if len(owners) + unclear > options.max:
        return Unknown("component", component.id, "owners of components that are described themselves")
    return FINE


def _lasting_owners(graph: OrgGraph, component: Component) -> tuple[_Owners, int]:
    """Return the owners without a stated end and where they are written, and how many are not described."""
    owners: _Owners = {}
    unclear = 0
    for position, owner in enumerate(component.owner or ()):
        if owner.until is not None or owner.team == NOBODY:
            continue
        found = graph.resolve(owner.team, "team", "person")
        if found is None:
            unclear += 1
        else:
            owners.setdefault(found, position)
    return owners, unclear


def _several(component: str, owners: _Owners, limit: int) -> Violation:
    ids = [id for _, id in owners]
    kept = [*owners.items()][:limit]
    return Violation(
        kind="component",
        id=component,
        message=f"{component} has {len(ids)} owners, {listed(ids)} (limit {limit})",
        help="decide for one of them; where it is changing hands write `{team, until, then}`",
        path=("owner", [*owners.values()][limit], "team"),
        label="one owner too many",
        related=tuple(
            Note("owns it as well", *owner, spot=Spot("components", component, ("owner", position, "team")))
            for owner, position in kept
        ),
        evidence={"owners": ids, "count": len(ids), "limit": limit},
    )


rule = Rule(
    code="O002",
    name="component-with-several-owners",
    severity="error",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("CORTEX", "TT3"),
    subject="component",
)
