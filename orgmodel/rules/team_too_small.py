"""A team has too few people to stay a team when one of them leaves.

## What it checks

The people of each delivery team and its vacancies together: the size as for `team-too-large`, the listed positions that
are vacant, and `vacancies`. A team that an initiative begins with is spared: the own team of an initiative that was
`started` (or, where that is not stated, `proposed`) fewer than `start_days` days ago and is neither paused nor over. An
initiative without such a date is not young.

## Why it matters

In a team of three, one person who leaves takes a third of the knowledge along, and one holiday stops the work. Such
teams also need a lead, meetings and on-call like every other, and have nobody to spare for them.

## Bad

```yaml
teams:
  receipts: {headcount: 2}
```

## Good

```yaml
teams:
  receipts: {headcount: 2, vacancies: 2}
```

## What to do

Join it with the team whose work is nearest, with what both own. If it has to stay by itself, open the positions that
make it whole.
"""

import datetime

from orgmodel.graph import OrgGraph
from orgmodel.model.initiatives import OVER_STAGES, Initiative
from orgmodel.model.teams import Team
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, counted, option


class Limits(Options):
    """Where a team begins to be too small, and how long it may be so."""

    min: int = option(4, "LARSON", "The fewest people that a team may have, vacancies included.")
    start_days: int = option(180, "judgement", "For so many days the own team of a new initiative may be smaller.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Compare each delivery team with the limit."""
    starting = _starting_teams(graph, options)
    for team in graph.delivery_teams:
        size = graph.size(team.id)
        if size is None:
            yield Unknown("team", team.id, "members or headcount of teams")
        else:
            vacancies = graph.memberships.vacancies(team.id)
            fine = size + vacancies >= options.min or team.id in starting
            yield FINE if fine else _too_small(team, size, vacancies, options)


def _starting_teams(graph: OrgGraph, options: Limits) -> frozenset[str]:
    initiatives = graph.org.initiatives.values()
    return frozenset(each.team.team for each in initiatives if each.team and _is_young(each, options))


def _is_young(initiative: Initiative, options: Limits) -> bool:
    begun = initiative.started or initiative.proposed
    if begun is None or initiative.stage == "paused" or initiative.stage in OVER_STAGES:
        return False
    return options.today - begun < datetime.timedelta(days=options.start_days)


def _too_small(team: Team, size: int, vacancies: int, options: Limits) -> Answer:
    people = counted(size, "person", "people") if size else "nobody"
    open_positions = f" and {counted(vacancies, 'vacancy', 'vacancies')}" if vacancies else ""
    few = ", too few to stay a team when one leaves" if size + vacancies else " in it"
    return Violation(
        kind="team",
        id=team.id,
        message=f"{team.id} has {people}{open_positions}{few} (at least {options.min})",
        help="join it with the team whose work is nearest to its own",
        path=("headcount",) if team.members is None else (),
        evidence={"size": size, "vacancies": vacancies, "limit": options.min},
    )


rule = Rule(
    code="T002",
    name="team-too-small",
    severity="info",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("LARSON", "HACKMAN"),
    subject="team",
)
