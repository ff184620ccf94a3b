"""No input metric drives an output metric.

## What it checks

Each output metric: an input must say, in `drives`, that it moves it, directly or through metrics in between. Where no
metric says at all what it drives, it is unknown.

## Why it matters

A result that nothing is known to move can only be hoped for. Writing down the driver is a guess that the numbers can
confirm or refute, and that is how one learns what matters.

## Bad

```yaml
metrics:
  revenue: {kind: output}
  satisfaction: {kind: output}
  empty-results: {kind: input, drives: satisfaction}
```

## Good

```yaml
metrics:
  revenue: {kind: output}
  satisfaction: {kind: output, drives: revenue}
  empty-results: {kind: input, drives: satisfaction}
```

## What to do

Say which input moves it. If none does, look for one, or give the number up.
"""

from orgmodel.graph import OrgGraph
from orgmodel.rules.base import FINE, Answers, Rule, Unknown, Violation


def check(graph: OrgGraph, options: object) -> Answers:
    """Look for an input behind each output."""
    metrics = graph.org.metrics
    driven = graph.steering.driven_by_inputs
    told = any(metric.drives is not None for metric in metrics.values())
    for id, metric in sorted(metrics.items()):
        if metric.kind != "output" or metric.external:
            continue
        if id in driven:
            yield FINE
        elif not told:
            yield Unknown("metric", id, "what metrics drive")
        else:
            yield Violation(
                kind="metric",
                id=id,
                message=f"{id} is a result that no input is known to drive",
                help="say which input moves it",
                evidence={"inputs": 0},
            )


rule = Rule(
    code="M004",
    name="output-without-driver",
    severity="info",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("CARR",),
    subject="metric",
)
