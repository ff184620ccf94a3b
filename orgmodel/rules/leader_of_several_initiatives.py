"""Several active initiatives share one leader.

## What it checks

For everybody who leads an active initiative, alone or with others, how many they lead. There is one finding for each
such leader: its subject is the first of the initiatives in the order of their ids, the others are named beside it. An
active initiative whose leader is not named is counted as unknown. Where all that somebody leads are of kind
`operation`, the finding is a note.

## Why it matters

A leader of two initiatives decides every morning which of them waits. The one that waits does so quietly, until it is a
year late.

## Bad

```yaml
people: {ana: {}}
initiatives:
  basket-reminder: {leader: ana}
  back-in-stock: {leader: ana}
```

## Good

```yaml
people: {ana: {}, bo: {}}
initiatives:
  basket-reminder: {leader: ana}
  back-in-stock: {leader: bo}
```

## What to do

Leave the leader the one that matters most, and find somebody for each of the others for whom it is the whole job. What
nobody can be found for is better paused than half led.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, listed, option


class Limits(Options):
    """How many initiatives one person may lead."""

    max: int = option(1, "LIMP", "The most active initiatives that one person may lead.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count what each leader leads."""
    for initiative in graph.active_initiatives:
        if graph.leadership.leaders_of(initiative.id) is None:
            yield Unknown("initiative", initiative.id, "leaders of initiatives")
    for leader, initiatives in graph.leadership.initiatives_led.items():
        yield FINE if len(initiatives) <= options.max else _shared(graph, leader, initiatives, options.max)


def _shared(graph: OrgGraph, leader: str, initiatives: tuple[str, ...], limit: int) -> Answer:
    first, *others = initiatives
    operations = all(graph.org.initiatives[id].kind == "operation" for id in initiatives)
    here, label = _spot(graph, first, leader), f"{leader} leads this"
    led = (Note("and this", "initiative", id, spot=_spot(graph, id, leader)) for id in others)
    return Violation(
        kind="initiative",
        id=first,
        message=f"{first} is led by {leader}, who also leads {listed(others)} (limit {limit})",
        help=f"leave {leader} the one that matters most, and find other leaders for the rest",
        spot=here,
        label=label,
        related=(Note(label, "person", leader, spot=here), *led),
        evidence={"count": len(initiatives), "leader": leader, "initiatives": list(initiatives), "limit": limit},
        severity="info" if operations else None,
        concerns=tuple(("initiative", id) for id in others),
        identity=(f"person:{leader}",),
    )


def _spot(graph: OrgGraph, initiative: str, leader: str) -> Spot:
    written = [each.person for each in graph.org.initiatives[initiative].leader or ()]
    return Spot("initiatives", initiative, ("leader", written.index(leader), "person"))


rule = Rule(
    code="L003",
    name="leader-of-several-initiatives",
    severity="error",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("LIMP", "BRYAR3"),
    subject="initiative",
)
