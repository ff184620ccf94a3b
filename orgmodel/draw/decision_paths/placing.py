"""Gives stations, arrows and ribbons their places: rows from left to right, decisions one below the other."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from orgmodel.draw.badges import GAP as SPACE
from orgmodel.draw.badges import badge_width
from orgmodel.draw.decision_paths.ribbon import RIBBON_HIGH, Segment, days_of, segments
from orgmodel.draw.decision_paths.values import DecisionPath, Station, Strand
from orgmodel.draw.decision_paths.words import wait_of
from orgmodel.draw.frame import Frame, at
from orgmodel.draw.text import one_line, rows, width
from orgmodel.draw.theme import TYPES

GAP: Final = 60.0
"""Between two stations: room for an arrow, the wait above it, and the line of the limit."""
CARD_HIGH: Final = 72.0
_NARROW, _WIDE = 150.0, 208.0
_PAGE: Final = 1440.0
_LEAST: Final = 560.0
_LINE: Final = 17.0
_ABOVE, _MARKED = 8.0, 22.0
"""Above a row, and above one where the line of the limit says something."""
_BELOW: Final = 20.0
_NAME: Final = 16.0
_FORK, _RETURN = 8.0, 22.0
"""Where lines run down to other paths, and to further rows."""
_LONG: Final = 80
_INSET: Final = 19.0
_TURN: Final = 10.0
_BETWEEN: Final = 26.0
_BEFORE_CARD: Final = 13.0
Point = tuple[float, float]


class Spot(NamedTuple):
    """A station at its place, with a key that is unique in the picture."""

    station: Station
    frame: Frame
    key: str


class Arrow(NamedTuple):
    """The way from a station to the next, by their keys, and what stands above its end: the wait, and its room."""

    source: str
    target: str
    points: tuple[Point, ...]
    wait: str
    middle: float
    room: float


class Mark(NamedTuple):
    """The line after which approvals are over the limit, and how far to the right there is room for its words."""

    x: float
    top: float
    bottom: float
    limit: int
    door: str
    end: float


class Title(NamedTuple):
    """What stands above the stations of a decision: its name, and its facts in rows."""

    path: DecisionPath
    top: float
    facts: tuple[str, ...]


class Placed(NamedTuple):
    """All decisions at their places."""

    titles: tuple[Title, ...]
    names: tuple[tuple[str, Point], ...]
    spots: tuple[Spot, ...]
    arrows: tuple[Arrow, ...]
    marks: tuple[Mark, ...]
    ribbons: tuple[Segment, ...]
    wide: float
    high: float


def placed(paths: Sequence[DecisionPath]) -> Placed:
    """Place decisions that there are, all in rows of the same width, with ribbons of time to the same scale."""
    return _Ground(paths).placed


class _Ground:
    """Places decisions one below the other."""

    def __init__(self, paths: Sequence[DecisionPath]) -> None:
        stations = [each for path in paths for strand in path.strands for each in strand.stations]
        self._wide = _card_width(stations)
        self._titles: list[Title] = []
        self._names: list[tuple[str, Point]] = []
        self._spots: list[Spot] = []
        self._arrows: list[Arrow] = []
        self._marks: list[Mark] = []
        self._ribbons: list[Segment] = []
        step = self._wide + GAP
        longest = max(len(strand.stations) for path in paths for strand in path.strands)
        self._many = int((_PAGE + GAP) // step)
        indent = GAP if any(_is_large(path, self._many) for path in paths) else 0.0
        self._room = max(_LEAST, indent + step * min(longest, self._many) - GAP + (_TURN if indent else 0.0))
        self._scale = (self._room - indent) / max([1.0, *(days_of(path) for path in paths)])
        self._y = 0.0
        for path in paths:
            self._place(path)

    @property
    def placed(self) -> Placed:
        """All that has been placed."""
        return Placed(
            titles=tuple(self._titles),
            names=tuple(self._names),
            spots=tuple(self._spots),
            arrows=tuple(self._arrows),
            marks=tuple(self._marks),
            ribbons=tuple(self._ribbons),
            wide=self._room,
            high=self._y - _BETWEEN,
        )

    def _place(self, path: DecisionPath) -> None:
        facts = rows(path.facts, self._room, TYPES["subtitle"])
        self._titles.append(Title(path, self._y, facts))
        self._y += 24 + _LINE * len(facts)
        left = GAP if _is_large(path, self._many) else 0.0
        first = self._strand(path.first, left, path, None)
        if not path.others:
            self._ribbon(path.first.stations, left)
        for other in path.others:
            self._names.append((other.name, (_FORK + 8, self._y + 12)))
            self._y += _NAME
            self._strand(other, left, path, first)
            self._ribbon((*path.first.stations, *other.stations), left)
        self._y += _BETWEEN

    def _strand(self, strand: Strand, left: float, path: DecisionPath, before: Spot | None) -> Spot:
        """Place stations in rows of about the same length, and return the last of them."""
        number = -(-len(strand.stations) // self._many)
        per_row = -(-len(strand.stations) // number)
        forked = before is not None
        first_over = next((n for n, each in enumerate(strand.stations) if each.over), None)
        for n, station in enumerate(strand.stations):
            column = n % per_row
            if column == 0:
                marked = first_over is not None and n <= first_over < n + per_row
                self._y += (_MARKED if marked else _ABOVE) + (0 if n == 0 else _BELOW + CARD_HIGH)
            spot = Spot(station, at(left + column * (self._wide + GAP), self._y, self._wide, CARD_HIGH), self._key())
            self._spots.append(spot)
            if before is not None:
                self._arrows.append(_arrow(before, spot, forked=forked))
            if n == first_over and path.limit is not None:
                x, top, bottom = spot.frame.left - _BEFORE_CARD, spot.frame.top - 16, spot.frame.bottom + 5
                self._marks.append(Mark(x, top, bottom, path.limit, path.door, self._room))
            before, forked = spot, False
        self._y += CARD_HIGH + _BELOW
        assert before is not None  # a strand has a station at least: whoever asks or decides
        return before

    def _key(self) -> str:
        return f"n{len(self._spots)}"

    def _ribbon(self, stations: Sequence[Station], left: float) -> None:
        found = segments(stations, left, self._y - 4, self._scale, self._room)
        self._ribbons += found
        self._y += RIBBON_HIGH if found else 0.0


def _is_large(path: DecisionPath, many: int) -> bool:
    """Tell whether a decision takes several rows."""
    return bool(path.others) or len(path.first.stations) > many


def _card_width(stations: Sequence[Station]) -> float:
    """Return how wide stations are: what 9 in 10 are called fits, and all badges do, within bounds."""
    named = sorted(width(one_line(each.name[:_LONG]), TYPES["name"]) for each in stations)
    badged = max(sum(badge_width(one) + SPACE for one in each.badges) - SPACE for each in stations)
    return round(min(_WIDE, max(_NARROW, named[9 * (len(named) - 1) // 10] + _INSET, badged + _INSET)))


def _arrow(source: Spot, target: Spot, *, forked: bool) -> Arrow:
    one, other = source.frame, target.frame
    y = other.middle[1]
    if forked:
        gutter = one.bottom + _TURN
        start = one.middle[0]
        points: tuple[Point, ...] = ((start, one.bottom), (start, gutter), (_FORK, gutter), (_FORK, y), (other.left, y))
        begin = _FORK
    elif other.top > one.top:
        gutter, right = one.bottom + _TURN, one.right + _TURN
        turn = ((right, one.middle[1]), (right, gutter), (_RETURN, gutter), (_RETURN, y))
        points = ((one.right, one.middle[1]), *turn, (other.left, y))
        begin = _RETURN
    else:
        points = ((one.right, y), (other.left, y))
        begin = one.right
    end = other.left - _BEFORE_CARD
    return Arrow(source.key, target.key, points, wait_of(target.station), (begin + end) / 2, end - begin - 4)
