"""An id is defined twice in the organisation.

## What it checks

Within each section, over all files, every id is defined once. A team and a component may share one. The finding stands
at the second definition and shows the first, which is the one that is read. Fields of `organisation` that two files
state differently are found as well.

## Why it matters

Two definitions are either two things under one name, and then every reference is ambiguous, or one thing described
twice, and then the two descriptions drift apart.

## Bad

```yaml
teams:
  search: {headcount: 6}
  ads: {headcount: 4}
  search: {headcount: 8}
```

## Good

```yaml
teams:
  search: {headcount: 6}
  ads: {headcount: 4}
  search-quality: {headcount: 8}
```

## What to do

Give one of the two another id, or merge them into one.
"""

from orgmodel.rules.base import Rule

rule = Rule(
    code="F007",
    name="duplicate-id",
    severity="error",
    page=__doc__,
    check=None,
    evidence="fact",
    subject="entity",
)
