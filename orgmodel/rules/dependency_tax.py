"""A team has promised much of its capacity to others.

## What it checks

The `effort` of all declared dependencies on each delivery team that have not ended: the share of its capacity that each
takes. The sum may be `max_share`. Where others wait for it through a dependency that does not state its effort, a sum
within the limit leaves the answer open. Published interfaces take no effort unless they state one. What others ask of
it through initiatives is not counted here.

## Why it matters

Each promise to another team is a tax on one's own work, and it is paid first, because somebody is waiting. A team that
gives a fifth of its week to others plans four days; one that gives half of it has stopped deciding what it works on.

## Bad

```yaml
teams: {data: {}, shop: {}, ads: {}}
dependencies:
  - {from: shop, to: data, kind: custom-work, effort: 15%}
  - {from: ads, to: data, kind: custom-work, effort: 20%}
```

## Good

```yaml
teams: {data: {}, shop: {}, ads: {}}
dependencies:
  - {from: shop, to: data, kind: custom-work, effort: 15%}
  - {from: ads, to: data, kind: self-service, effort: 2%}
```

## What to do

Begin with the largest promise: let that team serve itself, or give it the people and the component for good.
"""

import datetime
from collections.abc import Mapping

from orgmodel.graph import OrgGraph
from orgmodel.graph.leadership import percent
from orgmodel.model.dependencies import Dependency
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, option
from orgmodel.rules.pairs import PUBLISHED, is_between_teams, is_over

MOST_SHOWN = 8
"""How many promises a finding shows; its evidence has all teams."""

Promises = list[tuple[int, Dependency]]


class Limits(Options):
    """How much a team may promise."""

    max_share: float = option(0.2, "judgement", "The largest share of its capacity that a team may promise to others.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Add up what each delivery team has promised."""
    promised = _promises(graph, options.today)
    for team in graph.delivery_teams:
        if not graph.org.dependencies:
            yield Unknown("team", team.id, "efforts of dependencies")
        else:
            yield _judged(team.id, promised.get(team.id, []), options.max_share)


def _promises(graph: OrgGraph, today: datetime.date) -> Mapping[str, Promises]:
    found: dict[str, Promises] = {}
    for number, each in enumerate(graph.org.dependencies):
        if is_between_teams(graph, each) and not is_over(each, today):
            found.setdefault(each.target, []).append((number, each))
    return found


def _judged(team: str, promises: Promises, limit: float) -> Answer:
    stated = [(number, each) for number, each in promises if each.effort]
    share = round(sum(each.effort or 0.0 for _, each in stated), 9)
    if share > limit:
        return _violation(team, stated, share, limit)
    is_open = any(each.effort is None and (each.kind not in PUBLISHED or each.blocking) for _, each in promises)
    return Unknown("team", team, "efforts of dependencies") if is_open else FINE


def _violation(team: str, stated: Promises, share: float, limit: float) -> Violation:
    ordered = sorted(stated, key=lambda each: (-(each[1].effort or 0.0), each[1].source, each[0]))
    efforts = _by_source(stated)
    first = ordered[0][1]
    promised = f"has promised {percent(share)} of its capacity to {counted(len(efforts), 'other team')}"
    return Violation(
        kind="team",
        id=team,
        message=f"{team} {promised} (limit {percent(limit)})",
        help=f"let {first.source}, which takes most of it, serve itself, or give it what it needs for good",
        label=f"{percent(share)} promised",
        related=tuple(_note(number, each) for number, each in ordered[:MOST_SHOWN]),
        evidence={
            "share": share,
            "limit": limit,
            "teams": list(efforts),
            "efforts": efforts,
        },
    )


def _by_source(stated: Promises) -> dict[str, float]:
    efforts: dict[str, float] = {}
    for _, each in stated:
        efforts[each.source] = round(efforts.get(each.source, 0.0) + (each.effort or 0.0), 9)
    return dict(sorted(efforts.items()))


def _note(number: int, stated: Dependency) -> Note:
    why = f" — {stated.why}" if stated.why else ""
    text = f"{percent(stated.effort or 0.0)} to {stated.source}{why}"
    return Note(text, "team", stated.source, spot=Spot("dependencies", number, ("effort",)))


rule = Rule(
    code="C013",
    name="dependency-tax",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BRYAR3",),
    subject="team",
)
