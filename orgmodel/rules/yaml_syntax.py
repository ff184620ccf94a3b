"""A file stops being YAML somewhere in its middle.

## What it checks

Whether every file can be read to its end. There is one finding for each file that cannot, at the place where reading
stopped. What stands above that place counts, as far as it is complete, and so do all other files. References to what
the rest of the file mentions are unknown, not wrong.

## Why it matters

Nothing below the place is in the audit. A team that is missing there is not a team without problems.

## Bad

```yaml
teams:
  search: {lead: ana, members: [bo, cy}
people:
  ana: {}
```

## Good

```yaml
teams:
  search: {lead: ana, members: [bo, cy]}
people:
  ana: {}
```

## What to do

Mend the marked line; most often a bracket or a quotation mark is not closed, a text that holds a colon and a blank is
not quoted, or an entry is indented otherwise than its neighbours.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="F001",
    name="yaml-syntax",
    severity="error",
    page=__doc__,
    check=None,
    evidence="fact",
    subject="file",
)
