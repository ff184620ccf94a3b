"""Without this team the dependency graph falls apart.

## What it checks

Who waits for whom, whichever way round: shared code, shared data, custom work, approvals, people on loan, whatever
blocks, and kinds that are not stated. Teams that hang together through one delivery team only would be in pieces
without it. The finding says how many pieces, and which teams would be cut off from the largest. Where these are fewer
than `min_cut_off` nothing is said: that one team hangs on one other is no falling apart. The rule describes; it does
not judge.

## Why it matters

Such a team is the only link between others: news passes through it, and so does every delay. Sometimes that is its
purpose, as with a platform. Sometimes it has just happened, and when the team is reorganised, or falls behind, others
learn for the first time how much they had in common.

## Bad

```yaml
teams: {site: {}, shop: {}, orders: {}, stock: {}, vans: {}}
dependencies:
  - {from: site, to: shop, kind: shared-code}
  - {from: shop, to: orders, kind: shared-data}
  - {from: orders, to: stock, kind: shared-data}
  - {from: stock, to: vans, kind: custom-work}
```

## Good

```yaml
teams: {site: {}, shop: {}, orders: {}, stock: {}, vans: {}}
dependencies:
  - {from: site, to: shop, kind: shared-code}
  - {from: shop, to: orders, kind: shared-data}
  - {from: orders, to: stock, kind: api}
  - {from: stock, to: vans, kind: custom-work}
```

## What to do

Look whether the team should be the link. If not, let those who need each other meet without it.
"""

from collections.abc import Iterator

from orgmodel.graph import OrgGraph
from orgmodel.graph.cutting import Cut, cuts
from orgmodel.rules.base import Answers, Fine, Options, Rule, Unknown, Violation, counted, listed, option
from orgmodel.rules.waiting import MISSING, is_unstated

MOST_NAMED = 6
"""How many teams of a piece, and how many pieces, a finding names."""


class Limits(Options):
    """What counts as falling apart."""

    min_cut_off: int = option(2, "judgement", "The fewest teams that are cut off from the largest piece.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Look for the teams that hold others together."""
    delivery = {team.id for team in graph.delivery_teams}
    if is_unstated(graph):
        yield from (Unknown("team", team, MISSING) for team in sorted(delivery))
        return
    holding = [cut for cut in cuts(graph.dependencies("waits"), most_named=MOST_NAMED) if cut.team in delivery]
    found = [cut for cut in holding if sum(cut.sizes[1:]) >= options.min_cut_off]
    yield from map(_violation, found)
    yield Fine(len(delivery) - len(found))


def _violation(cut: Cut) -> Violation:
    together, off = sum(cut.sizes), sum(cut.sizes[1:])
    pieces = f"the {together:,} teams that hang together through it are in {len(cut.sizes):,} pieces"
    cut_off = f"{counted(off, 'is', 'are')} cut off from the largest"
    return Violation(
        kind="team",
        id=cut.team,
        message=f"without {cut.team} {pieces}; {cut_off}",
        help="look whether it should be the only link; if not, let those who need each other meet without it",
        label="the only link",
        notes=tuple(_notes(cut)),
        evidence={
            "cut_off": off,
            "pieces": len(cut.sizes),
            "sizes": list(cut.sizes),
            "teams": together,
            "named": [list(some) for some in cut.cut_off[:MOST_NAMED]],
        },
    )


def _notes(cut: Cut) -> Iterator[str]:
    pieces = list(zip(cut.cut_off, cut.sizes[1:], strict=True))
    alone = [some[0] for some, size in pieces if size == 1]
    larger = [(some, size) for some, size in pieces if size > 1]
    for some, size in larger[:MOST_NAMED]:
        more = f" and {size - len(some):,} more" if size > len(some) else ""
        yield f"cut off together: {', '.join(some) if more else listed(some, MOST_NAMED)}{more}"
    if len(larger) > MOST_NAMED:
        yield f"and {counted(len(larger) - MOST_NAMED, 'more piece')}"
    if alone:
        yield f"cut off alone: {listed(alone, MOST_NAMED)}"


rule = Rule(
    code="C014",
    name="cut-vertex",
    severity="info",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="descriptive",
    subject="team",
)
