"""Nobody has said whether a decision can be undone.

## What it checks

The `door` of every decision, and of every initiative that states the steps of its approval: `one-way` where it cannot
be undone or only at a high price, `two-way` where it can. One that says nothing counts as not declared where at least
one other declares it; the option `absent` decides otherwise.

## Why it matters

How much care a decision deserves follows from whether it can be taken back. Where nobody has said so all are treated
alike: the small ones as slowly as the large, and one day a large one as quickly as the small.

## Bad

```yaml
teams: {pricing: {}}
decisions:
  price-change: {owner: pricing, door: two-way}
  leave-a-market: {owner: pricing}
```

## Good

```yaml
teams: {pricing: {}}
decisions:
  price-change: {owner: pricing, door: two-way}
  leave-a-market: {owner: pricing, door: one-way}
```

## What to do

Ask what it would cost to take it back, and write `one-way` or `two-way`. Most are two-way.
"""

from orgmodel.graph import OrgGraph
from orgmodel.graph.deciding import Asked
from orgmodel.rules.approving import DOORS
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
)


class Reading(Options):
    """How to read a decision that says nothing of its door."""

    absent: Absent = absent_option()


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Ask everything that has to be agreed to whether it can be undone."""
    questions = graph.deciding.asked
    none = absent_is_none(options.absent, (asked.decision.door for asked in questions))
    for asked in questions:
        yield FINE if asked.decision.door else _undeclared(asked, absent_means_none=none)


def _undeclared(asked: Asked, *, absent_means_none: bool) -> Answer:
    if not absent_means_none:
        return Unknown(asked.kind, asked.id, DOORS)
    return Violation(
        kind=asked.kind,
        id=asked.id,
        message=f"nobody has said whether {asked.id} can be undone",
        help="ask what it would cost to take it back, and write `door: one-way` or `door: two-way`",
        path=("door",),
        evidence={"owner": asked.decision.owner},
    )


rule = Rule(
    code="D004",
    name="door-not-declared",
    severity="info",
    page=__doc__,
    check=check,
    options=Reading,
    evidence="practice",
    sources=("BEZOS15",),
    subject="decision",
)
