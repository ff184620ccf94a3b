"""Where something new fits best: beside those that it belongs to."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property

from orgmodel.exchange.rewriting.register import Key, Location, Register
from orgmodel.model.components import Component
from orgmodel.model.decisions import Decision
from orgmodel.model.entity import Entity
from orgmodel.model.initiatives import Initiative
from orgmodel.model.metrics import Metric
from orgmodel.model.organisation import Org
from orgmodel.model.people import Person
from orgmodel.model.teams import Team

Group = list[Key]
"""Entities beside any of which something fits equally well."""


class Homes:
    """Finds homes for new entities.

    Parameters
    ----------
    org
        The organisation as it is to be.
    register
        Where its entities are written so far.
    """

    def __init__(self, org: Org, register: Register) -> None:
        self._org, self._register = org, register

    def of(self, section: str, entity: Entity) -> Location:
        """Return where a new entity is to be written: behind a part of a section, or in a new section of a file."""
        for group in self._groups(section, entity):
            located = [found for key in group if (found := self._register.find(*key))]
            if located:
                return self._beside(section, group, located)
        return self._anywhere(section)

    def _beside(self, section: str, group: Group, located: list[Location]) -> Location:
        """Return the place behind the last of a group in the file that has most of it."""
        counts = Counter(location.order for location in located)
        order = min(counts, key=lambda each: (-counts[each], each))
        same = [
            found
            for kind, id in group
            if kind == section and (found := self._register.find(kind, id)) and found.order == order
        ]
        written = [found for found in same if found.section is not None]
        if written:
            return max(written, key=lambda found: (found.section.number if found.section else 0, found.number))
        return self._at_end(section, order)

    def _at_end(self, section: str, order: int) -> Location:
        parts = [each for each in self._register.drafts[order].of_name(section) if each.node.pairs]
        if not parts or section in self._register.drafts[order].new:
            return Location(order, None, 0)
        return Location(order, parts[-1], len(parts[-1].node.pairs) - 1)

    def _anywhere(self, section: str) -> Location:
        drafts = self._register.drafts
        holding = (n for n, draft in enumerate(drafts) if section in draft.new or any(draft.of_name(section)))
        parts = (n for n, draft in enumerate(drafts) if draft.is_part)
        readable = (n for n, draft in enumerate(drafts) if draft.is_readable)
        return self._at_end(section, next((n for found in (holding, parts, readable) for n in found), 0))

    def home_of_dependencies(self, team: str) -> int:
        """Return the number of the file in which a list of dependencies of a team is to be begun."""
        found = self._register.find("teams", team)
        return found.order if found else self._anywhere("dependencies").order

    # --- who belongs together

    def _groups(self, section: str, entity: Entity) -> Iterator[Group]:
        if entity.renamed_from and isinstance(entity, Team):
            yield [(section, id) for id in entity.renamed_from]
        groups = {
            Person: self._around_person,
            Team: self._around_team,
            Component: self._around_owned,
            Decision: self._around_owned,
            Metric: self._around_owned,
            Initiative: self._around_initiative,
        }
        around: Callable[[str, Entity], Iterable[Group]] | None = groups.get(type(entity))  # type: ignore[assignment]  # each takes its own class
        if around:
            yield from around(section, entity)

    def _around_person(self, section: str, person: Person) -> Iterator[Group]:
        teams = self._teams_of.get(person.id, ())
        yield [(section, id) for team in teams for id in self._people_of(self._org.teams[team]) if id != person.id]
        yield [("teams", team) for team in teams]
        if person.manager:
            yield [(section, id) for id in self._reports.get(person.manager, ()) if id != person.id]
            yield [(section, person.manager)]

    def _around_team(self, section: str, team: Team) -> Iterator[Group]:
        if team.parent:
            parent = self._register.find(section, team.parent)
            children = [(section, id) for id in self._children.get(team.parent, ()) if id != team.id]
            beside = [
                key for key in children if parent and (at := self._register.find(*key)) and at.order == parent.order
            ]
            yield beside
            yield [(section, team.parent)]
            yield children
        else:
            yield [(section, id) for id in self._children.get("", ()) if id != team.id]

    def _around_owned(self, section: str, entity: Component | Decision | Metric) -> Iterator[Group]:
        owners = _owners(entity)
        for owner in owners:
            yield [(section, id) for id in self._owned[section].get(owner, ()) if id != entity.id]
        for owner in owners:
            yield [("teams", owner), ("people", owner)]

    def _around_initiative(self, section: str, initiative: Initiative) -> Iterator[Group]:
        team = initiative.team.team if initiative.team else None
        if team:
            yield [(section, id) for id, each in self._org.initiatives.items() if each.team and each.team.team == team]

    def _people_of(self, team: Team) -> list[str]:
        return [*(team.lead or ()), *(member.person for member in team.members or ())]

    @cached_property
    def _teams_of(self) -> Mapping[str, list[str]]:
        return _by(((person, id) for id, team in self._org.teams.items() for person in self._people_of(team)))

    @cached_property
    def _reports(self) -> Mapping[str, list[str]]:
        return _by((person.manager, id) for id, person in self._org.people.items() if person.manager)

    @cached_property
    def _children(self) -> Mapping[str, list[str]]:
        return _by((team.parent or "", id) for id, team in self._org.teams.items())

    @cached_property
    def _owned(self) -> Mapping[str, Mapping[str, list[str]]]:
        return {
            section: _by((owner, id) for id, each in self._org.section(section).items() for owner in _owners(each))
            for section in ("components", "decisions", "metrics")
        }


def _owners(entity: Entity) -> list[str]:
    if isinstance(entity, Component):
        return [ownership.team for ownership in entity.owner or ()]
    owner = entity.owner if isinstance(entity, Decision | Metric) else None
    return [owner] if owner else []


def _by(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    result: dict[str, list[str]] = {}
    for key, id in pairs:
        result.setdefault(key, []).append(id)
    return result
