"""Gives what was renamed the same id before and after, so that it is compared with itself."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from orgmodel.model.entity import Entity
from orgmodel.model.organisation import KIND_OF_SECTION, SECTION_OF_KIND, Org
from orgmodel.reorg.renaming import Renames, renamed


class Aligned(NamedTuple):
    """An organisation with the ids of a later one, what was renamed for it, and which claims were not believed."""

    org: Org
    renames: Renames
    remarks: tuple[str, ...]


def aligned(before: Org, after: Org) -> Aligned:
    """Return an organisation with the ids that its entities have later, by what the later one says of earlier ids.

    An entity of `after` that states an earlier id in `renamed_from` is taken for the one that has this id in `before`
    and has it no more. All entities and references change at once, so two may swap their ids. A claim that is not
    believed is told of: that of an entity which is there already, of one that is still there under the old id, and of
    all but the first by id that state the same one.

    Returns
    -------
    Aligned
        `before` itself if nothing is renamed. The places of the result are found by the new ids.
    """
    claims = {kind: _Claims(kind, before, after) for kind in KIND_OF_SECTION.values()}
    believed = {kind: each.believed() for kind, each in claims.items()}
    remarks = tuple(remark for kind, each in claims.items() for remark in each.remarks(believed[kind]))
    renames = {kind: found for kind, found in believed.items() if found}
    return Aligned(renamed(before, renames) if renames else before, renames, remarks)


class _Claims:
    """What the entities of one kind say of their earlier ids, and which of it can be so."""

    def __init__(self, kind: str, before: Org, after: Org) -> None:
        section = SECTION_OF_KIND[kind]
        self._kind, self._before, self._after = kind, before.section(section), after.section(section)
        claiming = sorted(id for id, entity in self._after.items() if entity.renamed_from)
        self._claims = [(old, new) for new in claiming for old in self._news(self._after[new])]
        self._refused: dict[tuple[str, str], str] = {}

    def _news(self, entity: Entity) -> Iterator[str]:
        """Yield the earlier ids that are described before; what was said then already is an older story."""
        known = self._before.get(entity.id)
        told = (known.renamed_from if known else None) or ()
        for old in dict.fromkeys(entity.renamed_from or ()):
            if old in self._before and old != entity.id and old not in told:
                yield old

    def believed(self) -> dict[str, str]:
        """Return the new ids by the old ones: claims are refused until those that are left agree with each other."""
        while True:
            taken = self._first_come()
            given = set(taken.values())
            wrong = {(old, new): why for old, new in taken.items() if (why := self._objection(old, new, taken, given))}
            if not wrong:
                return taken
            self._refused |= wrong

    def _first_come(self) -> dict[str, str]:
        taken: dict[str, str] = {}
        served: set[str] = set()
        for old, new in self._claims:
            if (old, new) not in self._refused and old not in taken and new not in served:
                taken[old] = new
                served.add(new)
        return taken

    def _objection(self, old: str, new: str, taken: Collection[str], given: Collection[str]) -> str:
        """Say why a claim cannot be so, with these old ids taken and these new ids given; nothing if it can."""
        if new in self._before and new not in taken:
            return f"but ‘{new}’ is there before as well"
        if old in self._after and old not in given:
            return f"but ‘{old}’ is still there"
        return ""

    def remarks(self, taken: Mapping[str, str]) -> Iterator[str]:
        """Yield one sentence for each claim that is not among those taken."""
        for old, new in self._claims:
            if taken.get(old) != new:
                why = self._refused.get((old, new)) or self._rival(old, new, taken)
                yield f"{self._kind} ‘{new}’ says that it was ‘{old}’, {why}"

    def _rival(self, old: str, new: str, taken: Mapping[str, str]) -> str:
        if old in taken:
            return f"but ‘{taken[old]}’ says so too and is taken for it"
        return f"but is taken for ‘{next(one for one, other in taken.items() if other == new)}’"
