"""After the change more teams wait for each other than today.

## What it checks

The pairs of teams of which one waits for the other, and those of them that are in different branches: either number is
larger after the change. The sum of their strengths counts as well where at least four in five of them are stated.
Where the plan leaves open to which team a dependency falls, and the numbers could rise by that alone, it is unknown.

## Why it matters

Most reorganisations are made so that work gets through faster, and waiting for others is what makes it slow. A change
that adds to the waiting had better be worth it for another reason, and its sponsor should know.

## Bad

```yaml before
teams: {shop: {headcount: 9}, stock: {headcount: 6}, prices: {headcount: 6}}
dependencies:
  - {from: shop, to: stock, kind: shared-data}
```

```yaml after
teams: {shop: {headcount: 5}, tills: {headcount: 4}, stock: {headcount: 6}, prices: {headcount: 6}}
dependencies:
  - {from: shop, to: stock, kind: shared-data}
  - {from: tills, to: shop, kind: shared-code}
```

## Good

```yaml before
teams: {shop: {headcount: 9}, stock: {headcount: 6}, prices: {headcount: 6}}
dependencies:
  - {from: shop, to: stock, kind: shared-data}
```

```yaml after
teams: {shop: {headcount: 5}, tills: {headcount: 4}, stock: {headcount: 6}, prices: {headcount: 6}}
dependencies:
  - {from: shop, to: stock, kind: shared-data}
  - {from: tills, to: shop, kind: api}
```

## What to do

Begin with the pairs that are new: draw the line between the teams elsewhere, so that both ends are on one side of it,
or have an interface published where it has to be crossed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from orgmodel.rules.base import FINE, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, plain

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison, Coupling, PairChange


ENOUGH_STATED: Final = 0.8
"""Strengths are compared where this share of them is stated; with fewer the sum says what was written and no more."""
MOST_SHOWN: Final = 8
"""How many of the new pairs a finding names with reason and place; its evidence has all."""


class Rise(NamedTuple):
    """A number that is larger after the change."""

    of: str
    before: float
    after: float


def check(comparison: Comparison, options: Options) -> Answers:
    """Compare the coupling of all teams, and of branches, with today's."""
    coupling = comparison.coupling
    rises = list(_rises(coupling))
    if rises:
        yield _rising(comparison, rises)
    elif coupling.most > coupling.teams.before:
        yield Unknown("plan", comparison.name, "which teams the dependencies of teams that end fall to")
    else:
        yield FINE


def _rises(coupling: Coupling) -> Iterator[Rise]:
    numbers = [
        Rise("pairs of teams that wait", coupling.teams.before, coupling.teams.after),
        Rise("pairs between branches", coupling.branches.before, coupling.branches.after),
    ]
    if coupling.stated_share is not None and coupling.stated_share >= ENOUGH_STATED:
        numbers.append(Rise("weight", *coupling.weight))
        numbers.append(Rise("weight between branches", *coupling.branch_weight))
    return (each for each in numbers if each.after > each.before)


def _rising(comparison: Comparison, rises: Sequence[Rise]) -> Violation:
    coupling = comparison.coupling
    new = [each for each in coupling.pairs if each.how == "added"]
    numbers = ", ".join(f"{each.of} {plain(each.before)} → {plain(each.after)}" for each in rises)
    return Violation(
        kind="plan",
        id=comparison.name,
        message=f"coupling rises: {numbers}",
        help=_remedy(new),
        notes=tuple(_notes(coupling, new)),
        related=tuple(map(_hop, new[:MOST_SHOWN])),
        evidence={
            "pairs": [coupling.teams.before, coupling.teams.after],
            "pairs_between_branches": [coupling.branches.before, coupling.branches.after],
            "weight": list(coupling.weight),
            "weight_between_branches": list(coupling.branch_weight),
            "stated_share": coupling.stated_share,
            "loose": coupling.loose,
            "added": [[each.source, each.target] for each in new],
        },
        concerns=tuple(("team", each.source) for each in new),
    )


def _remedy(new: Sequence[PairChange]) -> str:
    if not new:
        return "find out which dependencies have grown, and have interfaces published for them"
    first = new[0]
    return f"begin with {first.source} and {first.target}: put both ends into one team, or publish an interface"


def _notes(coupling: Coupling, new: Sequence[PairChange]) -> Iterator[str]:
    if coupling.loose:
        yield f"{counted(coupling.loose, 'more may come of a dependency', 'more may come of dependencies')} left open"
    if left := new[MOST_SHOWN:]:
        yield f"also new: {listed((f'{each.source} → {each.target}' for each in left), MOST_SHOWN)}"


def _hop(each: PairChange) -> Note:
    return Note(f"new: {each.source} waits for {each.target}: {each.why}", "team", each.source, spot=each.spot)


rule = Rule(
    code="X008",
    name="coupling-rises",
    severity="warning",
    page=__doc__,
    check_change=check,
    evidence="practice",
    sources=("BRYAR3",),
    subject="change",
)
