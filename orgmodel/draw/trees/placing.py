"""Gives every box of a tree its place, and every line between two boxes its way."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from orgmodel.draw.frame import Frame, around
from orgmodel.draw.trees.flow import Lines, items_of
from orgmodel.draw.trees.packing import Block, Measures, Packed, packed
from orgmodel.draw.trees.sizes import Sizes
from orgmodel.draw.trees.values import Tree, TreeBox

_RAIL: Final = 7.0
"""How far inside the edge of a box the line to what hangs from it begins."""
_BEFORE_ROW: Final = 14.0
"""How far before a row the rail runs from which its departments hang."""
_TRUNK: Final = 12.0
"""How far beside all departments the trunk runs that leads to further rows."""
_BETWEEN_TOPS: Final = 18.0
Point = tuple[float, float]


class Spot(NamedTuple):
    """A box at its place, with a key that is unique in the picture; `again` where it is drawn again."""

    box: TreeBox
    frame: Frame
    key: str
    again: bool = False


class Wire(NamedTuple):
    """A line from a box to one that hangs from it, by their keys."""

    source: str
    target: str
    points: tuple[Point, ...]


class Placed(NamedTuple):
    """A whole tree at its place."""

    spots: tuple[Spot, ...]
    wires: tuple[Wire, ...]
    frame: Frame


def placed(tree: Tree, sizes: Sizes) -> Placed:
    """Place a tree that has boxes: departments in rows, below or beside what is above all of them."""
    upright = tree.direction == "down"
    measures = sizes.measures(upright=upright, above=_tops_long(tree, sizes, upright=upright))
    blocks = [_block(department, sizes, measures) for department in tree.departments]
    way = _Way(tree, sizes, measures)
    way.place(blocks, packed(blocks, measures)) if blocks else way.place_tops(sizes.top)
    return way.placed


def _tops_long(tree: Tree, sizes: Sizes, *, upright: bool) -> float:
    longs = [sizes.long(box, upright=upright) + _BETWEEN_TOPS for box in tree.tops]
    return sum(longs) + (_BEFORE_ROW if longs else 0.0)


def _block(department: Sequence[TreeBox], sizes: Sizes, measures: Measures) -> Block:
    head, *rest = department
    numbers: Mapping[str, int] = {box.id: n for n, box in enumerate(rest)}
    upright = measures.upright
    room = [(sizes.long(box, upright=upright), sizes.across(box, upright=upright)) for box in rest]
    aboves = [numbers.get(box.above or "") for box in rest]
    items = items_of(room, aboves, gap=measures.gap, again=sizes.again(upright=upright))
    return Block(sizes.long(head, upright=upright), sizes.across(head, upright=upright), items)


class _Way:
    """Places boxes along and across, and turns both into pixels."""

    def __init__(self, tree: Tree, sizes: Sizes, measures: Measures) -> None:
        self._tree, self._sizes, self._measures = tree, sizes, measures
        self._spots: list[Spot] = []
        self._wires: list[Wire] = []
        self._keys: dict[str, str] = {}
        self._left = 0.0

    @property
    def placed(self) -> Placed:
        """All that has been placed."""
        frames = [spot.frame for spot in self._spots]
        points = [point for wire in self._wires for point in wire.points]
        return Placed(
            tuple(self._spots), tuple(self._wires), around([*frames, *(Frame(x, y, x, y) for x, y in points)])
        )

    def place(self, blocks: Sequence[Block], packing: Packed) -> None:
        """Place the boxes above all departments, and the rows of departments."""
        measures = self._measures
        sizes = [measures.size(lines, block) for lines, block in zip(packing.lines, blocks, strict=True)]
        between = measures.between_departments
        wide = max(sum(sizes[n][1] + between for n in row) for row in packing.rows) - between
        widest = max((self._sizes.across(top, upright=measures.upright) for top in self._tree.tops), default=0.0)
        self._left = max(0.0, (widest - wide) / 2)
        end = self.place_tops(max(wide, widest))
        along = measures.above
        first = along - _BEFORE_ROW
        for row in packing.rows:
            across = self._left
            for n in row:
                self._department(n, packing.lines[n], blocks[n], (along, across), sizes[n][1])
                if end is not None and self._tree.departments[n][0].above is not None:
                    self._hang(n, end, first, along, across + sizes[n][1] / 2)
                across += sizes[n][1] + between
            along += max(sizes[n][0] for n in row) + measures.between_rows

    def place_tops(self, wide: float) -> Point | None:
        """Place the boxes above all departments in their middle; return where the last of them ends."""
        upright = self._measures.upright
        along = 0.0
        end: Point | None = None
        key = ""
        for box in self._tree.tops:
            long, across = self._sizes.long(box, upright=upright), self._sizes.across(box, upright=upright)
            start = (along, (wide - across) / 2)
            middle = start[1] + across / 2
            above, key = key, self._put(box, start, long, across)
            if end is not None:
                self._wire(above, key, [end, (along, middle)])
            end = (along + long, middle)
            along += long + _BETWEEN_TOPS
        return end

    def _hang(self, department: int, end: Point, first: float, along: float, across: float) -> None:
        """Draw the line from the last box above all departments to the head of one; further rows by the trunk."""
        rail = along - _BEFORE_ROW
        way = [end, (first, end[1])]
        if rail > first:
            way += [(first, self._left - _TRUNK), (rail, self._left - _TRUNK)]
        source, head = self._keys[self._tree.tops[-1].id], self._tree.departments[department][0]
        self._wire(source, self._keys[head.id], [*way, (rail, across), (along, across)])

    def _department(self, n: int, lines: Lines, block: Block, start: Point, over: float) -> None:
        head, *rest = self._tree.departments[n]
        measures = self._measures
        key = self._put(head, start, block.head, over)
        along, across = start[0] + block.head + measures.gap, start[1]
        for line, wide in zip(lines.lines, lines.across, strict=True):
            places: list[tuple[str, Point]] = []
            for slot in line:
                box, item = rest[slot.box], block.items[slot.box]
                long = item.again if slot.again else item.long
                at = (along + slot.along, across + slot.depth * measures.indent)
                room = self._sizes.across(box, upright=measures.upright, again=slot.again)
                own = self._put(box, at, long, room, again=slot.again)
                source, end = (key, (along - measures.gap, across)) if slot.above is None else places[slot.above]
                self._wire(source, own, list(_elbow(end, at, long)))
                places.append((own, (at[0] + long, at[1])))
            across += wide + measures.between_lines

    def _put(self, box: TreeBox, start: Point, long: float, across: float, *, again: bool = False) -> str:
        key = f"n{len(self._spots)}"
        corner, opposite = self._turned(start), self._turned((start[0] + long, start[1] + across))
        self._spots.append(Spot(box, Frame(*corner, *opposite), key, again))
        self._keys.setdefault(box.id, key)
        return key

    def _wire(self, source: str, target: str, points: Sequence[Point]) -> None:
        self._wires.append(Wire(source, target, tuple(self._turned(point) for point in points)))

    def _turned(self, point: Point) -> Point:
        """Return the place in pixels, to the right and down, of one along and across."""
        return (point[1], point[0]) if self._measures.upright else point


def _elbow(end: Point, start: Point, long: float) -> Iterator[Point]:
    """Yield the way from the end of a box to the side of one that hangs from it."""
    rail, middle = end[1] + _RAIL, start[0] + long / 2
    yield from ((end[0], rail), (middle, rail), (middle, start[1]))
