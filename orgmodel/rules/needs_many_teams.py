"""An initiative needs more outside teams than it can expect to align.

## What it checks

The contributors of every active initiative, without its own team and without those that it only uses by self-service.
An initiative that does not state its contributors is counted as unknown; `contributors: []` says that there are none.

## Why it matters

Each outside team has plans of its own, and the initiative waits for the slowest of them. With every further one it is
less likely that all of them are free in the same quarter.

## Bad

```yaml
teams: {routes: {}, carriers: {}, lockers: {}, stock: {}, forecasts: {}}
initiatives:
  full-vans:
    team: routes
    contributors: [carriers, lockers, stock, forecasts]
```

## Good

```yaml
teams: {routes: {}, carriers: {}, lockers: {}, stock: {}, forecasts: {}}
initiatives:
  full-vans:
    team: routes
    contributors: [carriers, {team: lockers, ask: self-service}, {team: stock, ask: self-service}]
```

## What to do

Cut the initiative so that its own team can finish a first version alone. What it needs of others again and again, they
can offer as a service.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.initiatives import Contribution, Initiative
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option


class Limits(Options):
    """How many outside teams an initiative can expect to align."""

    max: int = option(3, "judgement", "The most outside teams that an initiative may need.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the outside teams of every active initiative."""
    for initiative in graph.active_initiatives:
        needed = _needed(initiative)
        known = [team for team in needed if team in graph.org.teams]
        if len(known) > options.max:
            yield _needs_many(initiative, known, needed, options.max)
        elif initiative.contributors is None or len(needed) > options.max:
            yield Unknown("initiative", initiative.id, "contributors of initiatives")
        else:
            yield FINE


def _needed(initiative: Initiative) -> dict[str, tuple[int, Contribution]]:
    """Return where in the list each outside team is asked for, and for what; self-service is no asking."""
    own = initiative.team.team if initiative.team else None
    parts = reversed(list(enumerate(initiative.contributors or ())))
    needed = {part.team: (n, part) for n, part in parts if part.ask != "self-service" and part.team != own}
    return dict(sorted(needed.items(), key=lambda item: item[1][0]))


def _needs_many(
    initiative: Initiative, teams: list[str], needed: dict[str, tuple[int, Contribution]], limit: int
) -> Answer:
    custom = sum(needed[team][1].ask == "custom" for team in teams)
    build = f", {custom} of which must build or decide something for it" if custom else ""
    paths = {team: ("contributors", needed[team][0], "team") for team in teams}
    notes = [
        Note("needs this team", "team", team, spot=Spot("initiatives", initiative.id, paths[team])) for team in teams
    ]
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{initiative.id} needs {counted(len(teams), 'outside team')} (limit {limit}): {listed(teams)}{build}",
        help="cut it so that its own team can finish a first version alone",
        spot=notes[limit].spot,
        label=notes[limit].message,
        related=tuple(notes),
        evidence={"count": len(teams), "teams": teams, "custom_asks": custom, "limit": limit},
    )


rule = Rule(
    code="W005",
    name="needs-many-teams",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("NPI",),
    subject="initiative",
)
