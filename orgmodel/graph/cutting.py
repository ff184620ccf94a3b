"""Teams without which others would no longer hang together, and what would fall off."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from orgmodel.graph.dependencies import TeamDependencies


class Cut(NamedTuple):
    """A team without which the teams that hang together through it fall into pieces.

    `sizes` are those of the pieces, the largest first, and `cut_off` a few teams of each but the largest.
    """

    team: str
    sizes: tuple[int, ...]
    cut_off: tuple[tuple[str, ...], ...]


def cuts(dependencies: TeamDependencies, *, most_named: int = 6) -> list[Cut]:
    """Return the teams that hold others together, by id, whatever the direction of the dependencies.

    O(teams + dependencies): each team is visited once, and a piece below it is a run of those visited after it.

    Parameters
    ----------
    dependencies
        The graph.
    most_named
        How many teams of a piece are named at most.

    References
    ----------
    .. [1] J. Hopcroft, R. Tarjan, Algorithm 447: efficient algorithms for graph manipulation, Communications of the ACM
       16 (1973).
    """
    beside = _neighbours(dependencies)
    search = _Search(beside)
    found: list[Cut] = []
    for root in sorted(beside):
        if root not in search.number:
            found += search.from_root(root, most_named)
    return sorted(found)


def _neighbours(dependencies: TeamDependencies) -> Mapping[str, Sequence[str]]:
    beside: dict[str, dict[str, None]] = {}
    for edge in dependencies.edges:
        beside.setdefault(edge.source, {})[edge.target] = None
        beside.setdefault(edge.target, {})[edge.source] = None
    return {team: tuple(others) for team, others in beside.items()}


class _Search:
    """One depth-first search: the order of visits, and for each team how early a team below it leads back to."""

    def __init__(self, beside: Mapping[str, Sequence[str]]) -> None:
        self._beside = beside
        self.order: list[str] = []
        self.number: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._pieces: dict[str, list[tuple[int, int]]] = {}

    def from_root(self, root: str, most_named: int) -> list[Cut]:
        """Visit everything that hangs together with a team, and return those that hold it together."""
        start = len(self.order)
        self._visit(root)
        end = len(self.order)
        holding = [team for team in self.order[start:end] if len(self._pieces.get(team, ())) > (team == root)]
        return [self._cut(team, start, end, most_named) for team in holding]

    def _visit(self, root: str) -> None:
        self._open(root)
        path = [(root, "", iter(self._beside[root]))]
        while path:
            team, above, rest = path[-1]
            for other in rest:
                if other not in self.number:
                    self._open(other)
                    path.append((other, team, iter(self._beside[other])))
                    break
                if other != above:
                    self._low[team] = min(self._low[team], self.number[other])
            else:
                path.pop()
                if path:
                    self._close(team, above)

    def _open(self, team: str) -> None:
        self.number[team] = self._low[team] = len(self.order)
        self.order.append(team)

    def _close(self, team: str, above: str) -> None:
        """Go back up; what is below and leads back to nothing earlier falls off without the team above."""
        if self._low[team] >= self.number[above]:
            self._pieces.setdefault(above, []).append((self.number[team], len(self.order)))
        self._low[above] = min(self._low[above], self._low[team])

    def _cut(self, team: str, start: int, end: int, most_named: int) -> Cut:
        pieces = [(last - first, self.order[first : min(last, first + most_named)]) for first, last in self._runs(team)]
        rest = end - start - 1 - sum(size for size, _ in pieces)
        if rest:
            pieces.append((rest, self._outside(team, start, end, most_named)))
        pieces.sort(key=lambda piece: (-piece[0], sorted(piece[1])))
        return Cut(team, tuple(size for size, _ in pieces), tuple(tuple(sorted(some)) for _, some in pieces[1:]))

    def _runs(self, team: str) -> list[tuple[int, int]]:
        return self._pieces.get(team, [])

    def _outside(self, team: str, start: int, end: int, most_named: int) -> list[str]:
        """Return a few of those that hang together with a team, and are neither it nor in a piece below it."""
        found: list[str] = []
        place = start
        skip = dict(self._runs(team))
        while place < end and len(found) < most_named:
            if place in skip:
                place = skip[place]
                continue
            if self.order[place] != team:
                found.append(self.order[place])
            place += 1
        return found
