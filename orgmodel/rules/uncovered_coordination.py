"""Two teams whose components depend on each other have nobody and nothing that brings them together.

## What it checks

Pairs of teams of which one waits for the other through components: shared code, shared data, custom work, whatever
blocks, or a kind that is not stated. A published interface needs no talk and does not count. Such a pair is covered if
a common superior of both leads stands at most `max_distance` steps above them (groups tell where managers are not
known), or if a declared dependency between the two, whichever way round, states how they work together (`mode`). Each
pair that is not covered is a gap and gets one finding: the dependencies behind it, the heaviest first, who would have
to talk, and the place of the gap among all of them by weight.

## Why it matters

Where one part needs another, somebody has to talk to somebody, whether the chart provides for it or not. Projects have
been found to be faster where those who need each other do talk, though not in every study. What nobody has arranged
happens late, or in a crisis.

## Bad

```yaml
people:
  mo: {manager: nobody}
  sue: {manager: mo}
  ray: {manager: mo}
  di: {manager: sue}
  ed: {manager: ray}
  ann: {manager: di}
  bob: {manager: ed}
teams: {routes: {lead: ann}, prices: {lead: bob}}
components:
  planner: {owner: routes, depends_on: [{component: tariff, kind: shared-data, strength: 4}]}
  tariff: {owner: prices}
```

## Good

```yaml
people:
  mo: {manager: nobody}
  sue: {manager: mo}
  ray: {manager: mo}
  di: {manager: sue}
  ed: {manager: ray}
  ann: {manager: di}
  bob: {manager: ed}
teams: {routes: {lead: ann}, prices: {lead: bob}}
components:
  planner: {owner: routes, depends_on: [{component: tariff, kind: shared-data, strength: 4}]}
  tariff: {owner: prices}
dependencies:
  - {from: routes, to: prices, kind: shared-data, mode: collaboration, until: 2099-06-30}
```

## What to do

Publish an interface for what is needed, so that there is less to talk about. Until then agree on how the two teams work
together, and say so.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge, Reason
from orgmodel.graph.nearness import Near
from orgmodel.measures.interactions import interactions
from orgmodel.rules.base import FINE, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option, plain
from orgmodel.rules.pairs import arrow
from orgmodel.rules.remedies import remedy_between
from orgmodel.rules.waiting import weight_of

MOST_SHOWN = 5
"""How many dependencies between components a finding shows with their places; its evidence counts all."""

MOST_PEOPLE = 3


class Limits(Options):
    """How near a common superior has to be."""

    max_distance: int = option(
        2, "judgement", "The most steps up to a common superior who can bring two teams together."
    )


class Gap(NamedTuple):
    """Two teams, the dependencies between their components, and the first superior both have, if that is known."""

    teams: tuple[str, str]
    edges: tuple[Edge, ...]
    near: Near | None

    @property
    def weight(self) -> float:
        """The sum of the strengths of all dependencies between components of the two."""
        return round(sum(edge.weight for edge in self.edges), 9)


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Look at each pair of teams that wait for each other's components, one way or both."""
    met = {frozenset((source, target)) for source, target, _ in interactions(graph)}
    gaps = []
    for teams, edges in _pairs(graph).items():
        near = graph.nearness.between(*teams)
        if frozenset(teams) in met or (near is not None and near.kind and near.steps <= options.max_distance):
            yield FINE
        elif near is None:
            yield Unknown("pair", _name(teams), "managers of leads, or parents of teams")
        else:
            gaps.append(Gap(teams, tuple(edges), near))
    gaps.sort(key=lambda gap: (-gap.weight, gap.teams))
    for place, gap in enumerate(gaps, start=1):
        yield _violation(graph, gap, place, len(gaps), options.max_distance)


def _pairs(graph: OrgGraph) -> Mapping[tuple[str, str], list[Edge]]:
    """Return the waiting through components between two teams of ours, by pair."""
    found: dict[tuple[str, str], list[Edge]] = {}
    teams = graph.org.teams
    for edge in graph.dependencies("waits").edges:
        reasons = tuple(reason for reason in edge.reasons if reason.why == "component")
        if reasons and not (teams[edge.source].external or teams[edge.target].external):
            part = Edge(edge.source, edge.target, reasons, sum(reason.strength for reason in reasons))
            one, other = sorted((edge.source, edge.target))
            found.setdefault((one, other), []).append(part)
    return found


def _name(teams: tuple[str, str]) -> str:
    return " and ".join(teams)


def _violation(graph: OrgGraph, gap: Gap, place: int, gaps: int, limit: int) -> Violation:
    heaviest = max(gap.edges, key=lambda edge: edge.weight)
    reasons = _heaviest(gap.edges)
    people = {team: _who_would_talk(graph, team, gap.edges) for team in gap.teams}
    name = _name(gap.teams)
    needs = counted(len(reasons), "dependency", "dependencies")
    return Violation(
        kind="pair",
        id=name,
        message=f"{name} have {needs} between components{weight_of(gap.edges)}, and {_above(gap.near, limit)}",
        help=f"{remedy_between(heaviest)}; until then agree on how the two teams work together",
        spot=reasons[0][1].spot,
        notes=(*_notes(people), *([f"gap {place:,} of {gaps:,} by weight"] if gaps > 1 else [])),
        related=tuple(_note(edge, reason) for edge, reason in reasons[:MOST_SHOWN]),
        evidence={
            "weight": gap.weight,
            "count": len(reasons),
            "teams": list(gap.teams),
            "people": {team: list(some) for team, some in people.items()},
            "common_superior": gap.near.id or None if gap.near else None,
            "distance": gap.near.steps if gap.near and gap.near.kind else None,
            "max_distance": limit,
            "place": place,
            "gaps": gaps,
        },
        concerns=tuple(("team", team) for team in gap.teams),
        identity=gap.teams,
    )


def _heaviest(edges: Sequence[Edge]) -> list[tuple[Edge, Reason]]:
    reasons = [(edge, reason) for edge in edges for reason in edge.reasons]
    return sorted(reasons, key=lambda each: (-each[1].strength, each[0].source, each[1].text))


def _above(near: Near | None, limit: int) -> str:
    if near is None or not near.kind:
        return "nobody above both, and no agreed way to work together"
    return f"nobody nearer than {near.id} above both ({counted(near.steps, 'step')} up, limit {limit})"


def _who_would_talk(graph: OrgGraph, team: str, edges: Sequence[Edge]) -> tuple[str, ...]:
    """Return the people of a team who know its components in question; its leads where that is not stated."""
    here = frozenset(graph.people_of(team))
    known = {person for id in _components(graph, team, edges) for person in graph.org.components[id].experts or ()}
    return tuple(sorted(known & here)) or tuple(sorted({*(graph.org.teams[team].lead or ())} & here))


def _components(graph: OrgGraph, team: str, edges: Sequence[Edge]) -> Iterator[str]:
    for edge in edges:
        for reason in edge.reasons:
            id = str(reason.spot.key)
            if edge.source == team:
                yield id
            else:
                yield (graph.org.components[id].depends_on or ())[int(reason.spot.path[1])].component


def _notes(people: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    if all(people.values()):
        sides = [f"{listed(some, MOST_PEOPLE)} ({team})" for team, some in people.items()]
        yield f"who would have to talk: {sides[0]} with {sides[1]}"


def _note(edge: Edge, reason: Reason) -> Note:
    how = reason.kind.replace("-", " ") if reason.kind != "unknown" else "kind unknown"
    strength = f", strength {plain(reason.strength)}" if reason.stated else ""
    text = f"{arrow(edge.source, edge.target)}: {reason.text} ({how}{strength})"
    return Note(text, "team", edge.source, spot=reason.spot)


rule = Rule(
    code="C012",
    name="uncovered-coordination",
    severity="info",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="mixed: positive in some studies, reversed or null in others",
    sources=("CATALDO", "SOSA"),
    subject="pair of teams",
)
