"""A team lacks a skill that its work needs.

## What it checks

The skills (`needs_skills`) that each delivery team needs itself, that its components need, and that the active
initiatives which belong to it need. Somebody in the team must state each of them among their `skills`; for an
initiative its leader and the people named on it count as well. Small and capital letters are the same. If nobody has a
skill, but it is not known of everybody what they can do, the answer is unknown; so is that of a team of which no needs
are stated (`needs_skills: []` says that there are none). Vacant positions have no skills yet.

## Why it matters

A team that lacks a skill borrows it, and waits for whoever lends it; or it does without, and finds out late. It cannot
be separable in what matters most to it.

## Bad

```yaml
people: {ana: {skills: [java]}, bo: {skills: [java, sql]}}
teams: {forecasts: {members: [ana, bo], needs_skills: [statistics]}}
```

## Good

```yaml
people: {ana: {skills: [java, statistics]}, bo: {skills: [java, statistics]}}
teams: {forecasts: {members: [ana, bo], needs_skills: [statistics]}}
```

## What to do

Let somebody of the team learn it, move somebody who has it, or give away the work that needs it.
"""

from collections.abc import Iterator, Mapping, Sequence

from orgmodel.graph import OrgGraph
from orgmodel.graph.skills import Ask
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, listed

MOST_SHOWN = 6
"""How many skills a finding shows with their places; its evidence has all."""

MOST_NAMED = 5
"""How many people who have a skill elsewhere are named; more are counted."""


def check(graph: OrgGraph, options: Options) -> Answers:
    """Look in each delivery team for somebody with each skill that it needs."""
    for team in graph.delivery_teams:
        asks = graph.skills.asks.get(team.id, {})
        if not asks and team.needs_skills is None:
            yield Unknown("team", team.id, "skills that teams need")
        else:
            yield _judged(graph, team.id, asks)


def _judged(graph: OrgGraph, team: str, asks: Mapping[str, Sequence[Ask]]) -> Answer:
    missing = {skill: first for skill, each in asks.items() if (first := _unmet(graph, team, skill, each))}
    certain = {skill: ask for skill, ask in missing.items() if _is_certain(graph, team, ask)}
    if certain:
        return _violation(graph, team, [certain[skill] for skill in sorted(certain)])
    return Unknown("team", team, "skills of people in teams") if missing else FINE


def _unmet(graph: OrgGraph, team: str, skill: str, asks: Sequence[Ask]) -> Ask | None:
    """Return the first place where a skill is asked for that nobody there is known to have."""
    if graph.skills.holders_in(team, skill):
        return None
    known = graph.skills.of_person
    return next((ask for ask in asks if not any(skill in known.get(person, ()) for person in ask.beside)), None)


def _is_certain(graph: OrgGraph, team: str, ask: Ask) -> bool:
    return graph.skills.is_known(team) and all(person in graph.skills.of_person for person in ask.beside)


def _violation(graph: OrgGraph, team: str, asks: Sequence[Ask]) -> Violation:
    skills = [ask.skill for ask in asks]
    first = asks[0]
    return Violation(
        kind="team",
        id=team,
        message=f"nobody in {team} has {listed(skills)}, which its work needs",
        help=f"let somebody in {team} learn {first.skill}, move somebody there who has it, or give that work away",
        spot=first.spot,
        label=_note(first).message,
        notes=tuple(_elsewhere(graph, asks)),
        related=tuple(_note(ask) for ask in asks[:MOST_SHOWN]),
        evidence={
            "count": len(skills),
            "skills": skills,
            "needed_by": [f"{ask.kind}:{ask.id}" for ask in asks],
            "people": list(graph.people_of(team)),
        },
    )


def _note(ask: Ask) -> Note:
    by = "the team" if ask.kind == "team" else ask.id
    return Note(f"{by} needs {ask.skill}", ask.kind, ask.id, spot=ask.spot)


def _elsewhere(graph: OrgGraph, asks: Sequence[Ask]) -> Iterator[str]:
    """Say who has the skills elsewhere."""
    for ask in asks[:MOST_SHOWN]:
        holders = graph.skills.holders_of(ask.skill)
        if not holders:
            yield f"nobody is known to have {ask.skill}"
        elif len(holders) <= MOST_NAMED:
            yield f"{ask.skill} elsewhere: {listed(holders)}"
        else:
            yield f"{ask.skill} elsewhere: {len(holders):,} people have it"


rule = Rule(
    code="S001",
    name="missing-skill",
    severity="warning",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("BRYAR3", "AWSPM"),
    subject="team",
)
