"""A domain is split over several teams.

## What it checks

How many delivery teams name each domain among their `domains`. Groups, operations, councils and guilds are not asked,
nor are external teams: a council that sees the whole of a domain does not split it. A team that states no domains is
counted as unknown, since any domain could be among them.

## Why it matters

Two teams in one domain must agree on every change of its rules, and each knows half of it. If the domain is too large
for one team, it has a seam along which it can become two domains.

## Bad

```yaml
domains: {pricing: {complexity: complex}}
teams:
  prices: {domains: [pricing]}
  discounts: {domains: [pricing]}
```

## Good

```yaml
domains: {list-prices: {complexity: complex}, discounts: {complexity: complicated}}
teams:
  prices: {domains: [list-prices]}
  discounts: {domains: [discounts]}
```

## What to do

Give the whole domain to one of the teams. If it is too much for one, find the seam and make it two domains, each with
rules that the other need not know.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answers, Note, Options, Rule, Unknown, Violation, counted, listed


def check(graph: OrgGraph, options: Options) -> Answers:
    """Ask for each domain who looks after it."""
    for team in graph.delivery_teams:
        if team.domains is None:
            yield Unknown("team", team.id, "domains of teams")
    teams_of = graph.domains.teams_of
    for id in sorted(graph.org.domains):
        if not graph.org.domains[id].external and id in teams_of:
            yield FINE if len(teams_of[id]) == 1 else _split(graph, id, teams_of[id])


def _split(graph: OrgGraph, domain: str, teams: tuple[str, ...]) -> Violation:
    notes = [Note("looks after it", "team", team, spot=_spot(graph, team, domain)) for team in teams]
    complexity = graph.org.domains[domain].complexity
    return Violation(
        kind="domain",
        id=domain,
        message=f"{domain} is split over {counted(len(teams), 'team')}: {listed(teams)}",
        help=f"give all of it to one of them, or make it {len(teams)} domains along a seam it already has",
        label=f"in {counted(len(teams), 'team')}",
        related=tuple(notes),
        evidence={"teams": list(teams), "count": len(teams), "complexity": complexity},
    )


def _spot(graph: OrgGraph, team: str, domain: str) -> Spot:
    named = graph.org.teams[team].domains or ()
    return Spot("teams", team, ("domains", named.index(domain)))


rule = Rule(
    code="O005",
    name="domain-in-several-teams",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("TT3",),
    subject="domain",
)
