"""Collects what could not be read or kept while tables are read."""

import re
from collections.abc import Collection
from typing import Final

from orgmodel.exchange.base import Problem
from orgmodel.model.closest import closest

_LONGEST_QUOTE: Final = 60
_CONTROL: Final = re.compile("[\x00-\x1f\x7f-\x9f]")


class ProblemLog:
    """The problems met so far; what happens in many rows of a file alike is one problem."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str | None, str], list[int | None]] = {}

    def add(self, message: str, *, file: str, row: int | None = None, column: str | None = None) -> None:
        """Note one problem."""
        self._rows.setdefault((_one_line(file), column and _one_line(column), message), []).append(row)

    def problems(self) -> tuple[Problem, ...]:
        """Return all problems in the order of files and rows; each names its first row and counts the others."""
        found = [
            Problem(file, rows[0], column, message + _others(len(rows) - 1))
            for (file, column, message), rows in self._rows.items()
        ]
        return tuple(sorted(found, key=lambda problem: (problem.file, problem.row or 0)))


def quoted(text: str) -> str:
    """Return a text between quotation marks, shortened if it is long, so that a message stays one line."""
    line = _one_line(text)
    return f"‘{line}’" if len(line) <= _LONGEST_QUOTE else f"‘{line[: _LONGEST_QUOTE - 1]}…’"


def not_known(what: str, word: str, names: Collection[str]) -> str:
    """Return a sentence that says what a word is not, with the known name that somebody probably meant."""
    best = closest(word, names)
    return f"is not {what}" + (f"; did you mean {best}?" if best else "")


def _one_line(text: str) -> str:
    return _CONTROL.sub("�", " ".join(text.split()))


def _others(count: int) -> str:
    if not count:
        return ""
    return f" ({count:,} more {'row' if count == 1 else 'rows'} like this)"
