"""The leader of an active initiative does not give it all of their time.

## What it checks

The stated allocations of those who lead an active initiative. Below `min` the finding is a warning, below
`error_below` an error; the smallest share decides. There is one finding for each initiative. Where no share falls
short, but one is not stated, the answer is unknown. Initiatives that nobody leads are not asked. For an initiative of
kind `operation` the finding is a note.

## Why it matters

An invention is hard enough as a whole job. As part of one it loses every week to the rest of the job, which has
deadlines, customers and a manager who asks.

## Bad

```yaml
people: {ana: {}}
initiatives:
  right-size: {leader: {person: ana, allocation: 60%}}
```

## Good

```yaml
people: {ana: {}}
initiatives:
  right-size: {leader: {person: ana, allocation: 100%}}
```

## What to do

Take the rest of the leader's work away, or give the initiative to somebody who can do nothing else.
"""

from orgmodel.graph import OrgGraph
from orgmodel.graph.leadership import percent
from orgmodel.model.finding import Severity
from orgmodel.model.initiatives import Initiative
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, listed, option


class Limits(Options):
    """How much of a leader's time is enough."""

    min: float = option(1.0, "LIMP", "The share of a leader's time that an initiative should get.")
    error_below: float = option(0.8, "judgement", "Below this share the finding is an error.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Compare the share of every leader with the limit."""
    for initiative in graph.active_initiatives:
        leaders = graph.leadership.leaders_of(initiative.id)
        if leaders is None:
            yield Unknown("initiative", initiative.id, "leaders of initiatives")
        elif leaders:
            yield _judged(initiative, {leader.person: leader.allocation for leader in leaders}, options)


def _judged(initiative: Initiative, shares: dict[str, float | None], options: Limits) -> Answer:
    short = {person: share for person, share in shares.items() if share is not None and share < options.min}
    if short:
        return _part_time(initiative, short, options)
    return Unknown("initiative", initiative.id, "allocations of leaders") if None in shares.values() else FINE


def _part_time(initiative: Initiative, shares: dict[str, float], options: Limits) -> Answer:
    led = listed(f"{percent(share)} of {person}'s time" for person, share in shares.items())
    numbers = {leader.person: number for number, leader in enumerate(initiative.leader or ())}
    notes = [
        Note("a part of their time", "person", person, spot=_spot(initiative, numbers[person]))
        for person, share in sorted(shares.items(), key=lambda item: item[1])
    ]
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{initiative.id} is led with {led} (at least {percent(options.min)})",
        help="free its leader of everything else, or find one who is free",
        spot=notes[0].spot,
        label=notes[0].message,
        related=tuple(notes),
        evidence={
            "leaders": list(shares),
            "allocations": list(shares.values()),
            "limit": options.min,
            "error_below": options.error_below,
        },
        severity=_severity(initiative, min(shares.values()), options),
    )


def _spot(initiative: Initiative, number: int) -> Spot:
    return Spot("initiatives", initiative.id, ("leader", number, "allocation"))


def _severity(initiative: Initiative, share: float, options: Limits) -> Severity:
    if initiative.kind == "operation":
        return "info"
    return "error" if share < options.error_below else "warning"


rule = Rule(
    code="L004",
    name="part-time-leader",
    severity="error",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("LIMP", "BRYAR3"),
    subject="initiative",
)
