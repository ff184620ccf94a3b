"""A waiver has ended, or ends soon.

## What it checks

The last day of each waiver that is still of use. From `warn_days` before it the finding is a note; afterwards what was
waived is reported again, and the finding says since when.

## Why it matters

An end was set so that somebody looks again. A note in time lets them do it before a build fails.

## Bad

```yaml
teams:
  search: # orgmodel: waive T001 until 2020-03-31 because it splits in spring
    headcount: 14
```

## Good

```yaml
teams:
  search: # orgmodel: waive T001 until 2099-03-31 because it splits in spring
    headcount: 14
```

## What to do

Mend what it waived. If there is still a good reason, say it and give a new day.
"""

from orgmodel.rules.base import Options, Rule, option


class Limits(Options):
    """When a waiver is said to end soon."""

    warn_days: int = option(14, "judgement", "So many days before the end a note is given.")


rule = Rule(
    code="Z002",
    name="ended-waiver",
    severity="warning",
    page=__doc__,
    options=Limits,
    evidence="fact",
    subject="waiver",
)
