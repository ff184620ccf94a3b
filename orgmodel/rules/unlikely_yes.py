"""All who have to agree together are more likely to say no than yes.

## What it checks

The probability that everybody who has to agree to a decision does, from what its steps state as the usual probability
of a yes (`yes`). This is a model: everybody is taken to decide independently of the others, so the probabilities are
multiplied. Where several ways lead to the decision the likeliest counts. Steps that only advise or inform are left out,
and so is whoever decides. Mandated steps belong to the chain, and are told apart; where all are mandated nobody could
drop one, and there is no finding. The steps that an initiative states itself are asked as well. A decision is counted
as unknown unless every step that can veto or approve states its probability.

## Why it matters

Five people who each say yes to nine in ten let six in ten pass. Nobody on the line feels strict, and still most of what
was worth trying is never tried, or no longer proposed. That people follow each other, or change a proposal until it
passes, is left out of the model: take the number as a hint, not as a forecast.

## Bad

```yaml
teams: {brand: {}, legal: {}, finance: {}}
decisions:
  new-campaign:
    steps:
      - {by: brand, can: approve, yes: 80%}
      - {by: legal, can: approve, yes: 80%}
      - {by: finance, can: approve, yes: 70%}
```

## Good

```yaml
teams: {brand: {}, legal: {}, finance: {}}
decisions:
  new-campaign:
    steps:
      - {by: brand, can: approve, yes: 80%}
      - {by: legal, can: approve, yes: 80%}
      - {by: finance, can: advise}
```

## What to do

Take out the approval that says no most often, or let one yes of several suffice (`any_of`).
"""

from orgmodel.graph import OrgGraph
from orgmodel.graph.deciding import Asked
from orgmodel.graph.leadership import percent
from orgmodel.measures.decisions import probability_of_yes
from orgmodel.rules.approving import Approval, Route, as_notes, names, routes, spot_of
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, listed, option


class Limits(Options):
    """How unlikely is too unlikely."""

    min: float = option(0.5, "judgement", "The smallest probability of a yes that is good enough.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Multiply the probabilities of everything that has to be agreed to."""
    for asked in graph.deciding.asked:
        found = routes(graph, asked)
        yield found if isinstance(found, Unknown) else _judged(asked, found, options.min)


def _judged(asked: Asked, found: tuple[Route, ...], limit: float) -> Answer:
    if any(each.step.yes is None for route in found for each in (*route.needed, *route.mandated)):
        return Unknown(asked.kind, asked.id, "probabilities of a yes")
    route = max(found, key=lambda each: _probability((*each.needed, *each.mandated)))
    steps = route.in_order
    if _probability(steps) >= limit or not route.needed:
        return FINE
    return _unlikely(asked, route, steps, len(found), limit)


def _probability(steps: tuple[Approval, ...]) -> float:
    return probability_of_yes([each.step.yes for each in steps if each.step.yes is not None])


def _unlikely(asked: Asked, route: Route, steps: tuple[Approval, ...], ways: int, limit: float) -> Violation:
    probability = round(_probability(steps), 4)
    strictest = min(route.needed, key=lambda each: each.step.yes or 0.0)
    likeliest = f" on the likeliest of {ways} ways" if ways > 1 else ""
    mandated = f"mandated among them: {listed(names(route.mandated))}; the others come to "
    apart = f"{mandated}{percent(_probability(route.needed))}"
    return Violation(
        kind=asked.kind,
        id=asked.id,
        message=f"{asked.id} gets a yes{likeliest} with a probability of {percent(probability)} (at least "
        f"{percent(limit)}) {_model(steps)}",
        help=f"let {strictest.by} advise, or let one yes of several suffice (`any_of`)",
        spot=spot_of(asked, strictest),
        label="says no most often",
        notes=(apart,) if route.mandated else (),
        related=as_notes(asked, steps),
        evidence={
            "probability": probability,
            "approvers": [each.by for each in steps],
            "yes": [each.step.yes for each in steps],
            "mandated": names(route.mandated),
            "ways": ways,
            "limit": limit,
        },
    )


def _model(steps: tuple[Approval, ...]) -> str:
    if len(steps) == 1:
        return f"from its only approver, {steps[0].by}"
    each = listed(f"{each.by} {percent(each.step.yes or 0.0)}" for each in steps)
    return f"if each of {len(steps)} approvers decides independently: {each}"


rule = Rule(
    code="D009",
    name="unlikely-yes",
    severity="info",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="model: independence is an assumption",
    sources=("IDNA",),
    subject="decision",
)
