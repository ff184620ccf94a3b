"""A value is not of the kind that its field wants.

## What it checks

The type and the range of every value: shares from 0 to 1 or in percent, dates as `YYYY-MM-DD`, counts that are whole
and not negative, words from a fixed list, members that are named once, ids of 1 to 200 printable characters. The
finding says what is allowed. The rest of the entity is read, without the value.

## Why it matters

A value that cannot be read is left out, and whatever depends on it becomes unknown.

## Bad

```yaml
teams:
  search: {members: [{person: ana, allocation: 7}]}
```

## Good

```yaml
teams:
  search: {members: [{person: ana, allocation: 70%}]}
```

## What to do

Write one of the values that the finding lists, or leave the field out if the true one is not known.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="F006",
    name="invalid-value",
    severity="error",
    page=__doc__,
    check=None,
    evidence="fact",
    subject="entity",
)
