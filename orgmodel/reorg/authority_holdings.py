"""What the branches of an organisation hold, and who leads them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph


class Held(NamedTuple):
    """How much of each there is in a branch, or in several."""

    people: int = 0
    teams: int = 0
    components: int = 0
    decisions: int = 0
    initiatives: int = 0


NOTHING: Final = Held()


class Holdings:
    """Counts what every branch holds, from the bottom up, and what that makes for each lead.

    Teams that are each other's parents hold the same: all that is in one of them or below.
    """

    def __init__(self, graph: OrgGraph) -> None:
        self._graph = graph
        self._circle_of = {team: circle[0] for circle in graph.hierarchy.circles for team in circle}

    # --- leads

    @cached_property
    def led(self) -> Mapping[str, tuple[str, ...]]:
        """The teams that each lead leads, sorted; external teams and vacant positions left out."""
        people = self._graph.org.people
        found: dict[str, set[str]] = {}
        for id, team in self._graph.org.teams.items():
            for lead in team.lead or () if not team.external else ():
                if lead not in people or people[lead].status != "vacant":
                    found.setdefault(lead, set()).add(id)
        return {lead: tuple(sorted(teams)) for lead, teams in found.items()}

    def held_by(self, person: str) -> Held:
        """Return what a person answers for: the branches they lead, and what they decide and lead themselves."""
        teams = self.led.get(person, ())
        tops = self._tops(teams) if len(teams) > 1 or self._circle_of else teams
        parts = [self._branches[top] for top in tops]
        own = self._beside(person, tops)
        if len(parts) == 1 and own is NOTHING:
            return Held(*parts[0])
        return Held(*map(sum, zip(own, *parts, strict=True)))

    def _beside(self, person: str, tops: Collection[str]) -> Held:
        """Return what a person answers for that is not counted in the branches they lead."""
        shared, decided = self._shared.get(person, 0), self._decided.get(person, ())
        led = self._graph.leadership.initiatives_led_by(person)
        if not shared and not decided and not led:
            return NOTHING
        decisions = sum(not self._is_under(self._owner(id), tops) for id in decided)
        initiatives = sum(not self._is_under(self._own_team(id), tops) for id in led)
        return Held(components=shared, decisions=decisions, initiatives=initiatives)

    def _tops(self, teams: Collection[str]) -> frozenset[str]:
        """Return the topmost of some teams; a circle of parents stands as its first."""
        led = {self._circle_of.get(team, team) for team in teams}
        below: set[str] = set()
        clear: set[str] = set()
        for team in led:
            way: list[str] = []
            for above in self._line(team):
                if above != team and above in led:
                    below.add(team)
                    way = []
                    break
                if above in clear:  # nothing above it is led
                    break
                way.append(above)
            clear.update(way)
        return frozenset(led - below)

    def _line(self, team: str) -> Iterator[str]:
        """Yield a team and what is above it, the nearest first; a circle of parents once."""
        at: str | None = self._circle_of.get(team, team)
        while at is not None:
            yield at
            parent = None if at in self._circle_of else self._graph.parent_of(at)
            at = parent if parent is None else self._circle_of.get(parent, parent)

    def _is_under(self, team: str | None, tops: Collection[str]) -> bool:
        return team is not None and any(above in tops for above in self._line(team))

    # --- branches

    @cached_property
    def _branches(self) -> Mapping[str, list[int]]:
        """What every team holds with all that is below it, in the order of `Held`."""
        hierarchy, held = self._graph.hierarchy, self._own
        waiting = {parent: len(children) for parent, children in hierarchy.children.items()}
        ready = [team for team in held if team not in waiting]
        while ready:
            team = ready.pop()
            parent = hierarchy.parent_of(team)
            if parent is not None:
                _add(held[team], held[parent])
                waiting[parent] -= 1
                if not waiting[parent]:
                    ready.append(parent)
        for circle in hierarchy.circles:
            for team in circle[1:]:
                _add(held[team], held[circle[0]])
            held |= dict.fromkeys(circle, held[circle[0]])
        return held

    @property
    def _own(self) -> dict[str, list[int]]:
        """What every team holds itself, in the order of `Held`; nothing if it is external."""
        graph, org = self._graph, self._graph.org
        people = self._people
        groups = {team.id for team in graph.groups}
        components = Counter({team: len(ids) for team, ids in graph.components_of.items()})
        components -= Counter([team for owners in self._shared_components for team in owners])
        decisions = Counter(map(self._owner, org.decisions))
        initiatives = Counter([self._own_team(each.id) for each in graph.active_initiatives])
        return {
            id: [people[id], int(id not in groups), components[id], decisions[id], initiatives[id]]
            if not team.external
            else [0, 0, 0, 0, 0]
            for id, team in org.teams.items()
        }

    @property
    def _people(self) -> Counter[str | None]:
        """How many have their home in each team; where only a headcount is stated, that."""
        graph, places = self._graph, self._graph.memberships.places
        homes = Counter(
            [each[0].team if len(each) == 1 else graph.home_team(person) for person, each in places.items()]
        )
        vacant = [id for id in graph.not_asked if graph.org.people[id].status == "vacant"]
        homes -= Counter(map(graph.home_team, vacant))
        for id, team in graph.org.teams.items():
            if team.members is None and team.headcount is not None and graph.kind_of(id) != "group":
                homes[id] = max(homes[id], team.headcount)
        return homes

    # --- what has an owner

    @cached_property
    def _shared_components(self) -> list[tuple[str, ...]]:
        """The owning teams of each component that has several."""
        several = (id for id, component in self._graph.org.components.items() if len(component.owner or ()) > 1)
        return [owners for owners in map(self._graph.owning_teams, several) if len(owners) > 1]

    @cached_property
    def _shared(self) -> Mapping[str, int]:
        """How many components with several owners each lead answers for."""
        return Counter(lead for owners in self._shared_components for lead in self._leads_above(owners))

    def _leads_above(self, teams: Iterable[str]) -> set[str]:
        lines = {above for team in teams if self._of_ours(team) for above in self._line(team)}
        return {lead for above in lines for lead in self._leads.get(above, ())}

    @cached_property
    def _leads(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for lead, teams in self.led.items():
            for team in teams:
                found.setdefault(self._circle_of.get(team, team), set()).add(lead)
        return found

    @cached_property
    def _decided(self) -> Mapping[str, list[str]]:
        """The decisions that each person takes."""
        found: dict[str, list[str]] = {}
        for id, decision in self._graph.org.decisions.items():
            decider = self._graph.resolve(decision.decider, "person", "team") if decision.decider else None
            if decider and decider[0] == "person":
                found.setdefault(decider[1], []).append(id)
        return found

    def _owner(self, decision: str) -> str | None:
        """Return the team whose decision it is."""
        return self._of_ours(self._graph.org.decisions[decision].owner)

    def _own_team(self, initiative: str) -> str | None:
        """Return the team that an initiative belongs to."""
        own = self._graph.org.initiatives[initiative].team
        return self._of_ours(own.team if own else None)

    def _of_ours(self, team: str | None) -> str | None:
        teams = self._graph.org.teams
        return team if team is not None and team in teams and not teams[team].external else None


def _add(numbers: list[int], to: list[int]) -> None:
    for place, number in enumerate(numbers):
        to[place] += number
