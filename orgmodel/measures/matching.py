"""The pairing of two kinds of things that is worth most, each thing in at most one pair."""

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple, TypeVar

K = TypeVar("K", bound=Hashable)
Weights = Mapping[tuple[K, K], int]

_FEW: Final = 6


class Edge(NamedTuple):
    """A pair that can be chosen: what it is worth, and the numbers of its row and column, which are all different."""

    weight: int
    row: int
    column: int


def heaviest_matching(weights: Weights[K]) -> int:
    """Return the weight of the heaviest matching of rows with columns.

    Pairs are first chosen that no matching can do better without: those worth as much as the best other pair of their
    row and the best other one of their column together. Where people mostly stay with each other that settles nearly
    all in O(k log k) for k weights. Groups of up to six rows or columns of what is left are tried out by dynamic
    programming, larger ones go to an exact solver for sparse assignment problems.

    References
    ----------
    .. [1] R. Jonker and A. Volgenant, A shortest augmenting path algorithm for dense and sparse linear assignment
       problems, Computing 38 (1987).
    """
    certain, left = _Certain(weights).settle()
    return certain + sum(map(_best, _groups(left)))


class _Certain:
    """Takes pairs that belong to some heaviest matching, until there is none that is certain."""

    def __init__(self, weights: Weights[K]) -> None:
        rows: dict[K, int] = {}
        columns: dict[K, int] = {}
        self.edges_of: list[list[Edge]] = []
        for (old, new), weight in weights.items():
            if weight > 0:
                edge = Edge(weight, self._number(rows, old), self._number(columns, new))
                self.edges_of[edge.row].append(edge)
                self.edges_of[edge.column].append(edge)
        for edges in self.edges_of:
            edges.sort()
        self.rows = list(rows.values())
        self.gone = bytearray(len(self.edges_of))

    def _number(self, known: dict[K, int], key: K) -> int:
        if key not in known:
            known[key] = len(self.edges_of)
            self.edges_of.append([])
        return known[key]

    def settle(self) -> tuple[int, list[Edge]]:
        """Return what the certain pairs are worth, and the pairs between rows and columns that are in none."""
        worth = 0
        todo = list(range(len(self.edges_of)))
        while todo:
            edge = self._certain(todo.pop())
            if edge:
                worth += edge.weight
                self.gone[edge.row] = self.gone[edge.column] = 1
                todo += [each.column for each in self.edges_of[edge.row] if not self.gone[each.column]]
                todo += [each.row for each in self.edges_of[edge.column] if not self.gone[each.row]]
        return worth, [
            edge for row in self.rows if not self.gone[row] for edge in self.edges_of[row] if self._open(edge)
        ]

    def _open(self, edge: Edge) -> bool:
        return not (self.gone[edge.row] or self.gone[edge.column])

    def _certain(self, node: int) -> Edge | None:
        """Return the best pair of a row or column if it is certain."""
        if self.gone[node] or not (edges := self._open_edges(node)):
            return None
        best = edges[-1]
        second = edges[-2].weight if len(edges) > 1 else 0
        others = self._open_edges(best.column if best.row == node else best.row)
        rival = others[-1] if others[-1] is not best else others[-2] if len(others) > 1 else None
        return best if best.weight >= second + (rival.weight if rival else 0) else None

    def _open_edges(self, node: int) -> list[Edge]:
        """Return the pairs of a row or column; the two best, which are last, are still open."""
        edges = self.edges_of[node]
        while edges and not self._open(edges[-1]):
            edges.pop()
        while len(edges) > 1 and not self._open(edges[-2]):
            del edges[-2]
        return edges


def _groups(edges: Iterable[Edge]) -> Iterator[list[Edge]]:
    """Yield the pairs in groups that have no row and no column in common."""
    edges_of: dict[int, list[Edge]] = {}
    for edge in edges:
        edges_of.setdefault(edge.row, []).append(edge)
        edges_of.setdefault(edge.column, []).append(edge)
    seen: set[int] = set()
    for start in edges_of:
        if start not in seen:
            yield list(dict.fromkeys(_reached(start, edges_of, seen)))


def _reached(start: int, edges_of: Mapping[int, list[Edge]], seen: set[int]) -> Iterator[Edge]:
    seen.add(start)
    todo = [start]
    while todo:
        node = todo.pop()
        yield from edges_of[node]
        reached = {edge.row if edge.column == node else edge.column for edge in edges_of[node]} - seen
        seen |= reached
        todo += reached


def _best(edges: list[Edge]) -> int:
    """Return the weight of the heaviest matching of one group."""
    rows, columns = len({edge.row for edge in edges}), len({edge.column for edge in edges})
    if rows > columns:
        edges = [Edge(edge.weight, edge.column, edge.row) for edge in edges]
    return _tried_out(edges) if min(rows, columns) <= _FEW else _solved(edges)


def _tried_out(edges: list[Edge]) -> int:
    """Try every set of the few rows: the best weight with which the columns seen so far can be paired with it."""
    bits = {row: 1 << n for n, row in enumerate(sorted({edge.row for edge in edges}))}
    best = [0] * (1 << len(bits))
    by_column: dict[int, list[Edge]] = {}
    for edge in edges:
        by_column.setdefault(edge.column, []).append(edge)
    for of_column in by_column.values():
        before = best.copy()
        for weight, row, _ in of_column:
            for rows in range(len(best)):
                if rows & bits[row]:
                    best[rows] = max(best[rows], before[rows ^ bits[row]] + weight)
    return best[-1]


def _solved(edges: list[Edge]) -> int:
    """Solve a large group, in which each row may also be paired with nothing: with a column of its own."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    rows = {row: n for n, row in enumerate(sorted({edge.row for edge in edges}))}
    columns = {column: n for n, column in enumerate(sorted({edge.column for edge in edges}))}
    # A weight of 0 would be no entry, hence all are worth one more: there are as many pairs in every full matching.
    weights = [edge.weight + 1 for edge in edges] + [1] * len(rows)
    numbers = [rows[edge.row] for edge in edges] + list(range(len(rows)))
    against = [columns[edge.column] for edge in edges] + [len(columns) + n for n in range(len(rows))]
    matrix = csr_array((weights, (numbers, against)), shape=(len(rows), len(columns) + len(rows)))
    chosen = min_weight_full_bipartite_matching(matrix, maximize=True)
    return int(matrix[chosen].sum()) - len(rows)
