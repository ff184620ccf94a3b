"""Whether colours that mean something can be told apart by those who see fewer of them."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final, NamedTuple

from tests.draw.colours import BLINDNESSES, difference
from tests.draw.geometry import within
from tests.draw.grid import Grid
from tests.draw.scene import Area, Scene
from tests.draw.styles import Paint

DIFFERENT: Final = 10.0
"""Distance in L*a*b* at which two colours differ at a glance: four times what is just noticeable."""
_SIGNS: Final = frozenset({"om-badge", "om-number"})


class Signal(NamedTuple):
    """Something painted in a colour, and the signs that say the same: a dash, words, numbers."""

    what: str
    colour: Paint
    signs: frozenset[str]


def indistinct(scene: Scene) -> Iterator[str]:
    """Say which colours of one picture look alike without one kind of cones, and nothing else tells them apart."""
    signals = [*_boxes(scene), *_ties(scene), *_cells(scene)]
    for what in sorted({each.what for each in signals}):
        colours = sorted({each.colour for each in signals if each.what == what and each.colour.light != "none"})
        for one, other in combinations(colours, 2):
            blindness = _alike(one, other)
            told = [[each.signs for each in signals if each[:2] == (what, colour)] for colour in (one, other)]
            if blindness and not _told_apart(*told):
                yield f"colours alike: {what} {one.light} and {other.light} with {blindness}"


def _alike(one: Paint, other: Paint) -> str | None:
    """Return without which cones two colours look alike, on one of the papers; None if they never do."""
    for first, second in zip(one, other, strict=True):
        for blindness in BLINDNESSES:
            if first != second and difference(first, second, blindness) < DIFFERENT:
                return blindness
    return None


def _told_apart(some: Iterable[frozenset[str]], others: Iterable[frozenset[str]]) -> bool:
    """Tell whether each of both has a sign, or all of one have a sign that none of the others has."""
    first, second = list(some), list(others)
    if all(first) and all(second) and "number" in frozenset.intersection(*first, *second):
        return True
    mine, theirs = frozenset.intersection(*first), frozenset.intersection(*second)
    return bool(mine - frozenset.union(*second) or theirs - frozenset.union(*first))


def _boxes(scene: Scene) -> Iterator[Signal]:
    signs: dict[str, set[str]] = {}
    for text in scene.texts:
        if text.part.node is not None and text.part.classes & _SIGNS:
            badge = "om-badge" in text.part.classes
            signs.setdefault(text.part.node, set()).add(f"badge {text.words}" if badge else "number")
    firsts = {area.part.node: area for area in reversed(scene.areas) if area.shape == "rect" and area.part.node}
    for key, area in firsts.items():
        said = frozenset(signs.get(key or "", set()) | ({"dash"} if area.dashed else set()))
        yield Signal("fill of boxes", area.fill, said)
        yield Signal("edge of boxes", area.stroke, said)


def _ties(scene: Scene) -> Iterator[Signal]:
    words = {text.part.tie for text in scene.texts}
    for line in scene.lines:
        if line.part.tie is not None and "om-casing" not in line.part.classes:
            signs = ["dash"] * line.dashed + ["words"] * (line.part.tie in words)
            yield Signal("lines", line.stroke, frozenset(signs))


def _cells(scene: Scene) -> Iterator[Signal]:
    """Yield the cells of a table by their heat: as large as one with a number, and not in the legend below them."""
    hot = [area for area in scene.areas if area.part.node is None and any("heat" in name for name in area.part.classes)]
    numbers = Grid(text for text in scene.texts if text.part.node is None)
    inside = [any(within(text.frame, area.frame, 2.0) for text in numbers.near(area.frame)) for area in hot]
    numbered = [area for area, has in zip(hot, inside, strict=True) if has]
    sizes, lowest = {_size(area) for area in numbered}, max((area.frame.bottom for area in numbered), default=0.0)
    for area, has in zip(hot, inside, strict=True):
        if _size(area) in sizes and area.frame.top < lowest:
            yield Signal("cells", area.fill, frozenset(["number"] * has))


def _size(area: Area) -> tuple[float, float]:
    return round(area.frame.wide), round(area.frame.high)
