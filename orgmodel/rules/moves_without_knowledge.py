"""A component changes hands, and the new owner has nobody who knows it.

## What it checks

Every component with another owner after the change: how many of those who know it (`experts`) are with the new owner
then, because they come along or because they have been there all the time. A person who becomes the owner counts if
they know it. A component that does not say who knows it is counted as unknown; one that nobody owns afterwards is a
matter of X002.

## Why it matters

Handing over a component takes an hour in the files and months in the heads. Who gets code that nobody on the team has
ever changed changes it rarely and breaks it often, and who knows it is asked for years by people who do not work with
them any more.

## Bad

```yaml before
people: {ana: {}, bo: {}, cy: {}}
teams: {shop: {lead: ana, members: [ana, bo]}, tills: {lead: cy, members: [cy]}}
components: {till: {owner: shop, experts: bo}}
```

```yaml after
plan: {name: Tills own the till}
changes:
  - hand_over: {component: till, to: tills}
```

## Good

```yaml before
people: {ana: {}, bo: {}, cy: {}}
teams: {shop: {lead: ana, members: [ana, bo]}, tills: {lead: cy, members: [cy]}}
components: {till: {owner: shop, experts: bo}}
```

```yaml after
plan: {name: Tills own the till}
changes:
  - move_person: {person: bo, to: tills}
  - hand_over: {component: till, to: tills}
```

## What to do

Move somebody who knows it along, if only for two quarters; or let the new owner work on it together with the old one
first, and hand it over when somebody there has become an expert.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, counted, listed, option

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison, HandedOver


_GRAVEST = {"critical": 0, "high": 1, "medium": 2, None: 3, "low": 4}
MOST_SHOWN = 5
"""How many of those who knew a component its finding names; the evidence has all."""

Moves = Mapping[str, tuple[str, ...]]


class Limits(Options):
    """How many have to know a component."""

    min_experts: int = option(1, "judgement", "The fewest people with the new owner who know the component.")


def check(comparison: Comparison, options: Limits) -> Answers:
    """Count for each component that is handed over who knows it where it goes; the critical ones first."""
    moves = {each.id: each.after for each in comparison.people.changed_team}
    handed = (each for each in comparison.components.handed_over if each.after)
    for each in sorted(handed, key=lambda each: (_GRAVEST.get(each.criticality, 3), each.id)):
        yield _judged(each, moves, options.min_experts)


def _judged(each: HandedOver, moves: Moves, least: int) -> Answer:
    if each.experts is None:
        return Unknown("component", each.id, "experts of components")
    knowing = sorted({*each.knowing, *each.experts_moving})
    return FINE if len(knowing) >= least else _unknown_there(each, each.experts, knowing, moves, least)


def _unknown_there(
    each: HandedOver, experts: Sequence[str], knowing: Sequence[str], moves: Moves, least: int
) -> Violation:
    others = [name for name in experts if name not in knowing]
    grave = f" ({each.criticality})" if each.criticality else ""
    return Violation(
        kind="component",
        id=each.id,
        message=f"{each.id}{grave} goes to {listed(each.after)}, where {_who(knowing, least)}; "
        + (f"it is known by {_told(others, each, moves)}" if others else "nobody else has known it"),
        help=_remedy(each, [name for name in others if name not in each.left]),
        path=("owner",),
        label="nobody there knows it" if not knowing else f"known by {listed(knowing)}",
        evidence={
            "owners_before": list(each.before),
            "owners_after": list(each.after),
            "experts": list(experts),
            "experts_moving": list(each.experts_moving),
            "knowing": list(knowing),
            "count": len(knowing),
            "limit": least,
            "left": list(each.left),
            "criticality": each.criticality,
        },
        concerns=tuple(("person", name) for name in others),
    )


def _who(knowing: Sequence[str], least: int) -> str:
    if not knowing:
        return "nobody knows it"
    return f"{counted(len(knowing), 'person knows', 'people know')} it ({listed(knowing)}), wanted {least}"


def _told(experts: Sequence[str], each: HandedOver, moves: Moves) -> str:
    return listed(list(_whereabouts(experts, each, moves)), MOST_SHOWN)


def _whereabouts(experts: Sequence[str], each: HandedOver, moves: Moves) -> Iterator[str]:
    """Say of each who has known it where they are afterwards, as far as the change tells."""
    for name in experts:
        if name in each.left:
            yield f"{name} (leaves)"
        elif name not in moves:
            yield f"{name} (stays)"
        else:
            yield f"{name} (goes to {listed(moves[name])})" if moves[name] else f"{name} (has no team any more)"


def _remedy(each: HandedOver, there: Sequence[str]) -> str:
    if there:
        return f"move {listed(there[:1])} along, or let {listed(each.after)} learn it from them before the handover"
    return f"let {listed(each.after)} learn {each.id} before those who know it have gone"


rule = Rule(
    code="X007",
    name="moves-without-knowledge",
    severity="warning",
    page=__doc__,
    check_change=check,
    options=Limits,
    evidence="supported direction",
    sources=("NAGAPPAN", "LARSON"),
    subject="change",
)
