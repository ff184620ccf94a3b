"""Counts the words of press releases, FAQs and memos that are files in the folder of the organisation."""

import os
import re
import stat
from collections.abc import Mapping
from typing import Final

from orgmodel.load.places import FilePlaces
from orgmodel.model.place import Spot

LARGEST: Final = 1_000_000
"""Bytes: what is larger is no narrative, and is not read."""

_SCHEME: Final = re.compile("[A-Za-z][A-Za-z0-9+.-]*:")


class FileNarratives:
    """The narratives of an organisation that was read from files; each is read when it is first asked for.

    Only regular files inside the folder of the organisation are read: no address, no absolute path, nothing that leads
    out of the folder by ``..`` or by a link.

    Parameters
    ----------
    places
        In which file each entity is written: paths start from there.
    folders
        The folder of the organisation that each of these files is in, by the path under which the file is printed; with
        its links resolved. Empty for what was not read from a folder.
    """

    def __init__(self, places: FilePlaces, folders: Mapping[str, str]) -> None:
        self._places, self._folders = places, folders
        self._counted: dict[tuple[str, str], int | None] = {}

    def words(self, spot: Spot, path: str) -> int | None:
        """Count the words of the text at a path that an entity states; None if it is not to be read, or no text."""
        place = self._places.find(Spot(spot.section, spot.key))
        if place is None:
            return None
        key = place.path, path
        if key not in self._counted:
            file = inside(self._folders.get(place.path, ""), os.path.dirname(place.path), path)
            self._counted[key] = None if file is None else words_of(file)
        return self._counted[key]


def inside(folder: str, start: str, path: str) -> str | None:
    """Return the file that a path means, with its links resolved; None if it is not inside a folder.

    Parameters
    ----------
    folder
        The folder, with its links resolved; none if empty.
    start
        The folder that the path starts from.
    path
        What is written.
    """
    plain = path.replace("\\", "/")
    if not folder or plain.startswith("/") or _SCHEME.match(plain) or ".." in plain.split("/"):
        return None
    try:
        file = os.path.realpath(os.path.join(start, path))
    except (OSError, ValueError):
        return None
    return file if file.startswith(folder.rstrip(os.sep) + os.sep) else None


def words_of(file: str) -> int | None:
    """Count the words of a text: what stands between blanks and has a letter or a digit in it; None if it is no text.

    Headings and list marks of Markdown are no words.
    """
    try:
        found = os.stat(file)
        if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
            return None
        with open(file, "rb") as opened:
            text = opened.read(LARGEST).decode("utf-8-sig")
    except (OSError, ValueError):
        return None
    if "\0" in text:
        return None
    return sum(any(map(str.isalnum, word)) for word in text.split())
