"""A component, metric, decision or initiative loses its owner.

## What it checks

Whatever has an owner today, is still there after the change, and has none then. For an initiative that is the team it
belongs to. What has no owner today either is a finding of the audit and not of the change.

## Why it matters

Nothing shows so surely that a change was drawn as boxes and not thought through to the work. Whatever nobody owns is
kept by whoever is called at night, until they leave.

## Bad

```yaml before
teams: {shop: {headcount: 6}, tills: {headcount: 5}}
components: {till: {owner: tills}, cart: {owner: shop}}
```

```yaml after
teams: {shop: {headcount: 11}}
components: {till: {owner: nobody}, cart: {owner: shop}}
```

## Good

```yaml before
teams: {shop: {headcount: 6}, tills: {headcount: 5}}
components: {till: {owner: tills}, cart: {owner: shop}}
```

```yaml after
teams: {shop: {headcount: 11}}
components: {till: {owner: shop}, cart: {owner: shop}}
```

## What to do

Say for each who owns it afterwards: a team, at best one in which somebody knows it. What nobody wants to own is a
candidate for being switched off; then say that instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from orgmodel.rules.base import Answers, Fine, Options, Rule, Violation, listed

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison, LostOwner


_HELP: Final[Mapping[str, str]] = MappingProxyType(
    {
        "component": "hand {id} over to a team in which somebody knows it",
        "metric": "give {id} to the team that can move it",
        "decision": "name the team whose decision {id} is from now on",
        "initiative": "name the team that {id} belongs to from now on",
    }
)


def check(comparison: Comparison, options: Options) -> Answers:
    """Say what has lost its owner; components that got another are fine."""
    yield from map(_lost, comparison.lost_owner)
    lost = {each.id for each in comparison.lost_owner if each.kind == "component"}
    yield Fine(sum(each.id not in lost for each in comparison.components.handed_over))


def _lost(lost: LostOwner) -> Violation:
    owners = listed(lost.before)
    verb = "is the owner" if len(lost.before) == 1 else "are the owners"
    return Violation(
        kind=lost.kind,
        id=lost.id,
        message=f"{lost.id} loses its owner: today {owners} {verb}, after the change nobody is",
        help=_HELP.get(lost.kind, "name the team that owns {id} from now on").format(id=lost.id),
        label="no owner any more",
        evidence={"kind": lost.kind, "owners_before": list(lost.before), "owners_after": []},
    )


rule = Rule(
    code="X002",
    name="loses-owner",
    severity="error",
    page=__doc__,
    check_change=check,
    evidence="practice",
    sources=("NETLIFY",),
    subject="change",
)
