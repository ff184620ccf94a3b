"""Reads a file that differs little from one that was read before: only the entities that differ are read anew."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from orgmodel.load.document import Document
from orgmodel.load.file import OneFile, Stated
from orgmodel.load.places import packed, unpacked
from orgmodel.load.rereading import FileRead, read_file
from orgmodel.load.texts import Source
from orgmodel.model.organisation import SECTIONS

INDENT: Final = 2
"""Columns before an entity, or before the dash of a dependency, in the files that can be read so."""

_FAR_REACHING: Final = re.compile(r"[&*!\t\r\x85\u2028\u2029]|^(?:---|\.\.\.|%|\?)", re.M)
"""What may make one entity depend on the text of another: anchors, aliases, tags, documents, odd lines."""
_BEGINS: Final = re.compile(r"^(?:[^\s#][^\n]*|  [^\s#][^\n]*)", re.M)
_HEADER: Final = re.compile(r"([a-z]+):[ ]*(?:#[^\n]*)?")

Block = tuple[str, str]
"""The section of an entity, and its text with all that follows up to the next one."""


class _Chunk(NamedTuple):
    """A part of a file: the header of a section, an entity of it (`section` is set), or anything else at the left."""

    section: str | None
    line: int
    text: str


class EarlierFile:
    """A file that was read, whose entities can be taken over by a file that has the same text for them.

    Parameters
    ----------
    text
        Its text.
    read
        What was read of it.
    """

    def __init__(self, text: str, read: FileRead) -> None:
        self._blocks: Mapping[Block, tuple[str, Stated]] | None = None
        if read.unread is None and not (read.problems or read.said.faulty or read.said.unknown):
            self._blocks = _blocks(text, read.said)

    def read(self, source: Source, number: int) -> FileRead | None:
        """Read a file that resembles this one; None if it must be read as a whole.

        What is read so is the same as what reading the whole gives, or it is not read so at all: wherever anything is
        wrong, stands twice, or does not begin where it seems to, the whole has to be read.
        """
        if self._blocks is None or _FAR_REACHING.search(source.text):
            return None
        chunks = list(_chunks(source.text))
        fresh, lines = _fresh(chunks, self._blocks)
        said = OneFile(number)
        document = Document(source.path, fresh, said, said.plain)
        if not document.read() or document.problems or said.faulty or said.unknown:
            return None
        whole = _joined(chunks, self._blocks, said, number, lines)
        return None if whole is None else FileRead(whole, document.top, [], None)


def _chunks(text: str) -> Iterator[_Chunk]:
    section: str | None = None
    line = end = 0
    starts = [found.start() for found in _BEGINS.finditer(text)]
    for begin, after in zip(starts, [*starts, len(text)][1:], strict=True):
        line += text.count("\n", end, begin)
        end = begin
        part = text[begin:after]
        if part[0] != " ":
            header = _HEADER.fullmatch(part.partition("\n")[0])
            name = header.group(1) if header else ""
            section = name if name in SECTIONS or name == "dependencies" else None
            yield _Chunk(None, line, part)
        else:
            yield _Chunk(section, line, part)


def _blocks(text: str, said: OneFile) -> Mapping[Block, tuple[str, Stated]] | None:
    """Return the entities of a file by their text; None if they do not begin where they seem to."""
    if _FAR_REACHING.search(text):
        return None
    stated = {(section, _line(each)): (id, each) for section, id, each in _all(said)}
    chunks = [chunk for chunk in _chunks(text) if chunk.section is not None]
    if len(chunks) != len(stated) or any((chunk.section, chunk.line) not in stated for chunk in chunks):
        return None
    return {(chunk.section or "", chunk.text): stated[chunk.section or "", chunk.line] for chunk in chunks}


def _all(said: OneFile) -> Iterator[tuple[str, str, Stated]]:
    for section, entities in said.entities.items():
        yield from ((section, id, each) for id, each in entities.items())
    yield from (("dependencies", "", each) for each in said.dependencies)


def _line(stated: Stated) -> int:
    """Return the line on which something begins; -1 if it does not begin in the column that is looked at."""
    _, line, column, item = unpacked(stated.mark)
    return line if column == (INDENT + 2 if item else INDENT) else -1


def _fresh(chunks: list[_Chunk], known: Mapping[Block, object]) -> tuple[str, dict[int, int]]:
    """Return the text without what is known, and for each of its lines with a beginning its line in the whole."""
    parts = []
    lines: dict[int, int] = {}
    line = 0
    for chunk in chunks:
        if chunk.section is None or (chunk.section, chunk.text) not in known:
            lines[line] = chunk.line
            parts.append(chunk.text)
            line += chunk.text.count("\n")
    return "".join(parts), lines


def _joined(
    chunks: list[_Chunk],
    known: Mapping[Block, tuple[str, Stated]],
    fresh: OneFile,
    number: int,
    lines: Mapping[int, int],
) -> OneFile | None:
    """Put together what is known and what was read anew, in the order of the file; None if anything is odd."""
    anew: dict[tuple[str, int], tuple[str, Stated]] = {}
    for section, id, each in _all(fresh):
        line = lines.get(_line(each))
        if line is None:
            return None
        anew[section, line] = id, each
    whole = OneFile(number)
    entities = [chunk for chunk in chunks if chunk.section is not None]
    for chunk in entities:
        section = chunk.section or ""
        found = known.get((section, chunk.text)) or anew.pop((section, chunk.line), None)
        if found is None:
            return None
        id, stated = found
        item = section == "dependencies"
        mark = packed(number, chunk.line, INDENT + 2 * item, item=item)
        if item:
            whole.dependencies.append(stated._replace(mark=mark))
        elif id in whole.entities[section]:
            return None
        else:
            whole.entities[section][id] = stated._replace(mark=mark)
    if fresh.organisation is not None:
        begin = lines.get(unpacked(fresh.organisation.mark)[1])
        if begin is None:
            return None
        whole.organisation = fresh.organisation._replace(mark=packed(number, begin, 0))
    return None if anew else whole


class Resembling:
    """Reads the files of several organisations that resemble the first of them."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, FileRead]] = {}
        self._earlier: dict[str, EarlierFile] = {}

    def first(self, source: Source, number: int) -> FileRead:
        """Read a file of the first organisation, and keep it."""
        read = read_file(source, number)
        self._kept[source.path] = source.text, read
        return read

    def other(self, source: Source, number: int) -> FileRead:
        """Read a file of another organisation: what is the same in the first one is not read again."""
        path = self._like(source)
        if path is None:
            return read_file(source, number)
        if path not in self._earlier:
            self._earlier[path] = EarlierFile(*self._kept[path])
        return self._earlier[path].read(source, number) or read_file(source, number)

    def _like(self, source: Source) -> str | None:
        """Return the kept file that a file most likely is another version of."""
        if len(self._kept) == 1:
            return next(iter(self._kept))
        name = source.path.rpartition("/")[2]
        same = [path for path in self._kept if path.rpartition("/")[2] == name]
        return same[0] if len(same) == 1 else None
