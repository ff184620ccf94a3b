"""Who and what went from which team to which other, as the two organisations alone tell."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.reorg.handovers import not_surely_kept

NO_IDS: Final[frozenset[str]] = frozenset()
_TALKING: Final = frozenset({"council", "guild"})


class Shift:
    """People and components that are with another team than before.

    Heads without names cannot be followed, and do not count. Nor does who only takes a further place, in a council for
    instance, and keeps the one they had.

    Parameters
    ----------
    before, after
        The two organisations; ids mean the same in both.
    """

    def __init__(self, before: OrgGraph, after: OrgGraph) -> None:
        self.before, self.after = before, after
        self.nodes = frozenset([team.id for team in after.dependency_teams])
        self._people: dict[str, frozenset[str]] = {}
        self._receivers: dict[str, tuple[str, ...]] = {}

    # --- people

    @cached_property
    def _restless(self) -> Mapping[str, tuple[str, ...]]:
        """The teams that each person with other places than before is new in; none for who only left some."""
        was, now = self.before.memberships.places, self.after.memberships.places
        found = {}
        for person in [person for person, places in now.items() if was.get(person) != places]:
            if person in was and self._is_somebody(person):
                known = {place.team for place in was[person]}
                found[person] = tuple([place.team for place in now[person] if place.team not in known])
        return found

    def _is_somebody(self, person: str) -> bool:
        described = (self.before.org.people.get(person), self.after.org.people.get(person))
        return not any(each is not None and each.status == "vacant" for each in described)

    @cached_property
    def _joined(self) -> Mapping[str, frozenset[str]]:
        return _sets((team, person) for person, teams in self._restless.items() for team in teams)

    def people_between(self, source: str, target: str) -> tuple[str, ...]:
        """Return who went from one team to another, sorted: they are new there, and gave up time for it."""
        new = self._joined.get(target, NO_IDS)
        return tuple(sorted(each for each in self._were_in(source) & new if source in self._given_up(each)))

    def _were_in(self, team: str) -> frozenset[str]:
        if team not in self._people:
            self._people[team] = frozenset(self.before.people_of(team))
        return self._people[team]

    def _given_up(self, person: str) -> Iterator[str]:
        """Yield the teams that a person left, and those that surely get less of their time.

        That is sure where two shares are stated, or of the only team they worked in where they joined another.
        """
        old, now = self.before.memberships.places_of(person), self.after.memberships.places_of(person)
        kept = {place.team: place.allocation for place in now}
        works = [place.team for place in old if self.before.kind_of(place.team) not in _TALKING]
        divides = len(works) == 1 and self._joins_work(person)
        for team, share, _ in old:
            less = _is_less(kept.get(team), share)
            if team not in kept or less or (less is None and divides and team in works):
                yield team

    def _joins_work(self, person: str) -> bool:
        """Tell whether somebody is a member, not only the lead, of a team that works and that they are new in."""
        teams = [self.after.org.teams[id] for id in self._restless[person] if self.after.kind_of(id) not in _TALKING]
        return any(member.person == person for team in teams for member in team.members or ())

    # --- components

    @cached_property
    def _rehomed(self) -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """The teams that own each component that has others, before and after."""
        was, now = self.before, self.after
        owners = ((id, was.owning_teams(id), now.owning_teams(id)) for id in not_surely_kept(was, now))
        return {id: (old, new) for id, old, new in owners if old != new}

    @cached_property
    def _gained(self) -> Mapping[str, frozenset[str]]:
        return _sets((team, id) for id, (old, new) in self._rehomed.items() for team in new if team not in old)

    @cached_property
    def _had(self) -> Mapping[str, frozenset[str]]:
        return _sets((team, id) for id, (old, _) in self._rehomed.items() for team in old)

    def components_between(self, source: str, target: str) -> tuple[str, ...]:
        """Return the components of one team that another has got, sorted."""
        return tuple(sorted(self._had.get(source, NO_IDS) & self._gained.get(target, NO_IDS)))

    # --- what became of a team

    def heirs(self, team: str) -> tuple[str, ...]:
        """Return who has what a team had: itself while it is there, otherwise all who got people or components of it.

        A group is not there: nobody waits for it.
        """
        return (team,) if team in self.nodes else self.receivers(team)

    def receivers(self, team: str) -> tuple[str, ...]:
        """Return the teams that got people or components of a team, or say that they were called so; sorted.

        People of a council who sit in another council now make that its heir, and those of a team who work in another
        team; where they all had their other places before, their home teams are.
        """
        if team not in self._receivers:
            found = {*self._with_its_people(team), *self._with_its_components(team), *self._called_so.get(team, ())}
            if not found and team not in self.nodes:
                found = {self.after.home_team(person) or "" for person in self.before.people_of(team)}
            self._receivers[team] = tuple(sorted((found & self.nodes) - {team}))
        return self._receivers[team]

    def _with_its_people(self, team: str) -> Iterator[str]:
        talks = self.before.kind_of(team) in _TALKING
        for person in self._were_in(team) & self._restless.keys():
            for other in self._restless[person] if team in self._given_up(person) else ():
                if (self.after.kind_of(other) in _TALKING) == talks:
                    yield other

    def _with_its_components(self, team: str) -> Iterator[str]:
        for id in self._had.get(team, NO_IDS):
            old, new = self._rehomed[id]
            yield from (other for other in new if other not in old)

    @cached_property
    def _called_so(self) -> Mapping[str, frozenset[str]]:
        teams = self.after.org.teams
        return _sets((old, id) for id, team in teams.items() for old in team.renamed_from or () if old not in teams)

    def ended(self, team: str) -> bool:
        """Tell whether a team is gone with all who were in it and all it owned, as far as that was known at all."""
        if team in self.after.org.teams:
            return False
        people, components = self.before.people_of(team), self.before.components_of.get(team, ())
        places, org = self.after.memberships.places, self.after.org
        stay = any(person in org.people or person in places for person in people)
        return bool(people or components) and not stay and not any(id in org.components for id in components)


def _is_less(share: float | None, than: float | None) -> bool | None:
    """Tell whether a share is less than another; None if one of them is not stated."""
    return None if share is None or than is None else share < than


def _sets(pairs: Iterable[tuple[str, str]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, value in pairs:
        found.setdefault(key, set()).add(value)
    return {key: frozenset(values) for key, values in found.items()}
