"""A team has more people than two pizzas feed.

## What it checks

The number of distinct people of each delivery team, leads included and vacant positions left out; the headcount where
people are not listed. A team whose size is not known is counted as unknown.

## Why it matters

Every further person adds a line to everybody else, so a large team spends its days agreeing. A small one that owns the
whole of its problem does not have to. Small is not the point in itself: the number is a sign that a team may be two.

## Bad

```yaml
teams:
  checkout: {lead: ana, headcount: 12}
people:
  ana: {}
```

## Good

```yaml
teams:
  cart: {lead: ana, headcount: 6}
  payments: {lead: bo, headcount: 6}
people:
  ana: {}
  bo: {}
```

## What to do

Look for the line along which the work of the team already falls apart, and make two teams of it, each with a lead and
with components of its own. If there is no such line, say so in a waiver.
"""

from orgmodel.graph import OrgGraph
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, option


class Limits(Options):
    """Where a team begins to be too large."""

    max: int = option(10, "BRYAR3", "The most people that a team may have.")
    error_above: int = option(15, "judgement", "Above this many people the finding is an error.")
    count_lead: bool = option(True, "judgement", "Whether leads who are not members count.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Compare each delivery team with the limit."""
    for team in graph.delivery_teams:
        yield _judged(team.id, graph.size(team.id, count_lead=options.count_lead), options)


def _judged(team: str, size: int | None, options: Limits) -> Answer:
    if size is None:
        return Unknown("team", team, "members or headcount of teams")
    if size <= options.max:
        return FINE
    return Violation(
        kind="team",
        id=team,
        message=f"{team} has {size} people, {size - options.max} more than two pizzas feed (limit {options.max})",
        help="split it along a line its work already has, each half with a lead and components of its own",
        evidence={"size": size, "limit": options.max},
        severity="error" if size > options.error_above else None,
    )


rule = Rule(
    code="T001",
    name="team-too-large",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="mixed: larger teams are less productive in some studies; the number itself is folklore",
    sources=("BRYAR3", "STONE", "VOGELS", "AWSCICD", "HACKMAN"),
    subject="team",
)
