"""The longest chains of a graph, and who stands at the head of one."""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from orgmodel.measures.connected import Condensation, condensed, weak_components
from orgmodel.measures.ties import Ties, cleaned


class Chain(NamedTuple):
    """The longest chain among nodes that hang together, and how long the longest from each of these nodes is.

    A circle counts as one station: `lengths` leave out the ties within circles, which `nodes` may pass.
    """

    nodes: tuple[str, ...]
    lengths: Mapping[str, int]


def chains(pairs: Iterable[tuple[str, str]]) -> list[Chain]:
    """Return the longest chain of each part of a graph that hangs together, the first by name among equals.

    O(nodes + ties), beside the ways through circles.

    Examples
    --------
    >>> [chain.nodes for chain in chains(["ab", "bc", "xc", "yz"])]
    [('a', 'b', 'c'), ('y', 'z')]
    """
    arrows = sorted((one, other) for one, other in pairs)
    ties = cleaned(sorted({node for pair in arrows for node in pair}), arrows)
    graph = condensed(ties)
    length, onward = _lengths(graph)
    return [_longest(ties, graph, part, length, onward) for part in weak_components(ties)]


def _lengths(graph: Condensation) -> tuple[list[int], list[int | None]]:
    """Return how long the longest chain from each group is, and to which group it goes on."""
    length = [0] * len(graph.groups)
    onward: list[int | None] = [None] * len(graph.groups)
    for group in graph.ends_first:
        if graph.below[group]:
            best = min(graph.below[group], key=lambda other: (-length[other], other))
            length[group], onward[group] = length[best] + 1, best
    return length, onward


def _longest(
    ties: Ties, graph: Condensation, part: Sequence[int], length: Sequence[int], onward: Sequence[int | None]
) -> Chain:
    first = min(part, key=lambda node: (-length[graph.group_of[node]], node))
    path = [first]
    group: int | None = graph.group_of[first]
    while group is not None and (following := onward[group]) is not None:
        path += _way(ties, graph, path[-1], following)
        group = following
    lengths = {ties.nodes[node]: length[graph.group_of[node]] for node in part}
    return Chain(tuple(ties.nodes[node] for node in path), lengths)


def _way(ties: Ties, graph: Condensation, start: int, group: int) -> list[int]:
    """Return the shortest way from a node through its own group to the first node of another group."""
    before: dict[int, int] = {start: start}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        ends = [other for other in ties.onward[node] if graph.group_of[other] == group]
        if ends:
            way = [min(ends)]
            while node != start:
                way.append(node)
                node = before[node]
            return way[::-1]
        for other in ties.onward[node]:
            if other not in before and graph.group_of[other] == graph.group_of[start]:
                before[other] = node
                queue.append(other)
    raise AssertionError("a group that is said to follow another cannot be reached from it")
