"""A team that owns a critical component has too few engineers to share on-call.

## What it checks

Each delivery team that owns a component whose `criticality` is `critical`: how many of its members and leads have one
of `roles`, by themselves or in this team. Vacant positions do not count. Components that another team operates do not
count either, since their nights are its nights. Whose role is not stated may be an engineer, and so may all of a team
that states only a headcount: where it depends on them the answer is unknown.

## Why it matters

Whoever is on call cannot be far away, asleep or deep in something else. With three people that is every third week and
every holiday of the others. Soon the most careful of them leaves, and then there are two.

## Bad

```yaml
teams:
  payments: {members: [bo, cy, di]}
people: {bo: {role: engineer}, cy: {role: engineer}, di: {role: product-manager}}
components:
  card-vault: {owner: payments, criticality: critical}
```

## Good

```yaml
teams:
  payments: {members: [bo, cy, di, el]}
people: {bo: {role: engineer}, cy: {role: engineer}, di: {role: engineer}, el: {role: engineer}}
components:
  card-vault: {owner: payments, criticality: critical}
```

## What to do

Hire for the team before anything else, or give the component to one that has enough people to be woken.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option

Owned = tuple[str, ...]


class Limits(Options):
    """Who shares on-call, and how many that takes."""

    min: int = option(4, "AWSSCALE", "The fewest people who can share on-call.")
    roles: tuple[str, ...] = option(("engineer",), "judgement", "The roles of those who share it.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the engineers of each delivery team that owns something critical."""
    for team in graph.delivery_teams:
        critical = tuple(id for id in graph.components_of.get(team.id, ()) if _wakes(graph, id, team.id))
        if critical:
            yield _judged(graph, team, critical, options)


def _wakes(graph: OrgGraph, component: str, team: str) -> bool:
    """Tell whether a component is critical and run by the team that owns it."""
    described = graph.org.components[component]
    return (
        described.criticality == "critical" and not described.external and described.operator in (None, "nobody", team)
    )


def _judged(graph: OrgGraph, team: Team, critical: Owned, options: Limits) -> Answer:
    known, unclear = graph.roles.holders(team.id, options.roles)
    if team.members is None and team.headcount is None:
        return Unknown("team", team.id, "members of teams")
    doubtful = len(unclear) if team.members is not None else max((team.headcount or 0) - len(known), 0)
    if len(known) >= options.min:
        return FINE
    if len(known) + doubtful >= options.min:
        return Unknown("team", team.id, "members of teams" if team.members is None else "roles of people")
    return _thin(team, critical, known, doubtful, options)


def _thin(team: Team, critical: Owned, known: tuple[str, ...], doubtful: int, options: Limits) -> Answer:
    most = len(known) + doubtful
    people = f"{'at most ' if doubtful else ''}{counted(most, 'person', 'people')}" if most else "nobody"
    return Violation(
        kind="team",
        id=team.id,
        message=f"{team.id} has {people} with the role {' or '.join(options.roles)} to share on-call for "
        f"{listed(critical)} (at least {options.min})",
        help="hire for it first, or give what is critical to a team with enough people",
        related=tuple(Note("critical", "component", id, ("criticality",)) for id in critical[:5]),
        evidence={
            "count": most,
            "people": list(known),
            "roles": list(options.roles),
            "components": list(critical),
            "limit": options.min,
        },
    )


rule = Rule(
    code="T007",
    name="thin-on-call",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("AWSSCALE", "LARSON"),
    subject="team",
)
