"""A field has a name that the organisation file does not know.

## What it checks

The fields of every entity and of every part of one, and the sections at the top of each file. Names that begin with
`x-` are yours to use and are not looked at. The finding names the closest known field where there is one.

## Why it matters

A field that is misspelt says nothing: the audit takes what it should have said as not known, and stays silent where it
should have spoken.

## Bad

```yaml
teams:
  search: {leed: ana, members: [bo]}
```

## Good

```yaml
teams:
  search: {lead: ana, members: [bo], x-chat: "#search"}
```

## What to do

Write the name as the file format has it, or put `x-` in front of a field of your own.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="F005",
    name="unknown-field",
    severity="warning",
    page=__doc__,
    check=None,
    evidence="fact",
    subject="entity",
)
