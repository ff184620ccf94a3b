"""What the tests of measures share: dependencies without the organisation around them."""

from collections.abc import Iterable, Mapping

from hypothesis import strategies as st

from orgmodel import catalogue
from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Edge, Layer, Reason, TeamDependencies
from orgmodel.model.place import Spot

SPOT = Spot("dependencies", 0)
TEAMS = "abcdefg"
PAIRS = st.tuples(st.sampled_from(TEAMS), st.sampled_from(TEAMS)).filter(lambda pair: pair[0] != pair[1])
GRAPHS = st.dictionaries(PAIRS, st.integers(1, 5).map(float), max_size=24)
"""Graphs of seven teams at most: the weight of each dependency."""


def edge(source: str, target: str, weight: float = 1.0, kind: str = "shared-data") -> Edge:
    """Return one dependency for one reason."""
    return Edge(source, target, (Reason("declared", kind, weight, True, False, None, "declared", SPOT),), weight)


def dependencies(weights: Mapping[tuple[str, str], float], teams: Iterable[str] = ()) -> TeamDependencies:
    """Return the dependencies with these weights between these teams and those that the pairs name."""
    named = {team for pair in weights for team in pair}
    return TeamDependencies(named.union(teams), [edge(*pair, weight) for pair, weight in weights.items()])


def weighed(*arrows: str) -> dict[tuple[str, str], float]:
    """Return the pairs of arrows such as ``ab`` or ``ab2``, which are one letter each and a weight."""
    return {(arrow[0], arrow[1]): float(arrow[2:] or 1) for arrow in arrows}


def value(graph: OrgGraph, id: str, layer: Layer = "all") -> object:
    """Compute one measure."""
    measure = next(each for each in catalogue.measures((id,), catalogue.kind_of((id,))))
    return measure.compute(graph, layer)
