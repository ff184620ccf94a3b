"""Several managers in a row have a single direct report each.

## What it checks

Lines in which two or more managers follow one another and each has exactly one direct report, the next. There is one
finding for each such line, at its upper end, and it names everybody on it.

## Why it matters

Whatever goes up or down such a line passes several desks at which nothing is added. Each of them can delay it, and the
one at the bottom is several levels further from a decision than the number of people explains.

## Bad

```yaml
people:
  kim: {manager: nobody}
  ana: {manager: kim}
  bo: {manager: ana}
```

## Good

```yaml
people:
  kim: {manager: nobody}
  ana: {manager: kim}
  bo: {manager: kim}
```

## What to do

Let the last one on the line report to the first, and give those in between work of their own.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.rules.base import Answers, Fine, Note, Options, Rule, Unknown, Violation

_SHOWN: Final = 8  # the message names this many; the hops stand below it


def check(graph: OrgGraph, options: Options) -> Answers:
    """Follow the lines of managers with a single report."""
    people = graph.org.people
    if not graph.reporting.is_known:
        yield from (Unknown("person", id, "managers of people") for id, person in people.items() if not person.external)
        return
    lines = graph.reporting
    managers = [id for id in lines.reports if not people[id].external and id not in lines.on_circles]
    only = {id: lines.reports[id][0] for id in managers if len(lines.reports[id]) == 1}
    chains = [chain for chain in _chains(only) if len(chain) > 2]
    yield Fine(len(managers) - sum(len(chain) - 1 for chain in chains))
    yield from map(_passed_through, chains)


def _chains(only: Mapping[str, str]) -> Iterator[list[str]]:
    """Yield each longest line along which everyone but the last has the next as the only report."""
    followers = set(only.values())
    for first in only:
        if first not in followers:
            chain = [first]
            while chain[-1] in only:
                chain.append(only[chain[-1]])
            yield chain


def _passed_through(chain: list[str]) -> Violation:
    first, *between, last = chain
    line = " → ".join(chain if len(chain) <= _SHOWN else [*chain[: _SHOWN - 1], "…", last])
    return Violation(
        kind="person",
        id=first,
        message=f"{line}: {len(between) + 1} managers in a row have one direct report each",
        help=f"let {last} report to {first}, and give whoever stands between them work of their own",
        related=tuple(
            Note(f"{report} reports to {manager}", "person", report, ("manager",))
            for manager, report in pairwise(chain)
        ),
        evidence={"managers": [first, *between], "count": len(between) + 1, "last": last},
        concerns=tuple(("person", manager) for manager in between),
    )


rule = Rule(
    code="R004",
    name="pass-through-chain",
    severity="error",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("AGENTNOON",),
    covers=("R003",),
    subject="person",
)
