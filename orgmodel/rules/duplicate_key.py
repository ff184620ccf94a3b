"""A key is written twice in one mapping.

## What it checks

Every mapping of every file: each key may stand in it once. The finding shows both places. Ids that are defined twice
are another rule's, F007.

## Why it matters

YAML tools do not agree on which of the two counts, and most say nothing. What somebody changed in good faith then has
no effect. Here the first one counts.

## Bad

```yaml
teams:
  search:
    lead: ana
    headcount: 6
    lead: bo
```

## Good

```yaml
teams:
  search:
    lead: bo
    headcount: 6
```

## What to do

Keep the one that is true and take the other away.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="F002",
    name="duplicate-key",
    severity="error",
    page=__doc__,
    check=None,
    evidence="fact",
    subject="file",
)
