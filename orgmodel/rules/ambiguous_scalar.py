"""A text is written so that other tools read something else.

## What it checks

Ids and texts without quotation marks that YAML tools take for something else: for true or false (`NO`, `on`), a number
that does not come out as it was written (`012`, `1.10`, `1e3`), minutes or seconds (`12:30`), a date, or nothing
(`null`). Here they are what is written. Numbers such as 12 and 1.5, with which nothing is lost, are not looked at, nor
are fields that want a number, a date, or true or false.

## Why it matters

Sooner or later another tool reads the file: an editor, a script, the next import. There the team NO becomes false, the
version 1.10 the version 1.1, and a reference no longer finds what it means.

## Bad

```yaml
teams:
  NO: {name: Norway}
```

## Good

```yaml
teams:
  "NO": {name: Norway}
```

## What to do

Write it in quotation marks.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="F009",
    name="ambiguous-scalar",
    severity="info",
    page=__doc__,
    check=None,
    evidence="fact",
    subject="entity",
)
