"""Writes a map in the language of Graphviz, for those who want to go on with it there."""

from typing import Final

import graphviz

from orgmodel.draw.maps.values import MapBox, MapLink, TeamMap
from orgmodel.draw.svg import number
from orgmodel.draw.text import fit, one_line
from orgmodel.draw.theme import COLOURS, TYPES

_ROOM: Final = 260.0
_FONT: Final = "Helvetica,Arial,sans-serif"
_NODE: Final = {"shape": "box", "style": "filled,rounded", "color": COLOURS["line"].light, "fontname": _FONT}
_EDGE: Final = {"color": COLOURS["edge"].light, "arrowsize": "0.7"}


def written(map: TeamMap) -> str:
    """Return the map as a graph with readable labels, and clusters for groups.

    Nodes have generated names, so that no user's text can be taken for something else.
    """
    graph = graphviz.Digraph("dependencies", graph_attr=_page(map), node_attr=dict(_NODE), edge_attr=dict(_EDGE))
    names = {each.id: f"n{place}" for place, each in enumerate(map.boxes)}
    for place, group in enumerate(sorted({each.group for each in map.boxes if each.group is not None})):
        with graph.subgraph(name=f"cluster_{place}") as cluster:
            cluster.attr(label=_text(map.groups.get(group, group)), style="rounded", color=COLOURS["line"].light)
            for each in map.boxes:
                if each.group == group:
                    cluster.node(names[each.id], **_node(each))
    for each in map.boxes:
        if each.group is None:
            graph.node(names[each.id], **_node(each))
    heaviest = max((link.weight for link in map.links), default=1.0)
    for link in map.links:
        graph.edge(names[link.source], names[link.target], **_edge(link, heaviest))
    return str(graph.source)


def _page(map: TeamMap) -> dict[str, str]:
    lines = [map.title, " · ".join(map.facts), map.nothing]
    label = _text(*(line for line in lines if line), room=4 * _ROOM)
    return {"label": label, "labelloc": "t", "rankdir": "LR", "fontname": _FONT}


def _node(each: MapBox) -> dict[str, str]:
    step = f"heat-{each.heat}"
    external = {"style": "filled,rounded,dashed"} if each.external else {}
    second = " · ".join(part for part in (each.second, each.number) if part)
    return {
        "label": _text(each.name, second),
        "tooltip": _text(*each.tooltip.split("\n"), room=None),
        "fillcolor": COLOURS[step].light,
        "fontcolor": COLOURS["on-heat-4" if each.heat == 4 else "ink"].light,
        **external,
    }


def _edge(each: MapLink, heaviest: float) -> dict[str, str]:
    circular = {"color": COLOURS["cycle"].light} if each.circular else {}
    penwidth = number(1 + 3 * each.weight / heaviest)
    return {"penwidth": penwidth, "edgetooltip": _text(*each.tooltip.split("\n"), room=None), **circular}


def _text(*lines: str, room: float | None = _ROOM) -> str:
    """Write lines so that Graphviz shows each character as it is: no escapes, no entities, no HTML."""
    shown = (line if room is None else fit(line, room, TYPES["name"]) for line in [one_line(each) for each in lines])
    escaped = (graphviz.escape(line.replace("&", "&amp;")) for line in shown)
    text: str = graphviz.nohtml("\\n".join(escaped))
    return text
