"""Several people lead one team or group.

## What it checks

The distinct people who lead each delivery team and each group; vacant positions do not count. Operations, councils and
guilds are not asked: shifts and seats are led by several as a matter of course. A team that names no lead is counted as
unknown.

## Why it matters

Where two lead, people ask the one who is likelier to say yes, and each of the two knows half. Nobody outside can tell
whose word counts.

## Bad

```yaml
people: {ana: {}, bo: {}}
teams:
  studio: {lead: [ana, bo], headcount: 7}
```

## Good

```yaml
people: {ana: {}, bo: {}}
teams:
  studio: {lead: ana, headcount: 7}
```

## What to do

Name one lead, and say what the other is: a member with a craft of their own, or the lead of a second team.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.place import Spot
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option


class Limits(Options):
    """How many may lead."""

    max: int = option(1, "judgement", "The most people who may lead a team or a group.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the leads of each delivery team and group."""
    people = graph.org.people
    for team in (*graph.delivery_teams, *(group for group in graph.groups if not group.external)):
        if team.lead is None:
            yield Unknown("team", team.id, "leads of teams")
            continue
        leads = [each for each in dict.fromkeys(team.lead) if each not in people or people[each].status != "vacant"]
        known = [lead for lead in leads if lead in people]
        if len(known) <= options.max < len(leads):
            yield Unknown("team", team.id, "leads of teams")
        else:
            yield FINE if len(known) <= options.max else _shared(team, known, options.max)


def _shared(team: Team, leads: list[str], limit: int) -> Answer:
    written = team.lead or ()
    spots = [Spot("teams", team.id, ("lead", written.index(lead))) for lead in leads]
    notes = [Note("leads it", "person", lead, spot=spot) for lead, spot in zip(leads, spots, strict=True)]
    return Violation(
        kind="team",
        id=team.id,
        message=f"{team.id} has {counted(len(leads), 'lead')}, {listed(leads)} (limit {limit})",
        help="name one of them as its lead",
        spot=spots[limit],
        label="leads it",
        related=tuple(notes),
        evidence={"count": len(leads), "leads": leads, "limit": limit},
    )


rule = Rule(
    code="L011",
    name="team-with-several-leads",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("LEE", "GITLAB"),
    subject="team",
)
