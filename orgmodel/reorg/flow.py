"""Where the people of teams are in another organisation, and what they took along."""

from collections.abc import Collection, Iterator, Mapping
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph

FEWEST_IN_COMMON: Final = 2
"""One person who goes from team to team says nothing of the teams. A judgement."""
HALF: Final = 0.5
"""The share of a part's people who come from the whole, and of the whole's who are in the parts. A judgement."""
TELLING_PART: Final = 0.25
"""With less of its people elsewhere a team is still itself, or itself under a new name. A judgement."""


class Parting(NamedTuple):
    """A team whose people are in several teams."""

    whole: str
    parts: tuple[str, ...]


class Flow:
    """People of teams in the first organisation, and the teams that only the second one has; or the other way round.

    Parameters
    ----------
    source, target
        The two organisations.
    new
        The teams that are only in the second one.
    people
        Those who count.
    """

    def __init__(self, source: OrgGraph, target: OrgGraph, new: Collection[str], people: frozenset[str]) -> None:
        self._source, self._target, self._counted = source, target, people
        self._went: dict[str, dict[str, set[str]]] = {}
        for team in sorted(new):
            for person in self.now_in(team):
                self._note(person, team)

    def _note(self, person: str, new: str) -> None:
        """Note that somebody of a new team was in teams which they left."""
        present = {place.team for place in self._target.memberships.places_of(person)}
        for place in self._source.memberships.places_of(person):
            if place.team not in present:
                self._went.setdefault(place.team, {}).setdefault(new, set()).add(person)

    def were_in(self, team: str) -> frozenset[str]:
        """Return the people of a team in the first organisation."""
        return self._counted.intersection(self._source.people_of(team))

    def now_in(self, team: str) -> frozenset[str]:
        """Return the people of a team in the second organisation; nobody if there is no such team."""
        return self._counted.intersection(self._target.people_of(team) if team in self._target.org.teams else ())

    def went(self, team: str) -> Mapping[str, Collection[str]]:
        """Return who left a team and is in a new one, by the new one."""
        return self._went.get(team, {})

    # --- teams that became several

    def partings(self, taken: Collection[str]) -> Iterator[Parting]:
        """Yield the teams that became several, by id; teams that are taken are neither wholes nor parts."""
        for whole in sorted(self._went):
            found = self.parting(whole, taken) if whole not in taken else None
            if found:
                yield found

    def parting(self, whole: str, taken: Collection[str] = ()) -> Parting | None:
        """Return what a team became if that is several; None if it is not."""
        parts = [part for part in self.went(whole) if part not in taken and self._is_part_of(whole, part)]
        were = self.were_in(whole)
        left, stayed = self._in(whole, parts), were & self.now_in(whole)
        parts += [whole] if stayed else []
        if len(parts) < 2 or len(left) < TELLING_PART * len(were) or len(left | stayed) < HALF * len(were):
            return None
        return Parting(whole, tuple(sorted(parts)))

    def _is_part_of(self, whole: str, part: str) -> bool:
        people = len(self.went(whole)[part])
        return people >= FEWEST_IN_COMMON and people >= HALF * len(self.now_in(part))

    def _in(self, whole: str, parts: Collection[str]) -> set[str]:
        """Return who left a team and is in any of these."""
        return {person for part in parts for person in self.went(whole).get(part, ())}

    def is_parted_beside(self, whole: str, heir: str) -> bool:
        """Tell whether a team became several even if most of it is in one: enough of its people are in the others."""
        parting = self.parting(whole)
        rest = self._in(whole, parting.parts if parting else ()) - set(self.went(whole).get(heir, ()))
        return bool(rest) and len(rest) >= TELLING_PART * len(self.were_in(whole))

    # --- in words

    def evidence(self, whole: str, parts: Collection[str]) -> str:
        """Say how many people of a team are in these teams, and how many of its components if that says so too."""
        were, are = self.were_in(whole), {person for part in parts for person in self.now_in(part)}
        along, owned = self.components(whole, parts)
        components = f" and {along} of {owned} component{'s' * (owned != 1)}" if along else ""
        return f"{len(were & are)} of {len(were)} people{components}"

    def components(self, whole: str, parts: Collection[str]) -> tuple[int, int]:
        """Count the components of a team that are in both organisations: those that these teams own, and all."""
        owned = [id for id in self._source.components_of.get(whole, ()) if id in self._target.org.components]
        return sum(not set(parts).isdisjoint(self._target.owning_teams(id)) for id in owned), len(owned)

    def are_called_alike(self, old: str, new: str) -> tuple[bool, bool]:
        """Tell whether two teams have the same name, and whether they belong to the same group."""
        names = self._source.label("team", old), self._target.label("team", new)
        parents = self._source.parent_of(old), self._target.parent_of(new)
        return names[0] == names[1], parents[0] is not None and parents[0] == parents[1]
