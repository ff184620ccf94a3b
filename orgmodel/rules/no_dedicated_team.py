"""No team is dedicated to an active initiative.

## What it checks

The teams that work on each active initiative: its own and the contributors, except those it only uses by
self-service. A team is dedicated that gives the initiative at least `min_allocation` of its time, or, where no share
is stated, works on no other active initiative. What an external team does beside is not known. An initiative that
names no team is counted as unknown.

## Why it matters

A leader without a team asks for time every week, and gets what is left. People who have one thing to do finish it;
people who have three report on it.

## Bad

```yaml
teams: {ledger: {headcount: 6}}
initiatives:
  fast-close: {team: {team: ledger, allocation: 40%}}
```

## Good

```yaml
teams: {ledger: {headcount: 6}}
initiatives:
  fast-close: {team: {team: ledger, allocation: 90%}}
```

## What to do

Give one team this initiative as its only work, and let another team take what that one did before.
"""

from orgmodel.graph import OrgGraph
from orgmodel.graph.leadership import percent
from orgmodel.model.initiatives import Initiative
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, counted, listed, option

Shares = dict[str, float | None]


class Limits(Options):
    """When a team counts as dedicated."""

    min_allocation: float = option(0.8, "judgement", "The share of a team's time from which on it is dedicated.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Look for a dedicated team of every active initiative."""
    for initiative in graph.active_initiatives:
        shares = _shares(graph, initiative)
        if not shares:
            yield Unknown("initiative", initiative.id, "teams of initiatives")
        elif any(_is_dedicated(graph, team, share, options) for team, share in shares.items()):
            yield FINE
        elif any(share is None and graph.org.teams[team].external for team, share in shares.items()):
            yield Unknown("initiative", initiative.id, "allocations of teams to initiatives")
        else:
            yield _without(graph, initiative, shares, options)


def _shares(graph: OrgGraph, initiative: Initiative) -> Shares:
    """Return what each team at work gives the initiative; None where that is not stated."""
    shares: Shares = {part.team: part.allocation for part in graph.leadership.contributions(initiative.id)}
    if initiative.team and initiative.team.team in graph.org.teams:
        shares = {initiative.team.team: initiative.team.allocation, **shares}
    return shares


def _is_dedicated(graph: OrgGraph, team: str, share: float | None, options: Limits) -> bool:
    if share is not None:
        return share >= options.min_allocation
    return len(graph.leadership.initiatives_by_team[team]) == 1 and not graph.org.teams[team].external


def _without(graph: OrgGraph, initiative: Initiative, shares: Shares, options: Limits) -> Answer:
    others = {team: len(graph.leadership.initiatives_by_team[team]) - 1 for team in shares}
    said = [f"{team} {_gives(share, others[team])}" for team, share in shares.items()]
    own = initiative.team.team if initiative.team and initiative.team.team in shares else None
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{initiative.id} has no dedicated team: {listed(said)} (at least {percent(options.min_allocation)})",
        help="give one team this initiative as its only work",
        path=("team",) if own else ("contributors",),
        evidence={
            "teams": list(shares),
            "allocations": list(shares.values()),
            "other_initiatives": list(others.values()),
            "limit": options.min_allocation,
        },
        concerns=(("team", own),) if own else (),
    )


def _gives(share: float | None, others: int) -> str:
    return f"works on {counted(others, 'other')}" if share is None else f"gives it {percent(share)}"


rule = Rule(
    code="L008",
    name="no-dedicated-team",
    severity="info",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BRYAR3", "LIMP"),
    subject="initiative",
)
