"""The baseline holds findings that no longer occur.

## What it checks

Each finding of the baseline whose rule is run. It is stale if nothing of its kind is found any more about its subject.

## Why it matters

What has been mended once should not be able to come back unseen.

## Bad

```yaml
teams:
  search: {headcount: 6} # the baseline accepts that it has fourteen people
```

## Good

```yaml
teams:
  search: {headcount: 14} # the baseline accepts that it has fourteen people
```

## What to do

Write the baseline anew: `orgmodel audit --write-baseline`. It only ever gets shorter that way.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="Z005",
    name="stale-baseline",
    severity="info",
    page=__doc__,
    evidence="fact",
    subject="baseline",
)
