"""Carries new ids through an organisation: its entities, and all that names them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from orgmodel.model.entity import Detail, Entity
from orgmodel.model.organisation import KIND_OF_SECTION, SECTION_OF_KIND, Org
from orgmodel.model.place import NOWHERE, Place, Places, Spot, Step
from orgmodel.model.references import named_ids
from orgmodel.model.rewriting import rewritten

D = TypeVar("D", bound=Detail)
Renames = Mapping[str, Mapping[str, str]]
"""New ids by kind and old id; kinds of which nothing is renamed are left out."""


def renamed(org: Org, renames: Renames) -> Org:
    """Return an organisation with new ids, in the order that it had; all change at once, so two may swap theirs.

    Its places are found by the new ids.
    """
    return _Renaming(org, renames).renamed()


class _Renaming:
    """Carries renames through an organisation."""

    def __init__(self, org: Org, renames: Renames) -> None:
        self._org, self._renames = org, renames
        self._old_ids = {kind: {new: old for old, new in by_old.items()} for kind, by_old in renames.items()}
        plain = {id for by_old in renames.values() for pair in by_old.items() for id in pair}
        self._concerned = plain | {f"{kind}:{old}" for kind, by_old in renames.items() for old in by_old}

    def renamed(self) -> Org:
        """Return the organisation with new ids."""
        sections: dict[str, Any] = {name: dict(self._section(name, kind)) for name, kind in KIND_OF_SECTION.items()}
        dependencies = tuple(map(self._with_new_ids, self._org.dependencies))
        return replace(self._org, **sections, dependencies=dependencies, places=self._places())

    def _section(self, name: str, kind: str) -> Iterator[tuple[str, Entity]]:
        new_ids = self._renames.get(kind, {})
        for id, entity in self._org.section(name).items():
            told = self._with_new_ids(entity)
            new = new_ids.get(id)
            yield (id, told) if new is None else (new, replace(told, id=new))

    def _with_new_ids(self, entity: D) -> D:
        if any(id in self._concerned for _, id in named_ids(entity)):
            return rewritten(entity, self._decide)
        return entity

    def _decide(self, path: tuple[Step, ...], kinds: tuple[str, ...], id: str) -> str:
        """Return how to write a reference so that it means what it meant."""
        if id not in self._concerned:
            return id
        for kind in kinds:
            if id in self._org.section(SECTION_OF_KIND[kind]):
                new = self._renames.get(kind, {}).get(id, id)
                return new if self._meaning(new, kinds) == kind else f"{kind}:{new}"
        kind, _, old = id.partition(":")
        return f"{kind}:{self._renames[kind].get(old, old)}" if kind in kinds and kind in self._renames else id

    def _meaning(self, id: str, kinds: tuple[str, ...]) -> str | None:
        """Return the kind that an id means once all is renamed."""
        for kind in kinds:
            if id in self._old_ids.get(kind, ()):
                return kind
            if id in self._org.section(SECTION_OF_KIND[kind]) and id not in self._renames.get(kind, ()):
                return kind
        return None

    def _places(self) -> Places:
        return NOWHERE if self._org.places is NOWHERE else _PlacesByNewIds(self._org.places, self._old_ids)


class _PlacesByNewIds:
    """The places of an organisation that are asked for by new ids."""

    def __init__(self, places: Places, old_ids: Renames) -> None:
        self._places, self._old_ids = places, old_ids

    def find(self, spot: Spot) -> Place | None:
        """Return the place of a spot, which is written under its old id."""
        old_ids = self._old_ids.get(KIND_OF_SECTION.get(spot.section, ""), {})
        return self._places.find(spot._replace(key=old_ids.get(str(spot.key), spot.key)))

    def line(self, place: Place, number: int) -> str | None:
        """Return one line of the file of a place."""
        return self._places.line(place, number)
