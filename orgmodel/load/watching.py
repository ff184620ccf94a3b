"""Tells when the files of an organisation change."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from orgmodel.load.sources import files_of
from orgmodel.load.texts import UnreadablePathError

PAUSE: Final = 0.25
"""Seconds between two looks: what is saved is seen within a second."""

Signature = tuple[tuple[str, int, int], ...]


def signature(paths: Sequence[str | Path], others: Sequence[str | Path] = ()) -> Signature:
    """Return what changes when a file is saved, added or taken away: paths, times and sizes.

    Parameters
    ----------
    paths
        The organisation.
    others
        Files beside it, such as the configuration; they may be missing.
    """
    return tuple(_seen(file) for file in (*_files(paths), *map(str, others)))


def _files(paths: Sequence[str | Path]) -> Iterator[str]:
    for path in map(str, paths):
        try:
            yield from files_of(path)
        except UnreadablePathError:
            yield path  # for the moment it is not there, which is a change as well


def _seen(file: str) -> tuple[str, int, int]:
    try:
        found = os.stat(file)
    except OSError:
        return file, -1, -1
    return file, found.st_mtime_ns, found.st_size


def changes(
    paths: Sequence[str | Path],
    others: Sequence[str | Path] = (),
    *,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[None]:
    """Yield at once, and then after each change; never end.

    While files are still being written they change from one look to the next, and nothing is yielded until they rest.
    """
    last = signature(paths, others)
    yield
    while True:
        sleep(PAUSE)
        now = signature(paths, others)
        if now != last:
            sleep(PAUSE / 2)
            resting = signature(paths, others)
            if resting == now:
                last = now
                yield
