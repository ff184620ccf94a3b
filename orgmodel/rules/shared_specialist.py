"""A specialist is spread over many teams.

## What it checks

People who state `skills` and are members of more than `max` delivery teams. Teams that a person leads do not count:
that is `lead-of-several-teams` (L013). Somebody in that many teams of whom no skills are stated is counted as unknown;
`skills: []` says that it is not for a skill of theirs. The finding says which of the teams have nobody else with these
skills, as far as is known. It covers `person-in-several-teams` (T004) of the same person.

## Why it matters

A specialist who is shared by four teams is late for three of them. Each plans as if it had the person, and each waits
in a queue that none of them sees. The skill is either needed all the time, then each team wants its own, or now and
then, then it is a service.

## Bad

```yaml
people: {nils: {skills: [cryptography]}}
teams:
  sign-in: {members: [nils]}
  payments: {members: [nils]}
  vault: {members: [nils]}
```

## Good

```yaml
people: {nils: {skills: [cryptography]}}
teams:
  sign-in: {}
  payments: {}
  vault: {members: [nils]}
dependencies:
  - {from: sign-in, to: vault, kind: self-service}
  - {from: payments, to: vault, kind: self-service}
```

## What to do

Give the person to the team that needs them most, and let the others have the skill as a service, or somebody of their
own who learns it.
"""

from collections.abc import Iterator, Sequence

from orgmodel.graph import OrgGraph
from orgmodel.graph.leadership import percent
from orgmodel.graph.membership import Place
from orgmodel.model.place import Spot
from orgmodel.rules.base import (
    FINE,
    Answer,
    Answers,
    Note,
    Options,
    Rule,
    Unknown,
    Violation,
    counted,
    listed,
    option,
)


class Limits(Options):
    """How many are many."""

    max: int = option(2, "judgement", "The most delivery teams that a specialist may be a member of.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the delivery teams of everyone who has a skill."""
    delivery = {team.id for team in graph.delivery_teams}
    places, not_asked = graph.memberships.places, graph.not_asked
    for id in graph.org.people:
        if id not in not_asked:
            held = places.get(id, ())
            yield FINE if len(held) <= options.max else _judged(graph, id, _as_member(held, delivery), options.max)


def _as_member(places: Sequence[Place], delivery: set[str]) -> list[Place]:
    return [place for place in places if place.team in delivery and not place.leads]


def _judged(graph: OrgGraph, person: str, places: Sequence[Place], limit: int) -> Answer:
    skills = graph.org.people[person].skills
    if len(places) <= limit or skills == ():
        return FINE
    if skills is None:
        return Unknown("person", person, "skills of people in several teams")
    return _violation(graph, person, skills, places, limit)


def _violation(graph: OrgGraph, person: str, skills: tuple[str, ...], places: Sequence[Place], limit: int) -> Violation:
    teams = [place.team for place in places]
    alone = [team for team in teams if _is_alone(graph, person, team, skills)]
    return Violation(
        kind="person",
        id=person,
        message=f"{person}, who has {listed(skills)}, is spread over {counted(len(teams), 'team')}, {listed(teams)} "
        f"(limit {limit})",
        help="give the person to one team, and let the others have the skill as a service or learn it themselves",
        label=f"in {counted(len(teams), 'team')}",
        notes=tuple(_notes(alone)),
        related=tuple(_note(graph, person, place) for place in places),
        evidence={
            "count": len(teams),
            "limit": limit,
            "teams": teams,
            "skills": list(skills),
            "allocations": [place.allocation for place in places],
            "only_holder_in": alone,
        },
    )


def _is_alone(graph: OrgGraph, person: str, team: str, skills: tuple[str, ...]) -> bool:
    """Tell whether a team has nobody else who is known to have one of these skills."""
    return any(graph.skills.holders_in(team, skill) == (person,) for skill in skills)


def _notes(alone: Sequence[str]) -> Iterator[str]:
    if alone:
        yield f"nobody else is known to have the skill in {listed(alone)}"


def _note(graph: OrgGraph, person: str, place: Place) -> Note:
    members = [member.person for member in graph.org.teams[place.team].members or ()]
    share = "" if place.allocation is None else f", with {percent(place.allocation)}"
    spot = Spot("teams", place.team, ("members", members.index(person)))
    return Note(f"member of {place.team}{share}", "team", place.team, spot=spot)


rule = Rule(
    code="S003",
    name="shared-specialist",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BRYAR3",),
    covers=("T004",),
    subject="person",
)
