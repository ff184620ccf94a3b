"""How much the first screen tells, so that it stays one screen."""

from typing import Final, NamedTuple


class Room(NamedTuple):
    """How many rows of a table, findings of a kind, names in a row and lines of a sentence there is room for."""

    rows: int
    findings: int
    names: int
    lines: int


ROOMS: Final = (
    Room(8, 6, 6, 12),
    Room(7, 5, 5, 12),
    Room(6, 5, 4, 12),
    Room(5, 4, 3, 12),
    Room(4, 3, 3, 12),
    Room(4, 3, 2, 12),
    Room(3, 3, 2, 12),
    Room(3, 2, 2, 5),
    Room(3, 2, 1, 3),
    Room(2, 1, 1, 2),
)
"""From much to little; the first is taken with which everything fits."""

IN_SHORT: Final = Room(3, 2, 3, 6)
"""For each of several alternatives."""

ALL: Final = Room(10**9, 10**9, 10**9, 10**9)
"""For whoever asks for all names."""

_SCREEN: Final = 45
_COLUMNS: Final = 100
_BESIDE: Final = 16  # columns that hold labels


def screenful(columns: int) -> int:
    """Return the most lines of the first screen: where lines are short, more of them hold as much."""
    text = max(min(columns, _COLUMNS) - _BESIDE, _BESIDE)
    return _SCREEN * (_COLUMNS - _BESIDE) // text
