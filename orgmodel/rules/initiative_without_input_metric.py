"""An active initiative has no input metric, or no output metric that the input drives.

## What it checks

The metrics that each active initiative names, or that name it. One of them must be an input, and one of its inputs
must drive an output, directly or through metrics in between; the output may be anybody's. An initiative without
metrics counts as having none where at least one other has some; an input that does not say what it drives counts as
driving nothing where at least one metric says it; the option `absent` decides otherwise for both. Metrics of no
stated kind, and those that are not described, leave the answer unknown.

## Why it matters

An initiative that is steered by its result alone learns too late whether it works. One that is steered by an input that
drives nothing can succeed and change nothing.

## Bad

```yaml
initiatives:
  one-click: {metrics: [orders]}
metrics:
  orders: {kind: output}
```

## Good

```yaml
initiatives:
  one-click: {metrics: [taps-to-pay]}
metrics:
  taps-to-pay: {kind: input, drives: [orders]}
  orders: {kind: output}
```

## What to do

Choose one number that those who work on it can move this week, and write down which result it is meant to move.
"""

from collections.abc import Sequence
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.initiatives import Initiative
from orgmodel.model.metrics import Metric
from orgmodel.rules.base import (
    FINE,
    Absent,
    Answer,
    Answers,
    Options,
    Rule,
    Unknown,
    Violation,
    absent_is_none,
    absent_option,
    listed,
)


class Reading(Options):
    """How to read that no metric is named, and that nothing is said to be driven."""

    absent: Absent = absent_option()


class _Metrics(NamedTuple):
    """What the metrics of the organisation tell: which lead to an output, and which may."""

    to_output: frozenset[str]
    perhaps: frozenset[str]
    named: bool
    driving: bool


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Look for an input of every active initiative, and for what it drives."""
    told = _told(graph, options)
    for initiative in graph.active_initiatives:
        yield _judged(initiative, graph.steering.metrics_of_initiative(initiative.id), told, graph)


def _told(graph: OrgGraph, options: Reading) -> _Metrics:
    metrics = graph.org.metrics
    outputs = {id for id, metric in metrics.items() if metric.kind == "output"}
    unclear = {id for id, metric in metrics.items() if metric.kind is None}
    unclear |= {id for metric in metrics.values() for id in metric.drives or () if id not in metrics}
    named = [each.metrics for each in graph.org.initiatives.values()]
    driving = absent_is_none(options.absent, (metric.drives for metric in metrics.values()))
    if not driving:
        unclear |= {id for id, metric in metrics.items() if metric.drives is None}
    return _Metrics(
        graph.steering.leading_to(outputs),
        graph.steering.leading_to(unclear),
        absent_is_none(options.absent, (*named, *(metric.initiative for metric in metrics.values()))),
        driving,
    )


def _judged(initiative: Initiative, metrics: Sequence[Metric], told: _Metrics, graph: OrgGraph) -> Answer:
    if not metrics and initiative.metrics is None and not told.named:
        return Unknown("initiative", initiative.id, "metrics of initiatives")
    inputs = [metric.id for metric in metrics if metric.kind == "input"]
    if any(id in told.to_output for id in inputs):
        return FINE
    if any(metric.kind is None for metric in metrics):
        return Unknown("initiative", initiative.id, "kinds of metrics")
    if any(id not in graph.org.metrics for id in initiative.metrics or ()):
        return Unknown("initiative", initiative.id, "metrics of initiatives")
    if any(id in told.perhaps for id in inputs):
        return Unknown("initiative", initiative.id, "what metrics drive")
    return _without(initiative, inputs, [metric.id for metric in metrics if metric.kind == "output"])


def _without(initiative: Initiative, inputs: list[str], outputs: list[str]) -> Answer:
    if inputs:
        verb = "drives" if len(inputs) == 1 else "drive"
        said = f"is steered by {listed(inputs)}, which {verb} no result"
    elif outputs:
        said = f"is steered by {listed(outputs)} and by no input"
    else:
        said = "has no metric"
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{initiative.id} {said}",
        help="say which result its input drives"
        if inputs
        else "choose a number it can move itself, and what it drives",
        path=("metrics",),
        evidence={"driving_inputs": 0, "inputs": inputs, "outputs": outputs},
    )


rule = Rule(
    code="W004",
    name="initiative-without-input-metric",
    severity="warning",
    page=__doc__,
    check=check,
    options=Reading,
    evidence="practice",
    sources=("CARR",),
    covers=("M002",),
    subject="initiative",
)
