"""What measures of focus are computed from: who leads what, who is in which team, and with how much of their time."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.graph.membership import Place
from orgmodel.measures.base import Given, Undefined
from orgmodel.model.initiatives import Initiative

Shares = Mapping[str, float | None]
_WORKING: Final = frozenset({"team", "operation", "task-force"})
_ALL_OF_IT: Final = Given(((1.0,), 1.0))


def leaders_of_initiatives(
    graph: OrgGraph, layer: Layer
) -> Mapping[str, Sequence[tuple[str | None, float | None]] | None]:
    """Return who leads each active initiative, with the share that is stated; None for whom nothing is known.

    A vacant position leads nothing, and somebody who is not described is not known.
    """
    people = graph.org.people
    return {
        each.id: None
        if each.leader is None
        else [
            (leader.person if leader.person in people else None, leader.allocation)
            for leader in each.leader
            if leader.person not in people or people[leader.person].status != "vacant"
        ]
        for each in graph.active_initiatives
    }


def delivery_sizes(graph: OrgGraph, layer: Layer) -> Mapping[str, int | None]:
    """Return how many people each delivery team has; None where that is not known."""
    return {team.id: graph.size(team.id) for team in graph.delivery_teams}


def teams_of_people(graph: OrgGraph, layer: Layer) -> Mapping[str, int] | Undefined:
    """Return in how many teams that work each person is."""
    working = {team.id for team in graph.dependency_teams if graph.kind_of(team.id) in _WORKING}
    if all(graph.org.teams[id].members is None for id in working):
        return Undefined("no team states who is in it" if working else "there are no teams")
    places, not_asked = graph.memberships.places, graph.not_asked
    return {id: _worked_in(places.get(id, ()), working) for id in graph.org.people if id not in not_asked}


def _worked_in(places: Sequence[Place], working: Collection[str]) -> int:
    if len(places) == 1:  # by far the most
        return int(places[0].team in working)
    return sum(place.team in working for place in places)


def shares_of_people(graph: OrgGraph, layer: Layer) -> Mapping[str, Given | Undefined]:
    """Return the shares of each person's time, and the whole: those of active initiatives if stated, else of teams."""
    to_initiatives, places = _to_initiatives(graph), graph.memberships.places
    working = {id for id in graph.org.teams if graph.kind_of(id) in _WORKING}
    not_asked = graph.not_asked
    found: dict[str, Given | Undefined] = {}
    for id in graph.org.people:
        if id not in not_asked:
            held, promised = places.get(id, ()), to_initiatives.get(id)
            if promised is None and len(held) == 1 and held[0].allocation is None and held[0].team in working:
                found[id] = _ALL_OF_IT  # by far the most
            else:
                found[id] = _shares(graph, id, promised or {})
    return found


def _shares(graph: OrgGraph, person: str, to_initiatives: Shares) -> Given | Undefined:
    to_teams = dict(_to_teams(graph, person))
    shares = to_initiatives if any(share is not None for share in to_initiatives.values()) else to_teams
    stated = [share for share in shares.values() if share is not None]
    missing = len(shares) - len(stated)
    return Undefined(f"{missing} of {len(shares)} allocations are not stated") if missing else Given((stated, 1.0))


def _to_teams(graph: OrgGraph, person: str) -> Iterator[tuple[str, float | None]]:
    """Yield what each team gets; a seat in a council, a guild or a group takes no time unless it states a share."""
    for place in graph.memberships.places_of(person):
        share = graph.memberships.allocation(person, place.team)
        if share is not None or graph.kind_of(place.team) in _WORKING:
            yield place.team, share


def _to_initiatives(graph: OrgGraph) -> Mapping[str, Shares]:
    """Return what each person gives to each active initiative: the largest share where they are named twice."""
    found: dict[str, dict[str, float | None]] = defaultdict(dict)
    for initiative in graph.active_initiatives:
        for person, share in _named(initiative):
            known = found[person].get(initiative.id)
            found[person][initiative.id] = share if known is None else max(known, share or 0.0)
    return found


def _named(initiative: Initiative) -> Iterator[tuple[str, float | None]]:
    yield from ((leader.person, leader.allocation) for leader in initiative.leader or ())
    yield from ((part.person, part.allocation) for part in initiative.people or ())
