"""Two teams that have much to agree on have no common superior nearby.

## What it checks

Who waits for whom (shared code, shared data, custom work, approvals, people on loan, whatever blocks, and kinds that
are not stated), and how far up the first common superior of the two teams stands: steps from a lead to whom that lead
reports, counted on the longer side, and steps from group to group where managers are not known. The cost of a
dependency is its weight times these steps. It is found if the cost is above the `quantile` of all such costs and above
twice their median. With fewer than ten teams that wait or are waited for nothing stands out, and the rule is silent.

## Why it matters

What two teams cannot agree on goes up to the first person who can decide for both. Two steps away that is a talk in the
corridor; five steps away it is a meeting in three weeks, for which others prepare. The dependencies that are both heavy
and far apart eat the time of those with the least of it.

## Bad

```yaml
teams:
  all: {}
  shop: {parent: all}
  ways: {parent: all}
  a: {parent: shop}
  b: {parent: shop}
  c: {parent: shop}
  d: {parent: shop}
  e: {parent: shop}
  f: {parent: ways}
  g: {parent: ways}
  h: {parent: ways}
  i: {parent: ways}
  j: {parent: ways}
dependencies:
  - {from: a, to: b, kind: shared-code, strength: 1}
  - {from: c, to: d, kind: shared-code, strength: 1}
  - {from: f, to: g, kind: shared-code, strength: 1}
  - {from: h, to: i, kind: shared-code, strength: 1}
  - {from: e, to: j, kind: shared-code, strength: 9}
```

## Good

```yaml
teams:
  all: {}
  shop: {parent: all}
  ways: {parent: all}
  a: {parent: shop}
  b: {parent: shop}
  c: {parent: shop}
  d: {parent: shop}
  e: {parent: shop}
  f: {parent: ways}
  g: {parent: ways}
  h: {parent: ways}
  i: {parent: ways}
  j: {parent: ways}
dependencies:
  - {from: a, to: b, kind: shared-code, strength: 1}
  - {from: c, to: d, kind: shared-code, strength: 1}
  - {from: f, to: g, kind: shared-code, strength: 1}
  - {from: h, to: i, kind: shared-code, strength: 1}
  - {from: e, to: j, kind: self-service, strength: 9}
```

## What to do

End the waiting, so that there is nothing left to agree on. Where that is not possible, bring the two teams under one
roof, or let their leads decide together and say so.
"""

from collections.abc import Iterable
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge
from orgmodel.graph.nearness import Near
from orgmodel.measures.distribution import quantile
from orgmodel.rules.base import FINE, Answers, Options, Rule, Unknown, Violation, counted, option, plain
from orgmodel.rules.pairs import arrow
from orgmodel.rules.remedies import remedy_between
from orgmodel.rules.waiting import MISSING, hop, is_unstated, main_reason, of_unknown_kind, unknown_kinds

FEWEST_TEAMS = 10
"""With fewer teams that wait or are waited for, nothing stands out from anything."""

SUPERIORS = "managers of leads, or parents of teams"


class Limits(Options):
    """What is costly."""

    quantile: float = option(0.9, "judgement", "The share of dependencies whose cost one must exceed.")


class Costs(NamedTuple):
    """The high quantile and the median of what dependencies cost."""

    high: float
    median: float


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Compare the cost of each dependency with that of the others."""
    teams = graph.org.teams
    if is_unstated(graph):
        ours = [team.id for team in graph.dependency_teams if not team.external]
        yield from (Unknown("team", team, MISSING) for team in ours)
        return
    waits = graph.dependencies("waits")
    edges = [edge for edge in waits.edges if not (teams[edge.source].external and teams[edge.target].external)]
    near = [graph.nearness.between(edge.source, edge.target) for edge in edges]
    known = (_cost(edge, each) for edge, each in zip(edges, near, strict=True) if each is not None)
    costs = _usual(known, options.quantile)
    silent = len(waits.connected_teams) < FEWEST_TEAMS
    for edge, each in zip(edges, near, strict=True):
        if each is None:
            yield Unknown("dependency", arrow(edge.source, edge.target), SUPERIORS)
        elif silent or _cost(edge, each) <= max(costs.high, 2 * costs.median):
            yield FINE
        else:
            yield _violation(edge, each, costs)


def _cost(edge: Edge, near: Near) -> float:
    return round(edge.weight * near.steps, 9)


def _usual(costs: Iterable[float], share: float) -> Costs:
    """Return the high quantile and the median of what dependencies cost."""
    known = list(costs)
    return Costs(quantile(known, share) or 0.0, quantile(known, 0.5) or 0.0)


def _violation(edge: Edge, near: Near, costs: Costs) -> Violation:
    cost = _cost(edge, near)
    superior = f"{near.id}, {counted(near.steps, 'step')} up" if near.kind else "nobody"
    much = f"weight {plain(round(edge.weight, 9))}, cost {plain(cost)}, median {plain(costs.median)}"
    return Violation(
        kind="dependency",
        id=arrow(edge.source, edge.target),
        message=f"{edge.source} waits for {edge.target}, and the first they both answer to is {superior} ({much})",
        help=remedy_between(edge),
        spot=main_reason(edge).spot,
        notes=of_unknown_kind((edge,)),
        related=(hop(edge),),
        evidence={
            "cost": cost,
            "weight": edge.weight,
            "steps": near.steps,
            "common_superior": near.id or None,
            "quantile": round(costs.high, 3),
            "median": costs.median,
            "reasons_of_unknown_kind": unknown_kinds((edge,))[0],
        },
        concerns=(("team", edge.source), ("team", edge.target)),
        identity=(edge.source, edge.target),
    )


rule = Rule(
    code="C007",
    name="costly-coordination",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BRYAR3",),
    subject="dependency",
    relative=True,
)
