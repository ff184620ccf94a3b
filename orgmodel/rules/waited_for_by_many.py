"""Too many teams wait for one.

## What it checks

How many other teams wait for each delivery team, for whatever reason: shared code, shared data, custom work, approvals,
people on loan, whatever blocks, and dependencies whose kind is not stated. Calling a published interface is not waiting
and does not count. There is a finding if they are more than `max`, and also more than the high quantile and twice the
median of all teams that wait or are waited for; with fewer than ten such teams the rule is silent.

## Why it matters

A team that many wait for sets the pace of all of them, and spends its days between requests. Usually it builds, reports
or decides by hand what others could do for themselves if it offered them the means.

## Bad

```yaml
teams: {reports: {}, a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, g: {}, h: {}, i: {}}
dependencies:
  - {from: a, to: reports, kind: custom-work}
  - {from: b, to: reports, kind: custom-work}
  - {from: c, to: reports, kind: custom-work}
  - {from: d, to: reports, kind: custom-work}
  - {from: e, to: reports, kind: custom-work}
  - {from: f, to: reports, kind: custom-work}
  - {from: g, to: reports, kind: custom-work}
  - {from: h, to: reports, kind: custom-work}
  - {from: i, to: reports, kind: custom-work}
```

## Good

```yaml
teams: {reports: {}, a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, g: {}, h: {}, i: {}}
dependencies:
  - {from: a, to: reports, kind: self-service}
  - {from: b, to: reports, kind: self-service}
  - {from: c, to: reports, kind: self-service}
  - {from: d, to: reports, kind: self-service}
  - {from: e, to: reports, kind: self-service}
  - {from: f, to: reports, kind: self-service}
  - {from: g, to: reports, kind: custom-work}
  - {from: h, to: reports, kind: custom-work}
  - {from: i, to: reports, kind: custom-work}
```

## What to do

Look at what the waiting is for, and let others serve themselves: an interface, a tool, a rule that can be checked
without asking. If it is many different things, the team may be several.
"""

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge, TeamDependencies
from orgmodel.measures.distribution import quantile
from orgmodel.rules.base import FINE, Answers, Options, Rule, Unknown, Violation, counted, listed, option, plain
from orgmodel.rules.remedies import remedy_of_provider
from orgmodel.rules.waiting import MISSING, heaviest, hop, is_unstated, of_unknown_kind, unknown_kinds, weight_of

FEWEST_TEAMS = 10
"""With fewer teams that wait or are waited for, nothing stands out from anything."""

MOST_SHOWN = 8
"""How many of the teams a finding names with reason and place; its evidence has all."""


class Limits(Options):
    """How many are too many."""

    max: int = option(8, "judgement", "The most teams that may wait for one.")
    quantile: float = option(0.95, "judgement", "The share of teams whose number of waiting teams one must exceed.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count for each delivery team who waits for it, and compare it with the others."""
    waits = graph.dependencies("waits")
    unstated = is_unstated(graph)
    high, median = _usual(waits, options.quantile)
    limit = max(options.max, high, 2 * median)
    silent = len(waits.connected_teams) < FEWEST_TEAMS
    for team in graph.delivery_teams:
        edges = waits.in_edges[team.id]
        if unstated:
            yield Unknown("team", team.id, MISSING)
        elif silent or len(edges) <= limit:
            yield FINE
        else:
            yield _violation(team.id, edges, options, high, median)


def _usual(waits: TeamDependencies, share: float) -> tuple[float, float]:
    """Return the high quantile and the median of how many wait for a team."""
    waiting = [len(waits.in_edges[team]) for team in waits.connected_teams]
    return quantile(waiting, share) or 0.0, quantile(waiting, 0.5) or 0.0


def _violation(team: str, edges: tuple[Edge, ...], options: Limits, high: float, median: float) -> Violation:
    number = f"{counted(len(edges), 'team')} waiting{weight_of(edges)}"
    left = [edge.source for edge in heaviest(edges)[MOST_SHOWN:]]
    return Violation(
        kind="team",
        id=team,
        message=f"{team} keeps {number}, limit {options.max}; the median team keeps {plain(median)}",
        help=remedy_of_provider(team, edges),
        label=f"{len(edges)} wait for it",
        notes=(*([f"also waiting: {listed(left, MOST_SHOWN)}"] if left else []), *of_unknown_kind(edges)),
        related=tuple(hop(edge) for edge in heaviest(edges)[:MOST_SHOWN]),
        evidence={
            "waited_for_by": [edge.source for edge in edges],
            "count": len(edges),
            "limit": options.max,
            "quantile": round(high, 3),
            "median": median,
            "weight": sum(edge.weight for edge in edges),
            "reasons_of_unknown_kind": unknown_kinds(edges)[0],
        },
    )


rule = Rule(
    code="C005",
    name="waited-for-by-many",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BRYAR3",),
    subject="team",
    relative=True,
)
