"""What a reorganisation does to people: who comes, goes, and gets another team, manager, role or place."""

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import ne
from typing import Literal

from orgmodel.graph import OrgGraph
from orgmodel.measures.partitions import partition_distance
from orgmodel.model.comparison import Changed, Moved, People
from orgmodel.reorg import positions
from orgmodel.reorg.ties import ties


def people(before: OrgGraph, after: OrgGraph) -> People:
    """Return what happens to people between two organisations, matched by id.

    External people are left out of everything. A vacant position is a position and no person: it does not join, leave
    or move, and whoever fills one joins. Who had moved not long before is left open.
    """
    were, are = positions.employed(before), positions.employed(after)
    stayers = were & are
    ids = sorted(id for id in before.org.people if id in stayers)
    old, new = _Stayers(before, ids), _Stayers(after, ids)
    held, held_after = positions.Positions(before), positions.Positions(after)
    led, leads = _leading(before) & were, _leading(after) & are
    return People(
        stayers=len(ids),
        joined=tuple(sorted(are - were)),
        left=tuple(sorted(were - are)),
        changed_team=tuple(_changed_team(old, new)),
        changed_manager=tuple(each for each in _changed(ids, old.managers, new.managers) if None not in each),
        changed_role=tuple(_changed(ids, old.stated("role"), new.stated("role"))),
        changed_location=tuple(_changed(ids, old.stated("location"), new.stated("location"))),
        dropped=tuple(_dropped(old, new)),
        ties=ties(before, after),
        moves=sum(map(ne, old.homes, new.homes)),
        fewest_moves=_fewest_moves(zip(old.homes, new.homes, strict=True)),
        positions=(held.count, held_after.count),
        vacancies=(held.vacancies, held_after.vacancies),
        by_level=positions.differing(held.level, held_after.level),
        by_location=positions.differing(held.location, held_after.location),
        by_role=positions.differing(held.role, held_after.role),
        unplaced=held_after.unplaced(),
        unnamed=positions.unnamed(before, after),
        starts_leading=tuple(sorted(leads - led)),
        stops_leading=tuple(sorted(led - leads)),
    )


class _Stayers:
    """What one organisation says of the people who are in both, in the order of their ids."""

    def __init__(self, graph: OrgGraph, ids: list[str]) -> None:
        people, managers, places = graph.org.people, graph.reporting.managers, graph.memberships.places
        self.ids = ids
        self.people = [people[id] for id in ids]
        self.managers = [managers[id] for id in ids]
        self.places = [places.get(id, ()) for id in ids]
        held = zip(ids, self.places, strict=True)
        self.homes = [each[0].team if len(each) == 1 else graph.home_team(id) for id, each in held]

    def stated(self, trait: Literal["role", "location"]) -> list[str | None]:
        """Return the role or the location of each; None where it is not stated."""
        return [getattr(person, trait) for person in self.people]


def _changed_team(old: _Stayers, new: _Stayers) -> Iterator[Moved]:
    for id, places, places_after in zip(old.ids, old.places, new.places, strict=True):
        if places != places_after:
            teams, teams_after = (tuple(place.team for place in each) for each in (places, places_after))
            if teams != teams_after:
                yield Moved(id, teams, teams_after)


def _changed(ids: Iterable[str], old: Iterable[str | None], new: Iterable[str | None]) -> Iterator[Changed]:
    return (Changed(id, was, now) for id, was, now in zip(ids, old, new, strict=True) if was != now)


def _dropped(old: _Stayers, new: _Stayers) -> Iterator[tuple[str, str]]:
    """Yield who loses every team, or of whom it is no longer known to whom they report, without leaving."""
    for n, id in enumerate(new.ids):
        no_manager, no_team = new.managers[n] is None, not new.places[n]
        if (no_manager or no_team) and new.people[n].status != "leaving":
            if no_manager and old.managers[n] is not None:
                yield id, "manager"
            if no_team and old.places[n]:
                yield id, "team"


def _fewest_moves(homes: Iterable[tuple[str | None, str | None]]) -> int:
    """Return how many have to get another home at least; having none is no team that could be another's new name."""
    known: Counter[tuple[str, str]] = Counter()
    moves = 0
    for (home, now), people in Counter(homes).items():
        if home is not None and now is not None:
            known[home, now] = people
        elif home != now:
            moves += people
    return moves + partition_distance(known)


def _leading(graph: OrgGraph) -> set[str]:
    """Return who leads a team of any kind that is not external, or an initiative that is under way."""
    teams = (team.lead or () for team in graph.org.teams.values() if not team.external)
    return {lead for leads in teams for lead in leads} | graph.leadership.initiatives_led.keys()
