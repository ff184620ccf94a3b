"""What every report of a comparison is to the rest of the package: a name, a kind of document, and one function."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from orgmodel.model.comparison import Compared
from orgmodel.report.base import Style

Write = Callable[[Compared, Style], Iterator[str]]
"""Yields a document piece by piece; each piece is one or more whole lines with their ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonReport:
    """One format that a comparison can be written in.

    Parameters
    ----------
    name
        The word that chooses the format.
    media_type
        What the document is, as the web names it.
    summary
        One line that says for whom or for what it is.
    write
        Writes a comparison.
    """

    name: str
    media_type: str
    summary: str
    write: Write
