"""How parts list what they have: a heading with the number, and every name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from orgmodel.report.comparison.blocks import Block, Lines, Names, Section

Item = TypeVar("Item")


def lines(said: str, items: Sequence[Item], written: Callable[[Item], str]) -> Iterator[Block]:
    """Yield a heading with how many there are, and a line for each; nothing without any."""
    if items:
        yield Lines(f"{said} ({len(items):,})", tuple(map(written, items)))


def names(said: str, ids: Sequence[str]) -> Iterator[Block]:
    """Yield what several have in common, how many they are, and all their names; nothing without any."""
    if ids:
        yield Names(f"{said} ({len(ids):,})", tuple(ids))


def section(label: str, blocks: Iterable[Block]) -> Section | None:
    """Return a part; None if there is nothing in it."""
    listed = tuple(blocks)
    return Section(label, listed) if listed else None
