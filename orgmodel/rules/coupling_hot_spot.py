"""A team stands out in coupling: many wait for it, it waits for many, or much of the waiting passes through it.

## What it checks

Who waits for whom: shared code, shared data, custom work, approvals, people on loan, whatever blocks, and dependencies
whose kind is not stated. Calling a published interface is not waiting and does not count.

Four terms are worked out for every team that waits or is waited for:

| term | what it is |
|---|---|
| weighted fan-in | the weights of the dependencies of others on it; a reason without a stated strength weighs 1 |
| weighted fan-out | the weights of its dependencies on others |
| betweenness | how many pairs of other teams have their shortest chain of waiting through it |
| cyclic group | how many teams wait for each other in circles that it is part of; 1 outside any |

A team stands out in a term if its value is above the `quantile` of all teams and above twice the median. It is a hot
spot if it stands out in at least `min_terms` terms and no other team surpasses it, which means: is as high in all four
and higher in one. There is no single score. Each term is printed with its rank, and how far the rank over all terms
depends on their weighting: from the best rank to the worst, over every weighting in steps of a tenth. A term that is
the same for all teams says nothing about their order and is left out of it. With fewer than `min_teams` teams that wait
or are waited for, nothing stands out from anything and the rule is silent.

Stated strengths are rarely exact. So the front is sought again in 200 draws in each of which every dependency weighs up
to a fifth more or less, and where another team surpasses the hot spot in some of them, the finding says in how many.
`orgmodel measure --by team --graph waits` shows the percentiles, the ranks and the share of draws for every team.

A hot spot says whom it waits for and who waits for it, so the findings of C004 and C005 about the same team are covered
by it.

Betweenness is exact up to about a thousand teams; in larger organisations it is estimated from a sample, and the
finding says so.

## Why it matters

Waiting spreads. A team that many wait for, and that waits itself, passes each of its delays on to all of them, and
every reorganisation nearby has to be agreed with it. In the structure of software such places have been found to cost
the most, and to change the most often.

## Bad

```yaml
teams: {orders: {}, a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, stock: {}, tax: {}, prices: {}}
dependencies:
  - {from: a, to: orders, kind: shared-data, strength: 3}
  - {from: b, to: orders, kind: shared-data, strength: 3}
  - {from: c, to: orders, kind: shared-data, strength: 2}
  - {from: d, to: orders, kind: custom-work, strength: 2}
  - {from: e, to: orders, kind: custom-work}
  - {from: f, to: orders, kind: custom-work}
  - {from: orders, to: stock, kind: shared-data, strength: 3}
  - {from: orders, to: tax, kind: approval}
  - {from: orders, to: prices, kind: shared-code, strength: 2}
```

## Good

```yaml
teams: {orders: {}, a: {}, b: {}, c: {}, d: {}, e: {}, f: {}, stock: {}, tax: {}, prices: {}}
dependencies:
  - {from: a, to: orders, kind: api, strength: 3}
  - {from: b, to: orders, kind: api, strength: 3}
  - {from: c, to: orders, kind: event, strength: 2}
  - {from: d, to: orders, kind: self-service, strength: 2}
  - {from: e, to: orders, kind: self-service}
  - {from: f, to: orders, kind: custom-work}
  - {from: orders, to: stock, kind: api, strength: 3}
  - {from: orders, to: tax, kind: approval}
  - {from: orders, to: prices, kind: shared-code, strength: 2}
```

## What to do

Look at the dependencies that the finding names, the heaviest first, and ask of each whether a published interface, a
rule that can be checked without asking, or another cut between the teams would end the waiting. Do not act on the order
of hot spots among each other: where the interval of ranks is wide, it depends on what one cares about.
"""

from collections.abc import Iterator, Sequence

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge, TeamDependencies
from orgmodel.measures.hot_spots import HotSpot, HotSpots, Term, hot_spots
from orgmodel.measures.position import Betweenness
from orgmodel.measures.sensitivity import DRAWS
from orgmodel.rules.base import FINE, Answers, Options, Rule, Unknown, Violation, counted, option, plain
from orgmodel.rules.remedies import remedy_of_consumer, remedy_of_provider
from orgmodel.rules.waiting import MISSING, heaviest, hop, is_unstated, of_unknown_kind, unknown_kinds, weight_of

MOST_SHOWN = 5
"""How many dependencies a finding names."""


class Limits(Options):
    """When a team stands out."""

    quantile: float = option(0.9, "judgement", "The share of teams whose value one must exceed to stand out in a term.")
    min_terms: int = option(2, "judgement", "In how many of the four terms a hot spot stands out.")
    min_teams: int = option(10, "judgement", "With fewer teams that wait or are waited for the rule is silent.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Ask every delivery team whether it is a hot spot."""
    if is_unstated(graph):
        yield from (Unknown("team", team.id, MISSING) for team in graph.delivery_teams)
        return
    waits = graph.dependencies("waits")
    spots: dict[str, HotSpot] = {}
    if len(waits.connected_teams) >= options.min_teams:
        found = hot_spots(waits, high=options.quantile, min_terms=options.min_terms)
        spots = {spot.team: spot for spot in found.spots}
    for team in graph.delivery_teams:
        yield _violation(waits, spots[team.id], found) if team.id in spots else FINE


def _violation(waits: TeamDependencies, spot: HotSpot, found: HotSpots) -> Violation:
    into, out = waits.in_edges[spot.team], waits.out_edges[spot.team]
    named = heaviest((*into, *out))[:MOST_SHOWN]
    return Violation(
        kind="team",
        id=spot.team,
        message=f"{spot.team} is a coupling hot spot: {_in_words(spot, into, out, found.betweenness)}",
        help=_remedy(spot, into, out),
        label=f"stands out in {len(_outstanding(spot))} of {len(spot.terms)} terms",
        notes=(*_terms(spot, found), _interval(spot, found), *_unsteady(spot), *of_unknown_kind((*into, *out))),
        related=tuple(hop(edge, edge.source if edge.target == spot.team else edge.target) for edge in named),
        evidence={
            "waited_for_by": len(into),
            "waits_for": len(out),
            **{key: value for term in spot.terms for key, value in _evidence(term)},
            "stands_out_in": _outstanding(spot),
            "rank_best": spot.best,
            "rank_worst": spot.worst,
            "mean_percentile": round(spot.score, 1),
            "ranked_by": list(found.telling),
            "on_front_share": spot.staying,
            "on_front_draws": DRAWS,
            "connected_teams": found.teams,
            "betweenness_estimated": found.betweenness.estimated,
            "betweenness_sample": found.betweenness.sources,
            "betweenness_sample_of": found.betweenness.of,
            "heaviest": [[edge.source, edge.target] for edge in named],
            "reasons_of_unknown_kind": unknown_kinds((*into, *out))[0],
        },
    )


def _in_words(spot: HotSpot, into: Sequence[Edge], out: Sequence[Edge], sample: Betweenness) -> str:
    between, group = spot.terms[2:]
    parts = [f"{counted(len(into), 'team')} {'waits' if len(into) == 1 else 'wait'} for it{weight_of(into)}"]
    parts += [f"it waits for {len(out)}{weight_of(out)}"]
    if between.stands_out:
        about = "about " * sample.estimated
        parts += [f"{about}{counted(round(between.value), 'pair')} of others wait through it"]
    if group.value > 1:
        parts += [f"it is in circles with {counted(int(group.value) - 1, 'other')}"]
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def _remedy(spot: HotSpot, into: Sequence[Edge], out: Sequence[Edge]) -> str:
    """Say what to do about those who wait for it, if they are many; else about what it waits for."""
    if into and (spot.terms[0].stands_out or not out):
        return remedy_of_provider(spot.team, into)
    return remedy_of_consumer(spot.team, out)


def _terms(spot: HotSpot, found: HotSpots) -> Iterator[str]:
    for term in spot.terms:
        value = f"{term.value:,.0f}" if term.value >= 100 else plain(round(term.value, 1))
        rank = f"{'joint ' * (term.sharing > 1)}{_ordinal(term.rank)} of {found.teams:,}"
        limit = f", stands out above {plain(round(term.limit, 1))}" if term.stands_out else ""
        sample = found.betweenness
        guess = f", estimated from {sample.sources:,} of {sample.of:,} teams that wait for another"
        estimated = sample.estimated and term.name == "betweenness"
        yield f"{term.name} {value} ({rank}){limit}{guess if estimated else ''}"


def _ordinal(rank: int) -> str:
    ending = "th" if rank % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(rank % 10, "th")
    return f"{rank:,}{ending}"


def _interval(spot: HotSpot, found: HotSpots) -> str:
    if spot.best == spot.worst:
        return f"rank {spot.best:,} of {found.teams:,} however the terms are weighted"
    return f"rank {spot.best:,} to {spot.worst:,} of {found.teams:,}, depending on how the terms are weighted"


def _unsteady(spot: HotSpot) -> Iterator[str]:
    if spot.staying < 1:
        surpassed = round((1 - spot.staying) * DRAWS)
        yield f"surpassed in {surpassed} of {DRAWS} draws with each weight up to a fifth higher or lower"


def _outstanding(spot: HotSpot) -> list[str]:
    return [term.name for term in spot.terms if term.stands_out]


def _evidence(term: Term) -> Iterator[tuple[str, object]]:
    name = term.name.replace(" ", "_").replace("-", "_")
    yield name, round(term.value, 3)
    yield f"{name}_rank", term.rank
    yield f"{name}_percentile", round(term.percentile, 1)
    yield f"{name}_limit", round(term.limit, 3)


rule = Rule(
    code="C001",
    name="coupling-hot-spot",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="mixed: visibility and cyclic core are supported, the composite is not",
    sources=("MACCORMACK", "BRYAR3"),
    covers=("C004", "C005"),
    subject="team",
    relative=True,
)
