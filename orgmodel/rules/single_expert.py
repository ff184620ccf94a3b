"""Only one person knows an important component.

## What it checks

How many people each component names among its `experts`, if it is as critical as `criticality` or more; vacant
positions know nothing. There is a finding if they are fewer than `min`, or if all of them are leaving.
`experts: nobody` says that there are none. A component is counted as unknown if it does not state its experts, or if
its criticality is not stated and would make the difference.

## Why it matters

When the one who knows it is on holiday the next failure lasts until they are back, and when they leave it has to be
learned again from the source. Meanwhile every change of it waits for one person.

## Bad

```yaml
people: {ana: {}, bo: {}}
components:
  ledger: {criticality: critical, experts: [ana]}
```

## Good

```yaml
people: {ana: {}, bo: {}}
components:
  ledger: {criticality: critical, experts: [ana, bo]}
```

## What to do

Let somebody else of the owning team make the next changes, with the expert beside them, and name them when they can do
it alone.
"""

from typing import Literal

from orgmodel.graph import OrgGraph
from orgmodel.model.components import Component
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option

Criticality = Literal["low", "medium", "high", "critical"]
RISING = ("low", "medium", "high", "critical")


class Limits(Options):
    """How many should know a component, and which components are important."""

    min: int = option(2, "judgement", "The fewest people that should know an important component.")
    criticality: Criticality = option("high", "judgement", "A component as critical as this is important.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the experts of every component that is, or may be, important."""
    important = RISING[RISING.index(options.criticality) :]
    for component in graph.components:
        if component.criticality is None or component.criticality in important:
            yield _judged(graph, component, options.min)


def _judged(graph: OrgGraph, component: Component, fewest: int) -> Answer:
    if component.experts is None:
        return Unknown("component", component.id, "experts of components")
    named = dict.fromkeys(component.experts)
    people = graph.org.people
    known = [id for id in named if id in people and people[id].status != "vacant"]
    undescribed = sum(id not in people for id in named)
    leaving = [id for id in known if people[id].status == "leaving"]
    few, all_leave = len(known) < fewest, bool(known) and leaving == known
    if not (few or all_leave):
        return FINE
    if undescribed and (all_leave or len(known) + undescribed >= fewest):
        return Unknown("component", component.id, "experts of components that are described themselves")
    if component.criticality is None:
        return Unknown("component", component.id, "criticality of components")
    return _in_few_heads(graph, component, known, leaving, fewest)


def _in_few_heads(
    graph: OrgGraph, component: Component, known: list[str], leaving: list[str], fewest: int
) -> Violation:
    who = f"{'only ' * (len(known) == 1)}by {listed(known)}" if known else "by nobody"
    teams = graph.owning_teams(component.id)
    return Violation(
        kind="component",
        id=component.id,
        message=f"{component.id}, of {component.criticality} criticality, is known {who}{_who_leave(known, leaving)} "
        f"(at least {fewest})",
        help=f"let somebody else of {teams[0] if teams else 'its team'} make the next changes"
        + (", with an expert beside them" if known else " and learn it"),
        path=("experts",),
        label=counted(len(known), "expert"),
        related=tuple(Note(f"{id} is leaving", "person", id, path=("status",)) for id in leaving),
        evidence={
            "remaining": len(known) - len(leaving),
            "experts": known,
            "leaving": leaving,
            "criticality": component.criticality,
            "limit": fewest,
        },
    )


def _who_leave(known: list[str], leaving: list[str]) -> str:
    if not leaving:
        return ""
    verb = "is" if len(leaving) == 1 else "are"
    if leaving == known:
        return f", who {verb} {'all ' * (len(known) > 1)}leaving"
    return f", and {listed(leaving)} {verb} leaving"


rule = Rule(
    code="O009",
    name="single-expert",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="mixed",
    sources=("AVELINO", "CODESCENE"),
    subject="component",
)
