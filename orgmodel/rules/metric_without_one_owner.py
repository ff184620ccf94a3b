"""A metric has no owner.

## What it checks

Each metric has an owner, a team or a person. `nobody` states that there is none. A metric that names no owner counts as
one without where another metric names its own; the option `absent` decides otherwise.

## Why it matters

A number that belongs to nobody is looked at by everybody and acted on by no one. When it turns, each team is waiting
for another to explain.

## Bad

```yaml
teams: {search: {headcount: 6}}
metrics:
  empty-results: {owner: nobody}
```

## Good

```yaml
teams: {search: {headcount: 6}}
metrics:
  empty-results: {owner: search}
```

## What to do

Name the team that can move it. If there is none, it is a number to know, and not one to steer by.
"""

from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.rules.base import Absent, Answers, Options, Rule, absent_option
from orgmodel.rules.unnamed import Asked, judged

_ASKED: Final = Asked(
    kind="metric",
    field="owner",
    missing="owners of metrics",
    message="{id} is a metric that belongs to nobody",
    help="name the team that can move it",
)


class Reading(Options):
    """How to read a metric that names no owner."""

    absent: Absent = absent_option()


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Ask each metric who owns it."""
    return judged(graph.org.metrics, _ASKED, options.absent)


rule = Rule(
    code="M003",
    name="metric-without-one-owner",
    severity="warning",
    page=__doc__,
    check=check,
    options=Reading,
    evidence="practice",
    sources=("STONEHILL",),
    subject="metric",
)
