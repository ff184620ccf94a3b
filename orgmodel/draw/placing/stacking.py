"""The heights of boxes that are stacked in columns, and of the lanes between the stacks, where links can pass."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from orgmodel.draw.placing.layout import Columns, Sketch, Stack

TRACK: Final = 6.0
"""Pixels between two links that pass a column side by side."""
LANE: Final = 26.0
BARE_LANE: Final = 14.0
"""Between two boxes without a group."""
_VERGE: Final = 8.0

Lane = tuple[int, int]
"""A column, and the number of a gap in it: 0 is above the first stack."""


@dataclass(frozen=True, slots=True)
class Heights:
    """Heights of the middles of all boxes, and of all lanes by column; zero is the middle of each column."""

    boxes: Mapping[str, float]
    lanes: Sequence[Sequence[float]]


def heights(sketch: Sketch, columns: Columns, passing: Mapping[Lane, int]) -> Heights:
    """Stack each column around the same middle, with lanes wide enough for the links that pass there."""
    boxes: dict[str, float] = {}
    lanes: list[list[float]] = []
    for number, column in enumerate(columns):
        gaps = [_gap(column, gap, passing.get((number, gap), 0)) for gap in range(len(column) + 1)]
        top = -(sum(_tall(sketch, each) for each in column) + sum(gaps[1:-1])) / 2
        lanes.append([top - gaps[0] / 2])
        for each, gap in zip(column, gaps[1:], strict=True):
            boxes |= _rows(sketch, each, top)
            top += _tall(sketch, each)
            lanes[-1].append(top + gap / 2)
            top += gap
    return Heights(boxes, lanes)


def _gap(column: Sequence[Stack], gap: int, passing: int) -> float:
    bare = all(each.group is None for each in column[max(0, gap - 1) : gap + 1])
    return max(BARE_LANE if bare else LANE, 2 * _VERGE + TRACK * (passing - 1))


def _tall(sketch: Sketch, stack: Stack) -> float:
    boxes = len(stack.boxes) * sketch.row - sketch.row_gap
    return boxes + (sketch.group_head + sketch.group_padding if stack.group is not None else 0)


def _rows(sketch: Sketch, stack: Stack, top: float) -> dict[str, float]:
    first = top + (sketch.group_head if stack.group is not None else 0) + sketch.box[1] / 2
    return {box: first + place * sketch.row for place, box in enumerate(stack.boxes)}
