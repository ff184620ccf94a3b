"""Somebody is moved again soon after the last time.

## What it checks

Every person and team that the change moves, and when they were moved before, as far as that is known: from the day
since which somebody is in their team (`since`), or from the history of the files. The time runs until the day of the
plan, of its first wave, or until today. Where nothing is known of earlier moves it cannot be said.

## Why it matters

It takes most of a year until somebody who has moved is as useful as before. Whoever is moved again before that has only
ever begun, and has learnt not to begin too much the next time.

## Bad

```yaml before
people: {ana: {}, bo: {since: 2026-11-01}, cy: {}}
teams: {shop: {lead: ana, members: [ana, bo]}, tills: {lead: cy, members: [cy]}}
```

```yaml after
plan: {name: Bo helps out, date: 2027-02-01}
changes:
  - move_person: {person: bo, to: tills}
```

## Good

```yaml before
people: {ana: {}, bo: {since: 2024-05-01}, cy: {}}
teams: {shop: {lead: ana, members: [ana, bo]}, tills: {lead: cy, members: [cy]}}
```

```yaml after
plan: {name: Bo helps out, date: 2027-02-01}
changes:
  - move_person: {person: bo, to: tills}
```

## What to do

Leave those who have just arrived where they are, and move somebody else or the work. If it has to be them, tell them
why, and for how long this time.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from orgmodel.rules.base import Answers, Fine, Options, Rule, Unknown, Violation, counted, option

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison, MovedAgain


class Limits(Options):
    """How long somebody is left where they are."""

    months: int = option(12, "judgement", "Whoever was moved within so many months is moved again.")


def check(comparison: Comparison, options: Limits) -> Answers:
    """Look for those who have moved not long before."""
    people, day = comparison.people, _day(comparison, options.today)
    soon = [each for each in people.moved_again if _months(each.since, day) < options.months]
    for each in soon:
        yield _again(each, day, options.months)
    moving = {each.id for each in people.changed_team} - {each.id for each in soon if each.kind == "person"}
    if people.history is not None:
        yield Fine(len(moving))
    elif moving:
        yield Unknown("plan", comparison.name, "earlier moves of people")


def _day(comparison: Comparison, today: datetime.date) -> datetime.date:
    """Return the day that the change happens, as far as it is stated."""
    plan = comparison.plan
    dates = (plan.case.date, *(wave.date for wave in plan.waves)) if plan else ()
    return next((date for date in dates if date is not None), today)


def _months(since: datetime.date, day: datetime.date) -> int:
    """Return how many whole months have passed."""
    return (day.year - since.year) * 12 + day.month - since.month - (day.day < since.day)


def _again(each: MovedAgain, day: datetime.date, limit: int) -> Violation:
    months = max(_months(each.since, day), 0)
    ago = f"only {counted(months, 'month')} before" if months else "less than a month before"
    source = "`since`" if each.source == "since" else each.source
    return Violation(
        kind=each.kind,
        id=each.id,
        message=f"{each.id} is moved again: the last time was {each.since}, {ago} (known from {source})",
        help=f"leave {each.id} where they are, and move somebody else or the work"
        if each.kind == "person"
        else f"leave {each.id} where it is",
        label=f"moved {each.since}",
        evidence={
            "since": each.since.isoformat(),
            "day": day.isoformat(),
            "months": months,
            "limit": limit,
            "source": each.source,
        },
    )


rule = Rule(
    code="X012",
    name="moved-again",
    severity="warning",
    page=__doc__,
    check_change=check,
    options=Limits,
    evidence="practice",
    sources=("MCKINSEY10",),
    subject="change",
)
