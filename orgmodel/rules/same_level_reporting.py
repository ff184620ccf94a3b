"""Somebody reports to a person of the same grade or lower.

## What it checks

Each solid reporting line of which both grades are stated. Where one is not stated, it is unknown.

## Why it matters

A manager who is not more senior cannot well judge the work, speak for it, or make room for somebody to grow. Often it
is a sign of a layer that was added for no reason of the work.

## Bad

```yaml
people:
  ana: {level: 5, manager: nobody}
  bo: {level: 5, manager: ana}
```

## Good

```yaml
people:
  ana: {level: 6, manager: nobody}
  bo: {level: 5, manager: ana}
```

## What to do

Let them report to the manager's manager, or look whether the grades still say what the two do.
"""

from orgmodel.graph import OrgGraph
from orgmodel.rules.base import FINE, Answer, Answers, Rule, Unknown, Violation


def check(graph: OrgGraph, options: object) -> Answers:
    """Compare the grades on both ends of each solid line."""
    for manager, reports in graph.reporting.reports.items():
        for person in reports:
            if person not in graph.not_asked:
                yield _judged(graph, person, manager)


def _judged(graph: OrgGraph, person: str, manager: str) -> Answer:
    below, above = graph.org.people[person].level, graph.org.people[manager].level
    if below is None or above is None:
        return Unknown("person", person, "levels of people")
    if above > below:
        return FINE
    grade = f"who has the same grade, {above}" if above == below else f"whose grade is lower ({above} and {below})"
    higher = graph.manager_of(manager)
    known = higher is not None and higher in graph.org.people
    return Violation(
        kind="person",
        id=person,
        message=f"{person} reports to {manager}, {grade}",
        help=f"let {person} report to {higher}" if known else "look whether the grades say what the two do",
        evidence={"level": below, "manager": manager, "manager_level": above},
    )


rule = Rule(
    code="R006",
    name="same-level-reporting",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("GITLAB", "AGENTNOON"),
    subject="person",
)
