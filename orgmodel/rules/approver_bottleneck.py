"""One person or council has to agree to a great many decisions.

## What it checks

In how many decisions each person, team and council stands with a step that can veto or approve; the approvals that
initiatives state themselves are decisions too. There is a finding if they are more than `max` and also more than the
high quantile of all who approve anything. Steps that a law, a contract or safety requires (`mandated`) are listed and
not counted, nor is a step of whoever decides. Where a decision does not say what its steps can do, those who take them
are counted as unknown if that could put them above both limits.

## Why it matters

All of these decisions wait in one calendar. Whoever holds it becomes slow for everybody, and has the less time for each
the more there are. Usually most of them are of one kind, and could follow a rule instead of a meeting.

## Bad

```yaml
people: {ana: {}, bo: {}}
decisions:
  a: {steps: [{by: ana, can: approve}, {by: bo, can: approve}]}
  b: {steps: [{by: ana, can: approve}]}
  c: {steps: [{by: ana, can: approve}]}
  d: {steps: [{by: ana, can: approve}]}
  e: {steps: [{by: ana, can: approve}]}
  f: {steps: [{by: ana, can: approve}]}
  g: {steps: [{by: ana, can: approve}]}
  h: {steps: [{by: ana, can: approve}]}
  i: {steps: [{by: ana, can: approve}]}
  j: {steps: [{by: ana, can: approve}]}
  k: {steps: [{by: ana, can: approve}]}
```

## Good

```yaml
people: {ana: {}, bo: {}}
decisions:
  a: {steps: [{by: ana, can: approve}, {by: bo, can: approve}]}
  b: {steps: [{by: ana, can: approve}]}
  c: {steps: [{by: ana, can: approve}]}
  d: {steps: [{by: ana, can: approve}]}
  e: {steps: [{by: ana, can: advise}]}
  f: {steps: [{by: ana, can: advise}]}
  g: {steps: [{by: ana, can: advise}]}
  h: {steps: [{by: ana, can: inform}]}
  i: {steps: [{by: ana, can: inform}]}
  j: {steps: [{by: ana, can: inform}]}
  k: {steps: [{by: ana, can: inform}]}
```

## What to do

Take those that come most often, write down the rule by which they are decided, and let others decide by it.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.deciding import Asked
from orgmodel.graph.leadership import percent
from orgmodel.measures.distribution import quantile
from orgmodel.rules.approving import Approval, routes, spot_of, steps_with_paths
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, listed, option, plain

MOST_SHOWN = 8
"""How many of the decisions a finding names with their places; its evidence has all."""

_Who = tuple[str, str]


class Limits(Options):
    """How many are too many."""

    max: int = option(10, "judgement", "The most decisions that one may have to agree to.")
    quantile: float = option(0.95, "judgement", "The share of all who approve whose number one must exceed.")


class Standing(NamedTuple):
    """The decisions in which somebody stands: with a step that binds, a mandated one, or one that is not clear."""

    binding: dict[str, tuple[Asked, Approval]]
    mandated: list[str]
    unclear: list[str]


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Count the decisions of everybody who approves any, and compare them with the others."""
    standings = _standings(graph)
    counts = [len(each.binding) for each in standings.values() if each.binding]
    high = quantile(counts, options.quantile) or 0.0
    limit = max(options.max, high)
    for (kind, id), standing in sorted(standings.items()):
        if len(standing.binding) > limit:
            yield _bottleneck((kind, id), standing, options, high)
        else:
            yield _within(kind, id, standing, limit)


def _within(kind: str, id: str, standing: Standing, limit: float) -> Answer:
    possible = len(standing.binding.keys() | standing.unclear)
    return Unknown(kind, id, "what steps of decisions can do") if possible > limit else FINE


def _standings(graph: OrgGraph) -> Mapping[_Who, Standing]:
    """Return where everybody stands who is described, and not of elsewhere."""
    found: dict[_Who, Standing] = {}
    for asked in graph.deciding.asked:
        for who, what in _taken(graph, asked):
            standing = found.setdefault(who, Standing({}, [], []))
            if isinstance(what, Approval) and not what.step.mandated:
                standing.binding.setdefault(_key(asked), (asked, what))
            else:
                (standing.unclear if what is None else standing.mandated).append(_key(asked))
    return {who: standing for who, standing in found.items() if not _is_external(graph, *who)}


def _key(asked: Asked) -> str:
    return asked.id if asked.kind == "decision" else f"{asked.kind}:{asked.id}"


def _is_external(graph: OrgGraph, kind: str, id: str) -> bool:
    entity = graph.org.entity(kind, id)
    return entity is None or bool(entity.external)


def _taken(graph: OrgGraph, asked: Asked) -> Iterator[tuple[_Who, Approval | None]]:
    """Yield who takes a step that binds, and the step; None instead where it is not clear which steps bind."""
    found = routes(graph, asked)
    if isinstance(found, Unknown):
        for _, step in steps_with_paths(asked.decision):
            means = graph.resolve(step.by, "person", "team")
            if means and step.can in (None, "veto", "approve") and not step.mandated:
                yield means, None
        return
    for route in found:
        for approval in (*route.needed, *route.mandated):
            if approval.means:
                yield approval.means, approval


def _bottleneck(who: _Who, standing: Standing, options: Limits, high: float) -> Violation:
    decisions, mandated = [*standing.binding], list(dict.fromkeys(standing.mandated))
    count, left = len(decisions), decisions[MOST_SHOWN:]
    others = f"{percent(options.quantile)} of all who approve have at most {plain(round(high, 1))}"
    return Violation(
        kind=who[0],
        id=who[1],
        message=f"{who[1]} has to agree to {count} decisions (limit {options.max}); {others}",
        help="write down the rule by which the most frequent of them are decided, and let others decide by it",
        notes=tuple(_further(left, mandated)),
        related=tuple(
            Note(approval.said, asked.kind, asked.id, spot=spot_of(asked, approval))
            for asked, approval in list(standing.binding.values())[:MOST_SHOWN]
        ),
        evidence={
            "count": count,
            "decisions": decisions,
            "mandated": mandated,
            "quantile": round(high, 3),
            "limit": options.max,
        },
        concerns=tuple((asked.kind, asked.id) for asked, _ in standing.binding.values()),
    )


def _further(left: list[str], mandated: list[str]) -> Iterator[str]:
    if left:
        yield f"and also: {listed(left, MOST_SHOWN)}"
    if mandated:
        yield f"mandated, and not counted: {listed(mandated, MOST_SHOWN)}"


rule = Rule(
    code="D008",
    name="approver-bottleneck",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="practice",
    sources=("JASSY24",),
    covers=("D010",),
    subject="person or council",
    relative=True,
)
