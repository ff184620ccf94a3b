"""Nobody in the owning team knows the component.

## What it checks

Each component that names `experts` has one of them among the members and leads of the team that owns it, or that takes
it over. A person as owner stands for their home team. A component is counted as unknown if it does not state its
experts or its owner, if its owning team does not list its members, or if one of its experts is not described. One that
nobody knows at all (`experts: nobody`) is no matter of where the experts are, and is not asked here.

## Why it matters

The team must answer for what it does not understand. It has every change made or explained by people who belong to
others and have other work, or makes it without them. Where those who change a program are far from those who know it,
studies have found more faults in it.

## Bad

```yaml
people: {ana: {}, bo: {}}
teams: {payments: {members: [ana]}, platform: {members: [bo]}}
components:
  ledger: {owner: payments, experts: [bo]}
```

## Good

```yaml
people: {ana: {}, bo: {}}
teams: {payments: {members: [ana]}, platform: {members: [bo]}}
components:
  ledger: {owner: payments, experts: [ana, bo]}
```

## What to do

Lend the expert to the owner for some weeks until somebody there knows it, or give the component to the team that
does.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.components import Component
from orgmodel.model.fields import NOBODY
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, listed


def check(graph: OrgGraph, options: Options) -> Answers:
    """Look for an expert of every component among those who own it."""
    for component in graph.components:
        if component.experts is None:
            yield Unknown("component", component.id, "experts of components")
        elif component.experts:
            yield _judged(graph, component, dict.fromkeys(component.experts))


def _judged(graph: OrgGraph, component: Component, experts: dict[str, None]) -> Answer:
    owners = _owners(graph, component)
    if not owners:
        return Unknown("component", component.id, "owners of components")
    teams = [team for team in dict.fromkeys(owners) if team is not None]
    if any(expert in graph.people_of(team) for team in teams for expert in experts):
        return FINE
    people = graph.org.people
    if any(expert not in people for expert in experts):
        return Unknown("component", component.id, "experts of components that are described themselves")
    if None in owners or any(graph.org.teams[team].members is None for team in teams):
        return Unknown("component", component.id, "members of owning teams")
    known = [expert for expert in experts if people[expert].status != "vacant"]
    return _elsewhere(graph, component, known, teams) if known else FINE


def _owners(graph: OrgGraph, component: Component) -> list[str | None]:
    """Return the teams that own a component or take it over, None for each that is not known."""
    named = [name for owner in component.owner or () for name in (owner.team, owner.then)]
    return [graph.ownership.team_of_approver(name) for name in named if name is not None and name != NOBODY]


def _elsewhere(graph: OrgGraph, component: Component, experts: list[str], teams: list[str]) -> Violation:
    homes = [graph.home_team(expert) for expert in experts]
    named = [f"{expert} ({home})" if home else expert for expert, home in zip(experts, homes, strict=True)]
    verb = "knows" if len(experts) == 1 else "know"
    return Violation(
        kind="component",
        id=component.id,
        message=f"nobody in {listed(teams)} knows {component.id}; {listed(named)} {verb} it",
        help=f"lend {experts[0]} to {teams[0]} until somebody there knows it, or give it to who does",
        path=("experts",),
        label=f"nobody of {listed(teams)}",
        related=tuple(
            Note(f"{expert} is at home in {home}", "team", home)
            for expert, home in zip(experts, homes, strict=True)
            if home
        ),
        evidence={"experts": experts, "home_teams": homes, "owners": teams},
    )


rule = Rule(
    code="O013",
    name="experts-outside-owner",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="supported",
    sources=("NAGAPPAN", "CODESCENE"),
    subject="component",
)
