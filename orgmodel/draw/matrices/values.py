"""A matrix of dependencies as plain values: rows and columns in their order, cells, and blocks on the diagonal."""

from dataclasses import dataclass

from orgmodel.model.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A row, and the column of the same place: a team, or a group where the matrix is folded.

    `found` is what the audit says of its coupling, in words. `inside` is the weight between the teams of a group.
    """

    id: str
    name: str
    block: str | None = None
    found: tuple[str, ...] = ()
    tone: Severity | None = None
    inside: float | None = None
    chosen: bool = False
    tooltip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The row depends on the column.

    `heat` goes from 1 to 4. `circular` says that both are in one circle, or where groups stand for their teams that
    each depends on the other.
    """

    row: str
    column: str
    number: float
    heat: int = 1
    circular: bool = False
    tooltip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Rows that belong together, by the places of the first and the last."""

    id: str
    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """What the legend says of numbers, of circles, and of the diagonal."""

    number: str
    circular: str
    diagonal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DependencyMatrix:
    """A whole matrix.

    `apart` are the names of those without a dependency, `apart_are` what they are; `nothing` says why there are no
    rows.
    """

    title: str
    facts: tuple[str, ...]
    tongue: Tongue
    heads: tuple[Head, ...] = ()
    cells: tuple[Cell, ...] = ()
    blocks: tuple[Block, ...] = ()
    folded: bool = False
    apart: tuple[str, ...] = ()
    apart_are: str = ""
    nothing: str = ""
