"""Which skills the work of a team needs, and who has them."""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from orgmodel.graph.membership import Memberships
from orgmodel.graph.ownership import Ownership
from orgmodel.model.initiatives import Initiative
from orgmodel.model.organisation import Org
from orgmodel.model.place import Spot


class Ask(NamedTuple):
    """One place where a skill is asked for: by the team itself, a component or an initiative of it.

    `beside` are people who work on it without being of the team: those of the initiative.
    """

    skill: str
    kind: str
    id: str
    spot: Spot
    beside: tuple[str, ...] = ()


def same(skill: str) -> str:
    """Return a skill so that the same word with other capitals is the same skill."""
    return skill.strip().casefold()


class Skills:
    """Skills by team and by person. Vacant positions have none, and active initiatives alone need any."""

    def __init__(
        self, org: Org, memberships: Memberships, ownership: Ownership, active: tuple[Initiative, ...]
    ) -> None:
        self._org, self._memberships, self._ownership, self._active = org, memberships, ownership, active

    @cached_property
    def of_person(self) -> Mapping[str, frozenset[str]]:
        """The skills of everyone of whom they are stated and who is no vacant position."""
        people = self._org.people.items()
        stated = ((id, person.skills) for id, person in people if person.status != "vacant")
        return {id: frozenset(map(same, skills)) for id, skills in stated if skills is not None}

    def holders_of(self, skill: str) -> tuple[str, ...]:
        """Return who in the whole organisation is known to have a skill, sorted."""
        return self._holders.get(same(skill), ())

    @cached_property
    def _holders(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for person in sorted(self.of_person):
            for skill in self.of_person[person]:
                found.setdefault(skill, []).append(person)
        return {skill: tuple(people) for skill, people in found.items()}

    @cached_property
    def asks(self) -> Mapping[str, Mapping[str, tuple[Ask, ...]]]:
        """For each team what is asked for by skill: first by the team, then by components, then by initiatives."""
        found: dict[str, dict[str, list[Ask]]] = {}
        for id, team in self._org.teams.items():
            self._note(found, id, "team", id, team.needs_skills)
        for id in sorted(self._org.components):
            component = self._org.components[id]
            for owner in self._ownership.owning_teams(id) if component.needs_skills and not component.external else ():
                self._note(found, owner, "component", id, component.needs_skills)
        for initiative in self._active:
            if initiative.team and initiative.team.team in self._org.teams:
                beside = self._beside(initiative)
                self._note(found, initiative.team.team, "initiative", initiative.id, initiative.needs_skills, beside)
        return {team: {skill: tuple(each) for skill, each in asks.items()} for team, asks in found.items()}

    def _note(
        self,
        found: dict[str, dict[str, list[Ask]]],
        team: str,
        kind: str,
        id: str,
        skills: tuple[str, ...] | None,
        beside: tuple[str, ...] = (),
    ) -> None:
        section = {"team": "teams", "component": "components", "initiative": "initiatives"}[kind]
        for number, skill in enumerate(skills or ()):
            ask = Ask(skill, kind, id, Spot(section, id, ("needs_skills", number)), beside)
            found.setdefault(team, {}).setdefault(same(skill), []).append(ask)

    def _beside(self, initiative: Initiative) -> tuple[str, ...]:
        named = [*(each.person for each in initiative.leader or ()), *(each.person for each in initiative.people or ())]
        people = self._org.people
        return tuple(dict.fromkeys(id for id in named if id not in people or people[id].status != "vacant"))

    def holders_in(self, team: str, skill: str) -> tuple[str, ...]:
        """Return who of a team is known to have a skill, sorted."""
        key = same(skill)
        return tuple(id for id in self._memberships.people_of(team) if key in self.of_person.get(id, ()))

    def is_known(self, team: str) -> bool:
        """Tell whether it is known who is in a team, and what all of them can do."""
        people = self._memberships.people_of(team)
        return self._org.teams[team].members is not None and all(id in self.of_person for id in people)
