"""A team works closely with several others at a time.

## What it checks

With how many other teams each delivery team collaborates: declared dependencies in mode `collaboration`, whichever way
round, that have begun and not ended. A dependency that is neither published nor states its mode might be one more, and
leaves the answer open where it matters.

## Why it matters

Collaboration is the dearest way to work together: two teams share goals, plans and most of their days, in order to find
something out. It is worth that with one team for a while. With two at once a team is at home in neither, and its own
work waits for both.

## Bad

```yaml
teams: {search: {}, ads: {}, catalogue: {}}
dependencies:
  - {from: search, to: ads, kind: custom-work, mode: collaboration, until: 2099-03-31}
  - {from: catalogue, to: search, kind: shared-data, mode: collaboration, until: 2099-06-30}
```

## Good

```yaml
teams: {search: {}, ads: {}, catalogue: {}}
dependencies:
  - {from: search, to: ads, kind: custom-work, mode: collaboration, until: 2099-03-31}
  - {from: catalogue, to: search, kind: api, mode: x-as-a-service}
```

## What to do

Finish one after the other. Often what the other team needs is known well enough to be offered as a service.
"""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.dependencies import Dependency
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option
from orgmodel.rules.pairs import PUBLISHED, is_between_teams, is_over


class Limits(Options):
    """How many are too many."""

    max: int = option(1, "TT7", "The most teams that a team may collaborate with at a time.")


class Partners(NamedTuple):
    """The teams that a team works closely with, each with the first dependency that says so, and those it might."""

    close: dict[str, int]
    unclear: dict[str, int]


NONE = Partners({}, {})


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the teams that each delivery team collaborates with today."""
    partners = _partners(graph, options.today)
    for team in graph.delivery_teams:
        if not graph.org.dependencies:
            yield Unknown("team", team.id, "modes of dependencies")
        else:
            yield _judged(graph, team.id, partners.get(team.id, NONE), options.max)


def _partners(graph: OrgGraph, today: datetime.date) -> Mapping[str, Partners]:
    found: dict[str, Partners] = {}
    for number, each in enumerate(graph.org.dependencies):
        if is_between_teams(graph, each) and not is_over(each, today) and not _is_ahead(each, today):
            for team, other in ((each.source, each.target), (each.target, each.source)):
                place = found.setdefault(team, Partners({}, {}))
                if each.mode == "collaboration":
                    place.close.setdefault(other, number)
                elif each.mode is None and each.kind not in PUBLISHED:
                    place.unclear.setdefault(other, number)
    return found


def _is_ahead(dependency: Dependency, today: datetime.date) -> bool:
    return dependency.since is not None and dependency.since > today


def _judged(graph: OrgGraph, team: str, partners: Partners, limit: int) -> Answer:
    if len(partners.close) > limit:
        return _violation(graph, team, partners.close, limit)
    if len({*partners.close, *partners.unclear}) > limit:
        return Unknown("team", team, "modes of dependencies")
    return FINE


def _violation(graph: OrgGraph, team: str, close: Mapping[str, int], limit: int) -> Violation:
    others = sorted(close)
    return Violation(
        kind="team",
        id=team,
        message=f"{team} collaborates with {counted(len(others), 'team')} at a time, {listed(others)} (limit {limit})",
        help="finish one collaboration before the next, or offer what is known by now as a service",
        label=f"collaborates with {len(others)}",
        related=tuple(_note(graph, other, close[other]) for other in others),
        evidence={"count": len(others), "limit": limit, "teams": others},
    )


def _note(graph: OrgGraph, other: str, number: int) -> Note:
    stated = graph.org.dependencies[number]
    until = f" until {stated.until}" if stated.until else ", with no end stated"
    why = f" — {stated.why}" if stated.why else ""
    return Note(f"with {other}{until}{why}", "team", other, spot=Spot("dependencies", number))


rule = Rule(
    code="C009",
    name="several-collaborations",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("TT7",),
    subject="team",
)
