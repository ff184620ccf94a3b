"""An initiative that is under way loses its leader, and nobody follows.

## What it checks

Every initiative that is under way after the change. It loses its leader where somebody leads it today and nobody does
then: because they leave, because they lead something else from now on, or because it is stated. Another leader is a
successor, a vacant position is not. An initiative that is paused or stopped by the change needs none. Where a leader is
named of whom nothing else is known, it is unknown.

## Why it matters

An initiative stands or falls with the one person whose whole job it is. When that person is moved to something more
urgent and the initiative is kept, it has been stopped without anybody having decided that.

## Bad

```yaml before
people: {ana: {}, bo: {}}
teams: {shop: {lead: bo, headcount: 6}}
initiatives:
  one-click: {leader: {person: ana, allocation: 100%}, team: shop}
```

```yaml after
plan: {name: Ana is needed elsewhere}
changes:
  - appoint_leader: {initiative: one-click, person: nobody}
```

## Good

```yaml before
people: {ana: {}, bo: {}, cy: {}}
teams: {shop: {lead: bo, headcount: 6}}
initiatives:
  one-click: {leader: {person: ana, allocation: 100%}, team: shop}
```

```yaml after
plan: {name: Cy follows Ana}
changes:
  - appoint_leader: {initiative: one-click, person: cy, allocation: 100%}
```

## What to do

Name the successor in the same wave and free them for it; or decide that the initiative stops, and say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmodel.model.initiatives import ACTIVE_STAGES
from orgmodel.rules.base import FINE, Answers, Options, Rule, Unknown, Violation, listed

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison, InitiativeChange


def check(comparison: Comparison, options: Options) -> Answers:
    """Ask of each initiative that differs whether it is still led."""
    for each in comparison.work.initiatives:
        if each.lost_leader:
            yield _lost(each)
        elif _is_led_by_a_stranger(each):
            yield Unknown("initiative", each.id, "leaders of initiatives")
        else:
            yield FINE


def _is_led_by_a_stranger(each: InitiativeChange) -> bool:
    """Tell whether it was led and nobody known leads it, though it is under way and has not lost its leader."""
    return bool(each.leaders[0]) and not each.leaders[1] and each.stage[1] in ACTIVE_STAGES


def _lost(each: InitiativeChange) -> Violation:
    before = each.leaders[0]
    noun = "leader" if len(before) == 1 else "leaders"
    whole = ", whose whole job it is" if each.single_threaded[0] else ""
    return Violation(
        kind="initiative",
        id=each.id,
        message=f"{each.id} loses its {noun} {listed(before)}{whole}; nobody follows",
        help=f"name in the same wave one person who leads {each.id} as their whole job",
        path=("leader",),
        label="nobody leads it any more",
        evidence={
            "leaders_before": list(before),
            "leaders_after": [],
            "single_threaded_before": each.single_threaded[0],
        },
        concerns=tuple(("person", leader) for leader in before),
    )


rule = Rule(
    code="X004",
    name="leader-lost",
    severity="error",
    page=__doc__,
    check_change=check,
    evidence="practice",
    sources=("LIMP",),
    subject="change",
)
