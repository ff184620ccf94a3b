"""Finds the tables in a folder and reads their text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from orgmodel.exchange.tabular.columns import TABLES, plain_name
from orgmodel.exchange.tabular.problems import ProblemLog, not_known
from orgmodel.exchange.tabular.rows import Row, TableReader

ENDINGS: Final = (".csv", ".tsv")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


class _UnreadableError(Exception):
    """Says what keeps a file from being read as text."""


def read_folder(folder: Path, log: ProblemLog) -> dict[str, list[Row]]:
    """Read every known table of a folder.

    Returns
    -------
    dict
        The rows of each table that could be read, by its name, in the order of files. Two files of one table
        (`people.csv` and `people.tsv`) are read as one.
    """
    tables: dict[str, list[Row]] = {}
    for path, name in _tables(folder, log):
        try:
            text = _text(path)
        except _UnreadableError as error:
            log.add(str(error), file=path.name)
        else:
            tables.setdefault(name, []).extend(TableReader(path.name, TABLES[name], log).read(text))
    return tables


def _tables(folder: Path, log: ProblemLog) -> Iterator[tuple[Path, str]]:
    """Yield the files that are known tables, each with the name of its table."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.casefold() in ENDINGS)
    except (OSError, ValueError) as error:
        log.add(f"cannot be read as a folder of tables: {_reason(error)}", file=_shown(str(folder)))
        return
    known = [(path, plain_name(path.stem)) for path in paths if not path.name.startswith((".", "~"))]
    for path, name in known:
        if name in TABLES:
            yield path, name
        else:
            log.add(not_known("a known table, so it is not read", name, TABLES), file=_shown(path.name))
    if not any(name in TABLES for _, name in known):
        log.add(f"holds none of the known tables: {', '.join(TABLES)} (each .csv or .tsv)", file=_shown(str(folder)))


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            raise _UnreadableError("is not a file")
        content = path.read_bytes()
    except OSError as error:
        raise _UnreadableError(f"cannot be read: {_reason(error)}") from error
    if content.startswith(_UTF_16):
        raise _UnreadableError("is UTF-16: save it as UTF-8; it is not read")
    if b"\0" in content:
        line = content.count(b"\n", 0, content.index(b"\0")) + 1
        raise _UnreadableError(f"holds a NUL character in line {line:,}, so it is no text; it is not read")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise _UnreadableError(f"is not UTF-8 from line {line:,} on: save it as UTF-8; it is not read") from error


def _reason(error: OSError | ValueError) -> str:
    said = error.strerror if isinstance(error, OSError) else None
    return (said or str(error)).lower()


def _shown(name: str) -> str:
    """Return the name of a file as text, also where the system gave bytes that are none."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
