"""What measures of knowledge are computed from: who knows which component, and who contributes to it."""

from collections.abc import Mapping

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Given, Undefined


def knowers_of_components(graph: OrgGraph, layer: Layer) -> Mapping[str, tuple[str, ...]] | Undefined:
    """Return who knows each component of which that is stated; vacant positions know nothing."""
    vacant = _vacant(graph)
    stated = {
        component.id: tuple(sorted(set(component.experts) - vacant))
        for component in graph.components
        if component.experts is not None
    }
    if not stated:
        return Undefined("no component states its experts" if graph.components else "there are no components")
    return stated


def contributors(graph: OrgGraph, layer: Layer) -> Mapping[str, Given]:
    """Return for each component its owners and experts, and the team that each stands for."""
    found = {}
    vacant = _vacant(graph)
    for component in graph.components:
        experts = [("person", person) for person in component.experts or () if person not in vacant]
        who = dict.fromkeys([*graph.owners_of(component.id), *experts])
        team = {each: each[1] if each[0] == "team" else graph.home_team(each[1]) for each in who}
        found[component.id] = Given((tuple(who), team))
    return found


def _vacant(graph: OrgGraph) -> frozenset[str]:
    return frozenset([id for id, person in graph.org.people.items() if person.status == "vacant"])
