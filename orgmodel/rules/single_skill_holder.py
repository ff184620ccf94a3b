"""One person alone holds a skill that a team needs.

## What it checks

The skills (`needs_skills`) that each delivery team needs itself, that its components need, and that the active
initiatives which belong to it need. Fewer than `min` people of the team who state one of them among their `skills` are
a finding; one whom nobody has is `missing-skill` (S001). If too few have a skill, but it is not known of everybody in
the team what they can do, the answer is unknown; so is that of a team of which no needs are stated. People who are
leaving still count, and the finding says so; vacant positions do not.

## Why it matters

When the one who can do it is ill, on holiday or gone, the work stops. Until then everything that needs the skill waits
in that person's queue, and nobody can check what they do.

## Bad

```yaml
people: {ana: {skills: [java, statistics]}, bo: {skills: [java]}}
teams: {forecasts: {members: [ana, bo], needs_skills: [statistics]}}
```

## Good

```yaml
people: {ana: {skills: [java, statistics]}, bo: {skills: [java, statistics]}}
teams: {forecasts: {members: [ana, bo], needs_skills: [statistics]}}
```

## What to do

Let a second person work on it beside the first, until both can do it.
"""

from collections.abc import Iterator, Mapping, Sequence

from orgmodel.graph import OrgGraph
from orgmodel.graph.skills import Ask
from orgmodel.rules.base import (
    FINE,
    Answer,
    Answers,
    Note,
    Options,
    Rule,
    Unknown,
    Violation,
    listed,
    option,
)

MOST_SHOWN = 6
"""How many skills a finding shows with their places; its evidence has all."""


class Limits(Options):
    """How many are enough."""

    min: int = option(2, "judgement", "The fewest people of a team who should have a skill that it needs.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count in each delivery team who has each skill that it needs."""
    for team in graph.delivery_teams:
        asks = graph.skills.asks.get(team.id, {})
        if not asks and team.needs_skills is None:
            yield Unknown("team", team.id, "skills that teams need")
        else:
            yield _judged(graph, team.id, asks, options.min)


def _judged(graph: OrgGraph, team: str, asks: Mapping[str, Sequence[Ask]], fewest: int) -> Answer:
    holders = {skill: graph.skills.holders_in(team, skill) for skill in sorted(asks)}
    few = {skill: people for skill, people in holders.items() if len(people) < fewest}
    if few and not graph.skills.is_known(team):
        return Unknown("team", team, "skills of people in teams")
    held = {asks[skill][0]: people for skill, people in few.items() if people}
    return _violation(graph, team, held, fewest) if held else FINE


def _violation(graph: OrgGraph, team: str, held: Mapping[Ask, tuple[str, ...]], fewest: int) -> Violation:
    skills = {ask.skill: list(people) for ask, people in held.items()}
    first, people = next(iter(held.items()))
    named = listed(f"{skill} ({listed(some)})" for skill, some in skills.items())
    who = "one person alone has" if all(len(some) == 1 for some in skills.values()) else f"fewer than {fewest} have"
    return Violation(
        kind="team",
        id=team,
        message=f"in {team} {who} {named}, which its work needs",
        help=f"let somebody else in {team} learn {first.skill} beside {listed(people)}",
        spot=first.spot,
        label=_note(first, people).message,
        notes=tuple(_leaving(graph, skills)),
        related=tuple(_note(ask, some) for ask, some in list(held.items())[:MOST_SHOWN]),
        evidence={"count": len(skills), "skills": skills, "min": fewest},
    )


def _note(ask: Ask, people: tuple[str, ...]) -> Note:
    by = "the team" if ask.kind == "team" else ask.id
    return Note(f"{by} needs {ask.skill}; {listed(people)} can do it", "person", people[0], spot=ask.spot)


def _leaving(graph: OrgGraph, skills: Mapping[str, Sequence[str]]) -> Iterator[str]:
    leaving = sorted({id for people in skills.values() for id in people if graph.org.people[id].status == "leaving"})
    if leaving:
        yield f"{listed(leaving)} {'is' if len(leaving) == 1 else 'are'} leaving"


rule = Rule(
    code="S002",
    name="single-skill-holder",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("ORA",),
    subject="team",
)
