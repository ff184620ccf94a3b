"""Reads plan files: the case, the waves, and their changes, each with its place."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from orgmodel.load.changes import read_change
from orgmodel.load.document import Document
from orgmodel.load.entities import read_entity
from orgmodel.load.events import Mark
from orgmodel.load.faults import Fault, FieldKey, shown
from orgmodel.load.foreign import SECTION_NAMES, looks_like_one
from orgmodel.load.places import SourceText
from orgmodel.load.problem import Problem, clipped
from orgmodel.load.sources import Source, UnreadablePathError, sources
from orgmodel.load.values import NULL, Value
from orgmodel.model.changes import SYNONYMS
from orgmodel.model.closest import closest
from orgmodel.model.place import Place, Spot, Step
from orgmodel.model.plan import Case, Plan, Planned, Wave, WaveHead

SECTIONS: Final = ("plan", "waves", "changes")
_OF_ORGANISATION: Final = "such as `people:` or `teams:`"
_OF_PLAN: Final = "such as `changes:`"
_DEPTH: Final = {"changes": 1, "waves": 3}
"""How deep the word of a change stands in the path of a spot."""
_NAMES: Final = "|".join(SECTIONS)
_BEGINS: Final = re.compile(rf"""^["']?(?:{_NAMES})["']?[ \t]*:|\A\s*\{{\s*["']?(?:{_NAMES})["']?\s*:""", re.M)


class PlanRead(NamedTuple):
    """What reading a plan gives: as much of it as can be read, and what is wrong with its file."""

    plan: Plan
    problems: tuple[Problem, ...]


def is_plan(word: str | Path) -> bool:
    """Tell whether a path names a plan, and not an organisation.

    Raises
    ------
    UnreadablePathError
        If it does not exist or cannot be read.
    """
    if Path(word).is_dir():
        return False
    first = next(sources([word]), None)
    return first is not None and first.named and _looks_like_a_plan(first.text)


def _looks_like_a_plan(text: str) -> bool:
    """Tell whether a section of a plan comes before any of an organisation."""
    found = _BEGINS.search(text)
    return found is not None and not looks_like_one(text[: found.start()])


def read_plan(word: str | Path) -> PlanRead:
    """Read a plan from a file.

    Raises
    ------
    UnreadablePathError
        If the file does not exist, cannot be read, or is a folder. Nothing that stands in it raises.
    """
    found = list(sources([word]))
    if len(found) != 1 or not found[0].named:
        raise UnreadablePathError(f"{word} is a folder; a plan is one file")
    return _read(found[0])


def _read(source: Source) -> PlanRead:
    if source.problem is not None:
        return PlanRead(Plan(path=source.path), (source.problem,))
    reading = _Reading(source)
    return PlanRead(reading.plan(), tuple(reading.problems))


class PlanPlaces:
    """Where the parts of a plan are written. The section of a spot is that of the plan, its path what stands below."""

    def __init__(self, path: str, text: str) -> None:
        self._source = SourceText(path, text)
        self._marks: dict[str, tuple[int, int]] = {}

    def put(self, section: str, mark: Mark) -> None:
        """Keep where a section begins."""
        self._marks[section] = (mark.line, mark.column)

    def find(self, spot: Spot) -> Place | None:
        """Return the place of a spot, or of the nearest thing around it that is written."""
        if spot.section not in self._marks:
            return Place(self._source.path, 1, 1, 1, 2) if spot.section in SECTIONS else None
        return self._place(spot.section, self._as_written(spot))

    def _place(self, section: str, path: tuple[Step, ...]) -> Place:
        position = self._marks[section]
        later = [each for each in self._marks.values() if each > position]
        return self._source.place(position, path, item=False, until=min(later, default=None))

    def _as_written(self, spot: Spot) -> tuple[Step, ...]:
        """Return the path of a change as that of its word, and of an argument with the word for it that is written."""
        depth = _DEPTH.get(spot.section, len(spot.path))
        if len(spot.path) <= depth:
            return spot.path
        word = str(spot.path[depth])
        key = (*spot.path[:depth], FieldKey(word))
        if len(spot.path) == depth + 1:
            return key
        argument, below = spot.path[depth + 1], spot.path[depth + 2 :]
        others = [other for other, meant in SYNONYMS.get(word, {}).items() if meant == argument]
        if others and self._place(spot.section, spot.path[: depth + 2]) == self._place(spot.section, key):
            return (*spot.path[: depth + 1], others[0], *below)
        return spot.path

    def line(self, place: Place, number: int) -> str | None:
        """Return one line of the plan, without its end."""
        return self._source.line(number) if place.path == self._source.path else None


class _Reading:
    """One plan while it is read: receives what its document says."""

    def __init__(self, source: Source) -> None:
        self._path, self._places = source.path, PlanPlaces(source.path, source.text)
        self._said: dict[str, Value] = {}
        self._faults: list[tuple[Spot, Fault]] = []
        self._unread = 0
        self._document = Document(source.path, source.text, self)
        self._document.read()

    def entity(self, section: str, id: str, value: Value, mark: Mark) -> None:
        """Receive an entity: it has no place in a plan."""
        self._foreign(section)

    def dependency(self, value: Value, mark: Mark) -> None:
        """Receive a dependency: it has no place in a plan."""
        self._foreign("dependencies")

    def section(self, name: str, value: Value, mark: Mark) -> None:
        """Receive a section."""
        if name.startswith("x-"):
            return
        if name not in SECTIONS:
            self._foreign(name)
            return
        self._places.put(name, mark)
        self._said[name] = None if value is NULL else value

    def _foreign(self, name: str) -> None:
        if name in self._said:
            return
        self._said[name] = None
        self._places.put(name, self._document.top[name].start_mark)
        fault = Fault("F005", f"`{clipped(name)}` has no place in a plan", (), _instead(name))
        self._faults.append((Spot(name, ""), fault))

    @property
    def problems(self) -> Iterator[Problem]:
        """Everything that is wrong, in the order of its places."""
        yield from self._of_document
        for spot, fault in self._faults:
            place = self._places.find(Spot(spot.section, "", (*spot.path, *fault.path)))
            detail = (*map(str, spot.path), *map(str, fault.path))
            yield Problem(fault.code, "plan", self._path, fault.message, place, fault.help, (), detail, fault.evidence)

    @property
    def _of_document(self) -> list[Problem]:
        """What is wrong with the text itself, which speaks of plans here."""
        return [
            problem._replace(message=problem.message.replace(_OF_ORGANISATION, _OF_PLAN))
            for problem in self._document.problems
        ]

    def plan(self) -> Plan:
        """Put the plan together from what was read."""
        case = self._case()
        waves = tuple(self._waves())
        if not any(wave.changes for wave in waves) and not self._faults and not self._document.problems:
            fault = Fault("F006", "the plan changes nothing", (), "list what changes below `changes:`")
            section = next((name for name in reversed(SECTIONS) if name in self._said), "plan")
            self._faults.append((Spot(section, ""), fault))
        return Plan(path=self._path, case=case, waves=waves, unread=self._unread, places=self._places)

    def _case(self) -> Case:
        value = self._said.get("plan")
        if value is None:
            return Case()
        case, faults, _ = read_entity(Case, value)
        self._keep(Spot("plan", ""), faults)
        return case or Case()

    def _waves(self) -> Iterator[Wave]:
        if "changes" in self._said:
            yield Wave(changes=tuple(self._changes(self._said["changes"], Spot("changes", ""))))
        if self._said.get("waves") is None:
            return
        if "changes" in self._said:
            message = "changes are written both in waves and at the top; those at the top come first"
            self._faults.append((Spot("changes", ""), Fault("F006", message, (), "put them into a wave")))
        for number, value in self._items(self._said["waves"], Spot("waves", ""), "waves"):
            yield self._wave(value, Spot("waves", "", (number,)))

    def _wave(self, value: Value, spot: Spot) -> Wave:
        if not isinstance(value, dict):
            self._keep(spot, [Fault("F006", f"{shown(value)} stands where a wave is wanted", (), "write `changes:`")])
            return Wave()
        head, faults, _ = read_entity(WaveHead, {key: each for key, each in value.items() if key != "changes"})
        self._keep(spot, map(_of_wave, faults))
        if value.get("changes") in (None, NULL, []) and not faults:
            self._keep(spot, [Fault("F006", "the wave changes nothing", (), "list what changes below its `changes:`")])
        changes = self._changes(value.get("changes"), Spot(spot.section, "", (*spot.path, "changes")))
        return Wave(name=head and head.name, date=head and head.date, changes=tuple(changes))

    def _changes(self, value: Value, spot: Spot) -> Iterator[Planned]:
        for number, item in self._items(value, spot, "changes"):
            here = Spot(spot.section, "", (*spot.path, number))
            word, change, faults = read_change(item)
            self._keep(here, faults)
            if change is None:
                self._unread += 1
            else:
                yield Planned(change, Spot(here.section, "", (*here.path, word)))

    def _items(self, value: Value, spot: Spot, what: str) -> Iterable[tuple[Step, Value]]:
        if value is None or isinstance(value, list):
            return enumerate(value or ())
        fault = Fault(
            "F006", f"`{what}` is {shown(value)}, where a list is wanted", (), "begin each of them with a dash"
        )
        self._keep(spot, [fault])
        return ()

    def _keep(self, spot: Spot, faults: Iterable[Fault]) -> None:
        self._faults += [(spot, fault) for fault in faults]


def _of_wave(fault: Fault) -> Fault:
    """Say of an unknown field what it may be in a wave, which has changes besides what is said of it."""
    meant = fault.code == "F005" and closest(str(fault.path[-1]), ("name", "date", "changes"))
    return fault._replace(help=f"write `{meant}`") if meant else fault


def _instead(name: str) -> str:
    if name in SECTION_NAMES:
        return "a plan says what changes; write it as a change, such as `create_team` or `set`"
    best = closest(name, SECTIONS)
    return f"write `{best}`" if best else f"a plan has {', '.join(f'`{each}`' for each in SECTIONS)}"
