"""A dependency is gone after the change, but only because it is not written any more.

## What it checks

Every pair of teams of which one waits for the other today and does not after the change. Why it does not is one of
these: both ends are in one team now; what was waited for, or who waited, has moved; an interface was published, or an
approval dropped. Where it is none of them, the waiting was only left out: a line that was deleted, a team that is no
longer named as a contributor.

## Why it matters

This is how most plans reach their numbers. The work that one team did for another is still there on the day after, and
so is the waiting; only the chart does not show it any more. What is merely assumed may still come true, but it
rests on the word of somebody who should have been asked.

## Bad

```yaml before
teams: {shop: {headcount: 9}, stock: {headcount: 6}}
dependencies:
  - {from: shop, to: stock, kind: custom-work}
```

```yaml after
plan: {name: Shop on its own}
changes:
  - drop_dependency: {from: shop, to: stock}
```

## Good

```yaml before
teams: {shop: {headcount: 9}, stock: {headcount: 6}}
dependencies:
  - {from: shop, to: stock, kind: custom-work}
```

```yaml after
plan: {name: Shop helps itself}
changes:
  - set: {entity: "team:stock", api: {docs: stock/how-to-book.md}}
  - change_dependency: {from: shop, to: stock, kind: self-service}
```

## What to do

Move the work or the people, or agree on an interface with the team that is waited for and write that down. If neither
is possible, leave the dependency in: then the plan shows what it does not solve.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmodel.rules.base import Answers, Fine, Options, Rule, Violation

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison, PairChange


def check(comparison: Comparison, options: Options) -> Answers:
    """Say which pairs are gone by word alone; those that are gone for a reason are fine."""
    pairs = comparison.coupling.pairs
    for each in pairs:
        if each.how == "assumed":
            yield _wished(each)
    yield Fine(sum(each.how not in ("assumed", "added") for each in pairs))


def _wished(each: PairChange) -> Violation:
    return Violation(
        kind="team",
        id=each.source,
        message=f"{each.source} no longer waits for {each.target}, but that is only assumed: {each.why}",
        help=f"move the work to {each.source}, or {_agreement(each)}",
        spot=each.spot,
        label="only assumed",
        evidence={
            "source": each.source,
            "target": each.target,
            "why": each.why,
            "by": each.by,
            "between_branches": each.crosses,
        },
        concerns=(("team", each.target),),
        identity=(each.source, each.target),
    )


def _agreement(each: PairChange) -> str:
    if each.by is None:
        return f"say which team does from now on what {each.target} did"
    return f"agree on an interface with {each.by} and write it down"


rule = Rule(
    code="X015",
    name="dependency-wished-away",
    severity="warning",
    page=__doc__,
    check_change=check,
    evidence="practice",
    subject="change",
)
