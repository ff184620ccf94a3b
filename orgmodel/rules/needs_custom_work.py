"""An initiative waits for other teams to build or decide something for it.

## What it checks

The contributors of every active initiative that are asked for custom work, without its own team. An initiative that
does not state its contributors, or what it asks of one of them, is counted as unknown unless those that are stated are
too many already; `contributors: []` says that there are none.

## Why it matters

A team that builds something for somebody else does it after its own work. What is offered as a service, to everybody,
is there when it is needed, and nobody has to ask.

## Bad

```yaml
teams: {routes: {}, carriers: {}}
initiatives:
  full-vans: {team: routes, contributors: [{team: carriers, ask: custom}]}
```

## Good

```yaml
teams: {routes: {}, carriers: {}}
initiatives:
  full-vans: {team: routes, contributors: [{team: carriers, ask: self-service}]}
```

## What to do

Build it inside the initiative, do without it in the first version, or have the other team offer it as a service.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.initiatives import Contribution, Initiative
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option


class Limits(Options):
    """How many teams an initiative may wait for."""

    max: int = option(0, "judgement", "The most teams that may have to build or decide something for an initiative.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the teams that every active initiative waits for."""
    for initiative in graph.active_initiatives:
        parts = _parts(initiative)
        asked = {team: n for team, (n, part) in parts.items() if part.ask == "custom" and team in graph.org.teams}
        open_parts = [team for team, (_, part) in parts.items() if team not in asked and part.ask != "self-service"]
        if len(asked) > options.max:
            yield _waits(initiative, asked, options.max)
        elif initiative.contributors is None or any(team not in graph.org.teams for team in open_parts):
            yield Unknown("initiative", initiative.id, "contributors of initiatives")
        else:
            # More than the limit only if enough of those whose part is not stated turned out to be custom work.
            enough = len(asked) + len(open_parts) > options.max
            yield Unknown("initiative", initiative.id, "what contributors are asked for") if enough else FINE


def _parts(initiative: Initiative) -> dict[str, tuple[int, Contribution]]:
    """Return where in the list each outside team is named; where it is named twice, custom work counts."""
    own = initiative.team.team if initiative.team else None
    found: dict[str, tuple[int, Contribution]] = {}
    for number, part in enumerate(initiative.contributors or ()):
        known = found.get(part.team)
        if part.team != own and (known is None or (part.ask == "custom" and known[1].ask != "custom")):
            found[part.team] = number, part
    return found


def _waits(initiative: Initiative, asked: dict[str, int], limit: int) -> Answer:
    teams = list(asked)
    notes = [
        Note("must build or decide something", "team", team, spot=_spot(initiative, asked[team])) for team in teams
    ]
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{initiative.id} waits for {counted(len(teams), 'team')} to build or decide something for it, "
        f"{listed(teams)} (limit {limit})",
        help="do without it in the first version, or have it offered as a service",
        spot=notes[limit].spot,
        label=notes[limit].message,
        related=tuple(notes),
        evidence={"count": len(teams), "teams": teams, "limit": limit},
    )


def _spot(initiative: Initiative, number: int) -> Spot:
    return Spot("initiatives", initiative.id, ("contributors", number, "team"))


rule = Rule(
    code="W006",
    name="needs-custom-work",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("NPI",),
    subject="initiative",
)
