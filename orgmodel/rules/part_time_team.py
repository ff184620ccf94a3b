"""Too few members give the team all of their time.

## What it checks

Each delivery team that lists members: how many of them, vacant positions left out, give it all of their working time.
An allocation of 100% is all of it, and so is one that is not stated where this is the only team the person works in.
Somebody who works half the week and gives the team that half gives it all of theirs. Where it is not known of some,
and it depends on them, the answer is unknown.

If everybody who gives only a part works in several teams, the finding is folded into those about them.

## Why it matters

People with two teams have two plans, two sets of meetings and two people who ask. What is left for this team is what
the other does not need this week, so nobody can say when anything will be done.

## Bad

```yaml
teams:
  refunds:
    members: [bo, {person: cy, allocation: 40%}, {person: di, allocation: 50%}]
people: {bo: {}, cy: {}, di: {}}
```

## Good

```yaml
teams:
  refunds:
    members: [bo, cy, di]
people: {bo: {}, cy: {}, di: {}}
```

## What to do

Let fewer people work on it with all of their time. Three who are there get further than eight who look in.
"""

from orgmodel.graph import OrgGraph
from orgmodel.graph.leadership import percent
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, option

_NAMED = 5  # of those who give a part, in the related places


class Limits(Options):
    """How many of the members have to be there with all of their time."""

    min_dedicated: float = option(0.8, "judgement", "The smallest share of members who give it all of their time.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count who gives each delivery team all of their time."""
    for team in graph.delivery_teams:
        if team.members is None:
            yield Unknown("team", team.id, "members of teams")
        elif shares := _shares(graph, team):
            yield _judged(graph, team, shares, options.min_dedicated)


def _shares(graph: OrgGraph, team: Team) -> dict[str, float | None]:
    """Return what each member gives; None where that is not known."""
    members, shares = {member.person for member in team.members or ()}, graph.memberships.shares_in(team.id)
    return {name: shares[name] for name in graph.people_of(team.id) if name in members}


def _judged(graph: OrgGraph, team: Team, shares: dict[str, float | None], limit: float) -> Answer:
    full = sum(share == 1.0 for share in shares.values())
    unclear = sum(share is None for share in shares.values())
    if full / len(shares) >= limit:
        return FINE
    if (full + unclear) / len(shares) >= limit:
        return Unknown("team", team.id, "allocations of members")
    return _part_time(graph, team, shares, full + unclear, limit)


def _part_time(graph: OrgGraph, team: Team, shares: dict[str, float | None], most: int, limit: float) -> Answer:
    part = {name: share for name, share in shares.items() if share is not None and share < 1.0}
    few = "at most " if None in shares.values() else "only " if most else ""
    members = f"{few}{most or 'none'} of the {len(shares)} members" if len(shares) > 1 else "not even its one member"
    verb = "gives" if most == 1 or len(shares) == 1 else "give"
    paths = {member.person: ("members", number) for number, member in enumerate(team.members or ())}
    elsewhere = all(_in_several(graph, name) for name in part)
    return Violation(
        kind="team",
        id=team.id,
        message=f"{members} {verb} {team.id} all of their time (at least {percent(limit)})",
        help="let fewer people work on it, with all of their time",
        path=("members",),
        related=tuple(
            Note(f"{name} gives it {percent(share)}", "team", team.id, paths[name])
            for name, share in list(part.items())[:_NAMED]
        ),
        evidence={
            "share": round(most / len(shares), 4),
            "dedicated": most,
            "members": len(shares),
            "part_time": list(part),
            "allocations": list(part.values()),
            "limit": limit,
        },
        concerns=tuple(("person", name) for name in part) if elsewhere else (),
    )


def _in_several(graph: OrgGraph, person: str) -> bool:
    return sum(graph.is_delivery_team(place.team) for place in graph.memberships.places_of(person)) > 1


rule = Rule(
    code="T003",
    name="part-time-team",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("LIMP",),
    subject="team",
)
