"""The manager changes for many people at once.

## What it checks

Of the people who are described before and after the change, the share that reports to somebody else afterwards. It
counts who has a manager, or stands at the top, in both; where no manager is known at all nothing can be said.

## Why it matters

A new manager knows neither what somebody has done nor what was promised to them. For one person that is made good in
a quarter; where it happens to a third of an organisation, a third of what was agreed in words is gone at once, and so
is much of the ease with which people who know each other work.

## Bad

```yaml before
people: {ana: {manager: nobody}, bo: {manager: ana}, cy: {manager: bo}, dee: {manager: bo}, eli: {manager: ana}}
```

```yaml after
people: {ana: {manager: nobody}, bo: {manager: ana}, cy: {manager: eli}, dee: {manager: eli}, eli: {manager: ana}}
```

## Good

```yaml before
people: {ana: {manager: nobody}, bo: {manager: ana}, cy: {manager: bo}, dee: {manager: bo}, eli: {manager: ana}}
```

```yaml after
people: {ana: {manager: nobody}, bo: {manager: ana}, cy: {manager: eli}, dee: {manager: bo}, eli: {manager: ana}}
```

## What to do

Ask for each team whether the work needs another manager, or only the chart. Keep people with the manager they have
where the work is the same; for the others let the old and the new manager sit down together once.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from orgmodel.graph.leadership import percent
from orgmodel.rules.base import FINE, Answers, Options, Rule, Unknown, Violation, counted, listed, option

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison


class Limits(Options):
    """How many are many."""

    max_share: float = option(0.3, "judgement", "The largest share of people who may get another manager.")


def check(comparison: Comparison, options: Limits) -> Answers:
    """Compare the share of those who get another manager with the limit."""
    people = comparison.people
    if not people.stayers:
        return
    if not people.changed_manager and _no_manager_is_known(comparison):
        yield Unknown("plan", comparison.name, "managers of people")
    elif len(people.changed_manager) / people.stayers > options.max_share:
        yield _many(comparison, options.max_share)
    else:
        yield FINE


def _no_manager_is_known(comparison: Comparison) -> bool:
    """Tell whether one of the two has no reporting lines: then there are no spans to take the mean of."""
    spans = (each for each in comparison.measures if each.id == "mean_span")
    return any(each.before is None or each.after is None for each in spans)


def _many(comparison: Comparison, most: float) -> Violation:
    changed, stayers = comparison.people.changed_manager, comparison.people.stayers
    gains = Counter(each.after for each in changed if each.after is not None)
    to = sorted(gains.items(), key=lambda each: (-each[1], each[0]))
    share = len(changed) / stayers
    return Violation(
        kind="plan",
        id=comparison.name,
        message=f"{counted(len(changed), 'person gets', 'people get')} another manager: {percent(share)} of the "
        f"{stayers:,} who stay, limit {percent(most)}",
        help="keep people with the manager they have wherever their work stays the same",
        notes=(f"they report to {listed(f'{manager} ({gained:,})' for manager, gained in to)} afterwards",),
        evidence={
            "changed": [each.id for each in changed],
            "count": len(changed),
            "stayers": stayers,
            "share": share,
            "limit": most,
            "managers_after": dict(to),
        },
    )


rule = Rule(
    code="X005",
    name="many-manager-changes",
    severity="warning",
    page=__doc__,
    check_change=check,
    options=Limits,
    evidence="mixed",
    sources=("HUCKMAN",),
    subject="change",
)
