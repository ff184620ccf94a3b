"""Where each entity of an organisation is written: in which file, in which section, as which part."""

from collections.abc import Sequence
from typing import NamedTuple

from orgmodel.exchange.rewriting.draft import FileDraft, Section
from orgmodel.exchange.rewriting.nodes import Node
from orgmodel.exchange.rewriting.values import name

Key = tuple[str, str]
"""Section and id of an entity."""


class CannotRewriteError(Exception):
    """Something that changes is written nowhere in the files, or only where they cannot be read."""


class Location(NamedTuple):
    """Where an entity is written. `order` is the number of its file; `section` is None if it stands in a new one."""

    order: int
    section: Section | None
    number: int


class Register:
    """Knows where entities are written.

    Parameters
    ----------
    drafts
        The files in the order in which they are loaded.
    """

    def __init__(self, drafts: Sequence[FileDraft]) -> None:
        self.drafts = drafts
        self._written: dict[str, dict[str, list[Location]]] = {}
        self._new: dict[Key, Location] = {}

    def all_of(self, section: str, id: str) -> list[Location]:
        """Return every place where an entity is defined; the first of them is the one that is read."""
        return self._of_section(section).get(id, [])

    def find(self, section: str, id: str) -> Location | None:
        """Return where an entity is written, or is going to be; None if nowhere."""
        written = self.all_of(section, id)
        return self._new.get((section, id)) or (written[0] if written else None)

    def put(self, section: str, id: str, location: Location) -> None:
        """Keep where a new entity is going to be written, or under which id an old one."""
        self._new[section, id] = location

    def node(self, location: Location) -> Node:
        """Return what is written there."""
        assert location.section is not None
        return location.section.node.pairs[location.number].value

    def _of_section(self, section: str) -> dict[str, list[Location]]:
        if section not in self._written:
            self._written[section] = self._read(section)
        return self._written[section]

    def _read(self, section: str) -> dict[str, list[Location]]:
        found: dict[str, list[Location]] = {}
        for order, draft in enumerate(self.drafts):
            for part in draft.of_name(section):
                if part.node.kind != "mapping":
                    continue
                for number, pair in enumerate(part.node.pairs):
                    id = name(pair.key)
                    if id is not None:
                        found.setdefault(id, []).append(Location(order, part, number))
        return found
