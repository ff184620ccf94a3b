"""Too many levels of management lie between the top and the bottom.

## What it checks

How many people stand on the longest reporting line, from the one at the top to the one at the bottom, both counted. The
finding shows that line. Where no manager of anybody is known, or the line ends in a circle, the answer is unknown.

## Why it matters

A decision that has to go up and come down passes each level twice, and a plan loses something at each. How many levels
an organisation needs depends on its size, so compare with others of your size before you act.

## Bad

```yaml
people:
  kim: {manager: nobody}
  ana: {manager: kim}
  bo: {manager: ana}
  cy: {manager: bo}
  dee: {manager: cy}
  eli: {manager: dee}
  fay: {manager: eli}
  gus: {manager: fay}
  hal: {manager: gus}
```

## Good

```yaml
people:
  kim: {manager: nobody}
  ana: {manager: kim}
  bo: {manager: ana}
  cy: {manager: bo}
  dee: {manager: cy}
  eli: {manager: dee}
  fay: {manager: eli}
  gus: {manager: fay}
  hal: {manager: fay}
```

## What to do

Look along the line for a manager with few reports, and let these report one level higher.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, option


class Limits(Options):
    """How long a reporting line may be."""

    max: int = option(8, "GITLAB", "The most people on a line from top to bottom, both ends counted.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Measure the longest reporting line."""
    if graph.org.people:
        yield _judged(graph, options)


def _judged(graph: OrgGraph, options: Limits) -> Answer:
    line = graph.reporting.longest_line
    if not graph.reporting.is_known:
        return Unknown("organisation", "", "managers of people")
    if graph.manager_of(line[0]) in graph.org.people:
        return Unknown("organisation", "", "reporting lines that do not run in a circle")
    own = tuple(person for person in line if not graph.org.people[person].external)
    return _too_long(graph, own, options.max) if len(own) > options.max else FINE


def _too_long(graph: OrgGraph, line: tuple[str, ...], limit: int) -> Violation:
    count = len(line)
    spans = ((person, len(graph.reports_of(person))) for person in line[:-1])
    return Violation(
        kind="organisation",
        id="",
        message=f"the longest reporting line has {count} people, {count - limit} more than the limit of {limit}",
        help="look along the line for a manager with few reports, and let these report one level higher",
        spot=Spot("people", line[-1], ("manager",)),
        label=f"level {count}",
        related=(
            *(
                Note(f"{person} has {counted(span, 'direct report')}", "person", person, ("manager",))
                for person, span in spans
            ),
            Note(f"{line[-1]} is at the bottom", "person", line[-1], ("manager",)),
        ),
        evidence={"layers": count, "limit": limit, "line": list(line)},
    )


rule = Rule(
    code="R005",
    name="too-many-layers",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="descriptive; evidence on delayering is mixed",
    sources=("GITLAB", "BAIN"),
    subject="organisation",
)
