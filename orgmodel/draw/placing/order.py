"""In which order boxes stand in their columns: near those they are linked with, so that few links cross."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from statistics import fmean
from typing import Final

from orgmodel.draw.placing.crossings import Gutters
from orgmodel.draw.placing.layout import Columns, Sketch, Stack
from orgmodel.draw.placing.routes import routed
from orgmodel.draw.placing.stacking import heights

_SWEEPS: Final = 8
_PASSES: Final = 3

_Slot = tuple[list[str], int]
"""A list of boxes, and a place in it."""


def badness(sketch: Sketch, columns: Columns) -> float:
    """Return how often links cross, and a little for how far they go up and down."""
    return Gutters(routed(sketch, columns)).total()


def as_written(sketch: Sketch) -> Columns:
    """Return the columns with stacks and boxes in the order of the sketch."""
    columns: Columns = [[] for _ in range(1 + max(node.column for node in sketch.nodes))]
    stacks: dict[tuple[int, str], Stack] = {}
    for node in sketch.nodes:
        key = node.column, f"box {node.id}" if node.group is None else f"group {node.group}"
        if key not in stacks:
            stacks[key] = Stack(node.group, [])
            columns[node.column].append(stacks[key])
        stacks[key].boxes.append(node.id)
    return columns


def ordered(sketch: Sketch, columns: Columns) -> Columns:
    """Return the columns with their stacks and boxes in an order with fewer crossings.

    Boxes move to the mean height of those they are linked with, in sweeps to the right and to the left [1]_; the best
    of all orders on the way is kept.

    References
    ----------
    .. [1] K. Sugiyama, S. Tagawa, M. Toda, Methods for visual understanding of hierarchical system structures,
       IEEE Transactions on Systems, Man, and Cybernetics 11 (1981).
    """
    linked = _linked(sketch)
    best, lowest = _copied(columns), badness(sketch, columns)
    now = _copied(columns)
    for sweep in range(_SWEEPS):
        for column in now if sweep % 2 else reversed(now):
            _sort(column, heights(sketch, now, {}).boxes, linked)
        found = badness(sketch, now)
        if found < lowest:
            best, lowest = _copied(now), found
    return best


def polished(sketch: Sketch, columns: Columns) -> Columns:
    """Return the columns after boxes, and neighbouring stacks, have changed places as long as that helps."""
    best, lowest = _copied(columns), badness(sketch, columns)
    now = _copied(columns)
    for _ in range(_PASSES):
        _swap_boxes(sketch, now)
        _swap_stacks(sketch, now)
        found = badness(sketch, now)
        if found >= lowest:
            break
        best, lowest = _copied(now), found
    return best


def _swap_boxes(sketch: Sketch, columns: Columns) -> None:
    gutters = Gutters(routed(sketch, columns))
    for number, column in enumerate(columns):
        before = gutters.badness(number - 1) + gutters.badness(number)
        for (some, here), (others, there) in _pairs(column):
            gutters.swap(some[here], others[there])
            after = gutters.badness(number - 1) + gutters.badness(number)
            if after < before:
                some[here], others[there] = others[there], some[here]
                before = after
            else:
                gutters.swap(some[here], others[there])


def _pairs(column: Sequence[Stack]) -> Iterator[tuple[_Slot, _Slot]]:
    """Yield the pairs of slots whose boxes may change places: in one group, or both without a group."""
    bare = [(each.boxes, 0) for each in column if each.group is None]
    slots = [
        bare,
        *([(each.boxes, row) for row in range(len(each.boxes))] for each in column if each.group is not None),
    ]
    for within in slots:
        yield from combinations(within, 2)


def _swap_stacks(sketch: Sketch, columns: Columns) -> None:
    before = badness(sketch, columns)
    for column in columns:
        for above, below in pairwise(range(len(column))):
            if column[above].group is None and column[below].group is None:
                continue
            column[above], column[below] = column[below], column[above]
            after = badness(sketch, columns)
            if after < before:
                before = after
            else:
                column[above], column[below] = column[below], column[above]


def _copied(columns: Columns) -> Columns:
    return [[Stack(each.group, list(each.boxes)) for each in column] for column in columns]


def _linked(sketch: Sketch) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {node.id: [] for node in sketch.nodes}
    for source, target in sketch.links:
        found[source].append(target)
        found[target].append(source)
    return found


def _sort(column: list[Stack], height: Mapping[str, float], linked: Mapping[str, Sequence[str]]) -> None:
    mean = {box: fmean(height[other] for other in linked[box] or [box]) for each in column for box in each.boxes}
    for each in column:
        each.boxes.sort(key=mean.__getitem__)
    column.sort(key=lambda each: _mean_outside(each, height, linked))


def _mean_outside(stack: Stack, height: Mapping[str, float], linked: Mapping[str, Sequence[str]]) -> float:
    own = set(stack.boxes)
    outside = [height[other] for box in stack.boxes for other in linked[box] if other not in own]
    return fmean(outside or [height[box] for box in stack.boxes])
