"""Reads one file, and does not read it again as long as the versions of an organisation have it unchanged."""

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from orgmodel.load.document import Document
from orgmodel.load.file import OneFile
from orgmodel.load.problem import Problem
from orgmodel.load.texts import Source


class FileRead(NamedTuple):
    """What was read of one file: what it says, the keys at its top, and what is wrong with the text itself.

    `unread` is the text that could not be read; None where it was read to its end.
    """

    said: OneFile
    top: Collection[str]
    problems: Sequence[Problem]
    unread: str | None


ReadFile = Callable[[Source, int], FileRead]
"""Reads a file, whose number among those of the organisation is given."""


def read_file(source: Source, number: int) -> FileRead:
    """Read one file."""
    said = OneFile(number)
    document = Document(source.path, source.text, said, said.plain)
    whole = document.read()
    return FileRead(said, document.top, document.problems, None if whole else document.unread)


class Rereading:
    """Reads the files of one version of an organisation after the other.

    A file with the number, the path and the text that it had in the version before is not read again; its entities are
    then the same objects.
    """

    def __init__(self) -> None:
        self._before: dict[tuple[int, str], tuple[str, FileRead]] = {}
        self._now: dict[tuple[int, str], tuple[str, FileRead]] = {}

    def begin(self) -> None:
        """Begin the next version, and forget all but the last."""
        self._before, self._now = self._now, {}

    def __call__(self, source: Source, number: int) -> FileRead:
        """Return what a file of this version says."""
        text, file = self._before.get((number, source.path), (None, None))
        if file is None or text != source.text:
            file = read_file(source, number)
        self._now[number, source.path] = source.text, file
        return file
