"""A step that cannot be undone comes before steps that can.

## What it checks

Every step of a plan that goes through a one-way door: is there a later wave with steps that could be undone? Which
kinds of step can be undone is a table, and each row of it an option with the value `one-way` or `two-way`:
`--set rules.X014.leave=two-way` where, say, those who leave are on loan and come back.

Nothing that was announced can be un-announced. That is no row of the table, since it holds for every step.

## Why it matters

Steps that can be undone show whether the idea is right. Whoever begins with those that cannot pays before they know;
in the other order the same plan is a trial that ends in a decision.

## Bad

```yaml before
people: {ana: {}, bo: {}, cy: {}}
teams: {shop: {lead: ana, members: [ana, bo]}, tills: {lead: cy, members: [cy]}}
components: {till: {owner: shop, experts: [ana, cy]}}
```

```yaml after
plan: {name: Tills own the till}
waves:
  - name: winter
    changes:
      - leave: {person: bo}
  - name: spring
    changes:
      - hand_over: {component: till, to: tills}
```

## Good

```yaml before
people: {ana: {}, bo: {}, cy: {}}
teams: {shop: {lead: ana, members: [ana, bo]}, tills: {lead: cy, members: [cy]}}
components: {till: {owner: shop, experts: [ana, cy]}}
```

```yaml after
plan: {name: Tills own the till}
waves:
  - name: winter
    changes:
      - hand_over: {component: till, to: tills}
  - name: spring
    changes:
      - leave: {person: bo}
```

## What to do

Put what can be undone first and look at the measure, before you do what cannot. If the order cannot be changed, say so
in the plan.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from orgmodel.model.doors import DOORS, STEPS
from orgmodel.rules.base import FINE, JUDGEMENT, Answers, Options, Rule, Violation, counted, listed, option

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison, DoorStep


MOST_SHOWN = 3
"""How many of the steps that come later a finding names."""


class Doors(Options):
    """Whether steps can be undone, by their kind; its settings are the rows of the table of doors."""


for _step, _row in DOORS.items():
    setattr(Doors, _step, option(_row.door, JUDGEMENT, f"{STEPS[_step].capitalize()}: {_row.why}."))


def check(comparison: Comparison, options: Doors) -> Answers:
    """Look for each step that cannot be undone whether others that can come in a later wave."""
    one_way = [each for each in comparison.doors if _door(each, options) == "one-way"]
    two_way = [each for each in comparison.doors if _door(each, options) != "one-way"]
    per_wave = Counter(each.wave for each in two_way)
    for each in one_way:
        if any(wave > each.wave for wave in per_wave):
            yield _too_early(comparison.name, each, [other for other in two_way if other.wave > each.wave])
        else:
            yield FINE


def _door(step: DoorStep, options: Doors) -> str:
    """Return the door of a step: as set; as the comparison says where the table has no such row."""
    return str(getattr(options, step.step, step.door))


def _too_early(name: str, step: DoorStep, later: Sequence[DoorStep]) -> Violation:
    first = [each.text for each in later]
    return Violation(
        kind="plan",
        id=name,
        message=f"{step.text} (cannot be undone) comes before {counted(len(later), 'step')} that can be undone",
        help=f"do it after them, when it is known that they help: {listed(first, MOST_SHOWN)}",
        spot=step.spot,
        label="cannot be undone",
        notes=(f"it cannot be undone because {step.why}",) if step.why else (),
        evidence={"step": step.step, "text": step.text, "wave": step.wave, "count": len(later), "later": first},
        identity=(name, step.step, step.text),
    )


rule = Rule(
    code="X014",
    name="one-way-step",
    severity="info",
    page=__doc__,
    check_change=check,
    options=Doors,
    evidence="practice",
    sources=("BEZOS15",),
    subject="change",
)
