"""Loads an organisation from its files: everything that can be read, and everything that is wrong."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from orgmodel.load.entities import read_entity
from orgmodel.load.faults import Fault
from orgmodel.load.file import Faulty, OneFile, Stated, defined_twice
from orgmodel.load.foreign import SECTION_NAMES, is_foreign, looks_like_one
from orgmodel.load.narratives import FileNarratives
from orgmodel.load.places import FilePlaces
from orgmodel.load.problem import Problem, clipped
from orgmodel.load.references import Checked, Dangling, check
from orgmodel.load.rereading import ReadFile, read_file
from orgmodel.load.sources import sources
from orgmodel.load.texts import Source
from orgmodel.load.values import Value
from orgmodel.model.closest import closest
from orgmodel.model.dependencies import Dependency
from orgmodel.model.organisation import KIND_OF_SECTION, SECTIONS, Org, Organisation
from orgmodel.model.place import Place


class Loaded(NamedTuple):
    """What loading gives: the organisation, the problems, and how much was looked at.

    `unread` holds, for each file that could not be read to its end, what of it could not be read. `texts` are the files
    that are part of the organisation, by the path under which they are printed, in the order in which they were read.
    """

    org: Org
    problems: tuple[Problem, ...]
    files: int
    passed_over: int
    references: Checked
    unread: tuple[str, ...] = ()
    texts: Mapping[str, str] = MappingProxyType({})


def load(paths: Iterable[str | Path]) -> Loaded:
    """Load the organisation that files and folders describe together.

    Raises
    ------
    UnreadablePathError
        If a path that is named cannot be read. Nothing that a user wrote into a file raises.
    """
    return load_sources(sources(paths))


def load_sources(found: Iterable[Source], read: ReadFile = read_file) -> Loaded:
    """Load the organisation that texts describe together.

    Parameters
    ----------
    found
        The texts, in order.
    read
        Reads one of them.
    """
    loading = _Loading(read)
    for source in found:
        loading.read(source)
    return loading.finish()


class _Loading:
    """The files read so far, merged."""

    def __init__(self, read: ReadFile) -> None:
        self._read = read
        self.places = FilePlaces()
        self.sections: dict[str, dict[str, Any]] = {section: {} for section in SECTIONS}
        self.dependencies: list[Dependency] = []
        self.organisation: dict[str, tuple[Value, int]] = {}
        self.problems: list[Problem] = []
        self.faulty: list[Faulty] = []
        self.broken: list[str] = []
        self.texts: dict[str, str] = {}
        self.folders: dict[str, str] = {}
        self.files = self.passed_over = 0

    def read(self, source: Source) -> None:
        """Read one file, and pass over what is no part of an organisation."""
        if source.problem is not None:
            self._unreadable(source, source.problem)
            return
        file = self._read(source, self.places.add(source.path, source.text))
        if not source.named and is_foreign(file.top, source.text, whole=file.unread is None):
            self.passed_over += 1
            return
        self.files += 1
        self.texts[source.path] = source.text
        self.folders[source.path] = source.folder
        self.problems += file.problems
        if file.unread is not None:
            self.broken.append(file.unread)
        elif source.named and file.said.says_nothing:
            self.problems.append(_says_nothing(source.path))
        self._merge(file.said)

    def _unreadable(self, source: Source, problem: Problem) -> None:
        if problem.code == "F004" and not source.named and not looks_like_one(source.text):
            self.passed_over += 1
            return
        self.files += 1
        self.places.add(source.path, source.text)
        self.problems.append(problem)
        self.broken.append(source.text)

    def _merge(self, file: OneFile) -> None:
        self.faulty += file.faulty
        for faulty in file.faulty:
            self.places.note(faulty.mark)
        for section, entities in file.entities.items():
            self._merge_section(section, entities)
        for dependency in file.dependencies:
            self.places.put("dependencies", len(self.dependencies), dependency.mark, dependency.remains)
            self.dependencies.append(dependency.value)
        if file.organisation is not None:
            self._merge_organisation(file.organisation)
        self.faulty += [Faulty("file", "", mark, _unknown_section(name)) for name, mark in file.unknown]

    def _merge_section(self, section: str, entities: dict[str, Stated]) -> None:
        known = self.sections[section]
        for id, (entity, mark, remains) in entities.items():
            if id in known:
                fault = defined_twice(self.places.mark(section, id))
                self.faulty.append(Faulty(KIND_OF_SECTION[section], id, mark, fault))
            else:
                known[id] = entity
                self.places.put(section, id, mark, remains)

    def _merge_organisation(self, stated: Stated) -> None:
        for name, value in stated.value.items():
            first, mark = self.organisation.setdefault(name, (value, stated.mark))
            if first != value:
                message = f"`{clipped(name)}` of the organisation is stated twice; the first one is read"
                fault = Fault("F007", message, (name,), "keep one of them", first=mark)
                self.faulty.append(Faulty("organisation", "", stated.mark, fault))

    def finish(self) -> Loaded:
        """Check what only the whole shows, and give everything a place."""
        org = Org(
            organisation=self._organisation(),
            dependencies=tuple(self.dependencies),
            places=self.places,
            narratives=FileNarratives(self.places, self.folders),
            **self.sections,
        )
        checked = check(org, broken="\n".join(self.broken))
        problems = [*self.problems, *map(self._placed, self.faulty)]
        problems += [_dangling_problem(dangling, self.places) for dangling in checked.dangling]
        if not len(org) and not problems:
            problems.append(_nothing_at_all())
        return Loaded(org, tuple(problems), self.files, self.passed_over, checked, tuple(self.broken), self.texts)

    def _organisation(self) -> Organisation:
        values = {name: value for name, (value, _) in self.organisation.items()}
        organisation, faults, _ = read_entity(Organisation, values)
        for fault in faults:
            mark = next((self.organisation[str(step)][1] for step in fault.path if step in self.organisation), 0)
            self.faulty.append(Faulty("organisation", "", mark, fault))
        return organisation or Organisation()

    def _placed(self, faulty: Faulty) -> Problem:
        kind, id, mark, fault = faulty
        place = self.places.at(mark, fault.path)
        also = (("first written here", self.places.at(fault.first)),) if fault.first is not None else ()
        detail = tuple(map(str, fault.path))
        subject = place.path if kind == "file" else id
        return Problem(fault.code, kind, subject, fault.message, place, fault.help, also, detail, fault.evidence)


def _unknown_section(name: str) -> Fault:
    best = closest(name, SECTION_NAMES)
    help = f"write `{best}`" if best else "call it `x-…` if it is a section of your own"
    evidence = (("section", name), ("closest", best))
    return Fault("F005", f"unknown section `{clipped(name)}`", (), help, evidence)


def _says_nothing(path: str) -> Problem:
    message = f"{path} describes nothing: it has none of the sections of an organisation"
    help = "begin it with `people:`, `teams:` or another section; `orgmodel schema` lists them"
    return Problem("F010", "file", path, message, Place(path, 1, 1, 1, 1), help)


def _nothing_at_all() -> Problem:
    message = "there is nothing to audit: no file describes a person, a team or anything else"
    help = "name the folder of the organisation, or begin one with `teams:`"
    return Problem("F010", "organisation", "", message, None, help)


def _dangling_problem(dangling: Dangling, places: FilePlaces) -> Problem:
    spot, named = dangling.spot, dangling.named
    kind = KIND_OF_SECTION.get(spot.section, "dependency")
    evidence = (("reference", named.id), ("kinds", list(named.kinds)))
    detail = (*(step for step in named.path if isinstance(step, str)), named.id)
    place = places.find(spot)
    return Problem("F008", kind, dangling.label, dangling.message, place, dangling.help, (), detail, evidence)
