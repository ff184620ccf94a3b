"""No person, team or anything else is described.

## What it checks

Whether the given files and folders describe any entity at all, and whether each file that you name yourself has a
section of an organisation. Files of other kinds inside a folder are passed over and counted.

## Why it matters

An audit of nothing finds nothing, and would look like an organisation in perfect order.

## Bad

```yaml
organisation: {name: Northwind}
```

## Good

```yaml
organisation: {name: Northwind}
teams:
  search: {headcount: 6}
```

## What to do

Name the folder in which the organisation stands, or begin one: a team with a lead and a headcount is enough.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="F010",
    name="nothing-to-audit",
    severity="warning",
    page=__doc__,
    check=None,
    evidence="fact",
    subject="organisation",
)
