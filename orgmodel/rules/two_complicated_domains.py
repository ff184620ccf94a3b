"""A team has two complicated domains.

## What it checks

Each delivery team names at most one `complicated` domain among its `domains`. A team is counted as unknown if it states
no domains, or if those of which it is not said how complex they are could be a second complicated one.

## Why it matters

A complicated domain needs somebody who has studied it. Two of them make two teams under one name: each half knows one,
plans by itself, and cannot stand in for the other half.

## Bad

```yaml
domains: {search: {complexity: complicated}, ledger: {complexity: complicated}}
teams:
  core: {domains: [search, ledger]}
```

## Good

```yaml
domains: {search: {complexity: complicated}, ledger: {complexity: complicated}}
teams:
  search: {domains: [search]}
  books: {domains: [ledger]}
```

## What to do

Make two teams of it, each with one of the domains and with those who know it.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed

LIMIT = 1


def check(graph: OrgGraph, options: Options) -> Answers:
    """Count the complicated domains of each delivery team."""
    for team in graph.delivery_teams:
        if team.domains is None:
            yield Unknown("team", team.id, "domains of teams")
        else:
            yield _judged(graph, team)


def _judged(graph: OrgGraph, team: Team) -> Answer:
    complicated = graph.domains.of_complexity(team, "complicated")
    if len(complicated) > LIMIT:
        return _several(team, complicated)
    unknown = graph.domains.of_complexity(team, None)
    if unknown and len(complicated) + len(unknown) > LIMIT:
        return Unknown("team", team.id, "complexity of domains")
    return FINE


def _several(team: Team, complicated: tuple[str, ...]) -> Violation:
    count = len(complicated)
    return Violation(
        kind="team",
        id=team.id,
        message=f"{team.id} has {counted(count, 'complicated domain')}: {listed(complicated)}",
        help=f"make {count} teams of it, each with one of the domains and with those who know it",
        path=("domains", list(team.domains or ()).index(complicated[LIMIT])),
        label="one too many",
        related=tuple(Note("complicated", "domain", id, path=("complexity",)) for id in complicated),
        evidence={"count": count, "domains": list(complicated), "limit": LIMIT},
    )


rule = Rule(
    code="O007",
    name="two-complicated-domains",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("TT3",),
    subject="team",
)
