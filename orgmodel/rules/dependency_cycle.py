"""Three teams or more wait for each other in a circle.

## What it checks

Who waits for whom: shared code, shared data, custom work, approvals, people on loan, whatever blocks, and dependencies
whose kind is not stated. Calling a published interface is not waiting and does not count.

Teams that reach each other along such dependencies hang together in one cyclic group, and each group of three teams or
more gets one finding. It shows

- at most `circles` short circles, hop by hop, each with its reason and its place: first those that consist of nothing
  but blocking dependencies, approvals and custom work, then short ones that differ from each other, the heavier first;
- the smallest set of dependencies without which no circle is left in the group, of several as small the lightest. It
  is exact for groups of up to 18 teams. In larger ones it is found step by step, so that a smaller set may exist; the
  finding says so;
- how many teams hang together.

The finding is an error if a circle that it shows consists of nothing but blocking dependencies, approvals and custom
work: then each waits until the other has moved.

## Why it matters

In a circle nobody can finish first. Each change goes round, plans must be made together, and in the end all of these
teams move at the speed of the slowest. In software the parts that hang together in circles have been found to cost
clearly more to change than the others. Cutting a circle at one place lets an order come about again.

## Bad

```yaml
teams: {pricing: {}, promotions: {}, catalogue: {}}
dependencies:
  - {from: pricing, to: promotions, kind: shared-code, why: discounts are computed in its library}
  - {from: promotions, to: catalogue, kind: custom-work, why: each campaign needs a new field}
  - {from: catalogue, to: pricing, kind: shared-data, why: prices are read from its tables}
```

## Good

```yaml
teams: {pricing: {}, promotions: {}, catalogue: {}}
dependencies:
  - {from: pricing, to: promotions, kind: shared-code, why: discounts are computed in its library}
  - {from: promotions, to: catalogue, kind: self-service, why: campaigns add their own fields}
  - {from: catalogue, to: pricing, kind: shared-data, why: prices are read from its tables}
```

## What to do

Open the circle at the dependencies of the smallest set, the lightest first: publish an interface, let the other side
serve itself, or move the piece of work that causes the waiting to the team that needs it. If no cut seems right, ask
whether these teams are one team, or need another line between them.
"""

from collections.abc import Iterator
from itertools import chain

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge, TeamDependencies
from orgmodel.measures.circles import Circle, pairs, telling_circles
from orgmodel.measures.feedback_arcs import feedback_arcs, fewest_then_lightest
from orgmodel.rules.base import Answers, Fine, Note, Options, Rule, Unknown, Violation, listed, option
from orgmodel.rules.remedies import remedy_between
from orgmodel.rules.waiting import MISSING, hop, is_grave, is_unstated, main_reason, of_unknown_kind, unknown_kinds

MOST_NAMED = 6
"""How many teams, pairs and dependencies a finding names; its evidence has all."""

MOST_IN_NAME = 4


class Limits(Options):
    """How much of a tangle is shown."""

    circles: int = option(3, "judgement", "The most circles that one finding shows.")


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Look at each group of teams that wait for each other in circles."""
    teams = {team.id for team in graph.dependency_teams if not team.external}
    if is_unstated(graph):
        yield from (Unknown("team", team, MISSING) for team in sorted(teams))
        return
    waits = graph.dependencies("waits")
    groups = [group for group in waits.cyclic_groups if len(group) > 2 and not teams.isdisjoint(group)]
    for group in groups:
        yield _violation(Tangle(waits, group, options.circles))
    yield Fine(len(teams.difference(*groups)))


class Tangle:
    """Teams that wait for each other in circles, the circles that tell it best, and what opens them all."""

    def __init__(self, waits: TeamDependencies, group: tuple[str, ...], most: int) -> None:
        self.teams = group
        inside = frozenset(group)
        self.edges = [edge for team in group for edge in waits.out_edges[team] if edge.target in inside]
        circles = telling_circles(self.edges, max(most, 1), grave=is_grave)
        self.circle, self.shown = circles[0], circles[:most]
        found = feedback_arcs(fewest_then_lightest({(edge.source, edge.target): edge.weight for edge in self.edges}))
        self.exact, arcs = found.exact, frozenset(found.arcs)
        cut = [edge for edge in self.edges if (edge.source, edge.target) in arcs]
        # To be read from the front: what the circles show comes first, then the lightest.
        shown = [*chain(*circles)]
        self.cut = sorted(cut, key=lambda edge: (shown.index(edge) if edge in shown else len(shown), edge.weight))

    @property
    def first_cut(self) -> Edge:
        """The dependency to cut first: one of the first circle, since every circle has one."""
        return self.cut[0]

    @property
    def is_one_circle(self) -> bool:
        """Whether there is one circle and nothing beside it."""
        return len(self.edges) == len(self.circle)

    @property
    def name(self) -> str:
        """The first circle, shortened: ``a → b → c → a``."""
        teams = [edge.source for edge in self.circle]
        if len(teams) > MOST_IN_NAME:
            teams[MOST_IN_NAME - 1 :] = ["…"]
        return " → ".join((*teams, teams[0]))

    @property
    def is_grave(self) -> bool:
        """Whether a shown circle is all blocking, approvals and custom work."""
        return any(all(map(is_grave, circle)) for circle in self.shown)


def _violation(tangle: Tangle) -> Violation:
    first = tangle.first_cut
    return Violation(
        kind="cycle",
        id=tangle.name,
        message=f"{tangle.name} {_in_words(tangle)}",
        help=remedy_between(first),
        spot=main_reason(first).spot,
        label="without this the circle is open",
        notes=(*_notes(tangle), *of_unknown_kind(tangle.edges)),
        related=tuple(_hops(tangle.shown)),
        evidence={
            "teams": list(tangle.teams),
            "team_count": len(tangle.teams),
            "dependency_count": len(tangle.edges),
            "circles": [[edge.source for edge in circle] for circle in tangle.shown],
            "cut": [[edge.source, edge.target] for edge in tangle.cut],
            "cut_size": len(tangle.cut),
            "cut_weight": sum(edge.weight for edge in tangle.cut),
            "cut_is_smallest": tangle.exact,
            "reasons_of_unknown_kind": unknown_kinds(tangle.edges)[0],
        },
        severity="error" if tangle.is_grave else None,
        concerns=tuple(("team", team) for team in tangle.teams),
        identity=tangle.teams,
    )


def _in_words(tangle: Tangle) -> str:
    teams, first = len(tangle.teams), tangle.first_cut
    if tangle.is_one_circle:
        return f"is a circle of {teams} teams that wait for each other; it opens if one no longer waits for the next"
    what = f"is one of the circles in which {teams:,} teams wait for each other"
    if len(tangle.cut) == 1:
        return f"{what}; all open if {first.source} no longer waits for {first.target}"
    at_most = "" if tangle.exact else "at most "
    return f"{what}; to open all, {at_most}{len(tangle.cut):,} of {len(tangle.edges):,} dependencies have to go"


def _notes(tangle: Tangle) -> Iterator[str]:
    if len(tangle.teams) > len(tangle.circle):
        yield f"teams that hang together: {listed(tangle.teams, MOST_NAMED)}"
    direct = [f"{circle[0].source} and {circle[0].target}" for circle in pairs(tangle.edges)]
    if direct:
        wait = "1 pair of them waits" if len(direct) == 1 else f"{len(direct):,} pairs of them wait"
        yield f"{wait} for each other directly: {listed(direct, MOST_NAMED)}"
    cut = listed(map(_arrow, tangle.cut), MOST_NAMED)
    if tangle.is_one_circle:
        yield f"the smallest cut: {cut}, or any other of the {len(tangle.edges)}"
    elif tangle.exact:
        yield f"the smallest cut: {cut}"
    else:
        yield f"a small cut, found step by step, so that a smaller one may exist: {cut}"


def _arrow(edge: Edge) -> str:
    return f"{edge.source} → {edge.target}"


def _hops(circles: list[Circle]) -> Iterator[Note]:
    for number, circle in enumerate(circles, start=1):
        which = f"circle {number}: " if len(circles) > 1 else ""
        for edge in circle:
            note = hop(edge)
            yield note._replace(message=which + note.message)


rule = Rule(
    code="C002",
    name="dependency-cycle",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="supported",
    sources=("MACCORMACK", "BRYAR3"),
    subject="cycle",
)
