"""Writes what a picture says as a Mermaid flow chart, which Markdown pages can show."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from orgmodel.draw.outline import Outline, OutlineGroup, OutlineLink, OutlineNode
from orgmodel.draw.text import fit, one_line
from orgmodel.draw.texts.looks import STYLES, line_colour
from orgmodel.draw.theme import TYPES

MOST_BOXES: Final = 60
MOST_LINKS: Final = 300
"""Well below the 500 links and 50,000 characters that Mermaid shows by default."""
_ROOM: Final = 220.0
_DIRECTIONS: Final = {"right": "LR", "down": "TB"}
_ESCAPES: Final = {ord(sign): f"#{ord(sign)};" for sign in '"#&<>`[]{}()|\\;%:@'}


def written(outline: Outline) -> str:
    """Return the outline as a flow chart; too many boxes are folded into their groups, or the weakest left out."""
    kept = folded(outline)
    names = {each.id: f"n{place}" for place, each in enumerate(kept.nodes)}
    return "\n".join([*_head(kept), *_boxes(None, kept, names), *_links(kept, names), *_colours(kept, names)]) + "\n"


def _head(outline: Outline) -> Iterator[str]:
    yield f"flowchart {_DIRECTIONS[outline.direction]}"
    for line in (outline.title, " · ".join(outline.facts), *outline.notes):
        if line:
            # Braces would begin a directive, whatever stands before them.
            yield f"  %% {one_line(line).replace('{', '(').replace('}', ')')}"


def _boxes(inside: str | None, outline: Outline, names: Mapping[str, str], depth: int = 1) -> Iterator[str]:
    known = {each.id for each in outline.groups}
    pad = "  " * depth
    for node in outline.nodes:
        if (node.group if node.group in known else None) == inside:
            yield f'{pad}{names[node.id]}["{_label(node)}"]'
    for place, each in enumerate(outline.groups):
        if (each.parent if each.parent in known else None) == inside:
            yield f'{pad}subgraph g{place}["{_label(each)}"]'
            yield from _boxes(each.id, outline, names, depth + 1)
            yield f"{pad}end"


def _label(each: OutlineNode | OutlineGroup) -> str:
    lines = (each.label, *each.lines, " · ".join(each.badges))
    return "<br/>".join(_text(line) for line in lines if line)


def _text(line: str) -> str:
    return fit(one_line(line), _ROOM, TYPES["name"]).translate(_ESCAPES)


def _links(outline: Outline, names: Mapping[str, str]) -> Iterator[str]:
    for link in outline.links:
        arrow = "-.->" if STYLES[link.look].dashed else "-->"
        label = f'|"{_text(link.label)}"|' if link.label else ""
        yield f"  {names[link.source]} {arrow}{label} {names[link.target]}"


def _colours(outline: Outline, names: Mapping[str, str]) -> Iterator[str]:
    by_look: dict[str, list[str]] = {}
    for node in outline.nodes:
        by_look.setdefault(node.look, []).append(names[node.id])
    for look, style in STYLES.items():
        if look in by_look and look != "plain":
            dash = ",stroke-dasharray:4 3" if style.dashed else ""
            yield f"  classDef {look} fill:{style.fill},stroke:{style.edge},color:{style.text}{dash}"
            yield f"  class {','.join(by_look[look])} {look}"
    for place, link in enumerate(outline.links):
        if link.look not in ("plain", "muted"):
            yield f"  linkStyle {place} stroke:{line_colour(link.look)}"


def folded(outline: Outline) -> Outline:
    """Return an outline that Mermaid can show: groups in the place of nodes, and the strongest of what is left."""
    if len(outline.nodes) > MOST_BOXES and outline.groups:
        outline = _into_groups(outline)
    if len(outline.nodes) > MOST_BOXES:
        outline = _heaviest(outline)
    links = sorted(outline.links, key=lambda link: (-link.weight, link.source, link.target))[:MOST_LINKS]
    kept = {(link.source, link.target) for link in links}
    left_out = len(outline.links) - len(links)
    notes = (*outline.notes, f"{left_out} weaker links are not shown") if left_out else outline.notes
    return replace(
        outline, links=tuple(link for link in outline.links if (link.source, link.target) in kept), notes=notes
    )


def _into_groups(outline: Outline) -> Outline:
    home = {node.id: node.group or node.id for node in outline.nodes}
    inside = Counter(home.values())
    alone = [node for node in outline.nodes if node.group is None]
    boxes = [_box(group, inside[group.id]) for group in outline.groups if inside[group.id]]
    weights: dict[tuple[str, str], float] = {}
    for link in outline.links:
        if home[link.source] != home[link.target]:
            pair = home[link.source], home[link.target]
            weights[pair] = weights.get(pair, 0.0) + link.weight
    links = (OutlineLink(source=one, target=other, weight=weight) for (one, other), weight in weights.items())
    notes = (*outline.notes, f"{len(outline.nodes)} boxes are folded into their groups")
    return replace(outline, nodes=(*boxes, *alone), links=tuple(links), groups=(), notes=notes)


def _box(group: OutlineGroup, inside: int) -> OutlineNode:
    lines = group.lines or (f"{inside} inside",)
    return OutlineNode(id=group.id, label=group.label, lines=lines, badges=group.badges, numbers=group.numbers)


def _heaviest(outline: Outline) -> Outline:
    weights = dict.fromkeys((node.id for node in outline.nodes), 0.0)
    for link in outline.links:
        weights[link.source] += link.weight
        weights[link.target] += link.weight
    order = sorted(range(len(outline.nodes)), key=lambda n: (-weights[outline.nodes[n].id], n))[:MOST_BOXES]
    nodes = tuple(outline.nodes[n] for n in sorted(order))
    kept = {node.id for node in nodes}
    links = tuple(link for link in outline.links if link.source in kept and link.target in kept)
    notes = (*outline.notes, f"{len(outline.nodes) - len(nodes)} boxes with weaker links are not shown")
    return replace(outline, nodes=nodes, links=links, notes=notes)
