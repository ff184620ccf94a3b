"""A delivery team has no metric of its own.

## What it checks

Each delivery team, against the metrics whose owner is the team, or a person at home in it. A metric of an initiative
that the team owns counts as well. Where no metric names an owner nothing can be said; the option `absent` decides
otherwise.

## Why it matters

A team that is trusted to run by itself needs a number that says how it is doing. Without one it is steered by requests,
and nobody can tell a good quarter from a busy one.

## Bad

```yaml
teams:
  search: {headcount: 6}
  basket: {headcount: 6}
metrics:
  basket-errors: {owner: basket}
```

## Good

```yaml
teams:
  search: {headcount: 6}
  basket: {headcount: 6}
metrics:
  basket-errors: {owner: basket}
  empty-results: {owner: search}
```

## What to do

Agree with the team on the one number that tells whether its customers are better off, and write it down.
"""

from orgmodel.graph import OrgGraph
from orgmodel.rules.base import FINE, Absent, Answers, Options, Rule, Unknown, Violation, absent_is_none, absent_option


class Reading(Options):
    """How to read that no metric names a team."""

    absent: Absent = absent_option()


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Look for a metric of each delivery team."""
    measured = graph.steering.measured_teams
    absent_means_none = absent_is_none(options.absent, (metric.owner for metric in graph.org.metrics.values()))
    for team in graph.delivery_teams:
        if team.id in measured:
            yield FINE
        elif not absent_means_none:
            yield Unknown("team", team.id, "owners of metrics")
        else:
            yield Violation(
                kind="team",
                id=team.id,
                message=f"{team.id} has no metric of its own",
                help="agree on the number that tells whether its customers are better off",
                evidence={"metrics": []},
            )


rule = Rule(
    code="M001",
    name="team-without-metrics",
    severity="warning",
    page=__doc__,
    check=check,
    options=Reading,
    evidence="practice",
    sources=("BRYAR3",),
    subject="team",
)
