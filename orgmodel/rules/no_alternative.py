"""Only one alternative is compared with doing nothing.

## What it checks

How many alternatives one comparison has beside today's organisation. Comparing an organisation with itself is no
comparison of alternatives.

## Why it matters

Whoever shows one plan asks for a yes. With two, people talk about what each of them is good for, and the better plan
is often a third one. The alternative may be small: handing over one component, appointing one leader.

## Bad

```yaml before
people: {ana: {}, bo: {}, cy: {}}
teams: {shop: {lead: ana, members: [ana, bo, cy]}}
components: {till: {owner: shop}}
```

```yaml after
plan: {name: Tills on their own}
changes:
  - create_team: {team: tills, lead: bo, members: [bo, cy], components: till}
```

## Good

```yaml before
people: {ana: {}, bo: {}, cy: {}}
teams: {shop: {lead: ana, members: [ana, bo, cy]}}
components: {till: {owner: shop}}
```

```yaml after
plan: {name: Tills on their own}
changes:
  - create_team: {team: tills, lead: bo, members: [bo, cy], components: till}
```

```yaml after
plan: {name: Bo owns the till}
changes:
  - hand_over: {component: till, to: bo}
```

## What to do

Write a second plan for the same objective, best one that moves fewer people, and give both to one comparison.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmodel.rules.base import FINE, Answers, Options, Rule, Violation

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison


def check(comparison: Comparison, options: Options) -> Answers:
    """Look whether there is anything else to choose."""
    if not comparison.same:
        yield FINE if comparison.alternatives > 1 else _alone(comparison.name)


def _alone(name: str) -> Violation:
    return Violation(
        kind="plan",
        id=name,
        message=f"{name} is the only alternative to doing nothing",
        help="compare it with a second plan for the same objective, best one that moves fewer people",
        evidence={"alternatives": 1},
    )


rule = Rule(
    code="X011",
    name="no-alternative",
    severity="info",
    page=__doc__,
    check_change=check,
    evidence="practice",
    sources=("HBR16",),
    subject="change",
)
