"""A decision that can be undone is taken many levels above those who propose it.

## What it checks

How many reporting levels lie between whoever proposes a two-way door and whoever decides it: none where the proposer's
own manager decides, one where that manager's manager does. A team stands for its lead, and where no proposer is stated
the owner proposes. Two people who are not in one line are compared by how far they are below the nearest manager whom
both have above them. Of several people who decide, or several ways, the nearest counts. A decision is counted as
unknown if its door, who decides, or the line from one to the other is not stated.

## Why it matters

With each level the one who decides knows less of the matter and has more to decide, and the question waits for a place
in a calendar. What can be undone can be decided where it is understood.

## Bad

```yaml
people: {kim: {manager: nobody}, lee: {manager: kim}, ana: {manager: lee}, bo: {manager: ana}}
decisions:
  price-change: {door: two-way, proposer: bo, decider: kim}
```

## Good

```yaml
people: {kim: {manager: nobody}, lee: {manager: kim}, ana: {manager: lee}, bo: {manager: ana}}
decisions:
  price-change: {door: two-way, proposer: bo, decider: ana}
```

## What to do

Let the proposer's manager decide, or the proposer alone, within limits that those above have written down.
"""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.decisions import Decision
from orgmodel.model.place import Step
from orgmodel.rules.approving import DOORS
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, counted, option


class Limits(Options):
    """How far away is too far."""

    max_levels: int = option(1, "judgement", "The most levels that may lie between who proposes and who decides.")


class Distance(NamedTuple):
    """How many levels lie between a proposer and a decider, and where the decider is written."""

    levels: int
    proposer: str
    decider: str
    path: tuple[Step, ...]


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Measure how far away every decision is taken that is, or may be, a two-way door."""
    for decision in graph.deciding.decisions:
        if decision.door != "one-way":
            yield _judged(graph, decision, options.max_levels)


def _judged(graph: OrgGraph, decision: Decision, limit: int) -> Answer:
    asks = decision.proposer or decision.owner
    if asks is None or not graph.deciding.speakers(asks):
        return Unknown("decision", decision.id, "who proposes decisions")
    found = [_distances(graph, asks, decider, path) for decider, path in _deciders(decision)]
    known = [each for each in found if isinstance(each, Distance)]
    nearest = min(known, default=None)
    if nearest is not None and nearest.levels <= limit:
        return FINE
    missing = next((each for each in found if isinstance(each, str)), None)
    if nearest is None or missing is not None:
        return Unknown("decision", decision.id, missing or "deciders of decisions")
    if decision.door is None:
        return Unknown("decision", decision.id, DOORS)
    return _far_away(graph, decision, nearest, limit)


def _deciders(decision: Decision) -> Iterator[tuple[str | None, tuple[Step, ...]]]:
    """Yield who decides on each way, and where that is written."""
    for number, path in enumerate(decision.any_of or ()):
        yield (path.decider, ("any_of", number, "decider")) if path.decider else (decision.decider, ("decider",))
    if not decision.any_of:
        yield decision.decider, ("decider",)


def _distances(graph: OrgGraph, asks: str, decider: str | None, path: tuple[Step, ...]) -> Distance | str:
    """Return the nearest that a decider is to who proposes, or what is not stated."""
    decide = graph.deciding.speakers(decider) if decider else ()
    if not decide:
        return "deciders of decisions"
    if graph.resolve(asks, "person", "team") == graph.resolve(decider or "", "person", "team"):
        return Distance(0, decide[0], decide[0], path)
    pairs = product(graph.deciding.speakers(asks), decide)
    levels = [(graph.deciding.levels_above(low, high), low, high) for low, high in pairs]
    known = [Distance(max(up - 1, 0), low, high, path) for up, low, high in levels if up is not None]
    return min(known, default="managers of people")


def _far_away(graph: OrgGraph, decision: Decision, found: Distance, limit: int) -> Violation:
    levels, proposer, decider, path = found
    line = (proposer, *graph.chain_of_command(proposer))
    between = list(line[1 : line.index(decider)]) if decider in line else []
    manager = line[1] if len(line) > 1 else proposer
    lie = f"{counted(levels, 'level')} {'lies' if levels == 1 else 'lie'} between"
    return Violation(
        kind="decision",
        id=decision.id,
        message=f"{decision.id} can be undone, and {lie} {proposer}, who proposes it, and {decider}, who decides "
        f"(limit {limit})",
        help=f"let {manager} decide it, within limits that {decider} has written down",
        path=path,
        notes=(f"the line: {' → '.join((proposer, *between, decider))}",) if between else (),
        evidence={
            "levels": levels,
            "proposer": proposer,
            "decider": decider,
            "between": between,
            "limit": limit,
        },
    )


rule = Rule(
    code="D007",
    name="decided-far-away",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BEZOS15", "JASSY24"),
    subject="decision",
)
