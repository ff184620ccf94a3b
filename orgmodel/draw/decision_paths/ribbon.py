"""The ribbon of time: how long each station takes, side by side."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from orgmodel.draw.decision_paths.values import DecisionPath, Station
from orgmodel.draw.frame import Frame, at

RIBBON_HIGH: Final = 36.0
_HIGH: Final = 15.0
_UNKNOWN: Final = 30.0
_THIN: Final = 2.0


class Segment(NamedTuple):
    """The time of one station, at its place."""

    station: Station
    frame: Frame


def days_of(path: DecisionPath) -> float:
    """Return the days of the longest path of a decision, as far as they are known."""
    first = _days(path.first.stations)
    return first + max((_days(other.stations) for other in path.others), default=0.0)


def _days(stations: Sequence[Station]) -> float:
    return sum(each.days or 0.0 for each in stations if each.waits)


def segments(stations: Sequence[Station], left: float, top: float, scale: float, right: float) -> tuple[Segment, ...]:
    """Return a segment for each station that is waited for.

    Parameters
    ----------
    scale
        Pixels of a day. What is unknown takes the same small room each.
    right
        Where the ribbon has to end; one that would be longer is shortened.
    """
    waiting = [each for each in stations if each.waits]
    wides = [_UNKNOWN if each.days is None else max(_THIN, each.days * scale) for each in waiting]
    shorter = min(1.0, (right - left) / sum(wides)) if wides else 1.0
    found = []
    for each, wide in zip(waiting, wides, strict=True):
        room = wide * shorter
        found.append(Segment(each, at(left, top, room - min(1.0, room / 4), _HIGH)))
        left += room
    return tuple(found)
