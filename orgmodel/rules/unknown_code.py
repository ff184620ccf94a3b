"""A waiver names a rule that does not exist.

## What it checks

The rules that waivers name, by code or by name. The finding says which rule is nearest. A setting that names an unknown
rule ends the program instead: nothing is audited under settings that are not understood.

## Why it matters

Whoever wrote it believes that something is waived, and it is not.

## Bad

```yaml
teams:
  search: # orgmodel: waive T999 until 2099-12-31 because it is to be split
    headcount: 14
```

## Good

```yaml
teams:
  search: # orgmodel: waive T001 until 2099-12-31 because it is to be split
    headcount: 14
```

## What to do

Write the code of the finding that is to be waived; `orgmodel explain` lists all.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="Z003",
    name="unknown-code",
    severity="error",
    page=__doc__,
    evidence="fact",
    subject="waiver",
)
