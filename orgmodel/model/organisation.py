"""The organisation as a whole: its sections, and what is said of all of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Literal

from pydantic.dataclasses import dataclass as entity

from orgmodel.model.components import Component
from orgmodel.model.decisions import Decision
from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Detail, Entity
from orgmodel.model.fields import ENTITY, Day, Text, optional
from orgmodel.model.initiatives import Initiative
from orgmodel.model.metrics import Metric
from orgmodel.model.narratives import UNREAD, Narratives
from orgmodel.model.people import HiringLoop, Person
from orgmodel.model.place import NOWHERE, Places
from orgmodel.model.teams import Domain, Team


@entity(frozen=True, slots=True, kw_only=True, config=ENTITY)
class Organisation(Detail):
    """What is said of the organisation as a whole."""

    name: Text | None = optional("What people call it.")
    as_of: Day | None = optional("The day the description is true for.")
    reporting: Literal["lead", "written"] | None = optional(
        "`lead`: whoever has no written manager reports to the lead of the team with their largest allocation, and a "
        "lead to the lead of the parent. Only written managers count if absent."
    )
    strength_counts: Text | None = optional(
        "What the strength of a dependency counts; coordination events per quarter if absent."
    )


SECTIONS: Final[Mapping[str, type[Entity]]] = MappingProxyType(
    {
        "people": Person,
        "teams": Team,
        "initiatives": Initiative,
        "components": Component,
        "decisions": Decision,
        "metrics": Metric,
        "domains": Domain,
        "hiring": HiringLoop,
    }
)
"""The sections whose entities are keyed by id. `organisation` and the list `dependencies` stand beside them."""

KIND_OF_SECTION: Final[Mapping[str, str]] = MappingProxyType(
    {
        "people": "person",
        "teams": "team",
        "initiatives": "initiative",
        "components": "component",
        "decisions": "decision",
        "metrics": "metric",
        "domains": "domain",
        "hiring": "hiring",
    }
)
SECTION_OF_KIND: Final[Mapping[str, str]] = MappingProxyType({kind: s for s, kind in KIND_OF_SECTION.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Org:
    """An organisation: its entities by section and id, where each was written, and the texts they refer to.

    The mappings are read-only by convention; no function of this package changes one after `load`.
    """

    organisation: Organisation = field(default_factory=Organisation)
    people: Mapping[str, Person] = field(default_factory=dict)
    teams: Mapping[str, Team] = field(default_factory=dict)
    initiatives: Mapping[str, Initiative] = field(default_factory=dict)
    components: Mapping[str, Component] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    domains: Mapping[str, Domain] = field(default_factory=dict)
    hiring: Mapping[str, HiringLoop] = field(default_factory=dict)
    dependencies: tuple[Dependency, ...] = ()
    places: Places = field(default=NOWHERE, compare=False, repr=False)
    narratives: Narratives = field(default=UNREAD, compare=False, repr=False)

    def section(self, name: str) -> Mapping[str, Entity]:
        """Return the entities of one section by id.

        Raises
        ------
        KeyError
            If there is no such section; `dependencies` and `organisation` are none.
        """
        if name not in SECTIONS:
            raise KeyError(name)
        entities: Mapping[str, Entity] = getattr(self, name)
        return entities

    def entity(self, kind: str, id: str) -> Entity | None:
        """Return the entity of this kind and id, or None if it is not described."""
        return self.section(SECTION_OF_KIND[kind]).get(id)

    def entities(self) -> Iterator[tuple[str, Entity]]:
        """Yield every entity with its kind, section by section."""
        for section, kind in KIND_OF_SECTION.items():
            for each in self.section(section).values():
                yield kind, each

    def __len__(self) -> int:
        """Count the entities of all sections, dependencies included."""
        return sum(len(self.section(name)) for name in SECTIONS) + len(self.dependencies)
