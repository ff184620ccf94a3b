"""A team with a complex domain has another domain too.

## What it checks

Each delivery team that names a `complex` domain among its `domains` names no other. A team is counted as unknown if it
states no domains, or if it has several and none is known to be complex while it is not said of all how complex they
are.

## Why it matters

A complex domain cannot be looked up: it has to be explored, and that takes all the attention a team has. Whatever else
it looks after is simpler and more urgent, and wins.

## Bad

```yaml
domains: {fraud: {complexity: complex}, refunds: {complexity: simple}}
teams:
  payments: {domains: [fraud, refunds]}
```

## Good

```yaml
domains: {fraud: {complexity: complex}, refunds: {complexity: simple}}
teams:
  payments: {domains: [fraud]}
  returns: {domains: [refunds]}
```

## What to do

Move the other domains to teams that have room for them, or split the team so that the complex domain has one of its
own.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, listed


def check(graph: OrgGraph, options: Options) -> Answers:
    """Ask each delivery team with a complex domain what else it looks after."""
    for team in graph.delivery_teams:
        if team.domains is None:
            yield Unknown("team", team.id, "domains of teams")
        else:
            yield _judged(graph, team)


def _judged(graph: OrgGraph, team: Team) -> Answer:
    if len(set(team.domains or ())) < 2:
        return FINE
    described = graph.domains.of(team)
    complex_ones = graph.domains.of_complexity(team, "complex")
    if complex_ones and len(described) > 1:
        return _not_alone(team, complex_ones[0], [id for id in described if id != complex_ones[0]])
    unknown = graph.domains.of_complexity(team, None)
    return Unknown("team", team.id, "complexity of domains") if unknown else FINE


def _not_alone(team: Team, domain: str, others: list[str]) -> Violation:
    named = list(team.domains or ())
    return Violation(
        kind="team",
        id=team.id,
        message=f"{team.id} looks after {domain}, which is complex, and after {listed(others)} as well",
        help=f"leave {domain} alone with {team.id}, and give {listed(others)} to teams that have room",
        path=("domains", named.index(others[0])),
        label="beside a complex domain",
        related=(Note("complex", "domain", domain, path=("complexity",)),),
        evidence={"others": others, "domain": domain},
    )


rule = Rule(
    code="O006",
    name="complex-domain-not-alone",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("TT3",),
    covers=("O007", "O008"),
    subject="team",
)
