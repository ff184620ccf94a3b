"""An organisation while a plan is applied to it: written to by changes, which can be taken back."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar, cast

from orgmodel.model.components import Component
from orgmodel.model.decisions import Decision
from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Detail, Entity
from orgmodel.model.initiatives import Initiative
from orgmodel.model.organisation import SECTION_OF_KIND, SECTIONS, Org, Organisation
from orgmodel.model.people import Person
from orgmodel.model.place import NOWHERE, Places, Spot, Step
from orgmodel.model.plan import Loose, PlanFault
from orgmodel.model.teams import Team
from orgmodel.reorg.applying.memory import Memory
from orgmodel.reorg.applying.naming import Key, Naming, mentioned
from orgmodel.reorg.applying.numbered import Change, Dependencies
from orgmodel.reorg.applying.said import Sayings, Still, always
from orgmodel.reorg.applying.touched import Touched

E = TypeVar("E", bound=Entity)


class Written(NamedTuple):
    """One thing that a change wrote: what stood there before and what stands there now; None for nothing.

    `position` is that in the list of dependencies.
    """

    key: Key
    before: Detail | None
    after: Detail | None
    position: int | None = None


class Draft:
    """An organisation that is being changed.

    Parameters
    ----------
    naming
        Who names whom in the base; the base itself comes with it.
    places
        Where the parts of the plan are written.

    Notes
    -----
    `date` is the day of the wave that is being applied, if it states one; `memory` is what changes tell later ones.
    """

    def __init__(self, naming: Naming, places: Places = NOWHERE) -> None:
        base = naming.org
        self.base, self._naming, self._plan_places = base, naming, places
        self._sections: dict[str, dict[str, Entity]] = {}
        self._named_now: dict[str, set[Key]] = {}
        self.organisation: Organisation = base.organisation
        self._dependencies = Dependencies(base.dependencies)
        self._spots: dict[Key, Spot] = {}
        self.spot = Spot("plan", "")
        self.date: datetime.date | None = None
        self.memory = Memory()
        self.journal: list[Written] = []
        self._said = Sayings()
        self._spots_before: dict[Key, Spot | None] = {}
        self._before_change = len(self._said), self.memory

    # --- reading

    def section(self, name: str) -> Mapping[str, Entity]:
        """Return the entities of a section as they are now."""
        return self._sections[name] if name in self._sections else self.base.section(name)

    def entity(self, kind: str, id: str) -> Entity | None:
        """Return an entity as it is now, or None."""
        return self.section(SECTION_OF_KIND[kind]).get(id)

    @property
    def people(self) -> Mapping[str, Person]:
        """The people as they are now."""
        return cast(Mapping[str, Person], self.section("people"))

    @property
    def teams(self) -> Mapping[str, Team]:
        """The teams as they are now."""
        return cast(Mapping[str, Team], self.section("teams"))

    @property
    def initiatives(self) -> Mapping[str, Initiative]:
        """The initiatives as they are now."""
        return cast(Mapping[str, Initiative], self.section("initiatives"))

    @property
    def components(self) -> Mapping[str, Component]:
        """The components as they are now."""
        return cast(Mapping[str, Component], self.section("components"))

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """The decisions as they are now."""
        return cast(Mapping[str, Decision], self.section("decisions"))

    @property
    def dependencies(self) -> Iterator[tuple[int, Dependency]]:
        """The declared dependencies as they are now, in order, each with the number under which it is kept."""
        return iter(self._dependencies)

    def dependency_at(self, position: int) -> int | None:
        """Return the number of the dependency at a position of the list; None beyond its end."""
        return self._dependencies.at(position)

    def naming(self, id: str) -> list[Key]:
        """Return what may name an id now, sorted by section and id; the caller looks whether and how."""
        keys = {*self._naming.of(id), *self._named_now.get(id, ())}
        there = (key for key in keys if self.stated(key) is not None)
        return sorted(there, key=lambda key: (key[0], f"{key[1]:09}" if isinstance(key[1], int) else key[1]))

    def stated(self, key: Key) -> Detail | None:
        """Return what stands under a key now."""
        section, id = key
        if section == "dependencies":
            return self._dependencies.get(cast(int, id))
        return self.section(section).get(cast(str, id))

    def resolve(self, reference: str, *kinds: str) -> tuple[str, str] | None:
        """Return the kind and the id that a reference means now, tried in this order; None if it means nothing.

        Where it may be of several kinds, ``team:search`` says of which.
        """
        for kind in kinds:
            if self.entity(kind, reference) is not None:
                return kind, reference
        kind, colon, id = reference.partition(":")
        says_its_kind = bool(colon) and len(kinds) > 1 and kind in kinds
        return (kind, id) if says_its_kind and self.entity(kind, id) is not None else None

    # --- writing

    def put(self, section: str, id: str, entity: Entity) -> None:
        """Write an entity."""
        entities = self._writable(section)
        before = entities.get(id)
        if before == entity:
            return
        entities[id] = entity
        self._note((section, id), before, entity)

    def remove(self, section: str, id: str) -> None:
        """Take an entity out."""
        before = self._writable(section).pop(id)
        self._note((section, id), before, None)

    def update(self, section: str, id: str, **fields: Any) -> None:
        """Write some fields of an entity."""
        self.put(section, id, replace(self.section(section)[id], **fields))

    def put_dependency(self, number: int, dependency: Dependency) -> None:
        """Write a dependency in the place of another."""
        if self._dependencies.get(number) != dependency:
            self._note_dependency(self._dependencies.put(number, dependency))

    def insert_dependency(self, dependency: Dependency, at: int | None = None) -> None:
        """Write a further dependency, at a position of the list or at its end."""
        self._note_dependency(self._dependencies.insert(dependency, at))

    def remove_dependency(self, number: int) -> None:
        """Take a dependency out."""
        self._note_dependency(self._dependencies.remove(number))

    def _note_dependency(self, change: Change) -> None:
        number, before, after, position = change
        self._note(("dependencies", number), before, after, position)

    def put_organisation(self, organisation: Organisation) -> None:
        """Write what is said of the organisation as a whole."""
        before, self.organisation = self.organisation, organisation
        self.journal.append(Written(("organisation", ""), before, organisation))

    def _writable(self, section: str) -> dict[str, Entity]:
        if section not in self._sections:
            self._sections[section] = dict(self.base.section(section))
        return self._sections[section]

    def _note(self, key: Key, before: Detail | None, after: Detail | None, position: int | None = None) -> None:
        self.journal.append(Written(key, before, after, position))
        self._spots_before.setdefault(key, self._spots.get(key))
        self._spots[key] = self.spot
        for id in mentioned(after) if after is not None else ():
            self._named_now.setdefault(id, set()).add(key)

    # --- a change begins, ends, is taken back

    def begin(self, spot: Spot) -> None:
        """Begin a change that is written at a spot of its plan."""
        self.spot = spot
        self.journal, self._spots_before = [], {}
        self._before_change = len(self._said), self.memory

    def take_back(self) -> None:
        """Undo what the change has written, and what was said of it."""
        for written in reversed(self.journal):
            self._restore(written)
        for key, spot in self._spots_before.items():
            if spot is None:
                del self._spots[key]
            else:
                self._spots[key] = spot
        said, self.memory = self._before_change
        self._said.forget_from(said)
        self.journal, self._spots_before = [], {}

    def _restore(self, written: Written) -> None:
        (section, id), before = written.key, written.before
        if section == "organisation":
            self.organisation = cast(Organisation, before)
        elif section == "dependencies":
            self._dependencies.take_back(_change_of_list(written))
        elif before is None:
            del self._writable(section)[cast(str, id)]
        else:
            self._writable(section)[cast(str, id)] = cast(Entity, before)

    # --- what is said of the changes

    @property
    def faults(self) -> tuple[PlanFault, ...]:
        """What is wrong with the plan so far, and no later change has put right."""
        return tuple(said.fault() for said in self._said.standing())

    @property
    def loose(self) -> tuple[Loose, ...]:
        """Dependencies that the plan leaves without an end so far."""
        return tuple(loose for said in self._said.standing() for loose in said.loose)

    def fault(
        self, code: str, message: str, help: str = "", *, about: tuple[str, str], path: tuple[Step, ...] = ()
    ) -> None:
        """Keep what is wrong with the change that is being applied."""
        self._said.add(self._worded(code, message, help, about, path), always)

    def unplaced(
        self,
        message: str | Callable[[], str],
        help: str = "",
        *,
        about: tuple[str, str],
        path: tuple[Step, ...] = (),
        still: Still = always,
        loose: tuple[Loose, ...] = (),
    ) -> None:
        """Keep that the change does not say where somebody or something goes, as long as no later one does."""
        self._said.add(self._worded("X017", message, help, about, path), still, loose)

    def _worded(
        self, code: str, message: str | Callable[[], str], help: str, about: tuple[str, str], path: tuple[Step, ...]
    ) -> Callable[[], PlanFault]:
        kind, id = about
        spot = Spot(self.spot.section, self.spot.key, (*self.spot.path, *path))

        def fault() -> PlanFault:
            text = message if isinstance(message, str) else message()
            return PlanFault(code, kind, id, text, spot, help, (kind, id, text))

        return fault

    # --- the result

    def org(self) -> Org:
        """Return the organisation as it is now; what the plan wrote has the place of the change that wrote it last."""
        sections: dict[str, Any] = {name: self.section(name) for name in SECTIONS}
        sections |= {name: dict(entities) for name, entities in self._sections.items()}
        dependencies = tuple(dependency for _, dependency in self._dependencies)
        return replace(
            self.base, organisation=self.organisation, dependencies=dependencies, places=self._places(), **sections
        )

    def _places(self) -> Touched:
        return Touched(self.base.places, self._plan_places, dict(self._spots), tuple(self._dependencies.order))


def changes_of_list(written: Iterable[Written]) -> list[Change]:
    """Return what of it changed the list of dependencies."""
    return [_change_of_list(each) for each in written if each.key[0] == "dependencies"]


def _change_of_list(written: Written) -> Change:
    (_, number), before, after, position = written
    return Change(
        cast(int, number), cast(Dependency | None, before), cast(Dependency | None, after), cast(int, position)
    )
