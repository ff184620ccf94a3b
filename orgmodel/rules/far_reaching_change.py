"""A change of one team reaches a large part of the organisation.

## What it checks

The propagation cost of waiting: of all ordered pairs of teams, the share in which one waits for the other, directly or
through others; each team counts as reaching itself. Shared code, shared data, custom work, approvals, people on loan,
whatever blocks, and kinds that are not stated are waiting; calling a published interface is not. Above `max` there is
one finding. It names the teams whose changes reach most, and the largest group of teams in a circle. With fewer than
ten teams the number says little, and the rule is silent.

## Why it matters

A propagation cost of a third means that a change or a delay in a team, taken at random, can travel to a third of all.
In software, products of which parts hang together in that way have been found to cost clearly more to change. It grows
by single dependencies, none of which looks bad where it is made.

## Bad

```yaml
teams: {a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, g: {}, h: {}, i: {}, j: {}}
dependencies:
  - {from: a, to: b, kind: shared-code}
  - {from: b, to: c, kind: shared-code}
  - {from: c, to: d, kind: shared-code}
  - {from: d, to: e, kind: shared-code}
  - {from: e, to: f, kind: shared-code}
  - {from: f, to: g, kind: shared-code}
```

## Good

```yaml
teams: {a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, g: {}, h: {}, i: {}, j: {}}
dependencies:
  - {from: a, to: b, kind: shared-code}
  - {from: b, to: c, kind: shared-code}
  - {from: c, to: d, kind: api}
  - {from: d, to: e, kind: shared-code}
  - {from: e, to: f, kind: shared-code}
  - {from: f, to: g, kind: shared-code}
```

## What to do

Open the largest circle first, if there is one: that shortens most ways at once. Then publish the interfaces of the
teams whose changes reach most.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.leadership import percent
from orgmodel.measures.base import Detailed, Undefined
from orgmodel.measures.reach import propagation_cost
from orgmodel.measures.ties import ties_of
from orgmodel.measures.visibility import reaching
from orgmodel.rules.base import FINE, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option
from orgmodel.rules.waiting import MISSING, is_unstated

FEWEST_TEAMS = 10
"""With fewer teams, that each team reaches itself is most of the number."""

MOST_SHOWN = 3
"""How many of the teams whose changes reach most a finding names."""


class Limits(Options):
    """How far is far."""

    max: float = option(0.25, "judgement", "The largest share of pairs of teams of which one reaches the other.")


class Reaching(NamedTuple):
    """A team, and how many teams a change of it reaches, itself included."""

    team: str
    teams: int


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Compare the propagation cost of waiting with the limit."""
    if not graph.dependency_teams:
        return
    if is_unstated(graph):
        yield Unknown("organisation", "", MISSING)
        return
    ties = ties_of(graph.dependencies("waits"))
    found = propagation_cost(ties) if len(ties.nodes) >= FEWEST_TEAMS else 0.0
    cost, remark = (found.value, found.detail) if isinstance(found, Detailed) else (found, None)
    if isinstance(cost, Undefined) or float(cost) <= options.max:
        yield FINE
        return
    counts = reaching(ties).counts
    farthest = [Reaching(team, round(count)) for team, count in zip(ties.nodes, counts, strict=True)]
    yield _violation(graph, float(cost), remark, sorted(farthest, key=lambda each: (-each.teams, each.team)), options)


def _violation(
    graph: OrgGraph, cost: float, remark: str | None, farthest: Sequence[Reaching], options: Limits
) -> Violation:
    circle = max(graph.dependencies("waits").cyclic_groups, key=len, default=())
    first = farthest[0]
    of_all = f"{percent(cost)} of {counted(len(farthest), 'team')} on average (limit {percent(options.max)})"
    return Violation(
        kind="organisation",
        id="",
        message=f"a change or a delay in one team reaches {of_all}",
        help=f"open the circle of {len(circle):,} teams" if circle else f"publish the interfaces of {first.team}",
        notes=tuple(_notes(circle, remark)),
        related=tuple(
            Note(f"a change here reaches {counted(each.teams, 'team')}", "team", each.team)
            for each in farthest[:MOST_SHOWN]
        ),
        evidence={
            "propagation_cost": round(cost, 6),
            "limit": options.max,
            "teams": len(farthest),
            "largest_circle": len(circle),
            "reach_most": {each.team: each.teams for each in farthest[:MOST_SHOWN]},
        },
    )


def _notes(circle: Sequence[str], remark: str | None) -> Iterator[str]:
    if circle:
        yield f"the largest circle: {listed(circle, 6)}"
    if remark:
        yield remark


rule = Rule(
    code="C017",
    name="far-reaching-change",
    severity="info",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="supported: comparisons of products",
    sources=("MACCORMACK",),
    subject="organisation",
    relative=True,
)
