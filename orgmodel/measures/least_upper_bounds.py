"""Pairs of nodes that have no least upper bound."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from orgmodel.measures.base import Undefined
from orgmodel.measures.connected import Condensation, condensed, weak_components
from orgmodel.measures.ties import Ties

EXACT_UP_TO: Final = 2000
"""Up to this many groups in components that are no trees, pairs are looked at one by one: a second or two."""


def pairs_without(ties: Ties) -> int | Undefined:
    """Count the pairs of nodes in one weak component that have no least upper bound.

    An upper bound of a pair reaches both, where each node reaches itself; the least one is reached by all others. Nodes
    that reach each other have the same bounds, so groups of them stand for their nodes. A component in which at most
    one group points to each is a tree, in which each pair has a lowest common ancestor.

    Returns
    -------
    int or Undefined
        How many pairs; undefined beyond `EXACT_UP_TO` groups in components that are no trees.

    Examples
    --------
    >>> pairs_without(cleaned("acbde", ["ac", "cd", "ce", "bc"]))
    1
    """
    graph = condensed(ties)
    if all(len(groups) < 2 for groups in graph.above):
        return 0
    tangled = [groups for groups in _components(ties, graph) if any(len(graph.above[group]) > 1 for group in groups)]
    if sum(map(len, tangled)) > EXACT_UP_TO:
        return Undefined(f"more than {EXACT_UP_TO:,} people and groups that are no tree: too many pairs to look at")
    bounds = _upper_bounds(graph, {group for groups in tangled for group in groups})
    return sum(_pairs_in(groups, graph, bounds) for groups in tangled)


def _components(ties: Ties, graph: Condensation) -> Iterator[list[int]]:
    """Yield the groups of each weak component."""
    for component in weak_components(ties):
        yield sorted({graph.group_of[node] for node in component})


def _upper_bounds(graph: Condensation, groups: Iterable[int]) -> dict[int, int]:
    """Return which of some groups reach each of them, itself included, as a number with one bit for each."""
    bounds = {group: 1 << place for place, group in enumerate(sorted(groups))}
    for group in reversed(graph.ends_first):
        if group in bounds:
            for other in graph.above[group]:
                bounds[group] |= bounds[other]
    return bounds


def _pairs_in(groups: Iterable[int], graph: Condensation, bounds: dict[int, int]) -> int:
    """Count the pairs of nodes without a least upper bound in one component.

    All that is above an upper bound is one itself. So a bound is the least if nothing but what is above it, and itself,
    bounds the pair; and no two groups have the same above them.
    """
    above = {bounds[group] for group in groups}
    size = {group: len(graph.groups[group]) for group in groups}
    return sum(
        size[one] * size[other] for one, other in combinations(groups, 2) if bounds[one] & bounds[other] not in above
    )
