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
from orgmodel.rules.base import FINE, Answers, Rule, Unknown, Violation


def check(graph: OrgGraph, options: object) -> Answers:
    """Compare the grades on both ends of each solid line."""
    people, not_asked = graph.org.people, graph.not_asked
    for manager, reports in graph.reporting.reports.items():
        above, higher = people[manager].level, graph.manager_of(manager)
        for person in reports:
            if person in not_asked:
                continue
            below = people[person].level
            if below is None or above is None:
                yield Unknown("person", person, "levels of people")
            elif above > below:
                yield FINE
            else:
                yield _not_higher(person, manager, (below, above), higher if higher in people else None)


def _not_higher(person: str, manager: str, levels: tuple[int, int], higher: str | None) -> Violation:
    below, above = levels
    grade = f"who has the same grade, {above}" if above == below else f"whose grade is lower ({above} and {below})"
    return Violation(
        kind="person",
        id=person,
        message=f"{person} reports to {manager}, {grade}",
        help=f"let {person} report to {higher}" if higher else "look whether the grades say what the two do",
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
