"""Loads an organisation from its files: everything that can be read, and everything that is wrong."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

from orgmodel.load.document import Document, Mark, Value
from orgmodel.load.entities import Fault, read_entity
from orgmodel.load.places import FilePlaces, packed
from orgmodel.load.problem import Problem
from orgmodel.load.references import Checked, check
from orgmodel.load.sources import Source, sources
from orgmodel.model.closest import closest
from orgmodel.model.dependencies import Dependency
from orgmodel.model.fields import NOBODY
from orgmodel.model.organisation import KIND_OF_SECTION, SECTIONS, Org, Organisation
from orgmodel.model.place import Place

_KEYED: Final = frozenset(SECTIONS)
_TOP: Final = _KEYED | {"organisation", "dependencies"}
_LOOKS_LIKE_ONE: Final = re.compile(rf"^\s*\{{|^(?:{'|'.join(sorted(_TOP))})[ \t]*:", re.M)
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
MAX_ID: Final = 200


class Loaded(NamedTuple):
    """What loading gives: the organisation, the problems, and how much was looked at."""

    org: Org
    problems: tuple[Problem, ...]
    files: int
    passed_over: int
    references: Checked


class _Faulty(NamedTuple):
    """A fault whose place is found when all files are read."""

    subject: tuple[str, str]
    mark: int
    item: bool
    fault: Fault


@dataclass(slots=True)
class _File:
    """What one file says, kept apart until it is clear that it describes an organisation."""

    number: int
    entities: dict[str, dict[str, tuple[Any, int]]] = field(default_factory=dict)
    dependencies: list[tuple[Dependency, int]] = field(default_factory=list)
    organisation: tuple[dict[str, Value], int] | None = None
    faulty: list[_Faulty] = field(default_factory=list)
    other: list[tuple[str, int]] = field(default_factory=list)

    def take(self, section: str, key: str, value: Value, mark: Mark) -> None:
        """Receive an entity from the document."""
        at = packed(self.number, mark.line, mark.column)
        if section in _KEYED and key == "" and not isinstance(value, dict):
            self._misshapen(section, value, at)
        elif section in _KEYED:
            self._take_entity(section, key, value, at)
        elif section == "dependencies":
            self._take_dependency(value, at)
        elif section == "organisation":
            self._take_organisation(value, at)
        elif not section.startswith("x-"):
            self.other.append((section, at))

    def _take_entity(self, section: str, key: str, value: Value, at: int) -> None:
        kind = KIND_OF_SECTION[section]
        if not 1 <= len(key) <= MAX_ID or key == NOBODY or _CONTROL.search(key):
            self.faulty.append(_Faulty((kind, key), at, False, _bad_id(key)))
            return
        entity, faults = read_entity(SECTIONS[section], value, id=key)
        self.faulty += [_Faulty((kind, key), at, False, fault) for fault in faults]
        if entity is not None:
            self.entities.setdefault(section, {})[key] = (entity, at)

    def _take_dependency(self, value: Value, at: int) -> None:
        if isinstance(value, str | None):
            if value is not None:
                self._misshapen("dependencies", value, at)
            return
        dependency, faults = read_entity(Dependency, value)
        ends = (value.get("from"), value.get("to")) if isinstance(value, dict) else ("?", "?")
        label = " → ".join(end if isinstance(end, str) else "?" for end in ends)
        self.faulty += [_Faulty(("dependency", label), at, True, fault) for fault in faults]
        if dependency is not None:
            self.dependencies.append((dependency, at))

    def _take_organisation(self, value: Value, at: int) -> None:
        if isinstance(value, dict):
            self.organisation = (value, at)
        elif value is not None:
            self._misshapen("organisation", value, at)

    def _misshapen(self, section: str, value: Value, at: int) -> None:
        if value is None:
            return
        wanted = {"dependencies": "a list of {from, to}", "organisation": "fields such as `name`"}
        message = f"`{section}` wants {wanted.get(section, 'ids with fields below them')}"
        fault = Fault("F006", message, (), "see `orgmodel schema` for the form of each section")
        self.faulty.append(_Faulty(("file", section), at, False, fault))


def _bad_id(key: str) -> Fault:
    if key == NOBODY:
        return Fault("F006", "is no id: the word says that there is none", (), "choose another id")
    shown = _CONTROL.sub("�", key)
    shown = shown if len(shown) <= 40 else shown[:39] + "…"
    message = f"the id ‘{shown}’ has {len(key)} characters or holds a control character"
    return Fault("F006", message, (), f"write 1 to {MAX_ID} printable characters")


def load(paths: Iterable[str | Path]) -> Loaded:
    """Load the organisation that files and folders describe together.

    Raises
    ------
    UnreadablePathError
        If a path that is named cannot be read. Nothing that a user wrote into a file raises.
    """
    loading = _Loading()
    for source in sources(paths):
        loading.read(source)
    return loading.finish()


class _Loading:
    """The files read so far, merged."""

    def __init__(self) -> None:
        self.places = FilePlaces()
        self.sections: dict[str, dict[str, Any]] = {section: {} for section in SECTIONS}
        self.dependencies: list[Dependency] = []
        self.organisation: dict[str, tuple[Value, int]] = {}
        self.problems: list[Problem] = []
        self.faulty: list[_Faulty] = []
        self.broken: list[str] = []
        self.files = self.passed_over = 0

    def read(self, source: Source) -> None:
        """Read one file, and pass over what is no part of an organisation."""
        if source.problem is not None:
            self._unreadable(source)
            return
        file = _File(self.places.add(source.path, source.text))
        document = Document(source.path, source.text, _KEYED, file.take)
        whole = document.read()
        if not source.named and _is_foreign(document, source.text, whole):
            self.passed_over += 1
            return
        self.files += 1
        self.problems += document.problems
        if not whole:
            self.broken.append(source.text)
        self._merge(file, source, whole=whole)

    def _unreadable(self, source: Source) -> None:
        problem = source.problem
        if problem is None:
            return
        if problem.code == "F004" and not source.named and not _LOOKS_LIKE_ONE.search(source.text):
            self.passed_over += 1
            return
        self.files += 1
        self.places.add(source.path, source.text)
        self.problems.append(problem)
        self.broken.append(source.text)

    def _merge(self, file: _File, source: Source, *, whole: bool) -> None:
        self.faulty += file.faulty
        for section, entities in file.entities.items():
            self._merge_section(section, entities)
        marks = self.places.sections.setdefault("dependencies", {})
        for dependency, mark in file.dependencies:
            marks[len(self.dependencies)] = mark
            self.dependencies.append(dependency)
        if file.organisation is not None:
            self._merge_organisation(*file.organisation)
        self._other_keys(file)
        if source.named and whole and not (file.entities or file.dependencies or file.faulty or file.other):
            self._nothing_in(source, file)

    def _merge_section(self, section: str, entities: dict[str, tuple[Any, int]]) -> None:
        known, marks = self.sections[section], self.places.sections.setdefault(section, {})
        for id, (entity, mark) in entities.items():
            if id not in known:
                known[id], marks[id] = entity, mark
            else:
                self._defined_twice(section, id, mark, marks[id])

    def _defined_twice(self, section: str, id: str, mark: int, first: int) -> None:
        message = "is defined twice; the first definition is read"
        fault = Fault("F007", message, (first,), "give one of them another id, or merge them")
        self.faulty.append(_Faulty((KIND_OF_SECTION[section], id), mark, False, fault))

    def _merge_organisation(self, values: dict[str, Value], mark: int) -> None:
        for name, value in values.items():
            first = self.organisation.setdefault(name, (value, mark))
            if first[0] != value:
                fault = Fault("F007", f"`{name}` of the organisation is stated twice", (first[1],), "keep one")
                self.faulty.append(_Faulty(("organisation", ""), mark, False, fault))

    def _other_keys(self, file: _File) -> None:
        for key, mark in file.other:
            best = closest(key, _TOP)
            help = f"write `{best}`" if best else "call it `x-…` if it is a section of your own"
            fault = Fault("F005", f"has an unknown section `{key[:60]}`", (), help)
            self.faulty.append(_Faulty(("file", ""), mark, False, fault))

    def _nothing_in(self, source: Source, file: _File) -> None:
        if file.organisation is None:
            message = f"{source.path} describes nothing: it has none of the sections of an organisation"
            help = "begin it with `people:`, `teams:` or another section; `orgmodel schema` lists them"
            place = Place(source.path, 1, 1, 1, 1)
            self.problems.append(Problem("F010", "file", source.path, message, place, help))

    def finish(self) -> Loaded:
        """Check what only the whole shows, and give everything a place."""
        organisation = self._organisation()
        org = Org(
            organisation=organisation,
            dependencies=tuple(self.dependencies),
            places=self.places,
            **self.sections,
        )
        checked = check(org, broken="\n".join(self.broken))
        problems = [*self.problems, *map(self._placed, self.faulty)]
        problems += [_dangling_problem(dangling, self.places) for dangling in checked.dangling]
        if not len(org) and not problems:
            message = "there is nothing to audit: no file describes a person, a team or anything else"
            help = "name the folder of the organisation, or start from `orgs/first.yaml`"
            problems.append(Problem("F010", "organisation", "", message, None, help))
        return Loaded(org, tuple(problems), self.files, self.passed_over, checked)

    def _organisation(self) -> Organisation:
        values = {name: value for name, (value, _) in self.organisation.items()}
        organisation, faults = read_entity(Organisation, values)
        for fault in faults:
            mark = next((self.organisation[str(step)][1] for step in fault.path if step in self.organisation), 0)
            self.faulty.append(_Faulty(("organisation", ""), mark, False, fault))
        return organisation or Organisation()

    def _placed(self, faulty: _Faulty) -> Problem:
        (kind, id), mark, item, fault = faulty
        path, also = fault.path, ()
        if fault.code == "F007":
            path, also = (), (("first defined here", self.places.at(int(fault.path[0]), ())),)  # type: ignore[assignment]
        place = self.places.at(mark, path, item=item)
        id = place.path if kind == "file" else id
        detail = tuple(str(step) for step in path)
        return Problem(fault.code, kind, id, fault.message, place, fault.help, also, detail)


def _dangling_problem(dangling: Any, places: FilePlaces) -> Problem:
    spot, named = dangling.spot, dangling.named
    kind = KIND_OF_SECTION.get(spot.section, "dependency")
    place = places.find(spot)
    evidence = (("reference", named.id), ("kinds", list(named.kinds)))
    detail = (*(step for step in named.path if isinstance(step, str)), named.id)
    return Problem("F008", kind, dangling.label, dangling.message, place, dangling.help, (), detail, evidence)


def _is_foreign(document: Document, text: str, whole: bool) -> bool:
    """Tell whether a file of a folder is something else: a workflow, a chart, a plan."""
    known = sum(key in _TOP for key in document.top)
    unknown = sum(key not in _TOP and not key.startswith("x-") for key in document.top)
    if not known:
        near = any(closest(key, _TOP) for key in document.top) and whole and unknown <= 2
        return not near and (whole or not _LOOKS_LIKE_ONE.search(text))
    return unknown > known
