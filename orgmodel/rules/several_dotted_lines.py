"""A person has several dotted lines.

## What it checks

The dotted-line managers of each person who states any, even an empty list. People without that field are not asked: a
dotted line that nobody wrote down cannot be counted.

## Why it matters

One dotted line, say to a craft, beside a solid one to the team is a matrix that can be lived in. With several, every
conflict between goals lands on the one person who can least settle it.

## Bad

```yaml
people:
  ana: {}
  bo: {}
  cy: {dotted: [ana, bo]}
```

## Good

```yaml
people:
  ana: {}
  cy: {dotted: [ana]}
```

## What to do

Decide which of them has a say in what the person does; the others can ask.
"""

from orgmodel.graph import OrgGraph
from orgmodel.rules.base import FINE, Answers, Note, Options, Rule, Violation, counted, listed, option


class Limits(Options):
    """How many dotted lines a person may have."""

    max: int = option(1, "LEE", "The most dotted-line managers.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the dotted lines of each person."""
    for id, person in sorted(graph.org.people.items()):
        if person.dotted is None or id in graph.not_asked:
            continue
        managers = list(dict.fromkeys(person.dotted))
        if len(managers) <= options.max:
            yield FINE
            continue
        lines = counted(len(managers), "dotted line")
        yield Violation(
            kind="person",
            id=id,
            message=f"{id} has {lines}, to {listed(managers)} (limit {options.max})",
            help="decide which of them has a say in what the person does",
            path=("dotted", options.max),
            related=tuple(Note("a dotted line", "person", id, ("dotted", n)) for n in range(options.max)),
            evidence={"count": len(managers), "limit": options.max, "managers": managers},
        )


rule = Rule(
    code="R009",
    name="several-dotted-lines",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("LEE", "BRYAR3"),
    subject="person",
)
