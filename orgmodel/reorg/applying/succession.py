"""Which of several teams takes the place of one that is no more, reference by reference."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from orgmodel.model.dependencies import Dependency
from orgmodel.model.initiatives import Initiative
from orgmodel.reorg.applying.draft import Draft
from orgmodel.reorg.applying.naming import Key

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Succession:
    """Who follows a team: what is named goes where it is named, the rest goes with the components.

    Parameters
    ----------
    draft
        The organisation.
    named
        For each entity that goes to one heir (section, id) that heir; teams are those that hung below the old one.
    depends_on, needed_by
        For each team at the other end of a declared dependency the heir that names it.
    components
        Where each component of the team goes; None for one that goes nowhere.
    """

    draft: Draft
    named: Mapping[Key, str]
    depends_on: Mapping[str, str]
    needed_by: Mapping[str, str]
    components: Mapping[str, str | None]

    def of(self, key: Key, path: Path) -> str | None:
        """Return who takes the place of the team in a reference; None if nobody can be said to."""
        section, id = key
        if section == "dependencies":
            return self._of_dependency(key, path)
        if section == "components" and path[0] == "owner":
            return self.components.get(str(id))
        if key in self.named:
            return self.named[key]
        if section == "components" and path[0] == "operator":
            return self.components.get(str(id)) or self._with_components()
        if section == "initiatives":
            return self._of_initiative(str(id), path)
        return None if section == "teams" else self._with_components()

    def _of_dependency(self, key: Key, path: Path) -> str | None:
        dependency = cast(Dependency, self.draft.stated(key))
        named = self.depends_on.get(dependency.target) if path[0] == "source" else self.needed_by.get(dependency.source)
        return named or self._with_components()

    def _of_initiative(self, id: str, path: Path) -> str | None:
        """Follow the components of the initiative, or the people of the team who take part in it."""
        initiative = self.draft.initiatives[id]
        if path[0] == "team":
            owned = [component for component in initiative.components or () if component in self.components]
            return self._one(owned) or self._with_components()
        if path[0] == "contributors":
            return self._of_contribution(initiative, int(path[1])) or self._with_components()
        return self._with_components()

    def _of_contribution(self, initiative: Initiative, number: int) -> str | None:
        people = (initiative.contributors or ())[number].people or ()
        homes = {self.named.get(("people", person)) for person in people}
        return next(iter(homes)) if len(homes) == 1 else None

    def _with_components(self) -> str | None:
        return self._one(list(self.components))

    def _one(self, components: list[str]) -> str | None:
        """Return where all of these components go, if it is one and the same team."""
        homes = {self.components[component] for component in components}
        return next(iter(homes)) if len(homes) == 1 else None
