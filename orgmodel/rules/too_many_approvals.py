"""A decision that can be undone needs more than one approval.

## What it checks

The steps of a two-way door that can veto or approve, besides whoever decides. Where several ways lead to the decision
the one with the fewest counts. Steps that only advise or inform are no approvals, and those that a law, a contract or
safety requires (`mandated`) are listed and not counted. The steps that an initiative states itself are asked as well.
A decision is counted as unknown if it states no steps, or not what they can do, or not which kind of door it is.

## Why it matters

What can be undone is best found out by doing it. Each further approval costs days, and what it could prevent can be
taken back in less.

## Bad

```yaml
teams: {marketplace: {}, billing: {}, warehouse: {}}
people: {rosalie: {}}
decisions:
  storage-fee:
    owner: marketplace
    door: two-way
    decider: rosalie
    steps: [{by: billing, can: veto}, {by: warehouse, can: approve}]
```

## Good

```yaml
teams: {marketplace: {}, billing: {}, warehouse: {}}
people: {rosalie: {}}
decisions:
  storage-fee:
    owner: marketplace
    door: two-way
    decider: rosalie
    steps: [{by: billing, can: veto}, {by: warehouse, can: advise}]
```

## What to do

Let all but one advise, and write down what would make them say no, so that whoever proposes can check it beforehand.
"""

from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.rules.approving import Limit, judged
from orgmodel.rules.base import Answers, Options, Rule, option

_HELP: Final = "let all but one advise, and write down what would make them say no"


class Limits(Options):
    """How many approvals are too many."""

    max: int = option(1, "judgement", "The most approvals that a two-way door may need besides its decider.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the approvals of every decision that is, or may be, a two-way door."""
    return judged(graph, "two-way", Limit(options.max, _said, _HELP))


def _said(decision: str, approvals: str) -> str:
    return f"{decision} can be undone and needs {approvals}"


rule = Rule(
    code="D002",
    name="too-many-approvals",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="supported: external approval goes with slower delivery and no better stability",
    sources=("BEZOS15", "WILKE"),
    covers=("D010",),
    subject="decision",
)
