"""Reach: how far a change or a delay can travel along dependencies."""

from collections.abc import Mapping
from functools import lru_cache
from itertools import chain

from orgmodel.graph import OrgGraph
from orgmodel.graph.algorithms import strongly_connected
from orgmodel.graph.dependencies import Layer, TeamDependencies
from orgmodel.measures.base import Undefined, measure


@lru_cache(maxsize=8)
def _reachable(dependencies: TeamDependencies) -> Mapping[str, int]:
    """Return, for each team, the teams it reaches, itself included, as a number with one bit for each team.

    Teams of one cyclic group reach the same, so each group is worked out once, those at the end of the chains first.
    """
    bit = {team: 1 << n for n, team in enumerate(dependencies.teams)}
    successors = dependencies.successors
    groups = strongly_connected(dependencies.teams, successors)
    group_of = {team: n for n, group in enumerate(groups) for team in group}
    below = [
        {group_of[other] for team in group for other in successors.get(team, ())} - {n}
        for n, group in enumerate(groups)
    ]
    reach: dict[int, int] = {}
    for n in _ends_first(below):
        own = sum(bit[team] for team in groups[n])
        for other in below[n]:
            own |= reach[other]
        reach[n] = own
    return {team: reach[group_of[team]] for team in dependencies.teams}


def _ends_first(below: list[set[int]]) -> list[int]:
    """Return the nodes of a graph without circles, each after all that it points to."""
    waiting = [len(others) for others in below]
    above: list[list[int]] = [[] for _ in below]
    for n, others in enumerate(below):
        for other in others:
            above[other].append(n)
    order = [n for n, count in enumerate(waiting) if count == 0]
    for n in order:
        for other in above[n]:
            waiting[other] -= 1
            if waiting[other] == 0:
                order.append(other)
    return order


@measure("team", unit="teams", evidence="supported", better="down")
def visibility_fan_out(graph: OrgGraph, layer: Layer) -> Mapping[str, float]:
    """Teams that a team depends on, directly or in the end, itself included.

    References
    ----------
    .. [1] A. MacCormack, J. Rusnak, C. Baldwin, Exploring the structure of complex software designs (2006).
    """
    return {team: reach.bit_count() for team, reach in _reachable(graph.dependencies(layer)).items()}


@measure("team", unit="teams", evidence="supported")
def visibility_fan_in(graph: OrgGraph, layer: Layer) -> Mapping[str, float]:
    """Teams that depend on a team, directly or in the end, itself included.

    References
    ----------
    .. [1] A. MacCormack, J. Rusnak, C. Baldwin, Exploring the structure of complex software designs (2006).
    """
    dependencies = graph.dependencies(layer)
    turned = _Turned(dependencies)
    return {team: reach.bit_count() for team, reach in _reachable(turned).items()}


class _Turned(TeamDependencies):
    """The same teams with every dependency turned round."""

    def __init__(self, dependencies: TeamDependencies) -> None:
        super().__init__(dependencies.teams, ())
        into = dependencies.in_edges
        self.__dict__["successors"] = {team: tuple(e.source for e in edges) for team, edges in into.items() if edges}


@measure("organisation", unit="share", evidence="supported", better="down")
def propagation_cost(graph: OrgGraph, layer: Layer) -> float | Undefined:
    """Share of all ordered pairs of teams of which one reaches the other; each team reaches itself, so it is never 0.

    Exact, by bit sets over the cyclic groups; O(teams · dependencies / 64).

    References
    ----------
    .. [1] A. MacCormack, J. Rusnak, C. Baldwin, Exploring the structure of complex software designs (2006).
    """
    reach = _reachable(graph.dependencies(layer))
    if not reach:
        return Undefined("there are no teams")
    return sum(bits.bit_count() for bits in reach.values()) / len(reach) ** 2


@measure("organisation", unit="teams", evidence="supported", better="down")
def largest_cycle(graph: OrgGraph, layer: Layer) -> float | Undefined:
    """Teams in the largest set that all reach each other along dependencies; 1 where there is no cycle.

    References
    ----------
    .. [1] R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972).
    """
    dependencies = graph.dependencies(layer)
    if not dependencies.teams:
        return Undefined("there are no teams")
    return max(chain((1,), map(len, dependencies.cyclic_groups)))


@measure("team", unit="yes or no", evidence="supported")
def in_cycle(graph: OrgGraph, layer: Layer) -> Mapping[str, bool]:
    """Whether a team depends on itself in the end, through others."""
    dependencies = graph.dependencies(layer)
    return {team: team in dependencies.cyclic_group_of for team in dependencies.teams}
