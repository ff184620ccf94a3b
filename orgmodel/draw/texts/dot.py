"""Writes what a picture says in the language of Graphviz, for those who want to go on with it there."""

from collections.abc import Mapping, Sequence
from typing import Final

import graphviz

from orgmodel.draw.outline import Outline, OutlineGroup, OutlineLink, OutlineNode
from orgmodel.draw.svg import number
from orgmodel.draw.text import fit, one_line
from orgmodel.draw.texts.looks import STYLES, line_colour
from orgmodel.draw.theme import COLOURS, TYPES

_ROOM: Final = 260.0
_FONT: Final = "Helvetica,Arial,sans-serif"
_NODE: Final = {"shape": "box", "style": "filled,rounded", "color": COLOURS["line"].light, "fontname": _FONT}
_EDGE: Final = {"color": COLOURS["edge"].light, "arrowsize": "0.7", "fontname": _FONT, "fontsize": "10"}
_RANKS: Final = {"right": "LR", "down": "TB"}
_NARROWEST: Final = 1.0
_WIDEST: Final = 4.0


def written(outline: Outline) -> str:
    """Return the outline as a graph with readable labels, and clusters for groups.

    Nodes have generated names, so that no user's text can be taken for something else.
    """
    graph = graphviz.Digraph(outline.view, graph_attr=_page(outline), node_attr=dict(_NODE), edge_attr=dict(_EDGE))
    names = {each.id: f"n{place}" for place, each in enumerate(outline.nodes)}
    _fill(graph, None, outline, names, {each.id: f"cluster_{n}" for n, each in enumerate(outline.groups)})
    heaviest = max((link.weight for link in outline.links), default=1.0) or 1.0
    for link in outline.links:
        graph.edge(names[link.source], names[link.target], **_edge(link, heaviest))
    return str(graph.source)


def _fill(
    graph: graphviz.Digraph,
    inside: str | None,
    outline: Outline,
    names: Mapping[str, str],
    clusters: Mapping[str, str],
) -> None:
    """Write the nodes that stand in a group, and the groups that stand in it with what is in them."""
    known = {each.id for each in outline.groups}
    for node in outline.nodes:
        if (node.group if node.group in known else None) == inside:
            graph.node(names[node.id], **_node(node))
    for each in outline.groups:
        if (each.parent if each.parent in known else None) == inside:
            with graph.subgraph(name=clusters[each.id]) as cluster:
                cluster.attr(label=_group(each), style="rounded", color=COLOURS["line"].light)
                _fill(cluster, each.id, outline, names, clusters)


def _page(outline: Outline) -> dict[str, str]:
    lines = [outline.title, " · ".join(outline.facts), *outline.notes]
    label = _text([line for line in lines if line], room=4 * _ROOM)
    return {"label": label, "labelloc": "t", "rankdir": _RANKS[outline.direction], "fontname": _FONT}


def _group(each: OutlineGroup) -> str:
    return _text([each.label, *each.lines, " · ".join(each.badges)])


def _node(each: OutlineNode) -> dict[str, str]:
    style = STYLES[each.look]
    shape = {"style": "filled,rounded,dashed"} if style.dashed else {}
    edge = {"color": style.edge} if style.edge != _NODE["color"] else {}
    return {
        "label": _text([each.label, *each.lines, " · ".join(each.badges)]),
        "tooltip": _text(each.tooltip.split("\n"), room=None),
        "fillcolor": style.fill,
        "fontcolor": style.text,
        **edge,
        **shape,
    }


def _edge(each: OutlineLink, heaviest: float) -> dict[str, str]:
    colour = {} if each.look in ("plain", "muted") else {"color": line_colour(each.look)}
    dashed = {"style": "dashed"} if STYLES[each.look].dashed else {}
    label = {"label": _text([each.label])} if each.label else {}
    penwidth = number(_NARROWEST + (_WIDEST - _NARROWEST) * each.weight / heaviest)
    return {
        "penwidth": penwidth,
        "edgetooltip": _text(each.tooltip.split("\n"), room=None),
        **label,
        **colour,
        **dashed,
    }


def _text(lines: Sequence[str], room: float | None = _ROOM) -> str:
    """Write lines so that Graphviz shows each character as it is: no escapes, no entities, no HTML."""
    clean = [one_line(each) for each in lines if each]
    shown = (line if room is None else fit(line, room, TYPES["name"]) for line in clean)
    escaped = (graphviz.escape(line.replace("&", "&amp;")) for line in shown)
    text: str = graphviz.nohtml("\\n".join(escaped))
    return text
