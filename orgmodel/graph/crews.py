"""Who works on an initiative, and how much of the work each team does."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from orgmodel.graph.leadership import Leaders
from orgmodel.graph.membership import Memberships
from orgmodel.model.initiatives import Initiative
from orgmodel.model.organisation import Org


class Crew(NamedTuple):
    """The people of an initiative: those who work on it, and those of contributing teams of which nobody is named.

    `missing` says what would have to be stated to know all of them; it is empty where that is known.
    """

    people: tuple[str, ...]
    possible: tuple[str, ...] = ()
    missing: str = ""


class Effort(NamedTuple):
    """The work on an initiative, in full-time equivalents: of its own team, and of each team and person beside it.

    `own` is None where it is unknown, and `missing` says what would have to be stated to know all of the work.
    """

    own: float | None
    outside: Mapping[tuple[str, str], float]
    missing: str = ""


class Crews:
    """Answers questions about the people behind initiatives. Teams used by self-service take no part.

    Parameters
    ----------
    org
        The organisation.
    memberships, leadership
        Who is in which team, and which teams work on what.
    """

    def __init__(self, org: Org, memberships: Memberships, leadership: Leaders) -> None:
        self._org, self._memberships, self._leadership = org, memberships, leadership
        self._crews: dict[str, Crew] = {}

    @cached_property
    def _vacant(self) -> frozenset[str]:
        return frozenset(id for id, person in self._org.people.items() if person.status == "vacant")

    def crew(self, initiative: Initiative) -> Crew:
        """Return who works on an initiative, whoever leads it included where they are in its team; by id."""
        if initiative.id not in self._crews:
            self._crews[initiative.id] = self._gathered(initiative)
        return self._crews[initiative.id]

    def _gathered(self, initiative: Initiative) -> Crew:
        found, missing = self._own_people(initiative)
        possible: set[str] = set()
        found |= {each.person for each in initiative.people or ()}
        for part in self._leadership.contributions(initiative.id):
            if part.people is not None:
                found |= set(part.people)
                continue
            possible |= set(self._memberships.people_of(part.team))
            if self._org.teams[part.team].members is None:
                missing = missing or "people of contributors"
        found -= self._vacant
        return Crew(tuple(sorted(found)), tuple(sorted(possible - found)), missing)

    def _own_people(self, initiative: Initiative) -> tuple[set[str], str]:
        if initiative.team is None:
            return set(), "" if initiative.people else "people of initiatives"
        team = self._org.teams.get(initiative.team.team)
        if team is None:
            return set(), "teams of initiatives"
        return set(self._memberships.people_of(team.id)), "" if team.members is not None else "members of teams"

    def effort(self, initiative: Initiative) -> Effort:
        """Return how much each side works on an initiative. Who leads it from elsewhere counts for neither.

        A team's share of its full-time equivalents, or of its headcount. Where a team states no share, those of its
        people whose shares are listed stand for it; where it does, they are in it already.
        """
        outside: dict[tuple[str, str], float] = {}
        missing = "" if initiative.contributors is not None else "contributors of initiatives"
        own = initiative.team.team if initiative.team else None
        worked: float | str = "teams of initiatives"
        if initiative.team and own in self._org.teams:
            worked = self._of_team(initiative, initiative.team.team, initiative.team.allocation)
        for part in self._leadership.contributions(initiative.id):
            done = self._of_team(initiative, part.team, part.allocation)
            if isinstance(done, str):
                missing = done
            else:
                outside["team", part.team] = outside.get(("team", part.team), 0.0) + done
        for person, done in self._of_others(initiative):
            if isinstance(done, str):
                missing = done
            else:
                outside["person", person] = done
        return Effort(None, outside, worked) if isinstance(worked, str) else Effort(worked, outside, missing)

    def _of_team(self, initiative: Initiative, team: str, share: float | None) -> float | str:
        """Return the full-time equivalents that a team gives, or what is not stated."""
        if share is None:
            listed = [self._of_person(initiative, each) for each in self._listed_of(initiative, team)]
            known = [done for done in listed if isinstance(done, float)]
            return sum(known) if known and len(known) == len(listed) else "allocations of initiatives' teams"
        if self._org.teams[team].members is not None:
            full_time = self._memberships.fte(team)
            return "allocations of members" if full_time is None else share * full_time
        size = self._org.teams[team].headcount
        return "members or headcount of teams" if size is None else share * size

    def _listed_of(self, initiative: Initiative, team: str) -> list[str]:
        listed = (each.person for each in initiative.people or ())
        return [person for person in dict.fromkeys(listed) if team in self._teams_of(person)]

    def _teams_of(self, person: str) -> frozenset[str]:
        return frozenset(place.team for place in self._memberships.places_of(person))

    def _of_others(self, initiative: Initiative) -> Iterator[tuple[str, float | str]]:
        """Yield what those give who are listed, lead nothing of it, and are in none of its teams."""
        teams = set(self._leadership.teams_working_on(initiative.id))
        leaders = {leader.person for leader in initiative.leader or ()}
        for person in dict.fromkeys(each.person for each in initiative.people or ()):
            if person not in leaders and person not in self._vacant and teams.isdisjoint(self._teams_of(person)):
                yield person, self._of_person(initiative, person)

    def _of_person(self, initiative: Initiative, person: str) -> float | str:
        share = next((each.allocation for each in initiative.people or () if each.person == person), None)
        if share is None:
            return "allocations of people on initiatives"
        described = self._org.people.get(person)
        capacity = described.capacity if described else None
        return share * (1.0 if capacity is None else capacity)
