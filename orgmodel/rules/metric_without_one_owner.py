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

from orgmodel.graph import OrgGraph
from orgmodel.rules.base import FINE, Absent, Answers, Options, Rule, Unknown, Violation, absent_is_none, absent_option


class Reading(Options):
    """How to read a metric that names no owner."""

    absent: Absent = absent_option()


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Ask each metric who owns it."""
    metrics = graph.org.metrics
    absent_means_none = absent_is_none(options.absent, (metric.owner for metric in metrics.values()))
    for id, metric in sorted(metrics.items()):
        if metric.external:
            continue
        if metric.owner is None and not absent_means_none:
            yield Unknown("metric", id, "owners of metrics")
        elif metric.owner is None or metric.owner == "nobody":
            yield Violation(
                kind="metric",
                id=id,
                message=f"{id} is a metric that belongs to nobody",
                help="name the team that can move it",
                path=("owner",),
                evidence={"owner": None},
            )
        else:
            yield FINE


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
