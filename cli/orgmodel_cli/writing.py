"""Writes documents: to standard output, or into a file that is whole or not there at all."""

import os
import sys
import tempfile
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Final

import click

from orgmodel_cli.options import Fault

CLOSED_PIPE: Final = 141
"""What a shell reports of a program that wrote to a reader that had gone: 128 and the number of the signal."""


def write(document: Iterable[str] | str | bytes, output: str | None) -> None:
    """Write a document to a file, or to standard output.

    Raises
    ------
    Fault
        If the file cannot be written; what was there before is then still there.
    """
    whole = document if isinstance(document, str | bytes) else "".join(document)
    if output is None or output == "-":
        _to_standard_output(whole)
    else:
        write_file(Path(output), whole if isinstance(whole, bytes) else whole.encode("utf-8", "replace"))


def _to_standard_output(document: str | bytes) -> None:
    """Write a document out; a reader that has stopped reading is no fault."""
    try:
        if isinstance(document, bytes):
            sys.stdout.buffer.write(document)
        else:
            sys.stdout.write(document)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the flush at exit has nowhere to go either
        raise click.exceptions.Exit(CLOSED_PIPE) from None


def write_files(folder: Path, source: Path, texts: Mapping[str, str], changed: Collection[str]) -> None:
    """Write the files of an organisation into a folder: all of them, or none.

    Parameters
    ----------
    folder
        Where to; it may be the organisation's own folder, and then only what differs is written.
    source
        The organisation's folder, from which the paths inside are told.
    texts
        The text of each file by its path.
    changed
        The paths of those that differ; the others are copied byte for byte.

    Raises
    ------
    Fault
        If a file cannot be written; what was there before is then still there.
    """
    own = folder.exists() and folder.resolve() == source.resolve()
    waiting: list[tuple[str, Path]] = []
    try:
        for path in changed if own else texts:
            target = folder / Path(os.path.relpath(path, source))
            target.parent.mkdir(parents=True, exist_ok=True)
            content = texts[path].encode() if path in changed else Path(path).read_bytes()
            waiting.append((_beside(target, content), target))
        for name, target in waiting:
            os.replace(name, target)
    except OSError as error:
        for name, _ in waiting:
            Path(name).unlink(missing_ok=True)
        raise Fault(f"{folder} cannot be written: {_reason(error)}") from None


def write_folder(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files into a folder, which is made where it is missing: all of them, or none.

    Raises
    ------
    Fault
        If a file cannot be written; what was there before is then still there.
    """
    waiting: list[tuple[str, Path]] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            whole = content if isinstance(content, bytes) else content.encode("utf-8", "replace")
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            waiting.append((_beside(folder / name, whole), folder / name))
        for name, target in waiting:
            os.replace(name, target)
    except OSError as error:
        for name, _ in waiting:
            Path(name).unlink(missing_ok=True)
        raise Fault(f"{folder} cannot be written: {_reason(error)}") from None


def write_in_place(texts: Mapping[str, str]) -> None:
    """Write files where they are, through links: all of them, or none.

    Raises
    ------
    Fault
        If a file cannot be written; what was there before is then still there.
    """
    waiting: list[tuple[str, Path]] = []
    try:
        for path, text in texts.items():
            target = Path(os.path.realpath(path))
            waiting.append((_beside(target, text.encode()), target))
        for name, target in waiting:
            os.replace(name, target)
    except OSError as error:
        for name, _ in waiting:
            Path(name).unlink(missing_ok=True)
        raise Fault(f"{path} cannot be written: {_reason(error)}") from None


def _beside(target: Path, content: bytes) -> str:
    """Write content into a file of another name beside its place, and return that name; nothing stays on failure."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(name, _mode(target))
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return name


def write_file(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there when it is complete."""
    if path.exists() and not path.is_file():
        _write_through(path, content)
        return
    target = Path(os.path.realpath(path))
    try:
        name = _beside(target, content)
    except OSError as error:
        raise Fault(f"{path} cannot be written: {_reason(error)}") from None
    try:
        os.replace(name, target)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise Fault(f"{path} cannot be written: {_reason(error)}") from None


def _write_through(path: Path, content: bytes) -> None:
    """Write into what is no regular file, such as a device or a pipe."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Fault(f"{path} cannot be written: {_reason(error)}") from None


def _mode(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
