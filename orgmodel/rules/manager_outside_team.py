"""Most members of a team report outside the team's chain: a hidden matrix.

## What it checks

Each delivery team that has a lead and lists its members. A member reports inside if the lead is among the managers
above them, or if they report to whom the lead reports to. Members whose manager is not known are left out; where none
is known, neither is the answer. It is found where at least `min_share` of them report outside.

## Why it matters

A team whose people answer to somebody else each is a team in name. Its lead can ask and cannot decide, and each
conflict travels up two lines before it comes down again.

## Bad

```yaml
people:
  ana: {manager: nobody}
  bo: {manager: xi}
  cy: {manager: xi}
  xi: {manager: nobody}
teams:
  search: {lead: ana, members: [bo, cy]}
```

## Good

```yaml
people:
  ana: {manager: nobody}
  bo: {manager: ana}
  cy: {manager: ana}
teams:
  search: {lead: ana, members: [bo, cy]}
```

## What to do

Let the members report to the lead, or say openly that it is a matrix, with dotted lines.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, listed, option


class Limits(Options):
    """How many members may report elsewhere."""

    min_share: float = option(0.8, "judgement", "From which share of the members on the team counts as a matrix.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Ask each member of a team whether their manager belongs to its chain."""
    for team in graph.delivery_teams:
        if team.lead and team.members:
            yield _judged(graph, team, options)


def _judged(graph: OrgGraph, team: Team, options: Limits) -> Answer:
    leads = set(team.lead or ())
    members = [person for person in graph.people_of(team.id) if person not in leads]
    known = {person: manager for person in members if (manager := graph.manager_of(person)) is not None}
    if not members:
        return FINE
    if not known:
        return Unknown("team", team.id, "managers of people")
    inside = {manager for manager in set(known.values()) if _is_inside(graph, manager, leads)}
    outside = [person for person, manager in known.items() if manager not in inside]
    if not outside or len(outside) < options.min_share * len(known):
        return FINE
    managers = sorted({known[person] for person in outside})
    of = f"{len(outside)} of the {len(known)} members of {team.id}"
    return Violation(
        kind="team",
        id=team.id,
        message=f"{of} report outside its chain, to {listed(managers)}",
        help="let them report to its lead, or say openly that it is a matrix",
        related=tuple(Note(f"reports to {known[each]}", "person", each, ("manager",)) for each in outside[:5]),
        evidence={
            "outside": len(outside),
            "members": len(known),
            "min_share": options.min_share,
            "people": outside,
            "managers": managers,
        },
    )


def _is_inside(graph: OrgGraph, manager: str, leads: set[str]) -> bool:
    """Tell whether a manager is a lead of the team, stands below one, or manages one."""
    if manager in leads or leads.intersection(graph.chain_of_command(manager)):
        return True
    return any(graph.manager_of(lead) == manager for lead in leads)


rule = Rule(
    code="R011",
    name="manager-outside-team",
    severity="info",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("LEE",),
    subject="team",
)
