"""Working relationships: pairs of people who are in one team that works, before and after."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from math import comb, prod
from typing import Final

from orgmodel.graph import OrgGraph
from orgmodel.model.comparison import Ties
from orgmodel.reorg.positions import employed

Places = tuple[str, ...]
Groups = Mapping[tuple[Places, ...], int]
"""How many people have the same places: in one organisation, or in one and in another."""

_AFFORDABLE: Final = 1000


def ties(before: OrgGraph, after: OrgGraph) -> Ties:
    """Count the pairs of people who work in one team before and after, only before, and only after.

    People are those who are described, not vacant and not external; whoever joins or leaves has ties on one side.
    Teams are those that work: of kind `team`, `operation` and `task-force`. Two people are one pair however many teams
    they share. No pair is listed: by inclusion and exclusion it is counted how many share a team, how many two of
    them, and so on, which costs as much as there are places for those in few teams.
    """
    groups = _alike(working_places(before), working_places(after))
    kept = _pairs(groups)
    return Ties(kept, _pairs(_side(groups, 0)) - kept, _pairs(_side(groups, 1)) - kept)


def working_places(graph: OrgGraph) -> dict[str, Places]:
    """Return the teams that each person works in, sorted; who works in none is left out."""
    works = {id: (id,) for id in graph.org.teams if graph.kind_of(id) in ("team", "operation", "task-force")}
    all_places = graph.memberships.places
    not_counted = all_places.keys() - employed(graph)
    found: dict[str, Places] = {}
    for person, places in all_places.items():
        if person not in not_counted:
            if len(places) == 1:
                teams: Places = works.get(places[0].team, ())
            else:
                teams = tuple([place.team for place in places if place.team in works])
            if teams:
                found[person] = teams
    return found


def _alike(were: Mapping[str, Places], are: Mapping[str, Places]) -> Groups:
    groups: Counter[tuple[Places, ...]] = Counter([(places, are.get(person, ())) for person, places in were.items()])
    groups.update([((), places) for person, places in are.items() if person not in were])
    return groups


def _side(groups: Groups, side: int) -> Groups:
    found: dict[tuple[Places, ...], int] = defaultdict(int)
    for sides, people in groups.items():
        found[(sides[side],)] += people
    return found


def _pairs(groups: Groups) -> int:
    """Count the pairs of people who share a team, on each side if there are two."""
    sharing: dict[tuple[Places, ...], int] = defaultdict(int)
    many: list[tuple[Places, ...]] = []
    for sides, people in groups.items():
        ways = prod([(1 << len(places)) - 1 for places in sides])
        if ways == 1:
            sharing[sides] += people
        elif ways <= _AFFORDABLE:
            for shared in product(*map(_subsets, sides)):
                sharing[shared] += people
        elif ways:
            many.append(sides)
    return _by_shared_teams(sharing) + _by_looking(sorted(many), groups)


def _by_shared_teams(sharing: Groups) -> int:
    """Count pairs by how many people share which teams: those who share one, less those who share two, and so on."""
    pairs = 0
    for sides, people in sharing.items():
        if people > 1:
            more = sum([len(teams) - 1 for teams in sides])
            pairs += comb(people, 2) * (-1) ** more
    return pairs


def _subsets(places: Places) -> Iterable[Places]:
    return chain.from_iterable(combinations(places, size) for size in range(1, len(places) + 1))


def _by_looking(many: Sequence[tuple[Places, ...]], groups: Groups) -> int:
    """Count the pairs in which somebody is in many teams, by looking at all who are in one of these."""
    if not many:
        return 0
    inside = _Inside(groups)
    pairs, seen = 0, set()
    for sides in many:
        seen.add(sides)
        pairs += comb(groups[sides], 2)
        pairs += groups[sides] * sum(groups[other] for other in inside.meeting(sides) if other not in seen)
    return pairs


class _Inside:
    """Who is in each team, on each side; people with the same places together."""

    def __init__(self, groups: Groups) -> None:
        self._groups: dict[tuple[int, str], list[tuple[Places, ...]]] = {}
        for sides in groups:
            for side, places in enumerate(sides):
                for team in places:
                    self._groups.setdefault((side, team), []).append(sides)

    def meeting(self, sides: tuple[Places, ...]) -> set[tuple[Places, ...]]:
        """Return those who share a team with people of these places, on every side; themselves included."""
        each = [{met for team in places for met in self._groups[side, team]} for side, places in enumerate(sides)]
        return set.intersection(*each)


# --- by name


def cut_pairs(before: OrgGraph, after: OrgGraph) -> Iterator[tuple[str, str]]:
    """Yield the pairs of people who work in one team before and in none after, sorted."""
    return _lost(working_places(before), working_places(after))


def new_pairs(before: OrgGraph, after: OrgGraph) -> Iterator[tuple[str, str]]:
    """Yield the pairs of people who work in one team after and in none before, sorted."""
    return cut_pairs(after, before)


def _lost(were: Mapping[str, Places], are: Mapping[str, Places]) -> Iterator[tuple[str, str]]:
    people_of: dict[str, list[str]] = {}
    for person in sorted(were):
        for team in were[person]:
            people_of.setdefault(team, []).append(person)
    for person in sorted(were):
        now = frozenset(are.get(person, ()))
        for other in sorted({other for team in were[person] for other in people_of[team] if other > person}):
            if now.isdisjoint(are.get(other, ())):
                yield person, other
