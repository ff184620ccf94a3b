"""What every importer offers and returns."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that could not be read or kept.

    Attributes
    ----------
    file
        The file's name, or the path of the folder if the folder itself is the problem.
    row
        The row as a spreadsheet counts: the header is row 1. None if it is about the whole file.
    column
        The column as its header names it. None if it is about the whole row.
    message
        What is wrong and what became of it, without the place.
    """

    file: str
    row: int | None
    column: str | None
    message: str

    def __str__(self) -> str:
        """Return the problem as one line that begins with its place."""
        row = "" if self.row is None else f", row {self.row}"
        column = "" if self.column is None else f", column {self.column}"
        return f"{self.file}{row}{column}: {self.message}"


@dataclass(frozen=True, slots=True)
class Imported:
    """What an importer made of its source.

    Attributes
    ----------
    document
        Sections, entities and fields in the shape of the organisation file: texts, numbers, lists and mappings.
        Empty if nothing could be read.
    problems
        What could not be read or kept, in the order of files and rows.
    """

    document: dict[str, object]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Importer:
    """A format that can be imported.

    Attributes
    ----------
    name
        The word that chooses the format.
    summary
        One line that says what it reads.
    read
        Takes the path of the source, and options by name; never raises for what a source contains.
    """

    name: str
    summary: str
    read: Callable[..., Imported]
