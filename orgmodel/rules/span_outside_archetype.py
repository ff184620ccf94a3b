"""A manager has more or fewer direct reports than the declared kind of managing allows.

## What it checks

Each manager whose `archetype` is stated, against the band of that kind: a player-coach who does much of the work
themselves has few reports, a coordinator of simple and standardised work has many. A band is two numbers; one alone has
no upper end. Managers without an archetype are judged by R002 instead.

## Why it matters

How many people somebody can lead depends on what leading means there. One number for all is too wide for some and too
narrow for others; a span that does not fit its own declaration says that the declaration or the span is wrong.

## Bad

```yaml
people:
  ana: {archetype: player-coach, manager: nobody}
  bo: {manager: ana}
```

## Good

```yaml
people:
  ana: {archetype: player-coach, manager: nobody}
  bo: {manager: ana}
  cy: {manager: ana}
  di: {manager: ana}
```

## What to do

Ask first whether the kind of managing is still the right word; then move people, or the work, up or down.
"""

from collections.abc import Mapping
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, counted, option

Band = tuple[int, ...]


class Bands(Options):
    """How many direct reports each kind of managing bears: from, and to."""

    player_coach: Band = option((3, 5), "MCKINSEY17", "Who does much of the work themselves.")
    coach: Band = option((6, 7), "MCKINSEY17", "Who guides people whose work is their own.")
    supervisor: Band = option((8, 10), "MCKINSEY17", "Who oversees work that follows rules, with exceptions.")
    facilitator: Band = option((11, 15), "MCKINSEY17", "Who helps where most work follows rules.")
    coordinator: Band = option((15,), "MCKINSEY17", "Who keeps together work that runs by itself.")


def check(graph: OrgGraph, options: Bands) -> Answers:
    """Compare the direct reports of each manager of a declared kind with its band."""
    people = graph.org.people
    for id in sorted(people):
        archetype = people[id].archetype
        if archetype is None or id in graph.not_asked:
            continue
        if not graph.reporting.is_known:
            yield Unknown("person", id, "managers of people")
        elif id in graph.reporting.on_circles:
            yield Unknown("person", id, "reporting lines that do not run in a circle")
        elif graph.reports_of(id):
            yield _judged(graph, id, archetype, getattr(options, archetype.replace("-", "_")))


def _judged(graph: OrgGraph, manager: str, archetype: str, band: Band) -> Answer:
    reports = graph.reports_of(manager)
    least, most = band[0], band[1] if len(band) > 1 else None
    if least <= len(reports) and (most is None or len(reports) <= most):
        return FINE
    too_many = len(reports) > least
    bears = f"from {least} to {most}" if most is not None else f"{least} and more"
    return Violation(
        kind="person",
        id=manager,
        message=f"{manager} has {counted(len(reports), 'direct report')}; a {archetype} bears {bears}",
        help=_HELP[too_many],
        path=("archetype",),
        evidence={"count": len(reports), "limit": most if too_many else least, "archetype": archetype},
    )


_HELP: Final[Mapping[bool, str]] = {
    True: "let some of them report to somebody else, or say that it is another kind of managing",
    False: "give more people to lead, or say that it is another kind of managing",
}

rule = Rule(
    code="R001",
    name="span-outside-archetype",
    severity="warning",
    page=__doc__,
    check=check,
    options=Bands,
    evidence="folklore for any single number",
    sources=("MCKINSEY17",),
    covers=("R002",),
    subject="person",
)
