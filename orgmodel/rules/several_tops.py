"""More than one person stands at the top.

## What it checks

Who is known to report to nobody: `manager: nobody`, or the lead at the top where reporting follows the leads. Two or
more are a finding, which says how many people stand below each. Managers outside the organisation (`external: true`)
are no tops. Where fewer than two are known and somebody's manager is not, the answer is unknown.

## Why it matters

What the branches below two tops disagree about, nobody can decide. Sometimes this is meant, for a time or between two
companies; more often somebody's manager has left and nobody has written the new one down.

## Bad

```yaml
people:
  kim: {manager: nobody}
  ana: {manager: kim}
  bo: {manager: nobody}
```

## Good

```yaml
people:
  kim: {manager: nobody}
  ana: {manager: kim}
  bo: {manager: kim}
```

## What to do

State whom the others report to. If that is a board or another company, describe it as a person with `external: true`.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, listed


def check(graph: OrgGraph, options: Options) -> Answers:
    """Count who stands at the top."""
    if graph.org.people:
        yield _judged(graph)


def _judged(graph: OrgGraph) -> Answer:
    if len(graph.reporting.tops) > 1:
        return _several(graph)
    managers = graph.reporting.managers.items()
    unclear = any(manager is None and not graph.org.people[id].external for id, manager in managers)
    return Unknown("organisation", "", "managers of people") if unclear else FINE


def _several(graph: OrgGraph) -> Violation:
    below = {top: _people_below(graph, top) for top in graph.reporting.tops}
    highest, *others = sorted(below, key=lambda top: (-below[top], top))
    named = listed(f"{top} ({below[top]:,} below)" for top in (highest, *others))
    return Violation(
        kind="organisation",
        id="",
        message=f"{len(below)} people stand at the top: {named}",
        help=f"state whom {others[0]} reports to" if len(others) == 1 else "state whom the others report to",
        spot=Spot("people", others[0], ("manager",)),
        label="reports to nobody",
        related=tuple(Note("stands at the top as well", "person", top, ("manager",)) for top in (highest, *others[1:])),
        evidence={"tops": [highest, *others], "below": [below[top] for top in (highest, *others)], "count": len(below)},
    )


def _people_below(graph: OrgGraph, top: str) -> int:
    found = [top]
    for person in found:  # it grows while it is read; below a top there is no circle
        found += graph.reports_of(person)
    return len(found) - 1


rule = Rule(
    code="R008",
    name="several-tops",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("NAKISA",),
    subject="organisation",
)
