"""Places of a picture: rectangles, movements, and paths as chains of points."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from orgmodel.draw.frame import Frame

Point = tuple[float, float]
Chain = tuple[Point, ...]
_PART: Final = re.compile(r"([a-zA-Z])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)")
_ARGUMENTS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_STEPS: Final = 12
"""Points of a curve that stand for it."""


class Move(NamedTuple):
    """An affine movement, as the six numbers of a matrix of SVG."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def of(self, point: Point) -> Point:
        """Return where a point comes to stand."""
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, inner: "Move") -> "Move":
        """Return the movement that makes the inner one first."""
        (ax, ay), (bx, by), (ox, oy) = (self.of(inner.of(p)) for p in ((1, 0), (0, 1), (0, 0)))
        return Move(ax - ox, ay - oy, bx - ox, by - oy, ox, oy)

    def frame(self, inner: Frame) -> Frame:
        """Return the rectangle around a moved rectangle."""
        return around(self.of((x, y)) for x in (inner.left, inner.right) for y in (inner.top, inner.bottom))


def read_move(transform: str) -> Move:
    """Read the attribute `transform`: translations, rotations, scales and matrices."""
    move = Move()
    for name, arguments in re.findall(r"(\w+)\(([^)]*)\)", transform):
        numbers = [float(each) for each in re.split(r"[\s,]+", arguments.strip())]
        move = move.after(_one_move(name, numbers))
    return move


def _one_move(name: str, numbers: Sequence[float]) -> Move:
    if name == "translate":
        return Move(e=numbers[0], f=numbers[1] if len(numbers) > 1 else 0)
    if name == "scale":
        return Move(a=numbers[0], d=numbers[-1])
    if name == "matrix":
        return Move(*numbers)
    if name != "rotate":
        raise ValueError(f"the checker does not know the movement {name}")
    turn = math.radians(numbers[0])
    x, y = numbers[1:3] if len(numbers) > 2 else (0.0, 0.0)
    turned = Move(math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn))
    return Move(e=x, f=y).after(turned).after(Move(e=-x, f=-y))


def around(points: Iterator[Point] | Sequence[Point]) -> Frame:
    """Return the rectangle around points."""
    xs, ys = zip(*points, strict=True)
    return Frame(min(xs), min(ys), max(xs), max(ys))


def grown(frame: Frame, by: float) -> Frame:
    """Return a rectangle whose edges are so far outside another's; inside where the number is negative."""
    return Frame(frame.left - by, frame.top - by, frame.right + by, frame.bottom + by)


def within(inner: Frame, outer: Frame, slack: float = 0.5) -> bool:
    """Tell whether a rectangle stands inside another."""
    return (
        outer.left - slack <= inner.left
        and outer.top - slack <= inner.top
        and inner.right <= outer.right + slack
        and inner.bottom <= outer.bottom + slack
    )


def overlap(one: Frame, other: Frame) -> float:
    """Return by how many pixels two rectangles overlap, in the direction in which that is less; 0 if they do not."""
    x = min(one.right, other.right) - max(one.left, other.left)
    y = min(one.bottom, other.bottom) - max(one.top, other.top)
    return max(0.0, min(x, y))


def from_edge(point: Point, frame: Frame) -> float:
    """Return how far a point is from the nearest edge of a rectangle, on either side of it."""
    x, y = point
    beside = max(frame.left - x, 0, x - frame.right), max(frame.top - y, 0, y - frame.bottom)
    if any(beside):
        return math.hypot(*beside)
    return min(x - frame.left, frame.right - x, y - frame.top, frame.bottom - y)


def cuts(one: Point, other: Point, frame: Frame) -> bool:
    """Tell whether a straight line runs through the inside of a rectangle (Liang and Barsky, 1984)."""
    (x, y), (u, v), (left, top, right, bottom) = one, other, frame
    if (x <= left and u <= left) or (x >= right and u >= right) or (y <= top and v <= top) or (y >= bottom <= v):
        return False
    first, last = 0.0, 1.0
    for start, step, low, high in (
        (one[0], other[0] - one[0], frame.left, frame.right),
        (one[1], other[1] - one[1], frame.top, frame.bottom),
    ):
        if not step:
            if not low < start < high:
                return False
            continue
        near, far = sorted(((low - start) / step, (high - start) / step))
        first, last = max(first, near), min(last, far)
    return first < last


def read_path(path: str) -> list[Chain]:
    """Read the attribute `d`: chains of points, curves as short lines and arcs as their chords."""
    chains: list[list[Point]] = []
    at: Point = (0.0, 0.0)
    handle: Point = at
    for command, numbers in _commands(path):
        near = at if command.islower() else (0.0, 0.0)
        what = command.upper()
        if what == "Z":
            chains[-1].append(chains[-1][0])
            at = chains[-1][0]
            continue
        points = _points(what, numbers, near, at)
        if what == "M":
            chains.append(points)
        elif what in "CSQT":
            controls = [_mirrored(handle, at), *points] if what in "ST" else points
            chains[-1] += _curve([at, *controls])
            handle = controls[-2]
        else:
            chains[-1] += points
        at = points[-1]
        handle = handle if what in "CSQT" else at
    return [tuple(chain) for chain in chains]


def _commands(path: str) -> Iterator[tuple[str, list[float]]]:
    command, numbers = "", list[float]()
    for letter, number in _PART.findall(path):
        if letter:
            if letter.upper() not in _ARGUMENTS:
                raise ValueError(f"the checker does not know the command {letter} of a path")
            command, numbers = letter, []
            if letter in "Zz":
                yield letter, []
            continue
        numbers.append(float(number))
        if len(numbers) == _ARGUMENTS[command.upper()]:
            yield command, numbers
            # Further pairs after a move are lines.
            command, numbers = {"M": "L", "m": "l"}.get(command, command), []


def _points(what: str, numbers: Sequence[float], near: Point, at: Point) -> list[Point]:
    if what == "H":
        return [(near[0] + numbers[0], at[1])]
    if what == "V":
        return [(at[0], near[1] + numbers[0])]
    pairs = numbers[5:] if what == "A" else numbers
    return [(near[0] + x, near[1] + y) for x, y in zip(pairs[::2], pairs[1::2], strict=True)]


def _mirrored(handle: Point, at: Point) -> Point:
    return 2 * at[0] - handle[0], 2 * at[1] - handle[1]


def _curve(controls: Sequence[Point]) -> list[Point]:
    """Return points of a Bézier curve (de Casteljau), its beginning left out."""
    found = []
    for step in range(1, _STEPS + 1):
        t, points = step / _STEPS, list(controls)
        while len(points) > 1:
            points = [(p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])) for p, q in pairwise(points)]
        found.append(points[0])
    return found
