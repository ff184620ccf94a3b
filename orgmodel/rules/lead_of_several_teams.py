"""A person leads several delivery teams.

## What it checks

For everybody who leads a delivery team, how many they lead. Groups, operations, councils and guilds do not count, and
what somebody leads only until a stated date does not either:

- a team whose `until` is still to come: the team ends then, or its acting lead stops;
- one team of a person whose own `until` is still to come: that is when an acting role ends. It does not say in which
  team, so it accounts for one.

That they are in several teams (T004) says no more, so it is covered by this finding.

A date that has passed excuses nothing. Vacant positions are not asked. A delivery team that names no lead is counted as
unknown.

## Why it matters

Leading a team means knowing its people and its work. Whoever leads two knows one of them and hears about the other,
most often from reports.

## Bad

```yaml
people: {ana: {}}
teams:
  cloud: {lead: ana, headcount: 6}
  monitoring: {lead: ana, headcount: 5}
```

## Good

```yaml
people: {ana: {}, bo: {}}
teams:
  cloud: {lead: ana, headcount: 6}
  monitoring: {lead: bo, headcount: 5}
```

## What to do

Find a lead for one of the teams, or join them if they are small and do one thing. If it is for a while only, write down
until when.
"""

import datetime

from orgmodel.graph import OrgGraph
from orgmodel.model.people import Person
from orgmodel.model.place import Spot
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option


class Limits(Options):
    """How many teams one person may lead."""

    max: int = option(1, "judgement", "The most delivery teams that one person may lead.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the teams of each lead."""
    led: dict[str, list[Team]] = {}
    for team in graph.delivery_teams:
        if team.lead is None:
            yield Unknown("team", team.id, "leads of teams")
        for lead in dict.fromkeys(team.lead or ()):
            led.setdefault(lead, []).append(team)
    for lead, teams in led.items():
        person = graph.org.people.get(lead)
        if person is None or not (person.status == "vacant" or person.external):
            yield _judged(lead, person, teams, options)


def _judged(lead: str, person: Person | None, teams: list[Team], options: Limits) -> Answer:
    lasting = [team for team in teams if not _ends(team.until, options.today)]
    acting = person is not None and _ends(person.until, options.today)
    if len(lasting) - acting <= options.max:
        return FINE
    ending = [f"{team.id} until {team.until}" for team in teams if team not in lasting]
    if person is not None and acting:
        ending.append(f"one more until {person.until}")
    return _leads_several(lead, lasting, ending, options.max)


def _ends(until: datetime.date | None, today: datetime.date) -> bool:
    return until is not None and until >= today


def _leads_several(lead: str, teams: list[Team], ending: list[str], limit: int) -> Answer:
    ids = [team.id for team in teams]
    notes = [
        Note(f"leads {team.id}", "team", team.id, spot=Spot("teams", team.id, ("lead", (team.lead or ()).index(lead))))
        for team in teams
    ]
    first_too_many = notes.pop(limit)
    return Violation(
        kind="person",
        id=lead,
        message=f"{lead} leads {counted(len(ids), 'team')}, {listed(ids)} (limit {limit})",
        help="find a lead for one of the teams, or write until when this is meant to last",
        spot=first_too_many.spot,
        label=first_too_many.message,
        notes=(f"not counted: {listed(ending)}",) if ending else (),
        related=tuple(notes),
        evidence={"count": len(ids), "teams": ids, "not_counted": ending, "limit": limit},
    )


rule = Rule(
    code="L013",
    name="lead-of-several-teams",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("LARSON",),
    covers=("T004",),
    subject="person",
)
