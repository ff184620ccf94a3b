"""What every report is to the rest of the package: a name, a kind of document, and one function."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from orgmodel.model.audit import Audit

Look = Literal["error", "warning", "info", "other", "frame", "strong", "quiet"]

_CODES: Final[Mapping[Look, str]] = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "other": "34",
    "frame": "34",
    "strong": "1",
    "quiet": "2",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a report is to look.

    Parameters
    ----------
    colour
        Whether to use the colours of a terminal. Nothing is said by colour alone.
    width
        Columns of a line. Words that are longer stand over.
    max_findings
        The most findings that `text` shows, the gravest; all if None.
    statistics
        Whether reports for people end with a table of the rules.
    brief
        Whether a comparison ends after its first screen.
    """

    colour: bool = False
    width: int = 100
    max_findings: int | None = None
    statistics: bool = False
    brief: bool = False

    def paint(self, text: str, look: Look) -> str:
        """Return the text in the colour of its meaning, or as it is where colour is off."""
        return f"\x1b[{_CODES[look]}m{text}\x1b[0m" if self.colour and text else text


Write = Callable[[Audit, Style], Iterator[str]]
"""Yields a document piece by piece; each piece is one or more whole lines with their ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One format that an audit can be written in.

    Parameters
    ----------
    name
        The word that chooses the format.
    media_type
        What the document is, as the web names it.
    summary
        One line that says for whom or for what it is.
    write
        Writes an audit.
    """

    name: str
    media_type: str
    summary: str
    write: Write
