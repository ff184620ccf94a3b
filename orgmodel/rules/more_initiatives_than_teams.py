"""A group runs more active initiatives than it has teams.

## What it checks

Each group: the active initiatives that belong to it or to anything below it, and the teams below it that work: teams,
task-forces and operations, no external ones. Groups that run nothing are fine. Of initiatives that do not state their
team it is not known in which group they are; they are counted as unknown.

## Why it matters

Each initiative beyond the number of teams is somebody's second job. The group has more priorities than it can have, and
which of them wait is decided by chance.

## Bad

```yaml
teams:
  shop: {kind: group}
  search: {parent: shop, headcount: 6}
  basket: {parent: shop, headcount: 6}
initiatives:
  photo-search: {team: search}
  shared-basket: {team: basket}
  gift-notes: {team: basket}
```

## Good

```yaml
teams:
  shop: {kind: group}
  search: {parent: shop, headcount: 6}
  basket: {parent: shop, headcount: 6}
initiatives:
  photo-search: {team: search}
  shared-basket: {team: basket}
  gift-notes: {team: basket, stage: paused}
```

## What to do

Put the initiatives in one order, keep as many as there are teams, and pause the rest until one is finished.
"""

from collections import Counter
from typing import Final

from orgmodel.graph import OrgGraph
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
    plain,
)

_WORKING: Final = frozenset({"team", "task-force", "operation"})


class Limits(Options):
    """How many initiatives a group can run."""

    max_ratio: float = option(1.0, "judgement", "The most active initiatives for each team of a group.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the initiatives and the teams of every group."""
    run: dict[str, list[str]] = {}
    for initiative in graph.active_initiatives:
        team = initiative.team.team if initiative.team else None
        if team is None or team not in graph.org.teams:
            yield Unknown("initiative", initiative.id, "teams of initiatives")
            continue
        for group in (team, *graph.ancestors(team)):
            run.setdefault(group, []).append(initiative.id)
    teams = _teams_below(graph)
    for each in graph.groups:
        if not each.external:
            yield _judged(each.id, run.get(each.id, []), teams[each.id], options.max_ratio)


def _teams_below(graph: OrgGraph) -> Counter[str]:
    found: Counter[str] = Counter()
    for team in graph.dependency_teams:
        if graph.kind_of(team.id) in _WORKING and not team.external:
            found.update(graph.ancestors(team.id))
    return found


def _judged(group: str, initiatives: list[str], teams: int, limit: float) -> Answer:
    if len(initiatives) <= limit * teams:
        return FINE
    per_team = f", {plain(round(len(initiatives) / teams, 1))} for each" if teams else ""
    run = counted(len(initiatives), "active initiative")
    return Violation(
        kind="team",
        id=group,
        message=f"{group} runs {run} with {counted(teams, 'team')}{per_team} "
        f"(limit {plain(limit)} for each): {listed(initiatives)}",
        help="put them in one order, and pause those for which there is no team",
        related=tuple(Note("one of them", "initiative", id) for id in initiatives),
        evidence={
            "ratio": round(len(initiatives) / teams, 3) if teams else None,
            "initiative_count": len(initiatives),
            "teams": teams,
            "initiatives": initiatives,
            "limit": limit,
        },
    )


rule = Rule(
    code="W009",
    name="more-initiatives-than-teams",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BRYAR3",),
    subject="team",
)
