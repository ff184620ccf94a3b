"""An initiative is worked on by several teams and is nobody's whole job.

## What it checks

Every active initiative that at least two teams work on: its own team and the contributors, except those it only uses by
self-service. It wants a single-threaded leader: exactly one person leads it, who leads no other active initiative, and
who gives it all of their time where an allocation is stated. The finding names the teams and says why the leader does
not count. An initiative of kind `operation` gets a note.

## Why it matters

Work that crosses teams stops wherever nobody is there for whom it is the one thing to do. Shared, part-time and serial
leadership are the usual ways in which an invention becomes somebody's part-time job, and then fails.

## Bad

```yaml
people: {ana: {}, bo: {}}
teams:
  search: {headcount: 6}
  ads: {headcount: 7}
initiatives:
  sponsored-results:
    leader: [{person: ana, allocation: 30%}, {person: bo, allocation: 20%}]
    team: search
    contributors: [ads]
```

## Good

```yaml
people: {ana: {}}
teams:
  search: {headcount: 6}
  ads: {headcount: 7}
initiatives:
  sponsored-results:
    leader: {person: ana, allocation: 100%}
    team: search
    contributors: [ads]
```

## What to do

Give it to one person, all of that person's time, and a team that owns as much of it as possible. If no such person can
be spared, ask whether the initiative is wanted now.
"""

from orgmodel.graph import OrgGraph
from orgmodel.graph.leadership import Doubt
from orgmodel.model.initiatives import Initiative
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option


class Limits(Options):
    """When an initiative needs a leader for whom it is everything."""

    teams: int = option(2, "judgement", "From this many teams on.")
    min: float = option(1.0, "LIMP", "The share of the leader's time that counts as all of it.", follows="L004")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Ask every active initiative that several teams work on for its leader."""
    for initiative in graph.active_initiatives:
        teams = graph.leadership.teams_working_on(initiative.id)
        if len(teams) < options.teams:
            yield FINE
            continue
        doubts = graph.leadership.doubts(initiative.id, min_allocation=options.min)
        if doubts is None:
            yield Unknown("initiative", initiative.id, "leaders of initiatives")
        else:
            yield _judged(graph, initiative, teams, doubts) if doubts else FINE


def _judged(graph: OrgGraph, initiative: Initiative, teams: tuple[str, ...], doubts: tuple[Doubt, ...]) -> Answer:
    why = "; ".join(doubt.text for doubt in doubts)
    custom = sum(part.ask == "custom" for part in graph.leadership.contributions(initiative.id))
    build = f", {custom} of them must build or decide something for it" if custom else ""
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{initiative.id} is nobody's whole job: {why}; {counted(len(teams), 'team')} work on it",
        help="give it one leader for whom it is the whole job, and one team that owns as much of it as can be",
        path=("leader",),
        label=doubts[0].text,
        notes=(f"teams: {listed(teams, 8)}{build}",),
        related=_related(initiative, teams, doubts),
        evidence={
            "teams": list(teams),
            "team_count": len(teams),
            "custom_asks": custom,
            "leaders": [leader.person for leader in initiative.leader or ()],
            "allocations": [leader.allocation for leader in initiative.leader or ()],
            "reasons": [doubt.code for doubt in doubts],
            "also_leads": sorted({other for doubt in doubts for other in doubt.initiatives}),
        },
        severity="info" if initiative.kind == "operation" else None,
    )


def _related(initiative: Initiative, teams: tuple[str, ...], doubts: tuple[Doubt, ...]) -> tuple[Note, ...]:
    others = dict.fromkeys((other, doubt.person) for doubt in doubts for other in doubt.initiatives)
    led = tuple(Note(f"{person} leads this too", "initiative", other, ("leader",)) for other, person in others)
    parts = {part.team: number for number, part in reversed(list(enumerate(initiative.contributors or ())))}
    at_work = tuple(
        Note("works on it", "team", team, spot=Spot("initiatives", initiative.id, ("contributors", parts[team])))
        for team in teams
        if team in parts
    )
    return led + at_work


rule = Rule(
    code="L005",
    name="multi-threaded-initiative",
    severity="error",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BRYAR3", "LIMP", "FBA"),
    covers=("L001", "L002", "L003", "L004", "L008", "W005", "W006", "W007"),
    subject="initiative",
)
