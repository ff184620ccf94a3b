"""Several can veto a decision, or a veto has neither a reason nor a mandate.

## What it checks

The steps that can veto, besides whoever decides, at doors of both kinds. There is a finding if more than `max` people
or teams can veto on the way with the fewest, and if a veto on any way says neither why (`why`) nor what law, contract
or safety reason requires it (`mandated`). Mandated vetoes are listed and not counted. The steps that an initiative
states itself are asked as well. A decision is counted as unknown if it states no steps, or not what they can do.

## Why it matters

A veto is the strongest right there is: one no ends the matter, whatever all others say. It should be held for one
reason that everybody knows. Where several hold one the decision becomes what none of them minds.

## Bad

```yaml
teams: {checkout: {}, change-board: {kind: council}}
decisions:
  release-in-peak:
    owner: checkout
    steps: [{by: change-board, can: veto}]
```

## Good

```yaml
teams: {checkout: {}, change-board: {kind: council}}
decisions:
  release-in-peak:
    owner: checkout
    steps: [{by: change-board, can: veto, why: a failed release in these weeks costs a third of the year}]
```

## What to do

Write down what each veto protects. What nobody can write down becomes advice, and of several vetoes the one remains
whose reason weighs most.
"""

from collections.abc import Iterator

from orgmodel.graph import OrgGraph
from orgmodel.graph.deciding import Asked
from orgmodel.rules.approving import Approval, Route, as_notes, names, routes, spot_of, told_apart
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, listed, option


class Limits(Options):
    """How many may veto."""

    max: int = option(1, "RAPID", "The most people and teams that may veto one decision.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Look at the vetoes of everything that has to be agreed to."""
    for asked in graph.deciding.asked:
        found = routes(graph, asked)
        yield found if isinstance(found, Unknown) else _judged(asked, found, options.max)


def _judged(asked: Asked, found: tuple[Route, ...], limit: int) -> Answer:
    vetoes = [tuple(_vetoes(route.needed)) for route in found]
    fewest = min(vetoes, key=lambda each: len(names(each)))
    # A step of the decision itself stands on every way.
    each_once = {each.path: each for way in vetoes for each in way}
    unexplained = tuple(each for each in each_once.values() if not each.step.why)
    if len(names(fewest)) > limit:
        return _several(asked, found, fewest, unexplained, limit)
    return _without_reason(asked, unexplained) if unexplained else FINE


def _vetoes(approvals: tuple[Approval, ...]) -> Iterator[Approval]:
    return (each for each in approvals if each.step.can == "veto")


def _several(
    asked: Asked, found: tuple[Route, ...], vetoes: tuple[Approval, ...], unexplained: tuple[Approval, ...], limit: int
) -> Violation:
    by, silent = names(vetoes), names(unexplained)
    mandated = tuple(each for route in found for each in _vetoes(route.mandated))
    reasons = f"; no reason is stated for {listed(silent)}" if silent else ""
    return Violation(
        kind=asked.kind,
        id=asked.id,
        message=f"{len(by)} can veto {asked.id} (limit {limit}): {listed(by)}{reasons}",
        help="keep the veto whose reason weighs most, and let the others advise",
        spot=spot_of(asked, next(each for each in vetoes if each.by == by[limit])),
        label="one veto too many",
        notes=tuple(told_apart(mandated)),
        related=as_notes(asked, vetoes),
        evidence={
            "vetoes": len(by),
            "by": by,
            "unexplained": silent,
            "mandated": names(mandated),
            "limit": limit,
        },
    )


def _without_reason(asked: Asked, unexplained: tuple[Approval, ...]) -> Violation:
    by = names(unexplained)
    return Violation(
        kind=asked.kind,
        id=asked.id,
        message=f"{listed(by)} can veto {asked.id}, and no reason is stated",
        help="write down what the veto protects (`why`) or what requires it (`mandated`), or let them advise",
        spot=spot_of(asked, unexplained[0]),
        label="a veto without a reason",
        related=as_notes(asked, unexplained[1:]),
        evidence={"unexplained": by},
    )


rule = Rule(
    code="D006",
    name="unexplained-veto",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("RAPID",),
    covers=("D010",),
    subject="decision",
)
