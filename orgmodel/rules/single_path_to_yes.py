"""One no ends it: every way to a yes passes the same approver.

## What it checks

Who has to agree on every way that is stated to lead to a decision: everybody with a step of the decision itself that
can veto or approve, and everybody who has such a step on each of several ways (`any_of`), at whatever place. This is a
model of what is written down: whoever is on every way can stop the decision alone, however others judge it. Whoever
decides is left out, since that they can is what deciding means. Steps that a law, a contract or safety requires
(`mandated`) are listed and not counted. The steps that an initiative states itself are asked as well. A decision is
counted as unknown if it states no steps, or not what they can do.

## Why it matters

New ideas look wrong to most people at first. Where one person can stop an idea, whatever that person does not see is
never tried. Where there are several doors, and one yes is enough, somebody who was turned away can ask elsewhere.

## Bad

```yaml
people: {ana: {}, bo: {}, kim: {}}
decisions:
  start-an-idea: {decider: ana, steps: [{by: kim, can: approve}]}
```

## Good

```yaml
people: {ana: {}, bo: {}, kim: {}}
decisions:
  start-an-idea:
    any_of:
      - {decider: ana, steps: [{by: kim, can: approve}]}
      - {decider: bo}
```

## What to do

Name a second way on which somebody else can say yes. Where the one approver is there for good reason, and the decision
cannot be undone, leave it as it is.
"""

from orgmodel.graph import OrgGraph
from orgmodel.graph.deciding import Asked
from orgmodel.rules.approving import Approval, Route, as_notes, names, routes, spot_of, told_apart
from orgmodel.rules.base import FINE, Answer, Answers, Options, Rule, Unknown, Violation, listed


def check(graph: OrgGraph, options: Options) -> Answers:
    """Look for those who stand on every way to what has to be agreed to."""
    for asked in graph.deciding.asked:
        found = routes(graph, asked)
        yield found if isinstance(found, Unknown) else _judged(asked, found)


def _judged(asked: Asked, found: tuple[Route, ...]) -> Answer:
    # Whoever has one step that is mandated and another that is not could still be spared the other.
    every = set.intersection(*({each.who for each in route.in_order} for route in found))
    gates = _first_steps([each for route in found for each in route.needed if each.who in every])
    if not gates:
        return FINE
    only_mandated = every - {each.who for each in gates}
    mandated = tuple(each for route in found for each in route.mandated if each.who in only_mandated)
    return _gated(asked, gates, mandated, len(found))


def _first_steps(approvals: list[Approval]) -> tuple[Approval, ...]:
    """Return the first step of each approver."""
    first: dict[tuple[str, str], Approval] = {}
    for each in approvals:
        first.setdefault(each.who, each)
    return tuple(first.values())


def _gated(asked: Asked, gates: tuple[Approval, ...], mandated: tuple[Approval, ...], ways: int) -> Violation:
    by = names(gates)
    who, them = (by[0], "it") if len(by) == 1 else (f"any of {listed(by)}", "them")
    around = f"no way around {them} is stated" if ways == 1 else f"all {ways} stated ways pass {them}"
    return Violation(
        kind=asked.kind,
        id=asked.id,
        message=f"one no of {who} ends {asked.id}; {around}",
        help="name a second way on which somebody else can say yes (`any_of`)",
        spot=spot_of(asked, gates[0]),
        label="no way around this",
        notes=tuple(told_apart(mandated)),
        related=as_notes(asked, gates[1:]),
        evidence={"approvers": by, "mandated": names(mandated), "ways": ways},
    )


rule = Rule(
    code="D010",
    name="single-path-to-yes",
    severity="info",
    page=__doc__,
    check=check,
    evidence="practice",
    sources=("IDNA", "BEZOSHBR"),
    subject="decision",
)
