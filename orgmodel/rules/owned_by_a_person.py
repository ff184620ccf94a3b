"""A component is owned by a person instead of a team.

## What it checks

Whether any owner of a component is a person. Where a team and a person share an id, the id means the team; `person:ana`
says that the person is meant.

## Why it matters

A person takes holidays, changes teams and leaves, and the component has no owner from that day on. A team remains, and
there is somebody in it on every day of the year.

## Bad

```yaml
people:
  ana: {}
teams:
  payments: {members: [ana]}
components:
  ledger: {owner: ana}
```

## Good

```yaml
people:
  ana: {}
teams:
  payments: {members: [ana]}
components:
  ledger: {owner: payments, experts: ana}
```

## What to do

Make the person's team the owner and name the person among the experts.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.components import Component
from orgmodel.model.fields import NOBODY
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, listed


def check(graph: OrgGraph, options: Options) -> Answers:
    """Look for people among the owners of every component."""
    for component in graph.components:
        if component.owner is None:
            yield Unknown("component", component.id, "owners of components")
        else:
            yield _judged(graph, component)


def _judged(graph: OrgGraph, component: Component) -> Answer:
    written = [owner.team for owner in component.owner or () if owner.team != NOBODY]
    owners = [graph.resolve(name, "team", "person") for name in written]
    people = [owner[1] for owner in owners if owner is not None and owner[0] == "person"]
    if people:
        return _personal(graph, component, people)
    if None in owners:
        return Unknown("component", component.id, "owners of components that are described themselves")
    return FINE


def _personal(graph: OrgGraph, component: Component, people: list[str]) -> Violation:
    position = next(n for n, owner in enumerate(component.owner or ()) if _means(graph, owner.team, people[0]))
    team = graph.home_team(people[0])
    suggested = team if team is not None and graph.is_delivery_team(team) else None
    return Violation(
        kind="component",
        id=component.id,
        message=f"{component.id} is owned by {listed(people)}, not by a team",
        help=f"make {suggested or 'a team'} the owner, and keep {people[0]} among its `experts`",
        path=("owner", position, "team"),
        label="a person",
        evidence={"people": people, "team": suggested},
    )


def _means(graph: OrgGraph, written: str, person: str) -> bool:
    return graph.resolve(written, "team", "person") == ("person", person)


rule = Rule(
    code="O003",
    name="owned-by-a-person",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("CORTEX",),
    subject="component",
)
