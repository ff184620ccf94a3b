"""What measures of grouping are computed from: ties, and the group that each of their nodes belongs to."""

from collections import defaultdict
from collections.abc import Mapping
from math import fsum
from typing import Final, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Given, Undefined
from orgmodel.measures.interactions import single_owners
from orgmodel.measures.once import once
from orgmodel.measures.subjects import team_ties
from orgmodel.measures.ties import Ties, cleaned

_INSIDE: Final = ("inside", "also inside")
_OUTSIDE: Final = ("outside", "also outside")


@once
def teams_by_group(graph: OrgGraph, layer: Layer) -> Given:
    """Return the ties between teams, and the group of each; a team without a group stands for itself."""
    ties = team_ties(graph, layer)
    return Given((ties, {team: graph.parent_of(team) or ("team", team) for team in ties.nodes}))


@once
def components_by_team(graph: OrgGraph, layer: Layer) -> Given | Undefined:
    """Return the ties between components, each pair once, and the team of each that is owned by exactly one."""
    known = graph.org.components
    pairs = (
        (id, needs.component)
        for id in sorted(known)
        for needs in known[id].depends_on or ()
        if needs.component in known
    )
    ties = cleaned((), dict.fromkeys(pairs))
    if not ties.weights:
        return Undefined("no component depends on another")
    return Given((ties, single_owners(graph)))


class Border(NamedTuple):
    """What lies within a group, what crosses its border, and what lies wholly outside: all numbers of one kind."""

    inside: float
    crossing: float
    outside: float

    @property
    def ties(self) -> Ties:
        """The smallest graph with the same numbers: two nodes inside the group, two outside."""
        weights = {_INSIDE: self.inside, (_INSIDE[0], _OUTSIDE[0]): self.crossing, _OUTSIDE: self.outside}
        kept = {pair: weight for pair, weight in weights.items() if weight}
        return Ties(nodes=(*_INSIDE, *_OUTSIDE), weights=kept, directed=False)


class Borders(NamedTuple):
    """The border of one group, by weight and by pairs of teams."""

    weight: Border
    pairs: Border


def around_each_group(graph: OrgGraph, layer: Layer) -> Mapping[str, Given]:
    """Return for each group the ties around its border, by weight, and what is inside."""
    return {id: Given((each.weight.ties, _INSIDE)) for id, each in _borders(graph, layer).items()}


def pairs_of_each_group(graph: OrgGraph, layer: Layer) -> Mapping[str, Given]:
    """Return for each group the pairs of teams that it has part in, and on which side of its border each end is."""
    home = dict.fromkeys(_INSIDE, _INSIDE) | dict.fromkeys(_OUTSIDE, _OUTSIDE)
    return {id: Given((each.pairs._replace(outside=0.0).ties, home)) for id, each in _borders(graph, layer).items()}


@once
def _borders(graph: OrgGraph, layer: Layer) -> Mapping[str, Borders]:
    """Go once through the dependencies: each is inside what both teams are below, and crosses what only one is."""
    ties = team_ties(graph, layer)
    known: dict[str | None, frozenset[str]] = {}
    above: dict[str, frozenset[str]] = {}
    for team in ties.nodes:
        group = graph.parent_of(team)
        if group not in known:
            known[group] = frozenset(graph.ancestors(team))
        above[team] = known[group]
    inside: dict[str, list[float]] = defaultdict(list)
    crossing: dict[str, list[float]] = defaultdict(list)
    for (one, other), strength in ties.weights.items():
        for group in above[one] & above[other]:
            inside[group].append(strength)
        for group in above[one] ^ above[other]:
            crossing[group].append(strength)
    weight, pairs = fsum(ties.weights.values()), len(ties.weights)
    return {
        group.id: Borders(
            _border(fsum(inside[group.id]), fsum(crossing[group.id]), weight),
            _border(len(inside[group.id]), len(crossing[group.id]), pairs),
        )
        for group in graph.groups
    }


def _border(inside: float, crossing: float, everything: float) -> Border:
    return Border(inside, crossing, max(0.0, everything - inside - crossing))
