"""Blocking dependencies form a long chain.

## What it checks

Dependencies that are stated as blocking (`blocking: true`), of whatever kind. A chain is a team that is blocked by a
second, which is blocked by a third, and so on; its length is the number of these dependencies. Of the teams that hang
together by such dependencies the longest chain is shown, if it is longer than `max`: one finding, hop by hop, and how
many teams stand at the head of a chain that is too long. A circle on the way is passed by the shortest way through it;
circles themselves are `dependency-cycle` (C002). A team that waits for others without saying whether that blocks it is
counted as unknown.

## Why it matters

The first team in a chain can begin when the last has delivered, and each one between adds its own queue and its own
slip. With four chances in five that each is in time, a chain of four is in time two times in five.

## Bad

```yaml
teams: {app: {}, checkout: {}, payments: {}, ledger: {}, banks: {}}
dependencies:
  - {from: app, to: checkout, kind: custom-work, blocking: true}
  - {from: checkout, to: payments, kind: custom-work, blocking: true}
  - {from: payments, to: ledger, kind: shared-code, blocking: true}
  - {from: ledger, to: banks, kind: custom-work, blocking: true}
```

## Good

```yaml
teams: {app: {}, checkout: {}, payments: {}, ledger: {}, banks: {}}
dependencies:
  - {from: app, to: checkout, kind: custom-work, blocking: true}
  - {from: checkout, to: payments, kind: api, blocking: false}
  - {from: payments, to: ledger, kind: shared-code, blocking: true}
  - {from: ledger, to: banks, kind: custom-work, blocking: true}
```

## What to do

Cut it in the middle: agree on the interface beforehand, so that both halves can be built at once.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge, Reason
from orgmodel.measures.chains import chains
from orgmodel.rules.base import Answers, Fine, Options, Rule, Unknown, Violation, counted, listed, option
from orgmodel.rules.remedies import remedy_between
from orgmodel.rules.waiting import MISSING, hop, is_unstated, main_reason

MOST_IN_NAME = 5
"""How many teams of a chain are named in its name; its evidence has all."""

MOST_SHOWN = 12
"""How many dependencies of a chain are shown with reason and place, from its head on."""


class Limits(Options):
    """How long is too long."""

    max: int = option(3, "judgement", "The most blocking dependencies in a row.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Look for the longest chain among teams that block each other."""
    ours = {team.id for team in graph.dependency_teams if not team.external}
    if is_unstated(graph):
        yield from (Unknown("team", team, MISSING) for team in sorted(ours))
        return
    blocking = {(edge.source, edge.target): _blocking(edge) for edge in graph.dependencies().edges if _blocks(edge)}
    judged: set[str] = set()
    for chain in chains(blocking):
        path = chain.nodes
        if len(path) - 1 > options.max and not ours.isdisjoint(path):
            heads = sum(length > options.max for length in chain.lengths.values())
            yield _violation([blocking[pair] for pair in pairwise(path)], heads, options.max)
            judged.update(path)
    unclear = sorted(_unclear(graph) & (ours - judged))
    yield from (Unknown("team", team, "whether dependencies block") for team in unclear)
    yield Fine(len(ours - judged) - len(unclear))


def _blocks(edge: Edge) -> bool:
    return any(reason.blocking for reason in edge.reasons)


def _blocking(edge: Edge) -> Edge:
    """Return a dependency with those reasons only that block."""
    reasons = tuple(reason for reason in edge.reasons if reason.blocking)
    return Edge(edge.source, edge.target, reasons, sum(reason.strength for reason in reasons))


def _unclear(graph: OrgGraph) -> set[str]:
    """Return the teams that wait for others without saying whether that blocks them."""
    edges = graph.dependencies("waits").edges
    return {edge.source for edge in edges if any(_is_unclear(graph, reason) for reason in edge.reasons)}


def _is_unclear(graph: OrgGraph, reason: Reason) -> bool:
    """Tell whether a reason could state that it blocks, and does not say."""
    if reason.blocking or reason.why in ("initiative", "approval"):
        return False
    _, key, path = reason.spot
    if reason.why == "declared":
        return graph.org.dependencies[int(key)].blocking is None
    needs = graph.org.components[str(key)].depends_on or ()
    return needs[int(path[1])].blocking is None


def _violation(edges: Sequence[Edge], heads: int, limit: int) -> Violation:
    teams = [edges[0].source, *(edge.target for edge in edges)]
    middle = edges[(len(edges) - 1) // 2]
    name = " → ".join(teams if len(teams) <= MOST_IN_NAME else [*teams[: MOST_IN_NAME - 2], "…", teams[-1]])
    return Violation(
        kind="chain",
        id=name,
        message=f"{name} is a chain of {len(edges):,} blocking dependencies (limit {limit})",
        help=remedy_between(middle),
        spot=main_reason(middle).spot,
        label="without this the chain is in two",
        notes=tuple(_notes(teams, heads, limit)),
        related=tuple(hop(edge) for edge in edges[:MOST_SHOWN]),
        evidence={"count": len(edges), "limit": limit, "teams": teams, "heads": heads},
        concerns=tuple(("team", team) for team in teams),
        identity=tuple(teams),
    )


def _notes(teams: Sequence[str], heads: int, limit: int) -> Iterator[str]:
    if len(teams) > MOST_IN_NAME:
        yield f"in full: {listed(teams, 20)}"
    if heads > 1:
        yield f"the longest of those that hang together: {counted(heads, 'team')} begin a chain of more than {limit}"


rule = Rule(
    code="C008",
    name="long-chain",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="model",
    sources=("NPI",),
    subject="chain",
)
