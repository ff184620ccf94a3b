"""Distributions as small bars."""

from collections.abc import Sequence
from typing import Final

from orgmodel.model.measurement import Distribution
from orgmodel.report.numbers import number

BLOCKS: Final = "▁▂▃▄▅▆▇█"
LETTERS: Final = ".:-=+*#@"
HEAD: Final = ("distribution", "of", "25 %", "median", "75 %", "90 %", "mean", "min to max")


def bars(found: Distribution, *, blocks: bool = True) -> str:
    """Return a bar for each number or range of numbers, from the least to the most; a blank where there is none."""
    signs = BLOCKS if blocks else LETTERS
    highest = max(bar.count for bar in found.bars)
    heights = (-(-bar.count * len(signs) // highest) for bar in found.bars)
    drawn = "".join(signs[height - 1] if height else " " for height in heights)
    return f"{number(found.least)} {drawn} {number(found.most)}"


def row(id: str, found: Distribution, *, blocks: bool = True) -> Sequence[str]:
    """Return a distribution as a row of a table that has `HEAD` above it."""
    numbers = (
        found.count,
        found.lower_quartile,
        found.median,
        found.upper_quartile,
        found.ninth_decile,
        found.mean,
    )
    return (id, *map(number, numbers), bars(found, blocks=blocks))
