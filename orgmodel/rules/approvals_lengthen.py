"""A decision needs more approvals, or more time, than today.

## What it checks

Every decision that the change touches, and the approvals that initiatives state themselves: how many have to agree, and
how many days they take one after the other. Asking for advice and informing somebody do not count. What a law or a
contract requires is not counted as an approval, but its days are. Where somebody new is asked and the days are not
stated, the time is unknown.

## Why it matters

Each further approval costs days, spreads out who answers for the result, and has rarely been shown to prevent failures.
Steps come by themselves, with every incident and every new department; that a reorganisation adds some mostly goes
unnoticed.

## Bad

```yaml before
teams: {shop: {headcount: 6}, security: {headcount: 4}, finance: {headcount: 5}}
decisions:
  price-change: {owner: shop, decider: shop, steps: [{by: finance, can: approve, days: 2}]}
```

```yaml after
plan: {name: Security is asked as well}
changes:
  - add_step: {decision: price-change, by: security, can: veto, days: 3}
```

## Good

```yaml before
teams: {shop: {headcount: 6}, security: {headcount: 4}, finance: {headcount: 5}}
decisions:
  price-change: {owner: shop, decider: shop, steps: [{by: finance, can: approve, days: 2}]}
```

```yaml after
plan: {name: Security is told}
changes:
  - add_step: {decision: price-change, by: security, can: inform}
```

## What to do

Turn what the new step would look at into a rule that the owner can check alone; or let it be advice. If the step has to
be, take another one out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, counted, listed, plain

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison, DecisionChange


def check(comparison: Comparison, options: Options) -> Answers:
    """Compare approvals and days of each decision that differs."""
    return map(_judged, comparison.work.decisions)


def _judged(each: DecisionChange) -> Answer:
    before, after = each.days
    longer = before is not None and after is not None and after > before
    if longer or each.approvals[1] > each.approvals[0]:
        return _lengthened(each, longer=longer)
    if (before is None or after is None) and (each.asked_now or after is not None):
        return Unknown(each.kind, each.id, "days of steps")
    return FINE


def _lengthened(each: DecisionChange, *, longer: bool) -> Violation:
    said = []
    if each.approvals[1] > each.approvals[0]:
        said.append(f"{counted(each.approvals[1], 'approval')} instead of {each.approvals[0]}")
    if longer:
        before, after = (plain(days) for days in each.days if days is not None)
        said.append(f"{after} {'day' if after == '1' else 'days'} instead of {before}")
    verb = "is" if len(each.asked_now) == 1 else "are"
    new = f": {listed(each.asked_now)} {verb} asked now" if each.asked_now else ""
    return Violation(
        kind=each.kind,
        id=each.id,
        message=f"{each.id} needs {' and '.join(said)}{new}",
        help=_remedy(each),
        path=("steps",),
        label="longer than today",
        evidence={
            "approvals": list(each.approvals),
            "mandated": list(each.mandated),
            "days": list(each.days),
            "asked_now": list(each.asked_now),
            "asked_no_more": list(each.asked_no_more),
        },
    )


def _remedy(each: DecisionChange) -> str:
    if each.asked_now:
        return f"tell {listed(each.asked_now)} or ask for advice, instead of waiting for a yes"
    return f"turn what is approved in {each.id} into rules that its owner can check alone"


rule = Rule(
    code="X009",
    name="approvals-lengthen",
    severity="warning",
    page=__doc__,
    check_change=check,
    evidence="supported: see C015",
    sources=("JASSY24", "DORA"),
    subject="change",
)
