"""Nobody decides: a decision, or one of the ways to it, has no decider.

## What it checks

Every decision that is not external has a decider, a person or a team. Where several ways lead to it (`any_of`) each
needs one; a way that names none has the decider of the decision itself. `decider: nobody` says that there is none, and
a vacant position decides nothing. A decision that names no decider counts as one without where at least one other
decision names its own; the option `absent` decides otherwise.

## Why it matters

Where nobody has the last word a decision is taken by whoever is in the room, or again in the next meeting, or not at
all. Everybody who was asked for advice takes it for a vote.

## Bad

```yaml
people: {ana: {}}
teams: {pricing: {lead: ana}}
decisions:
  price-change: {owner: pricing, decider: ana}
  price-below-cost: {owner: pricing, decider: nobody}
```

## Good

```yaml
people: {ana: {}}
teams: {pricing: {lead: ana}}
decisions:
  price-change: {owner: pricing, decider: ana}
  price-below-cost: {owner: pricing, decider: ana}
```

## What to do

Name the one person who says yes, as near to the work as it can be, and tell everybody else that they advise.
"""

from typing import Literal

from orgmodel.graph import OrgGraph
from orgmodel.model.decisions import Decision
from orgmodel.model.fields import NOBODY
from orgmodel.model.place import Step
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
    listed,
)

_Found = Literal["decides", "none", "vacant", "undescribed"]
_Way = tuple[str | None, tuple[Step, ...]]


class Reading(Options):
    """How to read a decision that names no decider."""

    absent: Absent = absent_option()


def check(graph: OrgGraph, options: Reading) -> Answers:
    """Ask every decision, on each of the ways to it, who decides."""
    stated = (decider for each in graph.org.decisions.values() for decider, _ in _ways(each))
    none = absent_is_none(options.absent, stated)
    for decision in graph.deciding.decisions:
        yield _judged(graph, decision, absent_means_none=none)


def _ways(decision: Decision) -> list[_Way]:
    """Return who decides on each way, and where that is written or should be."""
    paths = enumerate(decision.any_of or ())
    found: list[_Way] = [(path.decider or decision.decider, ("any_of", n, "decider")) for n, path in paths]
    return found or [(decision.decider, ("decider",))]


def _judged(graph: OrgGraph, decision: Decision, *, absent_means_none: bool) -> Answer:
    ways = _ways(decision)
    found = [_found(graph, decider) for decider, _ in ways]
    without = [
        way
        for way, what in zip(ways, found, strict=True)
        if what == "vacant" or (what == "none" and (way[0] == NOBODY or absent_means_none))
    ]
    if without:
        return _undecided(decision, without, len(ways))
    if "undescribed" in found:
        return Unknown("decision", decision.id, "deciders of decisions that are described themselves")
    return Unknown("decision", decision.id, "deciders of decisions") if "none" in found else FINE


def _found(graph: OrgGraph, decider: str | None) -> _Found:
    if decider is None or decider == NOBODY:
        return "none"
    meant = graph.resolve(decider, "person", "team")
    if meant is None:
        return "undescribed"
    is_vacant = meant[0] == "person" and graph.org.people[meant[1]].status == "vacant"
    return "vacant" if is_vacant else "decides"


def _undecided(decision: Decision, without: list[_Way], ways: int) -> Violation:
    vacant = sorted({decider for decider, _ in without if decider is not None and decider != NOBODY})
    said = f" on {len(without)} of {ways} ways to it" if ways > 1 else ""
    if vacant:
        said += f": {listed(vacant)} {'is' if len(vacant) == 1 else 'are'} vacant"
    return Violation(
        kind="decision",
        id=decision.id,
        message=f"{decision.id} has no decider{said}",
        help="name the one person who says yes, as near to the work as it can be",
        path=without[0][1],
        evidence={"ways_without": len(without), "ways": ways, "vacant": vacant, "owner": decision.owner},
    )


rule = Rule(
    code="D001",
    name="no-single-decider",
    severity="error",
    page=__doc__,
    check=check,
    options=Reading,
    evidence="practice",
    sources=("RAPID",),
    subject="decision",
)
