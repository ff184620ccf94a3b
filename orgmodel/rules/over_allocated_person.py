"""A person has promised more time than there is.

## What it checks

For every person, two sums: the allocations that teams of every kind state for them, and those that active initiatives
state for them, as a leader or among their people. Time for an initiative is spent in a team, so the two are not added
to each other. An initiative that names a person twice counts once, with the larger share. The finding appears where one
of the sums exceeds the limit. Where the stated shares do not, but another share is not stated, the answer is unknown;
the share of somebody's only team, or only initiative, need not be stated.

## Why it matters

This is arithmetic: a share over the whole will not be given, and nobody knows who will go without. Two initiatives that
each count on 60 % of the same person have a plan that holds for neither.

## Bad

```yaml
people: {kim: {}}
teams:
  search: {members: [{person: kim, allocation: 100%}]}
  ads: {members: [{person: kim, allocation: 50%}]}
```

## Good

```yaml
people: {kim: {}}
teams:
  search: {members: [{person: kim, allocation: 50%}]}
  ads: {members: [{person: kim, allocation: 50%}]}
```

## What to do

Agree with all who count on this person who gets how much, and write down what they said.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.leadership import percent
from orgmodel.graph.membership import Place
from orgmodel.model.initiatives import ACTIVE_STAGES, Initiative, Leadership, Participation
from orgmodel.model.place import Spot, Step
from orgmodel.rules.base import FINE, Answer, Answers, Note, Options, Rule, Unknown, Violation, counted, listed, option

TOLERANCE: Final = 1e-9
"""Shares such as 70 %, 20 % and 10 % do not add up to 1 exactly in binary numbers."""


class Limits(Options):
    """How much a person can promise."""

    max: float = option(1.0, "judgement", "The most that the allocations of a person may add up to.")


class Promise(NamedTuple):
    """A share of somebody's time that a team or an initiative counts on; None where it is not stated."""

    to: str
    share: float | None
    path: tuple[Step, ...]


Promises = tuple[Promise, ...]


def check(graph: OrgGraph, options: Limits) -> Answers:
    """Add up what each person has promised."""
    for person, places, to_initiatives in _engaged(graph):
        if len(places) + len(to_initiatives) == 1 and options.max >= 1:
            yield FINE  # a single share is never more than the whole
        else:
            yield _judged(graph, person, places, to_initiatives, limit=options.max)


def _engaged(graph: OrgGraph) -> Iterator[tuple[str, Sequence[Place], Promises]]:
    """Yield who has a place in a team or a part in an initiative: not what is vacant, nor who is external."""
    to_initiatives = _to_initiatives(graph.org.initiatives)
    places, not_asked = graph.memberships.places, graph.not_asked
    for person, held in chain(places.items(), ((person, ()) for person in to_initiatives if person not in places)):
        if person not in not_asked:
            yield person, held, to_initiatives.get(person, ())


def _judged(graph: OrgGraph, person: str, places: Sequence[Place], to_initiatives: Promises, *, limit: float) -> Answer:
    in_teams = [place.allocation for place in places]
    in_initiatives = [promise.share for promise in to_initiatives]
    over_teams, over_initiatives = (_sum(shares) > limit + TOLERANCE for shares in (in_teams, in_initiatives))
    if over_teams or over_initiatives:
        to_teams = _to_teams(graph, person, places) if over_teams else ()
        return _over(person, to_teams, to_initiatives if over_initiatives else (), limit)
    if None in in_teams and _unclear([place.allocation for place in places if _wants_a_share(graph, place)]):
        return Unknown("person", person, "allocations of members")
    if _unclear(in_initiatives):
        return Unknown("person", person, "allocations of people to initiatives")
    return FINE


def _sum(shares: list[float | None]) -> float:
    return sum([share for share in shares if share is not None])


def _unclear(shares: list[float | None]) -> bool:
    """Tell whether a share is missing that somebody has to know: not the only one there is."""
    return len(shares) > 1 and None in shares


def _wants_a_share(graph: OrgGraph, place: Place) -> bool:
    """Leave out seats in councils, guilds and groups, which take no share unless one is stated."""
    return place.allocation is not None or graph.kind_of(place.team) not in ("council", "guild", "group")


def _to_initiatives(initiatives: Mapping[str, Initiative]) -> Mapping[str, Promises]:
    found: dict[str, tuple[Promise, ...]] = {}
    for id, initiative in sorted(initiatives.items()):
        if initiative.stage in ACTIVE_STAGES:
            for person, promise in _promised(id, initiative).items():
                found[person] = (*found.get(person, ()), promise)
    return found


def _promised(id: str, initiative: Initiative) -> dict[str, Promise]:
    """Return what an initiative counts on, by person: the largest share where one is named twice."""
    found: dict[str, Promise] = {}
    leaders = (("leader", number, part) for number, part in enumerate(initiative.leader or ()))
    others = (("people", number, part) for number, part in enumerate(initiative.people or ()))
    for field, number, part in chain[tuple[str, int, Leadership | Participation]](leaders, others):
        before = found.get(part.person)
        if before is None or _stated(part.allocation) > _stated(before.share):
            found[part.person] = Promise(id, part.allocation, (field, number, "allocation"))
    return found


def _stated(share: float | None) -> float:
    """Return a share so that stated ones, of 0 % too, are more than none."""
    return -1.0 if share is None else share


def _to_teams(graph: OrgGraph, person: str, places: Iterable[Place]) -> Promises:
    return tuple(_to_team(graph, person, place) for place in places if place.allocation is not None)


def _to_team(graph: OrgGraph, person: str, place: Place) -> Promise:
    members = enumerate(graph.org.teams[place.team].members or ())
    number = next(number for number, member in members if member.person == person)
    return Promise(place.team, place.allocation, ("members", number, "allocation"))


def _over(person: str, to_teams: Promises, to_initiatives: Promises, limit: float) -> Answer:
    stated = {
        "team": tuple(promise for promise in to_teams if promise.share),
        "initiative": tuple(promise for promise in to_initiatives if promise.share),
    }
    sums = {kind: round(_sum([promise.share for promise in promises]), 6) for kind, promises in stated.items()}
    said = [_said(kind, stated[kind], sums[kind]) for kind in stated if stated[kind]]
    notes = [_note(kind, promise) for kind, promises in stated.items() for promise in promises]
    return Violation(
        kind="person",
        id=person,
        message=f"{person} has promised {', and '.join(said)} (limit {percent(limit)})",
        help="agree with all who count on this person who gets how much",
        spot=notes[-1].spot,
        label=notes[-1].message,
        related=tuple(notes[:-1]),
        evidence={
            "sum": max(sums.values()),
            "team_sum": sums["team"] or None,
            "teams": [promise.to for promise in stated["team"]],
            "team_allocations": [promise.share for promise in stated["team"]],
            "initiative_sum": sums["initiative"] or None,
            "initiatives": [promise.to for promise in stated["initiative"]],
            "initiative_allocations": [promise.share for promise in stated["initiative"]],
            "limit": limit,
        },
    )


def _said(kind: str, promises: Promises, total: float) -> str:
    parts = listed(f"{promise.to} {percent(promise.share or 0.0)}" for promise in promises)
    return f"{percent(total)} of their time to {counted(len(promises), kind)}, {parts}"


def _note(kind: str, promise: Promise) -> Note:
    said = f"{percent(promise.share or 0.0)} for {promise.to}"
    return Note(said, kind, promise.to, spot=Spot(f"{kind}s", promise.to, promise.path))


rule = Rule(
    code="T014",
    name="over-allocated-person",
    severity="warning",
    page=__doc__,
    check=check,
    options=Limits,
    evidence="arithmetic",
    subject="person",
)
