"""Teams and groups as trees: every one of them once, even where they are each other's parents."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from orgmodel.graph import OrgGraph


class Forest:
    """The trees that teams and groups are.

    Parameters
    ----------
    graph
        The organisation. A circle of parents begins with its smallest id.
    """

    def __init__(self, graph: OrgGraph) -> None:
        self.graph = graph

    @cached_property
    def roots(self) -> tuple[str, ...]:
        """What hangs below nothing, sorted."""
        firsts = {min(circle) for circle in self.graph.hierarchy.circles}
        return tuple(id for id in sorted(self.graph.org.teams) if id in firsts or self.graph.parent_of(id) is None)

    @cached_property
    def level(self) -> Mapping[str, int]:
        """How deep everything hangs; 1 at the top."""
        return {id: level for id, level, _ in self._walk}

    @cached_property
    def children(self) -> Mapping[str, tuple[str, ...]]:
        """What hangs right below each, sorted; what has nothing below it is left out."""
        found: dict[str, list[str]] = {}
        for id, _, parent in self._walk:
            if parent is not None:
                found.setdefault(parent, []).append(id)
        return {parent: tuple(sorted(ids)) for parent, ids in found.items()}

    @cached_property
    def parent(self) -> Mapping[str, str]:
        """What each hangs from; roots are left out."""
        return {child: parent for parent, children in self.children.items() for child in children}

    @cached_property
    def _walk(self) -> tuple[tuple[str, int, str | None], ...]:
        """Everything with its level and what it hangs from, each after the latter."""
        found: dict[str, tuple[str, int, str | None]] = {id: (id, 1, None) for id in self.roots}
        todo = list(self.roots)
        while todo:
            id = todo.pop()
            for child in self.graph.hierarchy.children.get(id, ()):
                if child not in found:
                    found[child] = (child, found[id][1] + 1, id)
                    todo.append(child)
        return tuple(found.values())

    def is_headed(self, id: str) -> bool:
        """Tell whether something is a group, or has something below it."""
        return id in self.children or self.graph.kind_of(id) == "group"

    def parted(self, ids: Iterable[str]) -> tuple[list[str], list[str]]:
        """Part ids into teams without anything below them, and all others."""
        loose: list[str] = []
        headed: list[str] = []
        for id in ids:
            (headed if self.is_headed(id) else loose).append(id)
        return loose, headed

    def line(self, id: str) -> tuple[str, ...]:
        """Return what is above something, the highest first."""
        found: list[str] = []
        while id in self.parent:
            id = self.parent[id]
            found.append(id)
        return tuple(reversed(found))

    def branch(self, id: str) -> Iterator[str]:
        """Yield something and all that is below it."""
        todo = [id]
        while todo:
            each = todo.pop()
            yield each
            todo += self.children.get(each, ())

    def with_line(self, ids: Iterable[str]) -> frozenset[str]:
        """Return these and all that is above them."""
        found: set[str] = set()
        for id in ids:
            at: str | None = id
            while at is not None and at not in found:
                found.add(at)
                at = self.parent.get(at)
        return frozenset(found)

    def folding_level(self, most: int, *, heads: int, ids: Iterable[str]) -> int | None:
        """Return the deepest level at which there are at most so many groups among these; None if there is none.

        With all levels above it there are at most so many `heads`.
        """
        counts = Counter(self.level[id] for id in ids if self.is_headed(id))
        above = accumulate(counts[level] for level in sorted(counts))
        levels = zip(sorted(counts), above, strict=True)
        return max((level for level, all in levels if counts[level] <= most and all <= heads), default=None)

    def common(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Return what is above all of these, the highest first."""
        lines = [self.line(id) for id in ids]
        shared = [places[0] for places in zip(*lines, strict=False) if len(set(places)) == 1]
        return tuple(shared)
