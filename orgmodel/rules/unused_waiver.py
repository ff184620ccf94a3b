"""A waiver waives nothing.

## What it checks

Each waiver, in a comment or in the configuration, of a rule that is run. It is of use if the rule finds something about
the entity whose first line it stands on, or at the value on its line, or about the entity that the configuration names.

## Why it matters

A waiver outlives its reason. The next thing of its kind on the same line would be waived as well, and nobody would
hear of it.

## Bad

```yaml
teams:
  search: # orgmodel: waive T001 until 2099-12-31 because it is to be split
    headcount: 6
```

## Good

```yaml
teams:
  search: # orgmodel: waive T001 until 2099-12-31 because it is to be split
    headcount: 14
```

## What to do

Take it away. If what it was to waive is still found, it stands on another line: move it there.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="Z001",
    name="unused-waiver",
    severity="warning",
    page=__doc__,
    evidence="fact",
    subject="waiver",
)
