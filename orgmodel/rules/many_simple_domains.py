"""A team has more simple domains than it can keep in mind.

## What it checks

How many `simple` domains each delivery team names among its `domains`. A team is counted as unknown if it states no
domains, or if those of which it is not said how complex they are could bring it over the limit.

## Why it matters

Two or three simple domains are routine. With more of them the team changes its mind from one to the next all day, and
what is simple alone is no longer so together.

## Bad

```yaml
domains:
  wishlists: {complexity: simple}
  vouchers: {complexity: simple}
  gift-wrap: {complexity: simple}
  reviews: {complexity: simple}
teams:
  extras: {domains: [wishlists, vouchers, gift-wrap, reviews]}
```

## Good

```yaml
domains:
  wishlists: {complexity: simple}
  vouchers: {complexity: simple}
  gift-wrap: {complexity: simple}
  reviews: {complexity: simple}
teams:
  gifts: {domains: [wishlists, vouchers, gift-wrap]}
  opinions: {domains: [reviews]}
```

## What to do

Give those that belong to a neighbour's work to the neighbour, and stop what nobody would miss.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option


class Limits(Options):
    """How many are too many."""

    max: int = option(3, "TT3", "The most simple domains that a team may have.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the simple domains of each delivery team."""
    for team in graph.delivery_teams:
        if team.domains is None:
            yield Unknown("team", team.id, "domains of teams")
        else:
            yield _judged(graph, team, options.max)


def _judged(graph: OrgGraph, team: Team, limit: int) -> Answer:
    simple = graph.domains.of_complexity(team, "simple")
    if len(simple) > limit:
        return _many(team, simple, limit)
    unknown = graph.domains.of_complexity(team, None)
    if unknown and len(simple) + len(unknown) > limit:
        return Unknown("team", team.id, "complexity of domains")
    return FINE


def _many(team: Team, simple: tuple[str, ...], limit: int) -> Violation:
    return Violation(
        kind="team",
        id=team.id,
        message=f"{team.id} has {counted(len(simple), 'simple domain')} (limit {limit}): {listed(simple)}",
        help="give those to a neighbour that belong to its work, and stop what nobody would miss",
        path=("domains", list(team.domains or ()).index(simple[limit])),
        label="one too many",
        related=tuple(Note("simple", "domain", id, path=("complexity",)) for id in simple),
        evidence={"count": len(simple), "domains": list(simple), "limit": limit},
    )


rule = Rule(
    code="O008",
    name="many-simple-domains",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("TT3",),
    subject="team",
)
