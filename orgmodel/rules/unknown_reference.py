"""An id names something that is not described.

## What it checks

Every reference to a person, a team, an initiative, a component, a decision, a metric or a domain. The finding names the
closest id that is described. Words such as `TBD`, `n/a` or `???` are called what they are, placeholders. A reference
to something that a file mentions which could not be read is unknown, not wrong.

## Why it matters

What points nowhere is left out of every picture and every number: an owner who is misspelt is an owner who is missing.

## Bad

```yaml
teams:
  search: {lead: anna}
people:
  ana: {}
```

## Good

```yaml
teams:
  search: {lead: ana}
people:
  ana: {}
```

## What to do

Write the id as it is defined, or describe what is missing; mark what belongs to others with `external: true`. Where
the answer is not known yet leave the field out, and where there is none write `nobody`.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="F008",
    name="unknown-reference",
    severity="error",
    page=__doc__,
    check=None,
    evidence="fact",
    subject="entity",
)
