"""A team lists its members, and its headcount says another number.

## What it checks

Each delivery team that states both `members` and `headcount`. They have to agree: the distinct members and leads,
without vacant positions, on one side, the headcount on the other. Teams that state only one of the two are not asked.

## Why it matters

Two numbers for one thing are two opinions. Every limit, measure and plan then rests on the one that happened to be
read: here, the list.

## Bad

```yaml
people: {ana: {}, bo: {}}
teams:
  search: {lead: ana, members: [bo], headcount: 5}
```

## Good

```yaml
people: {ana: {}, bo: {}}
teams:
  search: {lead: ana, members: [bo], headcount: 2}
```

## What to do

List the people who are missing, or, where the list is right, leave the headcount out: it is there for teams whose
people are not listed.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Violation, counted


def check(graph: OrgGraph, options: Options) -> Answers:
    """Compare the two numbers of each delivery team that states both."""
    for team in graph.delivery_teams:
        size = graph.size(team.id)
        if team.members is None or team.headcount is None or size is None:
            continue
        yield FINE if size == team.headcount else _mismatch(team, size, team.headcount)


def _mismatch(team: Team, size: int, headcount: int) -> Answer:
    missing = headcount - size
    people = counted(size, "person", "people")
    others = "the person who is missing" if missing == 1 else f"the {missing} people who are missing"
    return Violation(
        kind="team",
        id=team.id,
        message=f"{team.id} lists {people}, and its headcount says {headcount}",
        help=f"list {others} as members" if missing > 0 else "leave the headcount out, since its people are listed",
        path=("headcount",),
        label=f"{abs(missing)} {'more' if missing > 0 else 'fewer'} than listed",
        evidence={"difference": abs(missing), "listed": size, "headcount": headcount},
    )


rule = Rule(
    code="T008",
    name="headcount-mismatch",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="practice",
    subject="team",
)
