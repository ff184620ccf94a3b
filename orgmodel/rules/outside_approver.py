"""Somebody outside the owning unit has to approve what can be undone.

## What it checks

The steps of a two-way door that can veto or approve. They are inside if they are taken by the owning team or what is
below it, by somebody in one of these teams, by whoever leads the owner or a group above it, or by somebody whom its
lead reports to; everybody else is outside. Where several ways lead to the decision there is a finding only if each of
them passes somebody outside. Steps that a law, a contract or safety requires (`mandated`) do not count, nor does one
that the decider takes. The steps that an initiative states itself are asked as well. A decision is counted as unknown
if it does not state its owner, its door, its steps and what they can do, or if it is not known where an approver
belongs.

## Why it matters

Whoever is outside knows less of the matter and has other work first, so that the decision waits for a look that finds
little. In studies of software teams, approval from outside goes with slower delivery and with no fewer failures.

## Bad

```yaml
teams: {checkout: {}, change-board: {kind: council}}
decisions:
  release-in-peak:
    owner: checkout
    door: two-way
    steps: [{by: change-board, can: veto}]
```

## Good

```yaml
teams: {checkout: {}, change-board: {kind: council}}
decisions:
  release-in-peak:
    owner: checkout
    door: two-way
    steps: [{by: change-board, can: advise}]
```

## What to do

Let them advise, or have them write their rules down in a form that the owner can check alone. Where a law or a contract
requires the approval say so in `mandated`.
"""

from orgmodel.graph import OrgGraph
from orgmodel.graph.deciding import Asked
from orgmodel.rules.approving import DOORS, Approval, Route, as_notes, names, routes, spot_of, told_apart
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, listed


def check(graph: OrgGraph, options: Options) -> Answers:
    """Ask of every decision that is, or may be, a two-way door where those belong who have to agree."""
    for asked in graph.deciding.asked:
        if asked.decision.door != "one-way":
            found = routes(graph, asked)
            yield found if isinstance(found, Unknown) else _judged(graph, asked, found)


def _judged(graph: OrgGraph, asked: Asked, found: tuple[Route, ...]) -> Answer:
    if not all(route.needed for route in found):
        return FINE
    owner = asked.decision.owner
    if owner is None or owner not in graph.org.teams:
        return Unknown(asked.kind, asked.id, "owners of decisions")
    where = [[graph.deciding.is_outside(owner, each.step.by) for each in route.needed] for route in found]
    if any(set(each) == {False} for each in where):
        return FINE
    if not all(True in each for each in where):
        return Unknown(asked.kind, asked.id, "teams of those who approve")
    if asked.decision.door is None:
        return Unknown(asked.kind, asked.id, DOORS)
    return _outside(asked, owner, found, where)


def _outside(asked: Asked, owner: str, found: tuple[Route, ...], where: list[list[bool | None]]) -> Violation:
    sides = zip(found, where, strict=True)
    outsiders = [_outsiders(route, is_outside) for route, is_outside in sides]
    fewest = min(outsiders, key=len)
    route, by = found[outsiders.index(fewest)], names(fewest)
    even = f", even on the best of {len(found)} ways" if len(found) > 1 else ""
    return Violation(
        kind=asked.kind,
        id=asked.id,
        message=f"{asked.id} can be undone, and {listed(by)} outside {owner} must agree{even}",
        help=f"let {listed(by)} advise, or write down rules that {owner} can check alone",
        spot=spot_of(asked, fewest[0]),
        label=f"outside {owner}",
        notes=tuple(told_apart(route.mandated)),
        related=as_notes(asked, fewest),
        evidence={"outside": by, "owner": owner, "mandated": names(route.mandated), "ways": len(found)},
    )


def _outsiders(route: Route, is_outside: list[bool | None]) -> tuple[Approval, ...]:
    return tuple(each for each, outside in zip(route.needed, is_outside, strict=True) if outside)


rule = Rule(
    code="D005",
    name="outside-approver",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="supported: external approval goes with slower delivery and no better stability",
    sources=("DORA",),
    covers=("D010",),
    subject="decision",
)
