"""The map of dependencies between teams: who waits for whom, or who uses whom."""

from dataclasses import replace
from typing import TYPE_CHECKING

from orgmodel.draw.maps.couplings import Couplings
from orgmodel.draw.maps.focus import focused_map
from orgmodel.draw.maps.folded import FoldedCouplings, folded_map
from orgmodel.draw.maps.folding import Folding, at_level, fold, fold_around
from orgmodel.draw.maps.found import found_map
from orgmodel.draw.maps.outlined import outlined
from orgmodel.draw.maps.values import TeamMap
from orgmodel.draw.maps.verdicts import CODES, Verdicts
from orgmodel.draw.maps.whole import MOST_TEAMS, whole_map
from orgmodel.draw.material import Choices, Material
from orgmodel.draw.view import Painted, View
from orgmodel.graph.org_graph import OrgGraph

if TYPE_CHECKING:
    from orgmodel.draw.placing.layout import Layout, Sketch

_NAME = "dependencies"


def dependency_map(material: Material, choices: Choices) -> TeamMap:
    """Choose what to show: what is around the focus, what has findings, all teams, or groups in their place.

    Teams are folded to the level that the reader chooses, or where a map of all of them would have too many.

    Raises
    ------
    UnknownNameError
        If the focus is no team.
    """
    couplings = _couplings(material, choices)
    if choices.focus is not None:
        map = focused_map(couplings, choices.focus, depth=choices.depth, only_findings=choices.only_findings)
    elif choices.only_findings:
        map = found_map(couplings)
    elif isinstance(couplings, FoldedCouplings):
        map = folded_map(couplings)
    else:
        map = whole_map(couplings)
    return replace(map, direction=choices.direction or "right")


def _couplings(material: Material, choices: Choices) -> Couplings:
    graph, layer = material.graph, choices.layer
    verdicts = Verdicts(material.findings, layer)
    folding = _folding(material.graph, choices)
    if folding is not None:
        return FoldedCouplings(graph, folding, layer, verdicts)
    return Couplings(graph, graph.dependencies(layer), layer, verdicts)


def _folding(graph: OrgGraph, choices: Choices) -> Folding | None:
    if choices.fold is not None:
        return at_level(graph, choices.fold)
    if choices.focus is not None:
        found = graph.resolve(choices.focus, "team")
        return fold_around(graph, found[1]) if found else None
    if choices.only_findings or len(graph.dependencies(choices.layer).connected_teams) <= MOST_TEAMS:
        return None
    return fold(graph, choices.layer)


def placed(map: TeamMap, choices: Choices) -> "tuple[Sketch, Layout] | None":
    """Return what is to be placed, and where everything stands; None where there is no box."""
    from orgmodel.draw.maps.paint import sketched
    from orgmodel.draw.placing.place import place

    sketch = sketched(map)
    return (sketch, place(sketch, engine=choices.engine, time_limit=choices.time_limit)) if sketch else None


def _paint(map: TeamMap, choices: Choices) -> Painted:
    from orgmodel.draw.maps.paint import page_of

    found = placed(map, choices)
    remarks = (found[1].note,) if found and found[1].note else ()
    return Painted(page_of(map, found, name=_NAME, choices=choices), remarks)


view = View(
    name=_NAME,
    question="Who waits for whom, and where is waiting worst?",
    honours=frozenset(
        {"layer", "focus", "depth", "fold", "only_findings", "direction", "engine", "time_limit"},
    ),
    compose=dependency_map,
    outline=outlined,
    paint=_paint,
    needs=frozenset({"findings"}),
    rules=frozenset(CODES),
)
