"""A decision that cannot be undone needs very many approvals.

## What it checks

The steps of a one-way door that can veto or approve, besides whoever decides. Where several ways lead to the decision
the one with the fewest counts. Steps that only advise or inform are no approvals, and those that a law, a contract or
safety requires (`mandated`) are listed and not counted. The steps that an initiative states itself are asked as well.
A decision is counted as unknown if it states no steps, or not what they can do, or not which kind of door it is.

## Why it matters

What cannot be undone deserves care, and care is not the same as a long line: with each further approval everybody on
the line trusts the others to have looked, and nobody answers for the whole.

## Bad

```yaml
teams: {warehouses: {}, finance: {}, legal: {}, safety: {}, it: {}, works-council: {}}
people: {kwame: {}}
decisions:
  new-warehouse:
    owner: warehouses
    door: one-way
    decider: kwame
    steps:
      - {by: finance, can: veto}
      - {by: legal, can: veto}
      - {by: safety, can: approve}
      - {by: it, can: approve}
      - {by: works-council, can: approve}
```

## Good

```yaml
teams: {warehouses: {}, finance: {}, legal: {}, safety: {}, it: {}, works-council: {}}
people: {kwame: {}}
decisions:
  new-warehouse:
    owner: warehouses
    door: one-way
    decider: kwame
    steps:
      - {by: finance, can: veto}
      - {by: legal, can: advise}
      - {by: safety, can: approve}
      - {by: it, can: advise}
      - {by: works-council, can: approve}
```

## What to do

Ask of each approval what it has prevented so far. Those without an answer can advise; the rest can look at one paper
together instead of one after the other.
"""

from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.rules.approving import Limit, judged
from orgmodel.rules.base import Answers, Options, Rule, option

_HELP: Final = "let those advise who have prevented nothing so far, and the others look at one paper together"


class Limits(Options):
    """How many approvals are too many even where nothing can be undone."""

    max: int = option(4, "judgement", "The most approvals that a one-way door may need besides its decider.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the approvals of every decision that is, or may be, a one-way door."""
    return judged(graph, "one-way", Limit(options.max, _said, _HELP))


def _said(decision: str, approvals: str) -> str:
    return f"{decision} cannot be undone, and still {approvals} are very many"


rule = Rule(
    code="D003",
    name="too-many-approvals-one-way",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BEZOS15",),
    covers=("D010",),
    subject="decision",
)
