"""The files of an organisation: which there are, and their text."""

import os
import stat
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from orgmodel.load.texts import ENDINGS, STANDARD_INPUT, decoded, shown, unreadable
from orgmodel.load.texts import Source as Source
from orgmodel.load.texts import UnreadablePathError as UnreadablePathError


def sources(paths: Iterable[str | Path]) -> Iterator[Source]:
    """Yield the text of each file under the paths, in the order of the paths and sorted within each.

    A path that does not exist and has a colon in it is read as ``REV:PATH``, from the git repository.

    Raises
    ------
    UnreadablePathError
        If a path that is named does not exist or cannot be read.
    """
    seen: set[str] = set()
    for path in map(str, paths):
        for key, source in _of_revision(path) if _may_be_revision(path) else _on_disk(path, seen):
            if key not in seen:
                seen.add(key)
                yield source


def is_there(word: str) -> bool:
    """Tell whether a path, or ``REV:PATH``, names anything.

    Raises
    ------
    UnreadablePathError
        If there is no such revision, or no repository.
    """
    if not _may_be_revision(word):
        return os.path.lexists(word)
    from orgmodel.load.revisions import has

    return has(word)


def files_of(path: str) -> Iterator[str]:
    """Yield the files under a path that are read; none for standard input and for a revision, which do not change.

    Raises
    ------
    UnreadablePathError
        If it does not exist or cannot be read.
    """
    if path != STANDARD_INPUT and not _may_be_revision(path):
        yield from (file for file, _ in _files(path))


def _may_be_revision(path: str) -> bool:
    return ":" in path and not os.path.lexists(path)


def _of_revision(word: str) -> Iterator[tuple[str, Source]]:
    from orgmodel.load.revisions import sources_at  # git is seldom asked

    return sources_at(word)


def _on_disk(path: str, seen: Collection[str]) -> Iterator[tuple[str, Source]]:
    folder = _folder_of(path)
    for file, named in _files(path):
        real = file if file == STANDARD_INPUT else os.path.realpath(file)
        if real not in seen:
            yield real, replace(_source(file, named=named), folder=folder)


def _folder_of(path: str) -> str:
    """Return the folder of the organisation that a path names: itself, or that of a file; none of standard input."""
    if path == STANDARD_INPUT:
        return ""
    return os.path.realpath(path if os.path.isdir(path) else os.path.dirname(path))


def _files(path: str) -> Iterator[tuple[str, bool]]:
    if path == STANDARD_INPUT or os.path.isfile(path):
        yield path, True
    elif os.path.isdir(path):
        try:
            os.scandir(path).close()
        except OSError as error:
            raise UnreadablePathError(f"{shown(path)}: {_reason(error)}") from None
        yield from ((file, False) for file in _inside(path))
    elif os.path.exists(path):
        raise UnreadablePathError(f"{shown(path)} is neither a file nor a folder")
    else:
        raise UnreadablePathError(f"{shown(path)} does not exist")


def _inside(folder: str) -> list[str]:
    """List the YAML files of a folder; links count only if they lead to a file of it that is not listed anyway."""
    files: list[str] = []
    links: list[str] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            if name.endswith(ENDINGS) and not name.startswith("."):
                file = os.path.join(parent, name)
                (links if os.path.islink(file) else files).append(file)
    root, listed = os.path.realpath(folder), {os.path.realpath(file) for file in files} if links else set()
    for link in sorted(links):
        target = os.path.realpath(link)
        if not os.path.exists(target) or (target.startswith(root + os.sep) and target not in listed):
            files.append(link)
            listed.add(target)
    return sorted(files)


def _source(file: str, *, named: bool) -> Source:
    path = shown(file)
    try:
        content = sys.stdin.buffer.read() if file == STANDARD_INPUT else _content(file)
    except (OSError, ValueError) as error:
        if named:
            raise UnreadablePathError(f"{path}: {_reason(error)}") from None
        return unreadable(path, _reason(error), named=named)
    return decoded(path, content, named=named)


def _content(file: str) -> bytes:
    if not stat.S_ISREG(os.stat(file).st_mode):
        raise ValueError("it is not a regular file")
    return Path(file).read_bytes()


def _reason(error: Exception) -> str:
    return (error.strerror or "it cannot be opened").lower() if isinstance(error, OSError) else str(error)
