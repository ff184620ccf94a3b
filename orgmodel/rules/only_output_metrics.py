"""A team or initiative is steered by results alone.

## What it checks

Each delivery team and each active initiative that has metrics: one of them at least must be an input, a number that
those who work on it can move themselves. Where a metric does not state its kind and none is an input, it is unknown.

## Why it matters

Revenue, satisfaction and market share are what comes out. They move late and for many reasons, so a team that looks
only at them cannot tell what its own work did. Inputs can be worked on this week.

## Bad

```yaml
teams:
  search: {headcount: 6}
metrics:
  revenue: {owner: search, kind: output}
```

## Good

```yaml
teams:
  search: {headcount: 6}
metrics:
  revenue: {owner: search, kind: output}
  empty-results: {owner: search, kind: input, drives: revenue}
```

## What to do

Ask what the team can change that moves the result, and measure that.
"""

from collections.abc import Iterator, Sequence

from orgmodel.graph import OrgGraph
from orgmodel.model.metrics import Metric
from orgmodel.rules.base import FINE, Answer, Answers, Rule, Unknown, Violation, counted, listed


def check(graph: OrgGraph, options: object) -> Answers:
    """Look at the kinds of the metrics of each team and each initiative."""
    yield from _of("team", ((team.id, graph.steering.metrics_of_team(team.id)) for team in graph.delivery_teams))
    initiatives = graph.active_initiatives
    yield from _of("initiative", ((each.id, graph.steering.metrics_of_initiative(each.id)) for each in initiatives))


def _of(kind: str, metrics: Iterator[tuple[str, Sequence[Metric]]]) -> Answers:
    for id, found in metrics:
        if found:
            yield _judged(kind, id, found)


def _judged(kind: str, id: str, metrics: Sequence[Metric]) -> Answer:
    if any(metric.kind == "input" for metric in metrics):
        return FINE
    if any(metric.kind is None for metric in metrics):
        return Unknown(kind, id, "kinds of metrics")
    names = [metric.id for metric in metrics]
    results = counted(len(names), "result", "results")
    return Violation(
        kind=kind,
        id=id,
        message=f"{id} is steered by {results} alone, {listed(names)}, and by nothing it can move itself",
        help="add a number that those who do the work can change, and say what it drives",
        evidence={"outputs": len(names), "metrics": names},
    )


rule = Rule(
    code="M002",
    name="only-output-metrics",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("CARR",),
    subject="team",
)
