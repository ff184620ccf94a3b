"""The map of dependencies between teams: who waits for whom, or who uses whom."""

from orgmodel.draw.maps.couplings import Couplings
from orgmodel.draw.maps.focus import focused_map
from orgmodel.draw.maps.folded import folded_map, folding_level
from orgmodel.draw.maps.outlined import outlined
from orgmodel.draw.maps.values import TeamMap
from orgmodel.draw.maps.whole import MOST_TEAMS, whole_map
from orgmodel.draw.material import Choices, Material
from orgmodel.draw.view import Painted, View
from orgmodel.graph.org_graph import OrgGraph

_NAME = "dependencies"
_WIDTH_MATTERS = 0.5
"""How much a narrower picture is worth: as the power of its number of columns, beside its crossings."""


def dependency_map(graph: OrgGraph, *, choices: Choices) -> TeamMap:
    """Choose what to show: what is around the focus, all teams, or the groups of an organisation with too many teams.

    Raises
    ------
    UnknownNameError
        If the focus is no team.
    """
    layer = choices.layer
    couplings = Couplings(graph, graph.dependencies(layer), layer)
    if choices.focus is not None:
        return focused_map(couplings, choices.focus, depth=choices.depth)
    many = len(couplings.dependencies.connected_teams) > MOST_TEAMS
    level = folding_level(graph, layer) if many else None
    return whole_map(couplings) if level is None else folded_map(graph, layer, level)


def _compose(material: Material, choices: Choices) -> TeamMap:
    return dependency_map(material.graph, choices=choices)


def _paint(map: TeamMap, choices: Choices) -> Painted:
    from orgmodel.draw.maps.paint import page_of, sketches
    from orgmodel.draw.placing.place import place

    proposals = [
        (sketch, place(sketch, engine=choices.engine, time_limit=choices.time_limit)) for sketch in sketches(map)
    ]
    best = min(proposals, key=lambda each: each[1].badness * len(each[1].columns) ** _WIDTH_MATTERS, default=None)
    remarks = (best[1].note,) if best and best[1].note else ()
    return Painted(page_of(map, best, name=_NAME, choices=choices), remarks)


view = View(
    name=_NAME,
    question="Who waits for whom, and where is waiting worst?",
    honours=frozenset({"layer", "focus", "depth", "engine", "time_limit"}),
    compose=_compose,
    outline=outlined,
    paint=_paint,
)
