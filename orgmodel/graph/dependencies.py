"""The team dependency graph: who depends on whom, and every reason why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

from orgmodel.graph.algorithms import strongly_connected
from orgmodel.model.place import Spot

Layer = Literal["all", "uses", "waits"]
LAYERS: Final[tuple[Layer, ...]] = ("all", "uses", "waits")
Why = Literal["declared", "component", "initiative", "approval"]

_USES: Final = frozenset({"api", "event", "self-service"})
_WAITS: Final = frozenset({"shared-code", "shared-data", "custom-work", "approval", "staffing"})


class Reason(NamedTuple):
    """One reason why a team depends on another.

    `text` says it in words ("declared: every login change is reviewed"), `spot` is where it is written, and `stated`
    whether its strength is.
    """

    why: Why
    kind: str
    strength: float
    stated: bool
    blocking: bool
    mode: str | None
    text: str
    spot: Spot
    through: tuple[str, str] | None = None

    @property
    def uses(self) -> bool:
        """Whether the dependency goes through something published, as far as is known."""
        return self.kind in _USES or self.kind == "unknown"

    @property
    def waits(self) -> bool:
        """Whether the team has to wait, as far as is known."""
        return self.kind in _WAITS or self.kind == "unknown" or self.blocking or self.mode == "collaboration"


@dataclass(frozen=True, slots=True)
class Edge:
    """All reasons why `source` depends on `target`. Its weight is the sum of their strengths."""

    source: str
    target: str
    reasons: tuple[Reason, ...]
    weight: float

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of its reasons, sorted, each once."""
        return tuple(sorted({reason.kind for reason in self.reasons}))


class TeamDependencies:
    """One layer of the team dependency graph: teams, and an edge for each ordered pair that has a reason.

    Parameters
    ----------
    teams
        Ids of the nodes.
    edges
        At most one edge for each ordered pair, without loops.
    loops
        How many reasons within one team were dropped.
    """

    def __init__(self, teams: Iterable[str], edges: Iterable[Edge], loops: int = 0) -> None:
        self.teams = tuple(sorted(teams))
        self.edges = tuple(sorted(edges, key=lambda edge: (edge.source, edge.target)))
        self.loops = loops

    @cached_property
    def out_edges(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges to the teams that each team depends on; every team is a key."""
        return self._grouped((edge.source, edge) for edge in self.edges)

    @cached_property
    def in_edges(self) -> Mapping[str, tuple[Edge, ...]]:
        """The edges from the teams that depend on each team; every team is a key."""
        return self._grouped((edge.target, edge) for edge in self.edges)

    def _grouped(self, pairs: Iterator[tuple[str, Edge]]) -> Mapping[str, tuple[Edge, ...]]:
        groups: dict[str, list[Edge]] = {team: [] for team in self.teams}
        for team, edge in pairs:
            groups[team].append(edge)
        return {team: tuple(edges) for team, edges in groups.items()}

    def edge(self, source: str, target: str) -> Edge | None:
        """Return the edge between two teams, or None."""
        return next((edge for edge in self.out_edges.get(source, ()) if edge.target == target), None)

    @cached_property
    def successors(self) -> Mapping[str, tuple[str, ...]]:
        """The teams that each team depends on, sorted; teams without any are left out."""
        return {team: tuple(e.target for e in edges) for team, edges in self.out_edges.items() if edges}

    @cached_property
    def connected_teams(self) -> tuple[str, ...]:
        """The teams that depend on another or are depended on."""
        return tuple(team for team in self.teams if self.out_edges[team] or self.in_edges[team])

    @cached_property
    def cyclic_groups(self) -> tuple[tuple[str, ...], ...]:
        """The strongly connected components of two teams or more, each sorted."""
        components = strongly_connected(sorted(self.successors), self.successors)
        return tuple(tuple(component) for component in components if len(component) > 1)

    @cached_property
    def cyclic_group_of(self) -> Mapping[str, tuple[str, ...]]:
        """The cyclic group of each team that is in one."""
        return {team: group for group in self.cyclic_groups for team in group}

    @cached_property
    def weight(self) -> float:
        """The sum of all weights."""
        return sum(edge.weight for edge in self.edges)

    @cached_property
    def stated_share(self) -> float | None:
        """The share of edges all of whose strengths are stated; None without edges."""
        stated = sum(all(reason.stated for reason in edge.reasons) for edge in self.edges)
        return stated / len(self.edges) if self.edges else None

    @cached_property
    def unknown_kind_share(self) -> float | None:
        """The share of reasons whose kind is unknown; None without edges."""
        kinds = [reason.kind for edge in self.edges for reason in edge.reasons]
        return kinds.count("unknown") / len(kinds) if kinds else None


def count_pairs(reasons: Mapping[tuple[str, str], list[Reason]]) -> int:
    """Count the edges of the whole graph, without making them."""
    return sum(source != target for source, target in reasons)


def team_dependencies(
    teams: Iterable[str], reasons: Mapping[tuple[str, str], list[Reason]], layer: Layer
) -> TeamDependencies:
    """Make one layer of the graph from the reasons between each ordered pair of teams."""
    edges = []
    loops = 0
    for (source, target), found in reasons.items():
        kept = tuple(reason for reason in found if layer == "all" or getattr(reason, layer))
        if source == target:
            loops += len(kept)
        elif kept:
            edges.append(Edge(source, target, kept, sum(reason.strength for reason in kept)))
    return TeamDependencies(teams, edges, loops)
