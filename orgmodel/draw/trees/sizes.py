"""How large the boxes of a tree are: wide enough for most of what stands in them, and all alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from orgmodel.draw.badges import GAP, badge_width
from orgmodel.draw.gauge import gauge_width
from orgmodel.draw.text import Type, one_line, width
from orgmodel.draw.theme import TYPES
from orgmodel.draw.trees.packing import Measures
from orgmodel.draw.trees.values import Tree, TreeBox

INSET: Final = 9.0
CARD: Final = 60.0
FOLDED: Final = 74.0
LINE: Final = 14.0
TILE: Final = 22.0
HEAD: Final = 53.0
BADGES: Final = 18.0
"""How much higher a head is that has badges."""
AGAIN: Final = 24.0
_NARROW, _WIDE = 168.0, 216.0
_NARROW_FOLDED, _WIDE_FOLDED = 190.0, 280.0
_NARROW_TILE, _WIDE_TILE = 128.0, 184.0
_TOP, _WIDE_TOP = 220.0, 420.0
_LONG: Final = 80
_INDENT: Final = 14.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """How wide boxes are, in pixels, and those above all departments, and whether boxes are tiles."""

    wide: float
    top: float
    compact: bool

    def high(self, box: TreeBox) -> float:
        """Return how high a box is."""
        if box.part in ("head", "top"):
            return HEAD + (BADGES if box.badges else 0.0)
        if self.compact:
            return TILE
        return CARD if box.part == "team" else FOLDED + LINE * (len(lines_of(box)) - 2)

    def long(self, box: TreeBox, *, upright: bool) -> float:
        """Return how long a box is along its line."""
        return self.high(box) if upright else self._wide(box)

    def across(self, box: TreeBox, *, upright: bool, again: bool = False) -> float:
        """Return how much room a box takes across its line."""
        if upright:
            return self._wide(box)
        return AGAIN if again else self.high(box)

    def _wide(self, box: TreeBox) -> float:
        return self.top if box.part == "top" else self.wide

    def again(self, *, upright: bool) -> float:
        """Return how long the head of a group is along its line where it is drawn again."""
        return AGAIN if upright else self.wide

    def measures(self, *, upright: bool, above: float) -> Measures:
        """Return all that departments are packed by; `above` is the room of what stands above them."""
        return Measures(
            indent=_INDENT,
            gap=4.0 if self.compact else 9.0,
            between_lines=10.0,
            between_departments=22.0 if upright else 16.0,
            between_rows=36.0,
            above=above,
            upright=upright,
        )


def lines_of(box: TreeBox) -> tuple[str, ...]:
    """Return what is said on lines of their own below the name of a card."""
    lines = (box.leader,) if box.part == "team" else (box.leader, box.summary, box.largest)
    return tuple(line for line in lines if line)


def sizes_of(tree: Tree) -> Sizes:
    """Return sizes in which what 19 in 20 boxes say fits, within bounds; the numbers of heads always do."""
    heads = [_width(box.summary, TYPES["number"]) for box in tree.boxes if box.part == "head"]
    below = [box for department in tree.departments for box in department]
    wanted = sorted(max(_widths(box, compact=tree.compact), default=0.0) for box in below)
    usual = max([wanted[19 * (len(wanted) - 1) // 20], *heads]) + 2 * INSET + 1 if wanted else 0.0
    low, high = (_NARROW_TILE, _WIDE_TILE) if tree.compact else (_NARROW, _WIDE)
    if any(box.part in ("folded", "rest") for box in tree.boxes) and not tree.compact:
        low, high = _NARROW_FOLDED, _WIDE_FOLDED
    top = max((max(_widths(box, compact=False)) for box in tree.tops), default=0.0) + 2 * INSET + 1
    return Sizes(
        wide=round(min(high, max(low, usual))), top=round(min(_WIDE_TOP, max(_TOP, top))), compact=tree.compact
    )


def _widths(box: TreeBox, *, compact: bool) -> Iterator[float]:
    """Yield how wide each line of a box would like to be."""
    if compact and box.part not in ("head", "top"):
        yield _width(box.name, TYPES["second"]) + (60 if box.badges else 26)
        return
    yield _width(box.name, TYPES["name"]) + (22 if box.concerned else 0)
    yield from (_width(line, TYPES["second"]) for line in (box.leader, box.largest))
    badges = sum(badge_width(each) + GAP for each in box.badges)
    if box.limit is not None:
        people = box.people or 0
        yield gauge_width(people, limit=box.limit) + width(str(people), TYPES["number"]) + 14 + badges
    elif box.part == "team":
        yield _width(box.summary, TYPES["number"]) + 8 + badges
    else:
        yield max(_width(box.summary, TYPES["number"]), badges)


def _width(text: str, type: Type) -> float:
    return width(one_line(text[:_LONG]), type)
