"""Sensitivity: how often a team stays on the Pareto front when the weights of dependencies are a little different."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from hashlib import shake_128
from struct import unpack
from typing import Any, Final

from orgmodel.measures.coupling_terms import Coupling
from orgmodel.measures.once import once
from orgmodel.measures.pareto import not_surpassed, pareto_front
from orgmodel.measures.rank_intervals import Row, reaches
from orgmodel.measures.ties import Tie

DRAWS: Final = 200
MOST: Final = 0.2
"""By which share a weight is changed at most, up or down."""

_STEPS: Final = 65_535
_LOW: Final = 1 - MOST
_HIGH: Final = 1 + MOST


def near_the_front(coupling: Coupling) -> tuple[Any, ...]:
    """Return the teams that can be on the front in a draw.

    Who surpasses a team with the lowest fan-in and fan-out that it has in any draw, while the team has its highest,
    surpasses it in every draw. Where there is one such there is one on the front, so only they are asked.
    """
    return _draws(coupling).near


def staying(coupling: Coupling, teams: Iterable[Any]) -> dict[Any, float]:
    """Return the share of draws in which each of some teams is on the Pareto front.

    In each of 200 draws every weight of a dependency is multiplied by a number between 0.8 and 1.2, evenly spread, that
    depends on nothing but the draw and the ids of the two teams. Fan-in and fan-out are then summed anew; betweenness
    and cyclic groups do not depend on weights.
    """
    draws = _draws(coupling)
    # Whoever depends much, and is much depended on, is the likeliest to surpass another, so it is asked first.
    rivals = sorted(draws.near, key=lambda team: -sum(coupling.rows[team][:2]))
    known = {*rivals}
    return {team: draws.share(team, rivals) if team in known else 0.0 for team in teams}


@once
def _draws(coupling: Coupling) -> "_Draws":
    return _Draws(coupling)


def _scaled(row: Row, factor: float) -> Row:
    fan_in, fan_out, *fixed = row
    return (fan_in * factor, fan_out * factor, *fixed)


class _Draws:
    """The weighted fan-in and fan-out of teams in each draw, worked out when they are asked for."""

    def __init__(self, coupling: Coupling) -> None:
        self._rows = coupling.rows
        self._weights = coupling.weights
        self._into, self._out = coupling.predecessors, coupling.successors
        self._known: dict[Any, tuple[list[float], list[float]]] = {}

    @cached_property
    def near(self) -> tuple[Any, ...]:
        """The teams that can be on the front in a draw."""
        lowest = [self._extreme(team, min) for team in pareto_front(self._rows)]
        # First without drawing for everybody.
        maybe = not_surpassed({team: _scaled(row, _HIGH) for team, row in self._rows.items()}, lowest)
        return tuple(not_surpassed({team: self._extreme(team, max) for team in maybe}, lowest))

    def _extreme(self, team: Any, of: Callable[[list[float]], float]) -> Row:
        fan_in, fan_out = self._fans(team)
        return (of(fan_in), of(fan_out), *self._rows[team][2:])

    def share(self, team: Any, rivals: Iterable[Any]) -> float:
        """Return the share of draws in which none of the rivals surpasses a team."""
        own = self._rows[team]
        least = _scaled(own, _LOW)
        left: Sequence[int] = range(DRAWS)
        for rival in rivals:
            other = _scaled(self._rows[rival], _HIGH)
            if rival != team and reaches(other[:2], least[:2]) and reaches(other[2:], own[2:]):
                left = self._unsurpassed(team, rival, left)
                if not left:
                    break
        return len(left) / DRAWS

    def _unsurpassed(self, team: Any, rival: Any, draws: Iterable[int]) -> list[int]:
        """Return those of some draws in which a rival does not surpass a team."""
        (own_in, own_out), (other_in, other_out) = self._fans(team), self._fans(rival)
        higher = self._rows[rival][2:] != self._rows[team][2:]
        return [
            n
            for n in draws
            if other_in[n] < own_in[n]
            or other_out[n] < own_out[n]
            or not (higher or other_in[n] > own_in[n] or other_out[n] > own_out[n])
        ]

    def _fans(self, team: Any) -> tuple[list[float], list[float]]:
        if team not in self._known:
            into = self._summed((other, team) for other in self._into[team])
            out = self._summed((team, other) for other in self._out[team])
            self._known[team] = into, out
        return self._known[team]

    def _summed(self, ties: Iterable[Tie]) -> list[float]:
        """Return the sum of some weights in each draw; those that weigh the same are counted together."""
        alike: dict[float, list[tuple[int, ...]]] = {}
        for tie in ties:
            alike.setdefault(self._weights[tie], []).append(_numbers(*tie))
        sums = [0.0] * DRAWS
        for weight in sorted(alike):
            least, step = weight * _LOW * len(alike[weight]), weight * 2 * MOST / _STEPS
            counted = map(sum, zip(*alike[weight], strict=True))
            sums = [so_far + least + step * count for so_far, count in zip(sums, counted, strict=True)]
        return sums


def _numbers(one: Any, other: Any) -> tuple[int, ...]:
    """Return a number from 0 to 65,535 for each draw: the same for the same two ids, wherever and whenever."""
    first = str(one)
    seed = f"{len(first)}:{first}{other}".encode()
    return unpack(f"<{DRAWS}H", shake_128(seed).digest(2 * DRAWS))
