"""A plan does not say what it is for, how that is seen, when it begins, who stands for it, or how it is undone.

## What it checks

Five things of each plan: its objective, its measure with the number of today (`baseline`), the day it begins, its
sponsor, and the way back. The day may be that of the plan or those of all its waves. What is compared without a plan
has no case and is not asked.

## Why it matters

Most reorganisations give less than was hoped or take longer, and many never said what was hoped. With a number of today
and one that is expected it can be seen afterwards; with a sponsor somebody is asked; with a way back it is a trial and
not a fate.

## Bad

```yaml before
people: {ana: {}, bo: {}}
teams: {shop: {lead: ana, members: [ana, bo]}}
```

```yaml after
plan: {name: Tills on their own, objective: tills can change without the shop}
changes:
  - create_team: {team: tills, lead: bo, members: [bo]}
```

## Good

```yaml before
people: {ana: {}, bo: {}}
teams: {shop: {lead: ana, members: [ana, bo]}}
```

```yaml after
plan:
  name: Tills on their own
  objective: tills can change without the shop
  measure: {id: fan_out, team: shop, baseline: 0, expected: 0}
  sponsor: ana
  date: 2027-02-01
  way_back: merge the two teams again
changes:
  - create_team: {team: tills, lead: bo, members: [bo]}
```

## What to do

Write what is missing before the plan is shown. What cannot be written is not known yet: find it out first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from orgmodel.rules.base import FINE, Answers, Options, Rule, Violation, listed

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison
    from orgmodel.model.plan import Plan


def check(comparison: Comparison, options: Options) -> Answers:
    """Look what the case of the plan leaves out."""
    if comparison.plan is None:
        return
    missing = list(_missing(comparison.plan))
    yield _incomplete(comparison.name, missing) if missing else FINE


def _missing(plan: Plan) -> Iterator[str]:
    case = plan.case
    if not case.objective:
        yield "objective"
    if case.measure is None:
        yield "measure"
    elif case.measure.baseline is None:
        yield "baseline of the measure"
    if case.date is None and not (plan.waves and all(wave.date for wave in plan.waves)):
        yield "date"
    if not case.sponsor:
        yield "sponsor"
    if not case.way_back:
        yield "way back"


def _incomplete(name: str, missing: list[str]) -> Violation:
    which = missing[0] if len(missing) == 1 else "missing parts"
    return Violation(
        kind="plan",
        id=name,
        message=f"{name} does not state its {listed(missing)}",
        help=f"write the {which} into the plan before it is shown",
        label=f"no {listed(missing)}",
        evidence={"missing": missing},
    )


rule = Rule(
    code="X010",
    name="incomplete-case",
    severity="warning",
    page=__doc__,
    check_change=check,
    evidence="practice",
    sources=("HBR16",),
    subject="change",
)
