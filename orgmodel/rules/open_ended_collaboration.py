"""A collaboration, or help by an enabling team, has no end.

## What it checks

Declared dependencies in mode `collaboration` or `facilitating`: each needs an end (`until`) that has not passed and
that is not more than `max_days` away from its beginning (`since`; from today where that is not stated). A missing end
counts as none where at least one dependency states an end, otherwise it is unknown; `absent` decides otherwise.

## Why it matters

Working closely together is for finding something out: where the line between two teams should be, or how something new
is done. When that is found out it should stop. Without an end it becomes the way the two work, nobody draws the line,
and what was meant as help becomes a team that the other cannot do without.

## Bad

```yaml
teams: {search: {}, ads: {}, coaches: {}}
dependencies:
  - {from: search, to: ads, kind: custom-work, mode: collaboration}
  - {from: search, to: coaches, kind: self-service, mode: facilitating, since: 2099-01-10, until: 2099-03-31}
```

## Good

```yaml
teams: {search: {}, ads: {}, coaches: {}}
dependencies:
  - {from: search, to: ads, kind: custom-work, mode: collaboration, since: 2099-02-01, until: 2099-04-15}
  - {from: search, to: coaches, kind: self-service, mode: facilitating, since: 2099-01-10, until: 2099-03-31}
```

## What to do

Agree on a day on which both teams look at what they have learned, and write it down as the end. What remains then is a
service of one of them.
"""

import datetime
from collections import Counter

from orgmodel.graph import OrgGraph
from orgmodel.model.dependencies import Dependency
from orgmodel.model.place import Spot, Step
from orgmodel.rules.base import (
    FINE,
    Absent,
    Answer,
    Answers,
    Options,
    Rule,
    Unknown,
    Violation,
    absent_is_none,
    absent_option,
    counted,
    option,
)
from orgmodel.rules.pairs import arrow, is_between_teams, is_over

CLOSE = ("collaboration", "facilitating")


class Limits(Options):
    """How long is open-ended, and how to read an end that is not stated."""

    max_days: int = option(90, "judgement", "The most days that it may last.")
    absent: Absent = absent_option()


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Look at the end of each collaboration."""
    absent_means_none = absent_is_none(options.absent, (each.until for each in graph.org.dependencies))
    said = Counter[tuple[str, str, str]]()
    for number, each in enumerate(graph.org.dependencies):
        if each.mode in CLOSE and is_between_teams(graph, each):
            answer = _judged(each, number, options, absent_means_none=absent_means_none)
            same = (each.source, each.target, each.mode)
            said[same] += 1
            yield _told_apart(answer, said[same]) if isinstance(answer, Violation) else answer


def _told_apart(violation: Violation, times: int) -> Violation:
    """Give a second collaboration of the same two teams an identity of its own."""
    return violation if times == 1 else violation._replace(identity=(*violation.identity, str(times)))


def _judged(stated: Dependency, number: int, options: Limits, *, absent_means_none: bool) -> Answer:
    if stated.until is None:
        if not absent_means_none:
            return Unknown("dependency", arrow(stated.source, stated.target), "ends of collaborations")
        return _violation(stated, number, "has no end", (), {})
    if is_over(stated, options.today):
        days = (options.today - stated.until).days
        ended = f"should have ended {counted(days, 'day')} ago, on {stated.until}"
        # The limit first: what ratchets in a baseline must not grow with every day.
        return _violation(stated, number, ended, ("until",), {"max_days": options.max_days, "days_over": days})
    days = _lasts(stated, stated.until, options.today)
    if days <= options.max_days:
        return FINE
    lasts = f"goes on for {counted(days, 'day')}, until {stated.until} (limit {options.max_days})"
    return _violation(stated, number, lasts, ("until",), {"days": days, "limit": options.max_days})


def _lasts(stated: Dependency, until: datetime.date, today: datetime.date) -> int:
    return (until - (stated.since or today)).days


def _violation(
    stated: Dependency, number: int, how: str, path: tuple[Step, ...], evidence: dict[str, object]
) -> Violation:
    said = "the collaboration of" if stated.mode == "collaboration" else "the help for"
    both = f"{stated.source} {'and' if stated.mode == 'collaboration' else 'by'} {stated.target}"
    return Violation(
        kind="dependency",
        id=arrow(stated.source, stated.target),
        message=f"{said} {both} {how}",
        help="agree on a day to look at what was learned, and write it down as `until`",
        spot=Spot("dependencies", number, path),
        notes=(stated.why,) if stated.why else (),
        evidence={**evidence, "mode": stated.mode, "until": str(stated.until) if stated.until else None},
        concerns=(("team", stated.source), ("team", stated.target)),
        identity=(stated.source, stated.target, str(stated.mode)),
    )


rule = Rule(
    code="C010",
    name="open-ended-collaboration",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("TT7",),
    subject="dependency",
)
