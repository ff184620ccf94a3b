"""One team builds a component, another one runs it.

## What it checks

Whether the `operator` of each component is one of the teams that own it, or a team below one of them. A person as owner
stands for their home team; who takes a component over (`then`) may run it already. A component without an `operator` is
run by its owner: that is what the absence of the field means. A component whose owner or operator is stated, but not
described, is counted as unknown, and so is one that has an operator and no stated owner.

## Why it matters

Who is not woken by it builds it differently. Those who run it may not change it, those who change it do not see how it
fails, and every failure begins with finding the others.

## Bad

```yaml
teams: {payments: {}, data-centre: {kind: operation}}
components:
  ledger: {owner: payments, operator: data-centre}
```

## Good

```yaml
teams: {payments: {}, data-centre: {kind: operation}}
components:
  ledger: {owner: payments, operator: payments}
  racks: {owner: data-centre}
```

## What to do

Let the team that builds it run it, with the operators as teachers at first. What they do for all components alike can
become a platform that teams use by themselves.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.components import Component
from orgmodel.model.fields import NOBODY
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, listed


def check(graph: OrgGraph, options: Options) -> Answers:
    """Compare who runs each component with who builds it."""
    for component in graph.components:
        yield FINE if component.operator is None else _judged(graph, component, component.operator)


def _judged(graph: OrgGraph, component: Component, operator: str) -> Answer:
    if component.owner is None:
        return Unknown("component", component.id, "owners of components")
    if operator not in graph.org.teams:
        return Unknown("component", component.id, "operators of components that are described themselves")
    builders = [graph.ownership.team_of_approver(name) for name in _owners(component)]
    teams = list(dict.fromkeys(team for team in builders if team is not None))
    if any(operator == team or team in graph.ancestors(operator) for team in teams):
        return FINE
    if None in builders:
        return Unknown("component", component.id, "owners of components that are described themselves")
    return _run_there(component, operator, teams) if teams else FINE


def _owners(component: Component) -> list[str]:
    """Return who owns a component, and who takes it over."""
    named = [name for owner in component.owner or () for name in (owner.team, owner.then)]
    return [name for name in named if name is not None and name != NOBODY]


def _run_there(component: Component, operator: str, teams: list[str]) -> Violation:
    verb = "builds" if len(teams) == 1 else "build"
    return Violation(
        kind="component",
        id=component.id,
        message=f"{listed(teams)} {verb} {component.id}, and {operator} runs it",
        help=f"let {teams[0]} run it, with {operator} as teacher at first",
        path=("operator",),
        label="runs what others build",
        evidence={"owners": teams, "operator": operator, "criticality": component.criticality},
    )


rule = Rule(
    code="O010",
    name="built-here-run-there",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("VOGELS06",),
    subject="component",
)
