"""A change as plain values: what is painted, before it has a place."""

from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from orgmodel.draw.badges import Badge
from orgmodel.draw.outline import Look

Mark = Literal["added", "removed", "moved-away", "moved-here", "resized", "changed", "unchanged"]
"""What becomes of a team or of a group, by what is most to be seen of it."""

MARKS: Final[tuple[Mark, ...]] = ("added", "removed", "moved-away", "moved-here", "resized", "changed", "unchanged")

SIGNS: Final[dict[Mark, str]] = {
    "added": "+",
    "removed": "–",
    "moved-away": "→",
    "moved-here": "→",
    "resized": "±",
    "changed": "~",
    "unchanged": "",
}
LOOKS: Final[dict[Mark, Look]] = {
    "added": "added",
    "removed": "removed",
    "moved-away": "moved-away",
    "moved-here": "moved-here",
    "resized": "resized",
    "changed": "plain",
    "unchanged": "muted",
}
GHOSTS: Final = frozenset({"removed", "moved-away"})
"""What is there no more: dashed and muted."""


class Pair(NamedTuple):
    """A number of people before and after; None where it is not known, or where there is none to have it."""

    before: int | None
    after: int | None


UNTOLD: Final = Pair(None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A team at one of its places, or what the teams of a group sum up to.

    `id` is unique in the picture, `entity` is the team or group it is of. `lines` say what changes, the most important
    first, and `size` how many people there are here. `to` is the card at the new place of what has moved away.
    `sums_up` tells that it stands for all that is in a group.
    """

    id: str
    entity: str
    name: str
    mark: Mark
    lines: tuple[str, ...] = ()
    size: str = ""
    people: Pair = UNTOLD
    badges: tuple[Badge, ...] = ()
    to: str | None = None
    sums_up: bool = False
    tooltip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A group with what hangs directly below it; `rest` are lines about what is not shown one by one.

    `id` is None for what hangs below no group.
    """

    id: str | None
    name: str
    mark: Mark
    size: str = ""
    people: Pair = UNTOLD
    lines: tuple[str, ...] = ()
    badges: tuple[Badge, ...] = ()
    cards: tuple[Card, ...] = ()
    rest: tuple[str, ...] = ()
    tooltip: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """What fills a column or several: a head with what hangs directly below it, then the groups in it that change.

    `rest` are lines about the groups that do not.
    """

    head: Block
    parts: tuple[Block, ...] = ()
    rest: tuple[str, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The department itself and what is in it."""
        return (self.head, *self.parts)


class Row(NamedTuple):
    """A line of a list: its sign, what changes, and how; `source` and `target` where it is a tie between teams."""

    mark: Mark
    text: str
    aside: str = ""
    source: str | None = None
    target: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A short list below the departments, the strongest first; `more` counts what is left out."""

    title: str
    rows: tuple[Row, ...]
    more: int = 0


class Tied(NamedTuple):
    """A team that a list names and that has no card."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePicture:
    """A whole picture of a change.

    `unchanged` are departments in which nothing changes, `left_out` says what else is not drawn, `tied` are the ends of
    dependencies that have no card. `nothing` says why there is nothing to show.
    """

    title: str
    facts: tuple[str, ...]
    departments: tuple[Department, ...] = ()
    unchanged: tuple[Block, ...] = ()
    left_out: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    tied: tuple[Tied, ...] = ()
    nothing: str = ""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks in which something changes, in the order of the picture."""
        return tuple(block for department in self.departments for block in department.blocks)

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards, in the order of the picture."""
        return tuple(card for block in self.blocks for card in block.cards)
