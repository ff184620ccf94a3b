"""What one file says, kept apart until it is clear that it describes an organisation."""

import re
from typing import Any, Final, NamedTuple

from orgmodel.load.doubtful import Marking
from orgmodel.load.doubts import doubt, doubts
from orgmodel.load.entities import Kind, read_entity
from orgmodel.load.events import Mark
from orgmodel.load.faults import Fault
from orgmodel.load.places import packed
from orgmodel.load.problem import clipped
from orgmodel.load.remains import Remains
from orgmodel.load.values import Doubtful, Value
from orgmodel.model.dependencies import Dependency
from orgmodel.model.fields import NOBODY
from orgmodel.model.organisation import KIND_OF_SECTION, SECTIONS, Organisation

MAX_ID: Final = 200
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""Control characters, those for the direction of text included: they can make a screen show what is not there."""


class Faulty(NamedTuple):
    """A fault whose place is found when all files are read: who has it, where that is written, and what it is."""

    kind: str
    id: str
    mark: int
    fault: Fault


class Stated(NamedTuple):
    """Something that a file states: the value, where it is written, and what was dropped of it, if anything was."""

    value: Any
    mark: int
    remains: Remains | None = None


class OneFile:
    """Receives what a document says.

    Parameters
    ----------
    number
        The number of the file, for packing places.
    """

    def __init__(self, number: int) -> None:
        self._number = number
        self.plain = Marking()
        self._looked_at = 0
        self.entities: dict[str, dict[str, Stated]] = {section: {} for section in SECTIONS}
        self.dependencies: list[Stated] = []
        self.organisation: Stated | None = None
        self.faulty: list[Faulty] = []
        self.unknown: list[tuple[str, int]] = []
        self._firsts: dict[str, dict[str, int]] = {section: {} for section in SECTIONS}

    @property
    def says_nothing(self) -> bool:
        """Whether the file states nothing and has nothing wrong either."""
        stated = any(self.entities.values()) or self.dependencies or self.organisation is not None
        return not (stated or self.faulty or self.unknown)

    def entity(self, section: str, id: str, value: Value, mark: Mark) -> None:
        """Receive what stands below an id."""
        at = packed(self._number, mark.line, mark.column)
        first = self._firsts[section].setdefault(id, at)
        if first is not at:
            self.faulty.append(Faulty(KIND_OF_SECTION[section], id, at, defined_twice(first)))
        elif is_bad_id(id):
            self.faulty.append(Faulty(KIND_OF_SECTION[section], clipped(id) or "''", at, bad_id(id)))
        else:
            entity, faults, remains = read_entity(SECTIONS[section], value, id=id)
            if self.plain.marked != self._looked_at:
                faults += [*_doubts_of(id), *self._doubts(SECTIONS[section], value)]
            if faults:
                self._keep(KIND_OF_SECTION[section], id, at, faults)
            if entity is not None:
                self.entities[section][str(id)] = Stated(entity, at, remains)

    def dependency(self, value: Value, mark: Mark) -> None:
        """Receive one item of the dependencies."""
        self._take_dependency(value, self._packed(mark, item=True))

    def _take_dependency(self, value: Value, at: int) -> None:
        dependency, faults, remains = read_entity(Dependency, value)
        faults += self._doubts(Dependency, value)
        if faults:
            self._keep("dependency", _label(value), at, faults)
        if dependency is not None:
            self.dependencies.append(Stated(dependency, at, remains))

    def section(self, name: str, value: Value, mark: Mark) -> None:
        """Receive what stands at the top and is neither of these."""
        at = self._packed(mark)
        if name == "organisation" and isinstance(value, dict):
            self.organisation = Stated(value, at)
            self._keep("organisation", "", at, self._doubts(Organisation, value))
        elif name == "dependencies" and isinstance(value, dict):
            self._take_dependency(value, at)
        elif name in _WANTED or name in SECTIONS:
            if value is not None:
                self.faulty.append(Faulty("file", "", at, _misshapen(name)))
        elif not name.startswith("x-"):
            self.unknown.append((name, at))

    def _doubts(self, kind: Kind, value: Value) -> list[Fault]:
        """Return where a text is kept that other tools read as something else, if one was met since the last look."""
        if self.plain.marked == self._looked_at:
            return []
        self._looked_at = self.plain.marked
        return [*doubts(kind, value)]

    def _keep(self, kind: str, id: str, at: int, faults: list[Fault]) -> None:
        self.faulty += [Faulty(kind, id, at, fault) for fault in faults]

    def _packed(self, mark: Mark, *, item: bool = False) -> int:
        return packed(self._number, mark.line, mark.column, item=item)


def _doubts_of(id: str) -> list[Fault]:
    return [doubt(id)] if id.__class__ is Doubtful else []


_WANTED: Final = {"dependencies": "a list of `{from, to}`", "organisation": "fields such as `name`"}


def _misshapen(section: str) -> Fault:
    message = f"`{section}` wants {_WANTED.get(section, 'ids with fields below them')}"
    return Fault("F006", message, (), "see `orgmodel schema` for its form", (("field", section),))


def _label(dependency: Value) -> str:
    """Name a dependency by its ends."""
    ends = (dependency.get("from"), dependency.get("to")) if isinstance(dependency, dict) else ("?", "?")
    return " → ".join(end if isinstance(end, str) else "?" for end in ends)


def is_bad_id(id: str) -> bool:
    """Tell whether a text cannot be an id."""
    if not 1 <= len(id) <= MAX_ID or id == NOBODY:
        return True
    return not id.isprintable() and _CONTROL.search(id) is not None


def bad_id(id: str) -> Fault:
    """Return the fault of a text that cannot be an id."""
    if id == NOBODY:
        return Fault("F006", "this is no id, but the word for there being none", (), "choose another id")
    length = len(id)
    message = f"an id of {length} characters is too {'long' if length else 'short'}"
    if 1 <= length <= MAX_ID:
        message = "an id with a control character"
    return Fault("F006", message, (), f"write 1 to {MAX_ID} printable characters", (("length", length),))


def defined_twice(first: int) -> Fault:
    """Return the fault of an id that is defined again."""
    message = "defined twice; the first definition is read"
    return Fault("F007", message, (), "give one of them another id, or merge them", first=first)
