"""A team meets too few of its needs by itself.

## What it checks

What each delivery team needs, and how much of it the team has or can get without waiting for anybody:

- the skills that it, its components and its active initiatives need: met if somebody in the team has the skill;
- the components that its components depend on: met if it owns them, or uses them through a published interface;
- the teams of which it, or an initiative of it, needs something: met if it serves itself;
- its decisions, and changes to its components, as far as it is stated who must agree: met if nobody outside must. Steps
  that a law, a contract or safety requires are not counted.

The share that is met must be at least `min`; one single need that is not met is never a finding. Where it is not known
of some needs whether they are met, the team is found only if the share is too low even with all of these; if they could
decide it, the answer is unknown. A team of which no needs are stated is unknown.

## Why it matters

A team that has what it needs can be asked for a result. One that has half of it can be asked for its part, and somebody
else has to bring the parts together. How far a team can go alone decides how fast it is, more than how hard it works.

## Bad

```yaml
teams: {shop: {}, orders: {}, finance: {}, tax: {}}
components:
  cart: {owner: shop, change_approval: [finance], depends_on: [{component: book, kind: shared-data}]}
  book: {owner: orders}
dependencies:
  - {from: shop, to: tax, kind: self-service}
```

## Good

```yaml
teams: {shop: {}, orders: {}, finance: {}, tax: {}}
components:
  cart: {owner: shop, change_approval: [], depends_on: [{component: book, kind: api}]}
  book: {owner: orders}
dependencies:
  - {from: shop, to: tax, kind: self-service}
```

## What to do

Take what is missing most: people for the skill, the component to own or an interface to it, or the right to decide.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.graph.leadership import percent
from orgmodel.graph.needs import Need, Needs, State
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option

FEWEST_UNMET = 2
"""One need that is not met is a matter of that need alone."""

MOST_SHOWN = 8
"""How many unmet needs a finding shows with their places; its evidence has all."""

_REMEDIES: Final[Mapping[str, str]] = {
    "skill": "let somebody in {team} learn what it lacks, beginning with {first}",
    "component": "let {team} own what it waits for, or have it published, beginning with {first}",
    "team": "let {team} serve itself where it now waits, beginning with {first}",
    "approval": "let {team} decide alone whatever can be undone, beginning with {first}",
}


class Limits(Options):
    """How much a team should be able to do alone."""

    min: float = option(0.8, "judgement", "The smallest share of its needs that a team should meet by itself.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count what each delivery team needs, and what of it the team meets by itself."""
    needs = Needs(graph)
    for team in graph.delivery_teams:
        yield _judged(team.id, needs.of_team(team.id), options.min)


def _judged(team: str, needs: tuple[Need, ...], fewest: float) -> Answer:
    if not needs:
        return Unknown("team", team, "needs of teams")
    states = Counter[State](need.state for need in needs)
    if states["unmet"] + states["unknown"] < FEWEST_UNMET:
        return FINE
    at_most = (states["met"] + states["unknown"]) / len(needs)
    if at_most < fewest and states["unmet"] >= FEWEST_UNMET:
        return _violation(team, needs, states, fewest)
    if states["met"] / len(needs) >= fewest:
        return FINE
    unclear = sorted({need.missing for need in needs if need.state == "unknown"})
    return Unknown("team", team, listed(unclear))


def _violation(team: str, needs: tuple[Need, ...], states: Mapping[State, int], fewest: float) -> Violation:
    unmet = [need for need in needs if need.state == "unmet"]
    could = states["met"] + states["unknown"]
    share = could / len(needs)
    at_most = "at most " if states["unknown"] else ""
    met = f"{at_most}{could:,} of {counted(len(needs), 'need')}, {percent(share)}"
    kinds = Counter(need.kind for need in unmet)
    most = max(sorted(kinds), key=kinds.__getitem__)
    first = next(need.what for need in unmet if need.kind == most)
    return Violation(
        kind="team",
        id=team,
        message=f"{team} meets {met}, by itself (at least {percent(fewest)})",
        help=_REMEDIES[most].format(team=team, first=first),
        notes=tuple(_notes(unmet, states["unknown"])),
        related=tuple(Note(need.text, spot=need.spot) for need in unmet[:MOST_SHOWN] if need.spot),
        evidence={
            "share": round(share, 4),
            "limit": fewest,
            "met": states["met"],
            "unknown": states["unknown"],
            "needs": len(needs),
            "unmet": [need.text for need in unmet],
        },
    )


def _notes(unmet: list[Need], unknown: int) -> Iterator[str]:
    by_kind: dict[str, list[str]] = {}
    for need in unmet:
        by_kind.setdefault(need.kind, []).append(need.what)
    words = {
        "skill": "skills it lacks",
        "component": "components it waits for",
        "team": "teams it waits for",
        "approval": "not its to decide",
    }
    yield from (f"{words[kind]}: {listed(by_kind[kind], 6)}" for kind in words if kind in by_kind)
    if unknown:
        yield f"of {counted(unknown, 'need')} it is not known whether it is met"


rule = Rule(
    code="S004",
    name="cannot-finish-alone",
    severity="info",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BRYAR3",),
    subject="team",
)
