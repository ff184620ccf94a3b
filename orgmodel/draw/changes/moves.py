"""Chooses which moves are shown by a line: those between cards that stand on both sides of one gutter, and near."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from orgmodel.draw.changes.layout import Spot
from orgmodel.draw.changes.values import Card

_FAR: Final = 200.0
"""Pixels up or down; of what is farther the words say enough."""


class Move(NamedTuple):
    """A line from the card at the old place to the one at the new."""

    source: Spot
    target: Spot


def near_moves(spots: Sequence[Spot]) -> tuple[Move, ...]:
    """Return the moves that a short line shows without crossing a box or another line; the nearest are taken first."""
    cards = {spot.item.what.id: spot for spot in spots if isinstance(spot.item.what, Card)}
    found: list[Move] = []
    for move in sorted(_moves(cards), key=lambda each: (_distance(each), each.source.frame)):
        if _distance(move) <= _FAR and not any(_cross(move, other) for other in found):
            found.append(move)
    return tuple(found)


def _moves(cards: Mapping[str, Spot]) -> list[Move]:
    """Return the moves between columns that have nothing but a gutter between them."""
    found = []
    for spot in cards.values():
        to = spot.item.what.to if isinstance(spot.item.what, Card) else None
        target = cards.get(to) if to is not None else None
        if target is not None and target.row == spot.row and abs(target.column - spot.column) == 1:
            found.append(Move(spot, target))
    return found


def _distance(move: Move) -> float:
    return abs(move.source.frame.middle[1] - move.target.frame.middle[1])


def _cross(one: Move, other: Move) -> bool:
    """Tell whether two lines cross: in one gutter they do if they change their order from one side to the other."""
    if one.source.row != other.source.row or _gutter(one) != _gutter(other):
        return False
    (left, right), (left_too, right_too) = _ends(one), _ends(other)
    return (left - left_too) * (right - right_too) <= 0


def _gutter(move: Move) -> int:
    return min(move.source.column, move.target.column)


def _ends(move: Move) -> tuple[float, float]:
    """Return the heights at which a line begins on the left and ends on the right."""
    ends = sorted(move, key=lambda spot: spot.column)
    return ends[0].frame.middle[1], ends[1].frame.middle[1]
