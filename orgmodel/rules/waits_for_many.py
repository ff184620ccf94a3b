"""A team waits for too many others.

## What it checks

How many other teams each delivery team waits for, for whatever reason: shared code, shared data, custom work,
approvals, people on loan, whatever blocks, and dependencies whose kind is not stated. Calling a published interface is
not waiting and does not count; neither do approvals that a law or a contract requires. If one initiative or one
component is the cause of at least a third of it, the finding says so, and for how many the team would wait without it.

## Why it matters

Each team that has to deliver first is a queue, and whoever stands in many queues is served by the slowest. A team that
waits for one other can agree with it; one that waits for eight has a plan that eight others can upset.

## Bad

```yaml
teams: {checkout: {}, stock: {}, prices: {}, tax: {}, mail: {}, search: {}, legal: {kind: council}}
dependencies:
  - {from: checkout, to: stock, kind: shared-data}
  - {from: checkout, to: prices, kind: shared-code}
  - {from: checkout, to: tax, kind: custom-work}
  - {from: checkout, to: mail, kind: custom-work}
  - {from: checkout, to: search, kind: staffing}
  - {from: checkout, to: legal, kind: approval}
```

## Good

```yaml
teams: {checkout: {}, stock: {}, prices: {}, tax: {}, mail: {}, search: {}, legal: {kind: council}}
dependencies:
  - {from: checkout, to: stock, kind: api}
  - {from: checkout, to: prices, kind: api}
  - {from: checkout, to: tax, kind: custom-work}
  - {from: checkout, to: mail, kind: self-service}
  - {from: checkout, to: search, kind: staffing}
  - {from: checkout, to: legal, kind: approval}
```

## What to do

Begin with the cause that most of the waiting shares: take an initiative to where its work is, let the team own what it
needs most, and have interfaces published for the rest.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, counted, listed, option
from orgmodel.rules.remedies import remedy_of_consumer
from orgmodel.rules.waiting import MISSING, heaviest, hop, is_unstated, of_unknown_kind, unknown_kinds, weight_of

MOST_SHOWN = 8
"""How many of the teams a finding names with reason and place; its evidence has all."""


class Limits(Options):
    """How many are too many."""

    max: int = option(5, "judgement", "The most teams that a team may wait for.")


class Cause(NamedTuple):
    """An initiative or a component through which a team waits, and for how many teams it waits through that alone."""

    kind: str
    id: str
    teams: int


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count for each delivery team whom it waits for."""
    unstated = is_unstated(graph)
    for team in graph.delivery_teams:
        yield Unknown("team", team.id, MISSING) if unstated else _judged(graph, team.id, options.max)


def _judged(graph: OrgGraph, team: str, most: int) -> Answer:
    edges = graph.waits_for(team)
    if len(edges) <= most:
        return FINE
    cause = _main_cause(edges)
    councils = sum(graph.kind_of(edge.target) == "council" for edge in edges)
    because = f"; {cause.teams} of them only because of {cause.id}" if cause else ""
    return Violation(
        kind="team",
        id=team,
        message=f"{team} waits for {counted(len(edges), 'team')}{weight_of(edges)}, limit {most}{because}",
        help=_remedy(team, edges, cause),
        label=f"waits for {len(edges)}",
        notes=(*_notes(edges, cause, councils), *of_unknown_kind(edges)),
        related=tuple(hop(edge, edge.target) for edge in heaviest(edges)[:MOST_SHOWN]),
        evidence={
            "waits_for": [edge.target for edge in edges],
            "count": len(edges),
            "limit": most,
            "weight": sum(edge.weight for edge in edges),
            "councils": councils,
            "main_cause": cause.id if cause else None,
            "without_main_cause": len(edges) - cause.teams if cause else None,
            "reasons_of_unknown_kind": unknown_kinds(edges)[0],
        },
        concerns=((cause.kind, cause.id),) if cause else (),
    )


def _main_cause(edges: Sequence[Edge]) -> Cause | None:
    """Return the initiative or component without which most waiting would go, if that is at least a third."""
    through = Counter[tuple[str, str]]()
    for edge in edges:
        causes = {reason.through for reason in edge.reasons}
        if len(causes) == 1 and (cause := causes.pop()) is not None:
            through[cause] += 1
    if not through:
        return None
    (kind, id), teams = min(through.items(), key=lambda each: (-each[1], each[0]))
    return Cause(kind, id, teams) if teams > 1 and 3 * teams >= len(edges) else None


def _remedy(team: str, edges: Sequence[Edge], cause: Cause | None) -> str:
    if cause and cause.kind == "initiative":
        return f"give {cause.id} to one team that can finish it with fewer others"
    if cause:
        return f"have what {cause.id} needs published through interfaces, or move it to where it is needed"
    return remedy_of_consumer(team, edges)


def _notes(edges: Sequence[Edge], cause: Cause | None, councils: int) -> Iterator[str]:
    if cause:
        yield f"without {cause.id} it would wait for {len(edges) - cause.teams}"
    if councils:
        yield f"{counted(councils, 'council')} among them"
    if left := [edge.target for edge in heaviest(edges)[MOST_SHOWN:]]:
        yield f"it also waits for {listed(left, MOST_SHOWN)}"


rule = Rule(
    code="C004",
    name="waits-for-many",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BRYAR3",),
    subject="team",
)
