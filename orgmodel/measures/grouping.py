"""Grouping: how well teams and groups keep dependencies inside."""

from collections import defaultdict
from collections.abc import Iterator

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Detailed, Undefined, measure


@measure("organisation", unit="−0.5 to 1", evidence="descriptive")
def modularity(graph: OrgGraph, layer: Layer) -> float | Undefined:
    """Modularity of the team dependency graph, grouped by the group each team belongs to.

    Directed and weighted: the share of weight inside groups, less the share to be expected if dependencies kept their
    ends but fell at random. Teams without a group stand for themselves. Undefined without dependencies.

    References
    ----------
    .. [1] M. Newman, M. Girvan, Finding and evaluating community structure in networks (2004).
    .. [2] E. Leicht, M. Newman, Community structure in directed networks (2008).
    """
    dependencies = graph.dependencies(layer)
    total = dependencies.weight
    if not total:
        return Undefined("there are no dependencies between teams")
    home = {team: graph.parent_of(team) or f"team:{team}" for team in dependencies.teams}
    inside: dict[str, float] = defaultdict(float)
    out: dict[str, float] = defaultdict(float)
    into: dict[str, float] = defaultdict(float)
    for edge in dependencies.edges:
        source, target = home[edge.source], home[edge.target]
        out[source] += edge.weight
        into[target] += edge.weight
        if source == target:
            inside[source] += edge.weight
    return sum(inside[group] / total - out[group] * into[group] / total**2 for group in sorted({*out, *into}))


@measure("organisation", unit="share", evidence="descriptive", better="down")
def inter_team_dependency_ratio(graph: OrgGraph, layer: Layer) -> float | Detailed | Undefined:
    """Share of the dependencies between components that cross from one team to another.

    Only dependencies both of whose components have exactly one owning team are counted; the others are told apart.
    """
    crossing = list(_crossing(graph))
    known = [each for each in crossing if each is not None]
    if not known:
        return Undefined("no component depends on another, or their owners are not known")
    ratio = sum(known) / len(known)
    left_out = len(crossing) - len(known)
    return Detailed(ratio, f"{left_out} without one owning team at each end left out") if left_out else ratio


def _crossing(graph: OrgGraph) -> Iterator[bool | None]:
    for id, component in graph.org.components.items():
        for needs in component.depends_on or ():
            if needs.component in graph.org.components and needs.component != id:
                ends = graph.owning_teams(id), graph.owning_teams(needs.component)
                yield ends[0] != ends[1] if len(ends[0]) == len(ends[1]) == 1 else None
