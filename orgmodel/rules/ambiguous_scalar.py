"""A text is written so that other YAML tools read something else.

## What it checks

Ids, and values of fields that hold texts or ids, where they are written without quotation marks: words such as `NO`,
`on` and `null`, numbers that are not written again as they stand (`012`, `1.10`, `1_000`, `1e3`), times such as
`12:30`, and dates. Numbers such as `12` and `2.5` come through every tool as they are. Fields that hold numbers, dates
or true and false are not looked at, nor are fields of your own.

## Why it matters

Here all of these are the texts that stand there. A formatter, a script or another program that reads the same file
takes `NO` for false, `1.10` for 1.1 and `12:30` for 750, and writes that back.

## Bad

```yaml
people:
  ingrid: {location: NO}
```

## Good

```yaml
people:
  ingrid: {location: "NO"}
```

## What to do

Put quotation marks around it, wherever it stands.
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
