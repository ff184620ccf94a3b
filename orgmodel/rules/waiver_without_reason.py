"""A waiver gives no reason.

## What it checks

Each waiver has a reason: after `because` in a comment, as `reason` in the configuration. It waives without one as well.

## Why it matters

Whoever reads it a year later cannot tell whether it still holds, and so nobody takes it away.

## Bad

```yaml
teams:
  search: # orgmodel: waive T001 until 2099-12-31
    headcount: 14
```

## Good

```yaml
teams:
  search: # orgmodel: waive T001 until 2099-12-31 because it is to be split
    headcount: 14
```

## What to do

Say in a few words why it is right to wait, and for what.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="Z004",
    name="waiver-without-reason",
    severity="warning",
    page=__doc__,
    evidence="fact",
    subject="waiver",
)
