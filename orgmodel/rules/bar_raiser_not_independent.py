"""The bar raiser of a hiring loop is not independent of it.

## What it checks

Each hiring loop that names a bar raiser. It must be neither the hiring manager nor the recruiter, nor a member or lead
of the team that hires. Where the loop does not name its team, that part is unknown.

## Why it matters

The veto of somebody who needs the hire, or is measured by it, is worth nothing.

## Bad

```yaml
people: {ana: {}, bo: {}}
teams: {search: {lead: ana, members: [ana, bo]}}
hiring:
  engineer-7: {team: search, hiring_manager: ana, bar_raiser: bo}
```

## Good

```yaml
people: {ana: {}, bo: {}, cy: {}}
teams: {search: {lead: ana, members: [ana, bo]}, basket: {members: [cy]}}
hiring:
  engineer-7: {team: search, hiring_manager: ana, bar_raiser: cy}
```

## What to do

Ask somebody whose team gains nothing from this hire.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.people import HiringLoop
from orgmodel.rules.base import FINE, Answer, Answers, Rule, Unknown, Violation


def check(graph: OrgGraph, options: object) -> Answers:
    """Ask of each bar raiser what else they are."""
    for id, loop in sorted(graph.org.hiring.items()):
        if loop.bar_raiser is not None and loop.bar_raiser != "nobody" and not loop.external:
            yield _judged(graph, id, loop, loop.bar_raiser)


def _judged(graph: OrgGraph, id: str, loop: HiringLoop, raiser: str) -> Answer:
    part = _part(graph, loop, raiser)
    if part is None:
        return FINE if loop.team in graph.org.teams else Unknown("hiring", id, "teams of hiring loops")
    return Violation(
        kind="hiring",
        id=id,
        message=f"{raiser}, the bar raiser of the hiring loop {id}, {part}",
        help="ask somebody whose team gains nothing from this hire",
        path=("bar_raiser",),
        evidence={"bar_raiser": raiser, "team": loop.team},
        concerns=(("person", raiser),),
    )


def _part(graph: OrgGraph, loop: HiringLoop, raiser: str) -> str | None:
    if raiser == loop.hiring_manager:
        return "is its hiring manager as well"
    if raiser == loop.recruiter:
        return "is its recruiter as well"
    if loop.team in graph.org.teams and raiser in graph.people_of(str(loop.team)):
        return f"is in {loop.team}, the team that hires"
    return None


rule = Rule(
    code="H002",
    name="bar-raiser-not-independent",
    severity="error",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("BRYAR2",),
    subject="hiring",
)
