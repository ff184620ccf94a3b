"""A person belongs to several delivery teams.

## What it checks

For every person, the delivery teams that name them as a member or as a lead. Groups, operations, councils and guilds do
not count, nor do external teams. Vacant positions are not asked; a person whom no team names is counted as unknown.

## Why it matters

Whoever belongs to two teams has two plans, two rounds of meetings and two sets of priorities, and each team plans with
a person whom it only has in part. What research says is mixed: a second team can also bring ideas along. So look at it,
and keep it where it is meant.

## Bad

```yaml
people: {bo: {}}
teams:
  search: {members: [{person: bo, allocation: 50%}]}
  ads: {members: [{person: bo, allocation: 50%}]}
```

## Good

```yaml
people: {bo: {}}
teams:
  search: {members: [bo]}
  ads: {members: []}
```

## What to do

Choose the team that gets all of the person's time. If both need the same skill, the second one wants a person of its
own, or a service of the first.
"""

from collections.abc import Iterator, Sequence

from orgmodel.graph import OrgGraph
from orgmodel.graph.leadership import percent
from orgmodel.graph.membership import Place
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option


class Limits(Options):
    """In how many teams a person may be."""

    max: int = option(1, "judgement", "The most delivery teams that a person may belong to.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the delivery teams of each person."""
    delivery = {team.id for team in graph.delivery_teams}
    for person, places in _places_of_people(graph):
        if not places:
            yield Unknown("person", person, "teams of people")
            continue
        working = places if len(places) <= options.max else [place for place in places if place.team in delivery]
        yield FINE if len(working) <= options.max else _in_several(graph, person, working, options.max)


def _places_of_people(graph: OrgGraph) -> Iterator[tuple[str, Sequence[Place]]]:
    """Yield who is described or in a team, with all teams: not what is vacant, nor who is external."""
    people, places, not_asked = graph.org.people, graph.memberships.places, graph.not_asked
    for id in people:
        if id not in not_asked:
            yield id, places.get(id, ())
    yield from ((id, found) for id, found in places.items() if id not in people)


def _in_several(graph: OrgGraph, person: str, places: Sequence[Place], limit: int) -> Answer:
    teams = [place.team for place in places]
    return Violation(
        kind="person",
        id=person,
        message=f"{person} belongs to {counted(len(teams), 'team')}, {listed(teams)} (limit {limit})",
        help="choose the one team that gets all of their time",
        spot=None if person in graph.org.people else _spot(graph, person, places[limit]),
        label=f"in {counted(len(teams), 'team')}",
        related=tuple(Note(_said(place), "team", place.team) for place in places),
        evidence={
            "count": len(teams),
            "teams": teams,
            "allocations": [place.allocation for place in places],
            "leads": [place.team for place in places if place.leads],
            "limit": limit,
        },
    )


def _spot(graph: OrgGraph, person: str, place: Place) -> Spot:
    """Return where somebody who is not described is named."""
    team = graph.org.teams[place.team]
    members, leads = [member.person for member in team.members or ()], team.lead or ()
    path = ("members", members.index(person), "person") if person in members else ("lead", leads.index(person))
    return Spot("teams", place.team, path)


def _said(place: Place) -> str:
    share = "" if place.allocation is None else f", with {percent(place.allocation)}"
    return f"{'leads' if place.leads else 'member of'} {place.team}{share}"


rule = Rule(
    code="T004",
    name="person-in-several-teams",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="mixed: theory expects a peak at moderate numbers",
    sources=("BRYAR3", "OLEARY"),
    covers=("T003",),
    subject="person",
)
