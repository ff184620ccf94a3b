"""A delivery team has no lead.

## What it checks

Each delivery team that lists its members, even as an empty list. It has no lead where that is stated (`lead: nobody`)
and where its only lead is a vacant position. A team that names no lead at all counts as one without where at least
one other team or group names its lead; the option `absent` decides otherwise. Teams without a list of members are not
asked.

## Why it matters

Without a lead nobody hires for the team, settles what it does next, or speaks up for it elsewhere. It then is led by
whoever asks last.

## Bad

```yaml
people: {bo: {}, cy: {}}
teams:
  listings: {lead: nobody, members: [bo, cy]}
```

## Good

```yaml
people: {bo: {}, cy: {}}
teams:
  listings: {lead: bo, members: [bo, cy]}
```

## What to do

Name a lead, one of the team if need be; `until` on the team says for how long somebody stands in.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.teams import Team
from orgmodel.rules.base import (
    FINE,
    Absent,
    Answer,
    Answers,
    Options,
    Rule,
    Unknown,
    Violation,
    absent_is_none,
    absent_option,
    counted,
    listed,
)


class Reading(Options):
    """How to read a team that names no lead."""

    absent: Absent = absent_option()


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Ask each delivery team that lists its members who leads it."""
    absent_means_none = absent_is_none(options.absent, (team.lead for team in graph.org.teams.values()))
    for team in graph.delivery_teams:
        if team.members is not None:
            yield _judged(graph, team, absent_means_none=absent_means_none)


def _judged(graph: OrgGraph, team: Team, *, absent_means_none: bool) -> Answer:
    described = [graph.org.people.get(lead) for lead in team.lead or ()]
    if any(person is not None and person.status != "vacant" for person in described):
        return FINE
    if None in described or (team.lead is None and not absent_means_none):
        return Unknown("team", team.id, "leads of teams")
    return _without(graph, team)


def _without(graph: OrgGraph, team: Team) -> Answer:
    size = graph.size(team.id) or 0
    vacant = list(dict.fromkeys(team.lead or ()))
    people = counted(size, "person", "people") if size else "nobody in it"
    return Violation(
        kind="team",
        id=team.id,
        message=f"{team.id} has {people} and no lead" + (f": {listed(vacant)} is vacant" if vacant else ""),
        help="name somebody who leads it" if size else "name a lead, or dissolve it",
        path=("lead",),
        evidence={"size": size, "vacant": vacant},
    )


rule = Rule(
    code="L010",
    name="team-without-lead",
    severity="warning",
    page=__doc__,
    check=check,
    options=Reading,
    evidence="practice",
    sources=("GITLAB",),
    subject="team",
)
