"""A team goes on under its name with few of its people.

## What it checks

Every team that is there before and after the change: how many of all who were or are in it are in it both times. Who
goes and who comes both count, for a team of three that becomes one of nine is another team as well. Teams that are
declared to be dissolved, split or merged are meant to become something else and are not asked, nor are teams that name
nobody today.

## Why it matters

People who have worked together do better work than equally good people who have not: they know whom to ask, and how
the others mean what they say. A team that keeps its name and loses its people has lost just that, and is planned with
as if it had not.

## Bad

```yaml before
people: {ana: {}, bo: {}, cy: {}, dee: {}, eli: {}, fay: {}}
teams:
  shop: {lead: ana, members: [ana, bo, cy]}
  tills: {lead: dee, members: [dee, eli, fay]}
```

```yaml after
people: {ana: {}, bo: {}, cy: {}, dee: {}, eli: {}, fay: {}}
teams:
  shop: {lead: ana, members: [ana, eli, fay]}
  tills: {lead: dee, members: [dee, bo, cy]}
```

## Good

```yaml before
people: {ana: {}, bo: {}, cy: {}, dee: {}, eli: {}, fay: {}}
teams:
  shop: {lead: ana, members: [ana, bo, cy]}
  tills: {lead: dee, members: [dee, eli, fay]}
```

```yaml after
people: {ana: {}, bo: {}, cy: {}, dee: {}, eli: {}, fay: {}}
teams:
  shop: {lead: ana, members: [ana, bo]}
  tills: {lead: dee, members: [dee, eli, fay, cy]}
```

## What to do

Bring the work to the team instead of people to the work. If the team is to be another one, say so: dissolve it, split
it or merge it in the plan, and give what comes of it time to become a team.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgmodel.graph.leadership import percent
from orgmodel.rules.base import FINE, Answers, Options, Rule, Violation, counted, option

if TYPE_CHECKING:
    from orgmodel.model.comparison import Cohesion, Comparison


class Limits(Options):
    """How many people a team has to keep."""

    min_jaccard: float = option(
        0.5, "judgement", "The smallest share, of all who were or are in a team, who have to be in it both times."
    )


def check(comparison: Comparison, options: Limits) -> Answers:
    """Compare the people of each team that stays with those it had."""
    meant = _meant_to_change(comparison)
    for each in comparison.teams.cohesion:
        if each.before and each.team not in meant:
            yield _torn(each, options.min_jaccard) if each.jaccard < options.min_jaccard else FINE


def _meant_to_change(comparison: Comparison) -> set[str]:
    """Return the teams that are declared to be something else afterwards; a guess declares nothing."""
    split = (name for each in comparison.teams.split if each.declared for name in (each.before, *each.after))
    merged = (name for each in comparison.teams.merged if each.declared for name in (*each.before, each.after))
    return {*split, *merged}


def _torn(each: Cohesion, least: float) -> Violation:
    new, gone = each.after - each.kept, each.before - each.kept
    stay = f"{each.kept} of its {counted(each.before, 'person', 'people')} {'stays' if each.kept == 1 else 'stay'}"
    come = f"{counted(new, 'is', 'are')} new" if new else "nobody is new"
    return Violation(
        kind="team",
        id=each.team,
        message=f"{each.team} is hardly the same team: {stay} and {come}, {percent(each.jaccard)} in common, "
        f"limit {percent(least)}",
        help="bring the work to the people who know each other, or declare that the team ends, is split or merged",
        label=f"{each.kept} of {each.before} stay",
        evidence={
            "kept": each.kept,
            "before": each.before,
            "after": each.after,
            "gone": gone,
            "new": new,
            "jaccard": each.jaccard,
            "limit": least,
        },
    )


rule = Rule(
    code="X006",
    name="team-torn-apart",
    severity="warning",
    page=__doc__,
    check_change=check,
    options=Limits,
    evidence="supported: team familiarity matters",
    sources=("HUCKMAN", "LARSON"),
    subject="change",
)
