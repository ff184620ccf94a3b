"""A manager has exactly one direct report.

## What it checks

How many people of the description report directly to each manager, by solid lines; exactly one is a finding. Where no
manager of anybody is known, and for managers who report to each other in a circle, the answer is unknown.

## Why it matters

A manager of one person is a level that everything has to pass on its way up and down, and that decides nothing which
the two could not settle over coffee. It is often left over from a team that has shrunk.

## Bad

```yaml
people:
  kim: {manager: nobody}
  ana: {manager: kim}
```

## Good

```yaml
people:
  kim: {manager: nobody}
  ana: {manager: kim}
  bo: {manager: kim}
```

## What to do

Let the one report to the manager's own manager. If more people are about to come, state them as vacant positions.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.fields import NOBODY
from orgmodel.rules.base import FINE, Answers, Note, Options, Rule, Unknown, Violation


def check(graph: OrgGraph, options: Options) -> Answers:
    """Look for managers of one person."""
    people = graph.org.people
    if not graph.reporting.is_known:
        yield from (Unknown("person", id, "managers of people") for id, person in people.items() if not person.external)
        return
    for manager, reports in graph.reporting.reports.items():
        if manager in graph.reporting.on_circles:
            yield Unknown("person", manager, "reporting lines that do not run in a circle")
        elif not people[manager].external:
            yield _single(graph, manager, reports[0]) if len(reports) == 1 else FINE


def _single(graph: OrgGraph, manager: str, report: str) -> Violation:
    above = graph.manager_of(manager)
    known = above not in (None, NOBODY)
    return Violation(
        kind="person",
        id=manager,
        message=f"{manager} has one direct report, {report}",
        help=f"let {report} report to {above}" if known else f"give {manager} more people to lead",
        related=(Note(f"reports to {manager}", "person", report, ("manager",)),),
        evidence={"reports": [report], "count": 1, "manager": above if known else None},
    )


rule = Rule(
    code="R003",
    name="single-report",
    severity="info",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("AGENTNOON",),
    covers=("R002",),
    subject="person",
)
