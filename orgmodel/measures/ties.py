"""Ties: the cleaned graph that stands before every graph measure."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from orgmodel.graph.dependencies import TeamDependencies
from orgmodel.measures.once import once

Node = Hashable
Tie = tuple[Any, Any]


@dataclass(frozen=True, eq=False, kw_only=True)
class Ties:
    """Nodes and the weighted ties between them: no loops, each pair once.

    An arrow from u to v means that u depends on v; in hierarchies it goes from a manager to a report. Two ties are the
    same only if they are the same object, so what is worked out from them can be kept.

    Parameters
    ----------
    nodes
        All nodes, in the order given.
    weights
        The weight of each tie, 1 where none was stated; without direction each pair stands once, in the order of the
        nodes.
    directed
        Whether a tie from u to v differs from one from v to u.
    loops, merged
        How many loops were dropped, and how many ties were merged into others between the same nodes.
    multiple
        The ties that others were merged into.
    """

    nodes: tuple[Any, ...]
    weights: Mapping[Tie, float]
    directed: bool = True
    loops: int = 0
    merged: int = 0
    multiple: frozenset[Tie] = frozenset()

    @cached_property
    def number(self) -> Mapping[Any, int]:
        """The place of each node among the nodes."""
        return {node: place for place, node in enumerate(self.nodes)}

    @cached_property
    def successors(self) -> Mapping[Any, tuple[Any, ...]]:
        """The nodes that each node has a tie to, in the order of the ties; every node is a key."""
        return self._ends(forward=True)

    @cached_property
    def predecessors(self) -> Mapping[Any, tuple[Any, ...]]:
        """The nodes that have a tie to each node; every node is a key."""
        return self._ends(forward=False)

    @cached_property
    def onward(self) -> tuple[tuple[int, ...], ...]:
        """For the place of each node, the places of the nodes that it has a tie to."""
        number = self.number
        found: dict[int, list[int]] = {}
        for one, other in self.weights:
            first, second = number[one], number[other]
            found.setdefault(first, []).append(second)
            if not self.directed:
                found.setdefault(second, []).append(first)
        return tuple(tuple(found.get(node, ())) for node in range(len(self.nodes)))

    @cached_property
    def inward(self) -> tuple[tuple[int, ...], ...]:
        """For the place of each node, the places of those that have a tie to it; sorted."""
        return turned(self.onward)

    @cached_property
    def total(self) -> float:
        """The sum of all weights."""
        return sum(self.weights.values())

    @cached_property
    def undirected(self) -> "Ties":
        """The same without direction: the weights of both directions are summed."""
        if not self.directed:
            return self
        edges = ((one, other, weight) for (one, other), weight in self.weights.items())
        found = cleaned(self.nodes, edges, directed=False)
        turned = ((one, other) if (one, other) in found.weights else (other, one) for one, other in self.multiple)
        return replace(
            found, loops=self.loops, merged=self.merged + found.merged, multiple=found.multiple.union(turned)
        )

    @cached_property
    def reversed(self) -> "Ties":
        """The same with every arrow turned round."""
        turned = {(other, one): weight for (one, other), weight in self.weights.items()}
        multiple = frozenset((other, one) for one, other in self.multiple)
        return replace(self, weights=turned, multiple=multiple)

    def _ends(self, *, forward: bool) -> Mapping[Any, tuple[Any, ...]]:
        found: dict[Any, list[Any]] = {node: [] for node in self.nodes}
        for one, other in self.weights:
            if forward or not self.directed:
                found[one].append(other)
            if not forward or not self.directed:
                found[other].append(one)
        return {node: tuple(ends) for node, ends in found.items()}


def cleaned(nodes: Iterable[Node], edges: Iterable[Sequence[Any]], *, directed: bool = True) -> Ties:
    """Clean a graph: drop loops, merge what is between the same nodes, and count both.

    Parameters
    ----------
    nodes
        Nodes; those that only edges name come after them.
    edges
        From where, to where and, if it is stated, the weight; weights of merged edges are summed.
    directed
        Whether the direction counts.

    Raises
    ------
    ValueError
        If a weight is negative.

    Examples
    --------
    >>> ties = cleaned("abc", [("a", "b", 2), ("a", "b"), ("c", "c")])
    >>> dict(ties.weights), ties.loops, ties.merged
    ({('a', 'b'): 3.0}, 1, 1)
    """
    place: dict[Node, int] = {}
    for node in nodes:
        place.setdefault(node, len(place))
    weights: dict[Tie, float] = {}
    multiple: set[Tie] = set()
    loops = merged = 0
    for one, other, *stated in edges:
        weight = float(stated[0]) if stated and stated[0] is not None else 1.0
        if weight < 0:
            raise ValueError(f"the weight between {one} and {other} is negative: {weight:g}")
        first, second = place.setdefault(one, len(place)), place.setdefault(other, len(place))
        if first == second:
            loops += 1
            continue
        tie = (one, other) if directed or first < second else (other, one)
        if tie in weights:
            merged += 1
            multiple.add(tie)
        weights[tie] = weights.get(tie, 0.0) + weight
    return Ties(
        nodes=tuple(place),
        weights=weights,
        directed=directed,
        loops=loops,
        merged=merged,
        multiple=frozenset(multiple),
    )


@once
def ties_of(dependencies: TeamDependencies) -> Ties:
    """Return the ties between teams; the graph has merged its reasons and dropped its loops already."""
    weights = {(edge.source, edge.target): edge.weight for edge in dependencies.edges}
    merged = sum(len(edge.reasons) - 1 for edge in dependencies.edges)
    multiple = frozenset((edge.source, edge.target) for edge in dependencies.edges if len(edge.reasons) > 1)
    return Ties(nodes=dependencies.teams, weights=weights, loops=dependencies.loops, merged=merged, multiple=multiple)


def turned(onward: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """Return for each node those that point to it, sorted.

    Examples
    --------
    >>> turned([(1, 2), (2,), ()])
    ((), (0,), (0, 1))
    """
    inward: list[Sequence[int]] = [()] * len(onward)
    for node, others in enumerate(onward):
        for other in others:
            before = inward[other]
            if isinstance(before, list):
                before.append(node)
            else:  # to most nodes no more than one points: a list for each would take twice the memory
                inward[other] = [*before, node] if before else (node,)
    return tuple(map(tuple, inward))


def by_name(ties: Ties, found: Iterable[Any]) -> tuple[Any, ...]:
    """Return some of the nodes sorted; in their own order where names of different types cannot be compared."""
    nodes = sorted(found, key=ties.number.__getitem__)
    try:
        return tuple(sorted(nodes))
    except TypeError:
        return tuple(nodes)
