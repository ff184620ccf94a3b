"""In which column of a map each box stands: groups stay together, and links go to the right and not far."""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Final, NamedTuple

Link = tuple[str, str]
Columns = list[int]
Cost = Callable[[Columns], float]
_Part = tuple[tuple[str, ...], str | None]

SLACK: Final = 1.25
"""How much taller a column becomes through the links that pass between its groups."""


class Pitch(NamedTuple):
    """How much room things take: a box and a group in their column, and a column beside others.

    `shape` is the wanted width of all columns together, as a multiple of their height.
    """

    box: float = 44.0
    group: float = 60.0
    column: float = 260.0
    shape: float = 1.9


USUAL: Final = Pitch()

# What a link costs by the number of columns it spans (within a column it is an arc), and if it goes to the left.
_SPAN: Final = (1.5, 1.0, 2.0, 3.2, 4.5)
_BACKWARD: Final = 0.4
# What it costs when parts of a group are not side by side, and when columns are too tall: shares of all links.
_PART_APART: Final = 0.5
_TOO_TALL: Final = 1.0
_SHORT: Final = 10
_FEW: Final = 3
_PASSES: Final = 8
_WORTH_IT: Final = 0.015
"""A change of the frame that saves less, as a share of what the frame costs, is not made."""
_MANY_BLOCKS: Final = 30


@dataclass(frozen=True, slots=True)
class Block:
    """Boxes that stand in one column: a group, a part of a large group, or a box without a group."""

    boxes: tuple[str, ...]
    group: str | None
    height: float


def number_of_columns(groups: Mapping[str, str | None], *, pitch: Pitch = USUAL) -> int:
    """Return how many columns give the picture a good shape, or one less: narrower pictures have fewer crossings.

    Parameters
    ----------
    groups
        The group of each box, or None.
    pitch
        How much room boxes, groups and columns take.
    """
    named = {group for group in groups.values() if group is not None}
    height = SLACK * (len(groups) * pitch.box + len(named) * pitch.group)
    best = max(1, min(len(groups), max(2, round(math.sqrt(pitch.shape * height / pitch.column)))))
    return best if best <= _FEW else best - 1


def columns_of(
    groups: Mapping[str, str | None], links: Sequence[Link], number: int, *, pitch: Pitch = USUAL
) -> dict[str, int]:
    """Choose a column for each box.

    Parameters
    ----------
    groups
        The group of each box, or None.
    links
        Ordered pairs of boxes.
    number
        How many columns there may be.
    pitch
        How much room boxes, groups and columns take.

    Returns
    -------
    dict
        The column of each box, from 0, without gaps.
    """
    blocks = [
        Block(boxes, group, len(boxes) * pitch.box + (pitch.group if group is not None else 0))
        for boxes, group in _cut(groups, links, rows=_most_rows(groups, number))
    ]
    cost = _cost(blocks, links, number)
    best = _descend(_filled(blocks, number), cost, number)
    used = {column: place for place, column in enumerate(sorted(set(best)))}
    return {box: used[column] for block, column in zip(blocks, best, strict=True) for box in block.boxes}


def _most_rows(groups: Mapping[str, str | None], number: int) -> int:
    """Return how tall a group may be before it is cut; short ones only where there is nothing else."""
    fair = max(1, round(1.3 * len(groups) / number))
    return fair if len(set(groups.values())) == 1 else max(_SHORT, fair)


def _cut(groups: Mapping[str, str | None], links: Sequence[Link], *, rows: int) -> list[_Part]:
    """Return the boxes that stand together, with their group."""
    members: dict[str, list[str]] = {}
    for box in sorted(groups):
        members.setdefault(groups[box] or "", []).append(box)
    alone: list[_Part] = [((box,), None) for box in members.pop("", ())]
    return alone + [part for name in sorted(members) for part in _parts(name, members[name], links, rows)]


def _parts(name: str, boxes: list[str], links: Sequence[Link], rows: int) -> Iterator[_Part]:
    """Cut a group that is too tall into parts; those who wait come before those who are waited for."""
    parts = math.ceil(len(boxes) / rows)
    if parts > 1:
        leaning = _leaning(boxes, links)
        boxes = sorted(boxes, key=lambda box: (-leaning[box], box))
    edges = [round(part * len(boxes) / parts) for part in range(parts + 1)]
    yield from ((tuple(boxes[start:end]), name) for start, end in pairwise(edges))


def _leaning(boxes: Sequence[str], links: Sequence[Link]) -> dict[str, float]:
    """From 1 for who only waits to -1 for who is only waited for."""
    out = Counter(source for source, _ in links)
    into = Counter(target for _, target in links)
    return {box: (out[box] - into[box]) / max(1, out[box] + into[box]) for box in boxes}


def _cost(blocks: Sequence[Block], links: Sequence[Link], number: int) -> Cost:
    block_of = {box: place for place, block in enumerate(blocks) for box in block.boxes}
    flow = Counter((block_of[source], block_of[target]) for source, target in links)
    flows = [(one, other, count) for (one, other), count in sorted(flow.items()) if one != other]
    parts = [
        (one, one + 1) for one, (a, b) in enumerate(pairwise(blocks)) if a.group is not None and a.group == b.group
    ]
    heights = [block.height for block in blocks]
    limit = 1.1 * sum(heights) / number

    def cost(column: Columns) -> float:
        reach = sum(count * _reach(column[other] - column[one]) for one, other, count in flows)
        apart = sum(abs(column[other] - column[one] - 1) for one, other in parts)
        filled = [0.0] * number
        for height, where in zip(heights, column, strict=True):
            filled[where] += height
        too_tall = sum(max(0.0, height - limit) for height in filled) / limit
        return reach + len(links) * (_PART_APART * apart + _TOO_TALL * too_tall)

    return cost


def _reach(columns: int) -> float:
    span = abs(columns)
    forward = _SPAN[span] if span < len(_SPAN) else _SPAN[-1] + 1.5 * (span - len(_SPAN) + 1)
    return forward + (_BACKWARD if columns < 0 else 0)


def _filled(blocks: Sequence[Block], number: int) -> Columns:
    """Fill one column after the other with blocks, by the id of their group or their own: the same start every time."""
    column = []
    total = sum(block.height for block in blocks)
    filled = 0.0
    for block in blocks:
        column.append(min(number - 1, int(number * (filled + block.height / 2) / total)))
        filled += block.height
    return column


def _descend(column: Columns, cost: Cost, number: int) -> Columns:
    """Move and swap blocks as long as that makes the frame clearly better.

    What gains little is left as it is, so that a small change of an organisation seldom leads to another frame.
    """
    lowest = cost(column)
    for _ in range(_PASSES):
        before = lowest
        for changed in _neighbours(column, number):
            reached = cost(changed)
            if reached < lowest * (1 - _WORTH_IT):
                column[:], lowest = changed, reached
        if lowest == before:
            break
    return column


def _neighbours(column: Columns, number: int) -> Iterator[Columns]:
    """Yield what the columns would be after each move and each swap, from whatever they are by then."""
    for place in range(len(column)):
        for other in range(number):
            yield [*column[:place], other, *column[place + 1 :]]
    if len(column) <= _MANY_BLOCKS:
        for one, other in combinations(range(len(column)), 2):
            swapped = list(column)
            swapped[one], swapped[other] = swapped[other], swapped[one]
            yield swapped
