"""More than one person leads an active initiative.

## What it checks

The distinct people who lead each active initiative; vacant positions do not count. An initiative that names no leader
is counted as unknown; one that states `nobody` is fine here and found by `initiative-without-leader`. An initiative
of kind `operation` gets a note.

## Why it matters

Two people who answer for the same thing answer for half of it each, and every decision waits until they have spoken.
One of them will be right about what has gone wrong: it was the other.

## Bad

```yaml
people: {ana: {}, bo: {}}
initiatives:
  gift-lists: {leader: [ana, bo]}
```

## Good

```yaml
people: {ana: {}, bo: {}}
initiatives:
  gift-lists: {leader: ana, deputy: bo}
```

## What to do

Choose one of them, and let the others be deputy, sponsor or simply part of it. If they lead different things, make two
initiatives of it.
"""

from orgmodel.graph import OrgGraph
from orgmodel.model.initiatives import Initiative
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option


class Limits(Options):
    """How many may lead."""

    max: int = option(1, "BRYAR3", "The most people who may lead an initiative.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the leaders of every active initiative."""
    for initiative in graph.active_initiatives:
        leaders = graph.leadership.leaders_of(initiative.id)
        if leaders is None:
            yield Unknown("initiative", initiative.id, "leaders of initiatives")
            continue
        people = list(dict.fromkeys(leader.person for leader in leaders))
        yield FINE if len(people) <= options.max else _shared(initiative, people, options.max)


def _shared(initiative: Initiative, people: list[str], limit: int) -> Answer:
    written = [leader.person for leader in initiative.leader or ()]
    spots = [Spot("initiatives", initiative.id, ("leader", written.index(person), "person")) for person in people]
    notes = [Note("leads it", "person", person, spot=spot) for person, spot in zip(people, spots, strict=True)]
    leaders = f"{counted(len(people), 'person', 'people')}, {listed(people)}"
    return Violation(
        kind="initiative",
        id=initiative.id,
        message=f"{initiative.id} is led by {leaders} (limit {limit})",
        help="choose one of them to lead it alone",
        spot=spots[limit],
        label="leads it",
        related=tuple(notes),
        evidence={"count": len(people), "leaders": people, "limit": limit},
        severity="info" if initiative.kind == "operation" else None,
    )


rule = Rule(
    code="L002",
    name="initiative-with-several-leaders",
    severity="error",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("BRYAR3", "STONEHILL"),
    subject="initiative",
)
