"""Exactly two teams wait for each other.

## What it checks

Who waits for whom: shared code, shared data, custom work, approvals, people on loan, whatever blocks, and dependencies
whose kind is not stated. Calling a published interface is not waiting and does not count. Two teams that wait for each
other, and are part of no larger circle, get one note, with the reason for each direction. Larger circles are
`dependency-cycle` (C002).

## Why it matters

Two teams that cannot move without each other plan together, release together and explain each other's delays. Often
they are one team with a line drawn through it, or two teams with the line drawn at the wrong place.

## Bad

```yaml
teams: {campaigns: {headcount: 5}, mailing: {headcount: 4}}
dependencies:
  - {from: campaigns, to: mailing, kind: shared-code, why: each campaign is a template in their repository}
  - {from: mailing, to: campaigns, kind: shared-data, why: recipients come from a spreadsheet}
```

## Good

```yaml
teams: {campaigns: {headcount: 5}, mailing: {headcount: 4}}
dependencies:
  - {from: campaigns, to: mailing, kind: self-service, why: templates are made in an editor}
  - {from: mailing, to: campaigns, kind: shared-data, why: recipients come from a spreadsheet}
```

## What to do

If the two are small and do one thing, make them one team. Otherwise end the waiting in one direction, the lighter one
first.
"""

from collections.abc import Iterator

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge
from orgmodel.measures.focus import TWO_PIZZAS
from orgmodel.rules.base import Answers, Fine, Options, Rule, Unknown, Violation, counted
from orgmodel.rules.remedies import remedy_between
from orgmodel.rules.waiting import MISSING, hop, is_unstated, main_reason, of_unknown_kind, unknown_kinds


def check(graph: OrgGraph, options: Options) -> Answers:
    """Look at each two teams that wait for each other and for nobody in a larger circle."""
    teams = {team.id for team in graph.dependency_teams if not team.external}
    if is_unstated(graph):
        yield from (Unknown("team", team, MISSING) for team in sorted(teams))
        return
    waits = graph.dependencies("waits")
    pairs = [group for group in waits.cyclic_groups if len(group) == 2 and not teams.isdisjoint(group)]
    for one, other in pairs:
        there = next(edge for edge in waits.out_edges[one] if edge.target == other)
        back = next(edge for edge in waits.out_edges[other] if edge.target == one)
        yield _violation(graph, there, back)
    yield Fine(len(teams.difference(*pairs)))


def _violation(graph: OrgGraph, there: Edge, back: Edge) -> Violation:
    one, other = there.source, there.target
    name = f"{one} and {other}"
    lighter = back if back.weight < there.weight else there
    together = _together(graph, one, other)
    is_large = together is not None and together > TWO_PIZZAS
    return Violation(
        kind="cycle",
        id=name,
        message=f"{name} wait for each other: {_how(there)} one way, {_how(back)} the other",
        help=remedy_between(lighter) if is_large else f"make them one team, or {remedy_between(lighter)}",
        spot=main_reason(there).spot,
        notes=(*_size(together), *of_unknown_kind((there, back))),
        related=(hop(there), hop(back)),
        evidence={
            "teams": [one, other],
            "kinds": [list(there.kinds), list(back.kinds)],
            "weights": [there.weight, back.weight],
            "people_together": together,
            "reasons_of_unknown_kind": unknown_kinds((there, back))[0],
        },
        concerns=(("team", one), ("team", other)),
        identity=(one, other),
    )


def _how(edge: Edge) -> str:
    kind = main_reason(edge).kind
    return "something of unknown kind" if kind == "unknown" else kind.replace("-", " ")


def _together(graph: OrgGraph, one: str, other: str) -> int | None:
    """Count the people of both teams, each once; None if a size is not known."""
    sizes = graph.size(one), graph.size(other)
    if sizes[0] is None or sizes[1] is None:
        return None
    return sizes[0] + sizes[1] - len(set(graph.people_of(one)).intersection(graph.people_of(other)))


def _size(together: int | None) -> Iterator[str]:
    if together is not None:
        too_many = ", too many for one team" if together > TWO_PIZZAS else ""
        yield f"together they have {counted(together, 'person', 'people')}{too_many}"


rule = Rule(
    code="C003",
    name="mutual-dependency",
    severity="info",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("BRYAR3",),
    subject="cycle",
)
