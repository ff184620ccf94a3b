"""Who is in which team, and with how much of their time."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import NamedTuple

from orgmodel.model.organisation import Org
from orgmodel.model.teams import TeamKind


class Place(NamedTuple):
    """One person's place in one team: as a member, as its lead, or both."""

    team: str
    allocation: float | None
    leads: bool


class Memberships:
    """Places of people in teams. Vacant positions are no people; ids that are not described are still people."""

    def __init__(self, org: Org, kind_of: Callable[[str], TeamKind]) -> None:
        self._org, self._kind_of = org, kind_of
        self._vacant = {id for id, person in org.people.items() if person.status == "vacant"}
        # Many rules ask this of every team.
        self._people: dict[str, tuple[str, ...]] = {}
        self._shares: dict[str, Mapping[str, float | None]] = {}
        self._ftes: dict[str, float | None] = {}

    def size(self, team: str, *, count_lead: bool = True) -> int | None:
        """Count the people of a team; None if unknown."""
        described = self._org.teams[team]
        if described.members is None:
            return described.headcount
        people = self.people_of(team)
        return len(people) if count_lead else len(set(people).difference(described.lead or ()))

    def people_of(self, team: str) -> tuple[str, ...]:
        """Return the distinct members and leads of a team, without vacant positions, sorted."""
        if team not in self._people:
            described = self._org.teams[team]
            people = {member.person for member in described.members or ()} | set(described.lead or ())
            self._people[team] = tuple(sorted(people - self._vacant))
        return self._people[team]

    def vacancies(self, team: str) -> int:
        """Count the open positions of a team: those listed among members and leads, and those only counted."""
        described = self._org.teams[team]
        counted = described.vacancies or 0
        if not self._vacant:
            return counted
        listed = {member.person for member in described.members or ()} | set(described.lead or ())
        return len(listed & self._vacant) + counted

    @cached_property
    def places(self) -> Mapping[str, tuple[Place, ...]]:
        """The places of each person who has one, by team id; vacant positions included."""
        found: dict[str, tuple[Place, ...]] = {}
        for id in sorted(self._org.teams):
            team = self._org.teams[id]
            here = {member.person: Place(id, member.allocation, False) for member in team.members or ()}
            for lead in team.lead or ():
                here[lead] = here[lead]._replace(leads=True) if lead in here else Place(id, None, True)
            for person, place in here.items():
                found[person] = (*found.get(person, ()), place)
        return found

    def places_of(self, person: str) -> tuple[Place, ...]:
        """Return the places of a person in teams of every kind, by team id."""
        return self.places.get(person, ())

    def teams_led_by(self, person: str) -> tuple[str, ...]:
        """Return the teams of every kind that a person leads, sorted."""
        return tuple(place.team for place in self.places_of(person) if place.leads)

    def shares_in(self, team: str) -> Mapping[str, float | None]:
        """Return the share of their time that each of the people of a team gives it; None if unknown."""
        if team not in self._shares:
            self._shares[team] = {person: self.allocation(person, team) for person in self.people_of(team)}
        return self._shares[team]

    def allocation(self, person: str, team: str) -> float | None:
        """Return the share of a person's time that a team gets; None if unknown, or if they have no place in it.

        Where nothing is stated, all of it if it is the only place of the person in a team that is no council, guild or
        group.
        """
        places = self.places.get(person, ())
        place = places[0] if len(places) == 1 else next((each for each in places if each.team == team), None)
        if place is None or place.team != team:
            return None
        if place.allocation is not None:
            return place.allocation
        working = [each.team for each in places if each.team in self._working]
        return 1.0 if working == [team] else None

    @cached_property
    def _working(self) -> frozenset[str]:
        """The teams that take time: no councils, guilds and groups."""
        return frozenset(id for id in self._org.teams if self._kind_of(id) not in ("council", "guild", "group"))

    def fte(self, team: str) -> float | None:
        """Return the full-time equivalents of a team: allocation times capacity, summed; None if one is unknown."""
        if team not in self._ftes:
            self._ftes[team] = None if self._org.teams[team].members is None else self._summed(team)
        return self._ftes[team]

    def _summed(self, team: str) -> float | None:
        total = 0.0
        for person, share in self.shares_in(team).items():
            if share is None:
                return None
            described = self._org.people.get(person)
            capacity = described.capacity if described else None
            total += share * (1.0 if capacity is None else capacity)
        return total

    def home_team(self, person: str) -> str | None:
        """Return the team that gets the largest share of a person's time; `home_among` says which that is."""
        return home_among(self.places_of(person), self._working.__contains__)


def home_among(places: tuple[Place, ...], is_work: Callable[[str], bool]) -> str | None:
    """Return the team among the places of a person that gets the largest share of their time.

    Shares that are not stated divide what the stated ones leave. Among equal shares teams that work come before
    councils, guilds and groups, and then the smaller id.
    """
    if len(places) <= 1:
        return places[0].team if places else None
    stated = sum(place.allocation or 0.0 for place in places)
    open_places = sum(place.allocation is None for place in places)
    rest = max(0.0, 1.0 - stated) / open_places if open_places else 0.0

    def order(place: Place) -> tuple[float, bool, str]:
        share = rest if place.allocation is None else place.allocation
        return -share, not is_work(place.team), place.team

    return min(places, key=order).team
