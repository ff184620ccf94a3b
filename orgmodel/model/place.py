"""Where things are written: spots in the organisation, places in files."""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol

Step = str | int


class Spot(NamedTuple):
    """A spot in the organisation, named by what stands there and not by lines.

    ``Spot("initiatives", "one-click", ("contributors", 2))`` is the third contributor of an initiative. Where no path
    is given the spot is the entity itself. The key of a dependency is its position in the organisation's list; that of
    a file's own problem is empty.
    """

    section: str
    key: str | int
    path: tuple[Step, ...] = ()


class Place(NamedTuple):
    """A place in a file. Lines and columns count from 1; the end is the column after the last character."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


class Places(Protocol):
    """Knows where the entities of an organisation are written."""

    def find(self, spot: Spot) -> Place | None:
        """Return the exact place of a spot, or of the nearest thing around it that is written; None if nowhere."""
        ...

    def line(self, place: Place, number: int) -> str | None:
        """Return one line of the file of a place, without its end; None if it cannot be had."""
        ...


class _Nowhere:
    """The places of an organisation that was not read from files."""

    def find(self, spot: Spot) -> Place | None:
        return None

    def line(self, place: Place, number: int) -> str | None:
        return None


NOWHERE: Final[Places] = _Nowhere()
