"""A team works on several active initiatives at once.

## What it checks

Each delivery team that works on an active initiative: as the initiative's own team, or as a contributor other than by
self-service. From `warning_from` initiatives on the finding is a warning, unless all of them are of kind `operation`.
Teams of type `platform` are not asked: serving many is their work. An active initiative that names no team is counted
as unknown.

## Why it matters

A team with one thing to do can finish it. With three, each waits while the other two are talked about, and none of
their leaders can say when it will be done.

## Bad

```yaml
teams: {carriers: {headcount: 6}}
initiatives:
  choose-carrier: {team: carriers}
  green-routes: {team: carriers}
```

## Good

```yaml
teams: {carriers: {headcount: 6}, routes: {headcount: 6}}
initiatives:
  choose-carrier: {team: carriers}
  green-routes: {team: routes, contributors: [{team: carriers, ask: self-service}]}
```

## What to do

Decide which of them the team finishes first, and pause the others or give them a team of their own. Where others need
the team again and again, let it offer what they need as a service that they can use by themselves.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.place import Spot, Step
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option


class Limits(Options):
    """On how many initiatives a team may work."""

    max: int = option(1, "BRYAR3", "The most active initiatives that a team may work on.")
    warning_from: int = option(3, "judgement", "From this many initiatives on the finding is a warning.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the initiatives of every team that works on one."""
    for initiative in graph.active_initiatives:
        if not graph.leadership.teams_working_on(initiative.id):
            yield Unknown("initiative", initiative.id, "teams of initiatives")
    for team, initiatives in graph.leadership.initiatives_by_team.items():
        if graph.is_delivery_team(team) and graph.org.teams[team].type != "platform":
            yield FINE if len(initiatives) <= options.max else _torn(graph, team, initiatives, options)


def _torn(graph: OrgGraph, team: str, initiatives: tuple[str, ...], options: Limits) -> Answer:
    own = [id for id in initiatives if _is_own(graph, team, id)]
    notes = [_note(graph, team, id, own) for id in initiatives]
    first_too_many = notes.pop(options.max)
    operations = all(graph.org.initiatives[id].kind == "operation" for id in initiatives)
    many = len(initiatives) >= options.warning_from and not operations
    at_once = f"{counted(len(initiatives), 'initiative')} at once, {listed(initiatives)}"
    return Violation(
        kind="team",
        id=team,
        message=f"{team} works on {at_once} (limit {options.max})",
        help="decide which of them it finishes first, and pause the others or give them a team of their own",
        spot=first_too_many.spot,
        label=first_too_many.message,
        related=tuple(notes),
        evidence={"count": len(initiatives), "initiatives": list(initiatives), "own": own, "limit": options.max},
        severity="warning" if many else None,
        concerns=tuple(("initiative", id) for id in own),
    )


def _is_own(graph: OrgGraph, team: str, initiative: str) -> bool:
    assigned = graph.org.initiatives[initiative].team
    return assigned is not None and assigned.team == team


def _note(graph: OrgGraph, team: str, initiative: str, own: list[str]) -> Note:
    contributors = enumerate(graph.org.initiatives[initiative].contributors or ())
    asked = (n for n, part in contributors if part.team == team and part.ask != "self-service")
    path: tuple[Step, ...] = ("team", "team") if initiative in own else ("contributors", next(asked), "team")
    said = f"the own team of {initiative}" if initiative in own else f"takes part in {initiative}"
    return Note(said, "initiative", initiative, spot=Spot("initiatives", initiative, path))


rule = Rule(
    code="L009",
    name="team-on-several-initiatives",
    severity="info",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BRYAR3",),
    covers=("L008",),
    subject="team",
)
