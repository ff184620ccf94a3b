"""The few graph algorithms that every audit needs, so that a small audit need not load networkx."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node", str, int)

Successors = Mapping[str, Iterable[str]]
"""For each node the nodes it points to; a node without any may be missing."""


def strongly_connected(nodes: Iterable[Node], successors: Mapping[Node, Iterable[Node]]) -> list[list[Node]]:
    """Return the strongly connected components of a directed graph, each sorted, in the order of their first nodes.

    Iterative form of Tarjan's algorithm; O(nodes + edges).

    References
    ----------
    .. [1] R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972).
    """
    index: dict[Node, int] = {}
    low: dict[Node, int] = {}
    stack: list[Node] = []
    on_stack: set[Node] = set()
    components: list[list[Node]] = []
    for root in nodes:
        if root in index:
            continue
        work: list[tuple[Node, Iterator[Node]]] = []
        _open(root, successors, index, low, stack, on_stack, work)
        while work:
            node, rest = work[-1]
            for follower in rest:
                if follower not in index:
                    _open(follower, successors, index, low, stack, on_stack, work)
                    break
                if follower in on_stack:
                    low[node] = min(low[node], index[follower])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    components.append(_close(node, stack, on_stack))
    return sorted(components)


def _open(
    node: Node,
    successors: Mapping[Node, Iterable[Node]],
    index: dict[Node, int],
    low: dict[Node, int],
    stack: list[Node],
    on_stack: set[Node],
    work: list[tuple[Node, Iterator[Node]]],
) -> None:
    index[node] = low[node] = len(index)
    stack.append(node)
    on_stack.add(node)
    work.append((node, iter(successors.get(node, ()))))


def _close(node: Node, stack: list[Node], on_stack: set[Node]) -> list[Node]:
    component: list[Node] = []
    while not component or component[-1] != node:
        component.append(stack.pop())
        on_stack.discard(component[-1])
    return sorted(component)


def roots_and_circles(parent: Mapping[str, str | None]) -> tuple[list[str], list[list[str]]]:
    """Return the nodes without a parent, and the circles, of a graph in which everyone has at most one parent.

    Parameters
    ----------
    parent
        The parent of each node; a parent that is no key counts as none.

    Returns
    -------
    tuple
        The roots, sorted; and each circle once, beginning with its smallest node and going from child to parent.
    """
    roots = sorted(node for node, above in parent.items() if above not in parent)
    settled: set[str] = set()
    circles = []
    for start, above in parent.items():
        if above not in parent or above in settled:  # by far the most: no need to follow them
            settled.add(start)
        if start in settled:
            continue
        path: list[str] = []
        seen: dict[str, int] = {}
        node: str | None = start
        while node is not None and node in parent and node not in settled and node not in seen:
            seen[node] = len(path)
            path.append(node)
            node = parent[node]
        if node is not None and node in seen:
            circle = path[seen[node] :]
            first = circle.index(min(circle))
            circles.append(circle[first:] + circle[:first])
        settled.update(path)
    return roots, sorted(circles)


def shortest_circles(nodes: Sequence[str], successors: Successors) -> Iterator[list[str]]:
    """Yield, for each node in turn, a shortest circle through it within the given nodes, if there is one."""
    inside = set(nodes)
    for start in nodes:
        before: dict[str, str] = {}
        layer = [start]
        closed = None
        while layer and closed is None:
            reached = []
            for node in layer:
                for follower in sorted(successors.get(node, ())):
                    if follower == start:
                        closed = node
                        break
                    if follower in inside and follower not in before:
                        before[follower] = node
                        reached.append(follower)
                if closed is not None:
                    break
            layer = reached
        if closed is not None:
            circle = [closed]
            while circle[-1] != start:
                circle.append(before[circle[-1]])
            yield circle[::-1]
