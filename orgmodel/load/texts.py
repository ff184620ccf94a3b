"""The text of one file: decoded, or what is wrong with it."""

import os
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass
from typing import Final

from orgmodel.load.problem import Problem
from orgmodel.model.place import Place

STANDARD_INPUT: Final = "-"
ENDINGS: Final = (".yaml", ".yml")
"""How the names of files end that may describe an organisation."""


class UnreadablePathError(Exception):
    """A path that the user named cannot be read."""


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file, or what is wrong with it.

    `named` tells that the user named the file itself, and not a folder around it. Where `problem` is given, `text` is
    as much as could be made out, to look for ids in. `folder` is the folder of the organisation that it is in, with its
    links resolved; empty if it was not read from a disk.
    """

    path: str
    text: str
    named: bool
    problem: Problem | None = None
    folder: str = ""


def unreadable(path: str, reason: str, *, named: bool) -> Source:
    """Return what stands for a file of a folder that cannot be opened."""
    message = f"{path} cannot be read: {reason}"
    help = "make it readable, or take it out of the folder"
    return Source(path, "", named, Problem("F011", "file", path, message, None, help))


def shown(file: str) -> str:
    """Return a path as it is printed: relative to the current folder where it is inside, with `/`."""
    if file == STANDARD_INPUT:
        return "<stdin>"
    relative = os.path.relpath(file)
    path = os.path.normpath(file) if relative.startswith("..") else relative
    return path.replace(os.sep, "/").encode("utf-8", "replace").decode()


_UNSHOWABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What terminals and XML cannot show, and the byte-order mark, which is no character beyond the beginning of a file."""
_LINE_END: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def decoded(path: str, content: bytes, *, named: bool) -> Source:
    """Return the text that a file of this content has; what cannot be decoded is replaced and complained about."""
    encoding = _declared_encoding(content)
    if encoding is not None:
        rest = content.decode(encoding, "replace")
        message = f"{path} is written in {encoding.upper()}, not in UTF-8"
        return Source(path, rest, named, _encoding_problem(path, message, Place(path, 1, 1, 1, 1), offset=0))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Source(path, content.decode("utf-8", "replace"), named, _undecodable(path, content, error))
    found = _UNSHOWABLE.search(text)
    return Source(path, text, named, _unshowable(path, content, text, found.start()) if found else None)


def _declared_encoding(content: bytes) -> str | None:
    """Recognise the other encodings of Unicode by their mark, or by the zeros of a text of plain letters."""
    if content.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):
        return "utf-32"
    if content.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    first, second = content[:64:2], content[1:64:2]
    if len(second) >= 2 and 0 not in first and not any(second):
        return "utf-16-le"
    return "utf-16-be" if len(second) >= 2 and 0 not in second and not any(first) else None


def _undecodable(path: str, content: bytes, error: UnicodeDecodeError) -> Problem:
    offset = error.start + _length_of_mark(content)
    byte = f"0x{content[offset]:02x}"
    place = _place_after(path, content[:offset].decode("utf-8-sig", "replace"))
    return _encoding_problem(path, f"{path} is not UTF-8: byte {byte} at offset {offset}", place, offset, byte)


def _unshowable(path: str, content: bytes, text: str, position: int) -> Problem:
    before, character = text[:position], f"U+{ord(text[position]):04X}"
    offset = len(before.encode()) + _length_of_mark(content)
    what = "a byte-order mark in its middle" if text[position] == "\ufeff" else "a control character"
    message = f"{path} holds {what}, {character}, at byte offset {offset}"
    return _encoding_problem(path, message, _place_after(path, before), offset, character)


def _length_of_mark(content: bytes) -> int:
    return len(BOM_UTF8) if content.startswith(BOM_UTF8) else 0


def _encoding_problem(path: str, message: str, place: Place, offset: int, found: str | None = None) -> Problem:
    help = "save the file as UTF-8 text; until then nothing in it can be read"
    evidence = (("offset", offset), ("found", found))
    return Problem("F004", "file", path, message, place, help, evidence=evidence)


def _place_after(path: str, before: str) -> Place:
    lines = _LINE_END.split(before)
    line, column = len(lines), len(lines[-1]) + 1
    return Place(path, line, column, line, column + 1)
