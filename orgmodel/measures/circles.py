"""Circles of dependencies that are worth showing: short, different from each other, heavy."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final

from orgmodel.graph.dependencies import Edge

Circle = tuple[Edge, ...]
"""Dependencies each of which begins where the one before it ends, from the team whose id comes first."""

_AFFORDABLE_STEPS: Final = 300_000
_FEWEST_STARTS: Final = 20


def telling_circles(edges: Sequence[Edge], most: int, *, grave: Callable[[Edge], bool]) -> list[Circle]:
    """Choose a few circles that tell the story of one cyclic group.

    First come circles all of whose dependencies are grave, then those of three teams and more before pairs. Each is a
    shortest one through one of its dependencies; among them short ones are chosen that share few dependencies with
    those already chosen, the heavier the better.

    Parameters
    ----------
    edges
        All dependencies within the group.
    most
        How many to choose at most.
    grave
        Tells which dependencies weigh most in the eyes of the reader.
    """
    candidates = chain(_through_each([edge for edge in edges if grave(edge)]), _through_each(edges), pairs(edges))
    found = {tuple(edge.source for edge in circle): circle for circle in candidates}
    left = [found[teams] for teams in sorted(found)]
    chosen: list[Circle] = []
    while left and len(chosen) < most:
        known = {(edge.source, edge.target) for circle in chosen for edge in circle}
        chosen.append(min(left, key=lambda circle: _badness(circle, known, grave)))
        left.remove(chosen[-1])
    return chosen


def _badness(
    circle: Circle, known: Container[tuple[str, str]], grave: Callable[[Edge], bool]
) -> tuple[bool, bool, int, float]:
    shared = sum((edge.source, edge.target) in known for edge in circle)
    weight = sum(edge.weight for edge in circle) / len(circle)
    return not all(map(grave, circle)), len(circle) == 2, len(circle) + 2 * shared, -weight


def pairs(edges: Iterable[Edge]) -> list[Circle]:
    """Return the circles of two teams that depend on each other directly, the heaviest first."""
    known = {(edge.source, edge.target): edge for edge in edges}
    found = [
        (edge, known[target, source])
        for (source, target), edge in known.items()
        if source < target and (target, source) in known
    ]
    return sorted(found, key=lambda pair: (-pair[0].weight - pair[1].weight, pair[0].source, pair[0].target))


def _through_each(edges: Sequence[Edge]) -> Iterator[Circle]:
    """Yield a shortest circle of at least three teams through each dependency; in a large group the heaviest."""
    heaviest = sorted(edges, key=lambda edge: (-edge.weight, edge.source, edge.target))
    onward: dict[str, list[Edge]] = {}
    for edge in heaviest:
        onward.setdefault(edge.source, []).append(edge)
    for edge in heaviest[: max(_FEWEST_STARTS, _AFFORDABLE_STEPS // max(1, len(edges)))]:
        back = _shortest_way(edge.target, edge.source, onward)
        if back:
            yield _from_first((edge, *back))


def _shortest_way(start: str, end: str, onward: Mapping[str, Iterable[Edge]]) -> list[Edge]:
    """Return a shortest way of two dependencies or more between two teams; nothing if there is none."""
    came: dict[str, Edge] = {}
    reached = [start]
    for team in reached:
        for edge in onward.get(team, ()):
            direct = team == start and edge.target == end
            if edge.target in came or edge.target == start or direct:
                continue
            came[edge.target] = edge
            if edge.target == end:
                return _way(came, start, end)
            reached.append(edge.target)
    return []


def _way(came: Mapping[str, Edge], start: str, end: str) -> list[Edge]:
    way = [came[end]]
    while way[-1].source != start:
        way.append(came[way[-1].source])
    return way[::-1]


def _from_first(circle: Circle) -> Circle:
    first = min(range(len(circle)), key=lambda n: circle[n].source)
    return circle[first:] + circle[:first]
