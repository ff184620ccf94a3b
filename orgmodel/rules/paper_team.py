"""A team has far fewer full-time equivalents than people.

## What it checks

Each delivery team that lists its people: the sum of their shares, each the allocation times the person's own working
time, against the number of members and leads, vacant positions left out. Where one share is not known, neither is the
answer. Working time that is not stated is a full week.

## Why it matters

On paper the team is as large as its list, and so is what is expected of it. The work is done by what is left when
other teams, other duties and short weeks have taken theirs, while it still has to meet and agree like a large one.

## Bad

```yaml
teams:
  forecasts:
    members: [{person: bo, allocation: 50%}, {person: cy, allocation: 30%}]
people: {bo: {}, cy: {}}
```

## Good

```yaml
teams:
  forecasts:
    members: [bo, {person: cy, allocation: 80%}]
people: {bo: {}, cy: {}}
```

## What to do

Decide whose work it is, and let those people do it with all of their time. Then take the others off the list.
"""

from orgmodel.graph import OrgGraph
from orgmodel.graph.leadership import percent
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, counted, listed, option, plain


class Limits(Options):
    """How far full-time equivalents may fall short of people."""

    min_fte_share: float = option(0.8, "judgement", "The fewest full-time equivalents, as a share of the people.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Compare the full-time equivalents of each delivery team with its people."""
    for team in graph.delivery_teams:
        if team.members is None:
            yield Unknown("team", team.id, "members of teams")
        elif size := graph.size(team.id):
            yield _judged(graph, team, size, options.min_fte_share)


def _judged(graph: OrgGraph, team: Team, size: int, limit: float) -> Answer:
    full_time = graph.fte(team.id)
    if full_time is None:
        return Unknown("team", team.id, "allocations of members")
    share = round(full_time / size, 9)  # a sum of products may be a hair less than it should
    return FINE if share >= limit else _on_paper(graph, team, full_time, size, limit)


def _on_paper(graph: OrgGraph, team: Team, full_time: float, size: int, limit: float) -> Answer:
    share = full_time / size
    people, equivalents = counted(size, "person", "people"), plain(round(full_time, 2))
    noun = "equivalent" if equivalents == "1" else "equivalents"
    parts = _parts(graph, team)
    return Violation(
        kind="team",
        id=team.id,
        message=f"{team.id} has {people} and {equivalents} full-time {noun}, {percent(share)} of them "
        f"(at least {percent(limit)})",
        help="decide whose work it is, and let them do it with all of their time",
        path=("members",),
        notes=(f"shares of a full week: {listed([f'{name} {percent(part)}' for name, part in parts.items()], 12)}",),
        evidence={
            "share": round(share, 4),
            "people": size,
            "fte": round(full_time, 3),
            "part_time": list(parts),
            "shares": [round(part, 4) for part in parts.values()],
            "limit": limit,
        },
    )


def _parts(graph: OrgGraph, team: Team) -> dict[str, float]:
    """Return the share of a full week that everybody gives who does not give a whole one."""
    found, shares = {}, graph.memberships.shares_in(team.id)
    for name in graph.people_of(team.id):
        person = graph.org.people.get(name)
        capacity = 1.0 if person is None or person.capacity is None else person.capacity
        found[name] = (shares[name] or 0.0) * capacity
    return {name: part for name, part in found.items() if part < 1.0}


rule = Rule(
    code="T005",
    name="paper-team",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("LIMP",),
    covers=("T003",),
    subject="team",
)
