"""Who names whom: for each id the entities that refer to it, so that a change need not look at all of them."""

from collections.abc import Iterable, Iterator, Mapping

from orgmodel.model.dependencies import Dependency
from orgmodel.model.entity import Detail
from orgmodel.model.organisation import SECTIONS, Org
from orgmodel.model.references import named_ids

Key = tuple[str, str | int]
"""A section and the id of an entity in it; for dependencies the number under which a draft keeps them."""


class Naming:
    """The references of an organisation, the wrong way round. It is made once for all plans over the same base.

    Parameters
    ----------
    org
        The organisation.
    """

    def __init__(self, org: Org) -> None:
        self.org = org
        self._keys: dict[str, list[Key]] = {}
        for key, entity in _entities(org):
            for id in mentioned(entity):
                self._keys.setdefault(id, []).append(key)

    def of(self, id: str) -> Iterable[Key]:
        """Return what named an id in the organisation."""
        return self._keys.get(id, ())


def mentioned(entity: Detail) -> Iterator[str]:
    """Yield every id that an entity names; one that says its kind (``team:search``) also without it."""
    for kinds, id in named_ids(entity):
        yield id
        kind, colon, rest = id.partition(":")
        if colon and kind in kinds:
            yield rest


def _entities(org: Org) -> Iterator[tuple[Key, Detail]]:
    for section in SECTIONS:
        for id, entity in org.section(section).items():
            yield (section, id), entity
    numbered: Mapping[int, Dependency] = dict(enumerate(org.dependencies))
    yield from ((("dependencies", number), each) for number, each in numbered.items())
