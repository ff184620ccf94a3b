"""A manager has too many or too few direct reports.

## What it checks

How many people of the description report directly to each manager (solid lines; vacant positions among them count, and
the finding says how many). Too many is a warning, far too many an error, too few a note. Not asked are managers with a
declared `archetype`, which names its own span, and the leads of operations, where shifts of twenty or more are usual.
Where no manager of anybody is known, and for managers who report to each other in a circle, the answer is unknown.

## Why it matters

With too many reports there is no hour left for any single one of them. With too few, a whole level is paid for work
that the level above could do. No one number is right for all, so treat the limits as a question and not as a verdict.

## Bad

```yaml
people:
  kim: {manager: nobody}
  ana: {manager: kim}
  bo: {manager: kim}
```

## Good

```yaml
people:
  kim: {manager: nobody}
  ana: {manager: kim}
  bo: {manager: kim}
  cy: {manager: kim}
```

## What to do

Move people to a manager beside, above or below, together with the work they do; or declare the archetype of a manager
whose work explains the number.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.finding import Severity
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, counted, listed, option


class Limits(Options):
    """How many direct reports a manager should have."""

    min: int = option(3, "judgement", "The fewest direct reports without a finding.")
    max: int = option(10, "judgement", "The most direct reports without a finding.")
    error_above: int = option(20, "judgement", "Above this many direct reports the finding is an error.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Compare the direct reports of each manager with the limits."""
    people = graph.org.people
    if not graph.reporting.is_known:
        yield from (Unknown("person", id, "managers of people") for id, person in people.items() if not person.external)
        return
    busy = _leads_of_operations(graph)
    for manager in sorted(graph.reporting.reports):
        if manager in graph.reporting.on_circles:
            yield Unknown("person", manager, "reporting lines that do not run in a circle")
        elif people[manager].archetype is None and not people[manager].external and manager not in busy:
            yield _judged(graph, manager, options)


def _leads_of_operations(graph: OrgGraph) -> frozenset[str]:
    teams = graph.org.teams
    return frozenset(lead for id in teams if graph.kind_of(id) == "operation" for lead in teams[id].lead or ())


def _judged(graph: OrgGraph, manager: str, options: Limits) -> Answer:
    reports = graph.reports_of(manager)
    count = len(reports)
    if count > options.max:
        words = f"{counted(count, 'direct report')}, {count - options.max} more than the limit of {options.max}"
        help = "let some of them report to somebody else, together with the work they do"
        severity: Severity = "error" if count > options.error_above else "warning"
        return _outside(graph, manager, words=words, help=help, limit=options.max, severity=severity)
    if count < options.min:
        words = f"{counted(count, 'direct report')} ({listed(reports)}), fewer than {options.min}"
        help = f"give {manager} more to lead, or let them report one level higher"
        return _outside(graph, manager, words=words, help=help, limit=options.min, severity="info")
    return FINE


def _outside(graph: OrgGraph, manager: str, *, words: str, help: str, limit: int, severity: Severity) -> Violation:
    reports = graph.reports_of(manager)
    vacant = [person for person in reports if graph.org.people[person].status == "vacant"]
    return Violation(
        kind="person",
        id=manager,
        message=f"{manager} has {words}",
        help=help,
        notes=(f"{counted(len(vacant), 'vacant position')} among them",) if vacant else (),
        evidence={"reports": list(reports), "count": len(reports), "limit": limit, "vacant": vacant},
        severity=severity,
    )


rule = Rule(
    code="R002",
    name="span-outside-band",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="folklore for any single number",
    sources=("MCKINSEY17", "LARSON"),
    subject="person",
)
