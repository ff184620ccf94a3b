"""More than a fifth of the work on an initiative is done by people outside its own team.

## What it checks

The full-time equivalents that each active initiative gets: the share of its own team, the shares of contributors, and
those of people who are listed for it and are in none of these teams. A team gives its share of its full-time
equivalents, or of its headcount; where it states no share, its people who are listed stand for it. Contributors used by
self-service give nothing, and who leads the initiative from elsewhere counts for neither side. Where a share is not
stated the answer is unknown, unless what is stated is too much already.

## Why it matters

People from outside come when their own team can spare them. An initiative that rests on them is late whenever somebody
else is, and it has nobody to tell so.

## Bad

```yaml
teams: {search: {headcount: 6}, ads: {headcount: 6}}
initiatives:
  sponsored-results:
    team: {team: search, allocation: 50%}
    contributors: [{team: ads, allocation: 25%}]
```

## Good

```yaml
teams: {search: {headcount: 6}, ads: {headcount: 6}}
initiatives:
  sponsored-results:
    team: {team: search, allocation: 100%}
    contributors: [{team: ads, allocation: 10%}]
```

## What to do

Move the people who do the work into the team for as long as it takes, or cut away what the team cannot do itself.
"""

from orgmodel.graph import OrgGraph
from orgmodel.graph.crews import Effort
from orgmodel.graph.leadership import percent
from orgmodel.model.initiatives import Initiative
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, listed, option, plain


class Limits(Options):
    """How much of the work may come from outside."""

    max_share: float = option(0.2, "judgement", "The largest share of the work that may be done outside its own team.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Compare the work from outside with all of the work on every active initiative."""
    for initiative in graph.active_initiatives:
        yield _judged(initiative, graph.crews.effort(initiative), options.max_share)


def _judged(initiative: Initiative, effort: Effort, limit: float) -> Answer:
    if effort.own is None:
        return Unknown("initiative", initiative.id, effort.missing)
    outside = sum(effort.outside.values())
    total = effort.own + outside
    if outside > limit * total + 1e-9:  # shares are sums of products: a fifth may be a hair more
        return _from_outside(initiative, effort, outside / total, limit)
    if effort.missing or not total:
        return Unknown("initiative", initiative.id, effort.missing or "allocations of initiatives' teams")
    return FINE


def _from_outside(initiative: Initiative, effort: Effort, share: float, limit: float) -> Answer:
    sides = sorted(effort.outside.items(), key=lambda item: (-item[1], item[0]))
    outside = [id for (_, id), done in sides if done]
    work = [round(done, 3) for _, done in sides if done]
    terms = [f"{id} {plain(round(done, 1))}" for id, done in zip(outside, work, strict=True)]
    own = initiative.team.team if initiative.team else ""
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{percent(share)} of the work on {initiative.id} is done outside {own} (limit {percent(limit)}), "
        f"by {listed(outside)}",
        help="move who does the work into its team for as long as it takes",
        path=("team",),
        notes=(f"full-time equivalents: {own} {plain(round(effort.own or 0.0, 1))}, {listed(terms, 12)}",),
        evidence={
            "share": round(share, 4),
            "own": round(effort.own or 0.0, 3),
            "outside": outside,
            "work_outside": work,
            "limit": limit,
        },
    )


rule = Rule(
    code="W008",
    name="mostly-outside-people",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("LIMP",),
    subject="initiative",
)
