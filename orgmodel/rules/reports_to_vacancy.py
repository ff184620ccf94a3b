"""Active people report to a vacant position, or to somebody who is leaving.

## What it checks

Each manager whose position is vacant, or who is leaving, and who has direct reports that stay. Whoever states no status
is taken as active.

## Why it matters

People whose manager is gone, or has one foot out of the door, have nobody who decides on their work, their leave and
their pay. A position is easily left open for months, because nobody above feels it.

## Bad

```yaml
people:
  head: {status: vacant, manager: nobody}
  bo: {manager: head}
```

## Good

```yaml
people:
  ana: {manager: nobody}
  head: {status: vacant, manager: ana}
  bo: {manager: ana}
```

## What to do

Say who leads them until somebody is found; the manager above, if nobody else.
"""

from orgmodel.graph import OrgGraph
from orgmodel.rules.base import FINE, Answers, Note, Rule, Violation, counted, listed


def check(graph: OrgGraph, options: object) -> Answers:
    """Ask each manager whether they are there, and stay."""
    people = graph.org.people
    for manager, reports in graph.reporting.reports.items():
        if people[manager].external:
            continue
        staying = [each for each in reports if people[each].status not in ("vacant", "leaving")]
        status = people[manager].status
        if status not in ("vacant", "leaving") or not staying:
            yield FINE
            continue
        what = "a vacant position" if status == "vacant" else "who is leaving"
        verb = "reports" if len(staying) == 1 else "report"
        above = graph.manager_of(manager)
        instead = f": {above}, if nobody else" if above is not None and above in people else ""
        yield Violation(
            kind="person",
            id=manager,
            message=f"{counted(len(staying), 'person', 'people')}, {listed(staying)}, {verb} to {manager}, {what}",
            help=f"say who leads them until then{instead}",
            path=("status",),
            related=tuple(Note(f"reports to {manager}", "person", each, ("manager",)) for each in staying[:5]),
            evidence={"count": len(staying), "status": status, "reports": staying},
        )


rule = Rule(
    code="R010",
    name="reports-to-vacancy",
    severity="error",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("NAKISA",),
    subject="person",
)
