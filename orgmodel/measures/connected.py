"""What hangs together: in circles, or in any way at all."""

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from orgmodel.graph.algorithms import strongly_connected
from orgmodel.measures.once import once
from orgmodel.measures.ties import Ties, turned


class Condensation(NamedTuple):
    """A graph whose nodes that reach each other are one: groups by number, and how they point to each other.

    Parameters
    ----------
    groups
        The nodes of each group, by their places; most groups are of one.
    group_of
        The group of each node.
    below, above
        The other groups that each group points to, and those that point to it; sorted.
    ends_first
        The groups, each after all that it points to.
    """

    groups: Sequence[Sequence[int]]
    group_of: Sequence[int]
    below: Sequence[Sequence[int]]
    above: Sequence[Sequence[int]]
    ends_first: Sequence[int]

    @property
    def is_forest(self) -> bool:
        """Whether at most one group points to each, or each points to at most one: two ways never meet again."""
        return all(len(groups) < 2 for groups in self.above) or all(len(groups) < 2 for groups in self.below)


@once
def condensed(ties: Ties) -> Condensation:
    """Return the groups of nodes that reach each other, and how they hang together; O(nodes + ties).

    Examples
    --------
    >>> from orgmodel.measures.ties import cleaned
    >>> found = condensed(cleaned("abc", ["ab", "ba", "bc"]))
    >>> found.groups, found.below, found.ends_first
    ([[0, 1], [2]], [(1,), ()], [1, 0])
    """
    onward = ties.onward
    inward = ties.inward
    order = ends_first(onward, inward)
    if len(order) == len(onward):  # no circles
        return Condensation([(node,) for node in range(len(onward))], range(len(onward)), onward, inward, order)
    groups = _groups(onward, order)
    group_of = [0] * len(onward)
    for group, nodes in enumerate(groups):
        for node in nodes:
            group_of[node] = group
    pairs = {(group_of[node], group_of[other]) for node, others in enumerate(onward) for other in others}
    down: list[list[int]] = [[] for _ in groups]
    for one, other in sorted(pairs):
        if one != other:
            down[one].append(other)
    below = [*map(tuple, down)]
    above = turned(below)
    return Condensation(groups, group_of, below, above, ends_first(below, above))


def _groups(onward: Sequence[Sequence[int]], ends: Sequence[int]) -> Sequence[Sequence[int]]:
    """Return the groups of nodes that reach each other, where those that lead to ends only are known to be alone."""
    left = dict(enumerate(onward))
    for node in ends:
        del left[node]
    inner = {node: [other for other in others if other in left] for node, others in left.items()}
    return sorted([*([node] for node in ends), *strongly_connected(inner, inner)])


def ends_first(below: Sequence[Sequence[int]], above: Sequence[Sequence[int]]) -> list[int]:
    """Return the nodes of a graph without circles, each after all that it points to; what is on a circle is left out.

    Parameters
    ----------
    below, above
        What each node points to, and what points to it.
    """
    waiting = [len(others) for others in below]
    order = [node for node, count in enumerate(waiting) if count == 0]
    for node in order:
        for other in above[node]:
            waiting[other] -= 1
            if waiting[other] == 0:
                order.append(other)
    return order


@once
def weak_components(ties: Ties) -> Sequence[Sequence[int]]:
    """Return the nodes that hang together in any direction, by their places, in the order of their first nodes.

    Examples
    --------
    >>> from orgmodel.measures.ties import cleaned
    >>> weak_components(cleaned("abcd", ["ab", "cb"]))
    [[0, 1, 2], [3]]
    """
    onward = ties.onward
    inward = ties.inward if ties.directed else ((),) * len(onward)
    found: list[list[int]] = []
    seen = bytearray(len(onward))
    for start in range(len(onward)):
        if seen[start]:
            continue
        seen[start] = 1
        component = [start]
        for node in component:
            for other in chain(onward[node], inward[node]):
                if not seen[other]:
                    seen[other] = 1
                    component.append(other)
        found.append(sorted(component))
    return found
