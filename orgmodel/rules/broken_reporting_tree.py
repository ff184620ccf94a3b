"""Reporting lines, or the parents of teams, run in a circle.

## What it checks

Whether everybody's line of managers, and every team's line of parents, comes to an end. A circle has one finding with
each of its hops; somebody who is their own manager, or a team that is its own parent, is a circle of one.

## Why it matters

Nobody on the circle answers to anybody outside it, and no number that counts levels, spans or branches means anything
for those on it and below. It is nearly always a mistake in the description.

## Bad

```yaml
people:
  ana: {manager: bo}
  bo: {manager: ana}
```

## Good

```yaml
people:
  ana: {manager: bo}
  bo: {manager: nobody}
```

## What to do

Find the one who stands highest and mend that entry: the true manager, or `nobody` at the top; for a team the true
parent, or none.
"""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.model.entity import Entity
from orgmodel.model.organisation import SECTION_OF_KIND
from orgmodel.model.place import Spot
from orgmodel.rules.base import Answers, Fine, Note, Options, Rule, Unknown, Violation

_SHOWN: Final = 6  # the message names this many; the hops stand below it


def check(graph: OrgGraph, options: Options) -> Answers:
    """Look for circles among people and among teams."""
    org = graph.org
    if graph.reporting.is_known:
        known = [id for id, manager in graph.reporting.managers.items() if manager is not None]
        yield from _judged("person", "manager", known, _own(graph.reporting.circles, org.people))
    else:
        yield from (
            Unknown("person", id, "managers of people") for id, person in org.people.items() if not person.external
        )
    below = [id for id in org.teams if graph.parent_of(id) is not None]
    yield from _judged("team", "parent", below, _own(graph.hierarchy.circles, org.teams))


def _own(circles: Iterable[list[str]], entities: Mapping[str, Entity]) -> list[list[str]]:
    """Return the circles that are not altogether outside the organisation."""
    return [circle for circle in circles if not all(entities[id].external for id in circle)]


def _judged(kind: str, field: str, asked: list[str], circles: list[list[str]]) -> Answers:
    yield Fine(len(asked) - sum(map(len, circles)))
    yield from (_circle(kind, field, circle) for circle in circles)


def _circle(kind: str, field: str, circle: list[str]) -> Violation:
    hops = [*pairwise(circle), (circle[-1], circle[0])]
    verb = "reports to" if kind == "person" else "belongs to"
    line = " → ".join([*(circle if len(circle) <= _SHOWN else [*circle[: _SHOWN - 1], "…"]), circle[0]])
    return Violation(
        kind="cycle",
        id=line,
        message=f"{line}: {_words(kind, len(circle))}",
        help=_HELP[kind],
        spot=Spot(SECTION_OF_KIND[kind], circle[0], (field,)),
        related=tuple(Note(f"{one} {verb} {other}", kind, one, (field,)) for one, other in hops),
        evidence={"kind": kind, "circle": circle, "count": len(circle)},
        concerns=tuple((kind, id) for id in circle),
        identity=tuple(sorted(f"{kind}:{id}" for id in circle)),
    )


_HELP: Final = {
    "person": "say who of them stands highest, and to whom that one reports; `nobody` at the top",
    "team": "say which of them stands highest, and give that one its true parent or none",
}


def _words(kind: str, count: int) -> str:
    if kind == "person":
        return (
            f"{count:,} people report to each other in a circle" if count > 1 else "somebody who is their own manager"
        )
    return f"{count:,} teams belong to each other in a circle" if count > 1 else "a team that is its own parent"


rule = Rule(
    code="R007",
    name="broken-reporting-tree",
    severity="error",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("NAKISA",),
    subject="cycle",
)
