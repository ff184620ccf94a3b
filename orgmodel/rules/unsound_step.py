"""Between two waves of a plan something is wrong that is right before the plan and after it.

## What it checks

The organisation as it is after each wave is audited. An error that stands then, and stands neither today nor after the
last wave, is a finding, with the wave after which it stands.

## Why it matters

Nobody works in the organisation that a plan ends with until its last day; for months they work in those between. A
component without an owner for a quarter is as badly off as one without an owner.

## Bad

```yaml before
people: {ana: {}, bo: {}}
teams: {shop: {lead: ana, members: [ana]}, tills: {lead: bo, members: [bo]}}
components: {till: {owner: shop}, cart: {owner: shop}}
```

```yaml after
plan: {name: Tills own the till}
waves:
  - name: winter
    changes:
      - hand_over: {component: till, to: nobody}
  - name: spring
    changes:
      - hand_over: {component: till, to: tills}
```

## Good

```yaml before
people: {ana: {}, bo: {}}
teams: {shop: {lead: ana, members: [ana]}, tills: {lead: bo, members: [bo]}}
components: {till: {owner: shop}, cart: {owner: shop}}
```

```yaml after
plan: {name: Tills own the till}
waves:
  - name: winter
    changes:
      - hand_over: {component: till, to: tills}
  - name: spring
    changes:
      - hand_over: {component: cart, to: tills}
```

## What to do

Bring the change that mends it into the same wave as the one that breaks it, or into an earlier one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answers, Options, Rule, Violation

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison, WaveState
    from orgmodel.model.finding import Finding


def check(comparison: Comparison, options: Options) -> Answers:
    """Say what is wrong after each wave and only then."""
    for number, wave in enumerate(comparison.waves):
        for finding in wave.unsound:
            yield _unsound(finding, wave, number)
        if not wave.unsound:
            yield FINE


def _unsound(finding: Finding, wave: WaveState, number: int) -> Violation:
    on = f" ({wave.date})" if wave.date else ""
    return Violation(
        kind=finding.subject.kind,
        id=finding.subject.id,
        message=f"after wave {wave.name}{on}, but neither today nor in the end: {finding.message} ({finding.code})",
        help="bring the change that mends it into this wave",
        spot=Spot("waves", "", (number,)),
        label=f"leaves {finding.code} behind",
        evidence={
            **finding.evidence,
            "wave": wave.name,
            "date": wave.date.isoformat() if wave.date else None,
            "code": finding.code,
            "fingerprint": finding.fingerprint,
        },
        identity=(str(number), finding.code, finding.fingerprint),
    )


rule = Rule(
    code="X013",
    name="unsound-step",
    severity="error",
    page=__doc__,
    check_change=check,
    evidence="practice",
    subject="change",
)
