"""Paints a map of teams: what stands where comes from the layout, what is said from the map."""

from collections.abc import Mapping
from typing import Final

from orgmodel.draw.frame import Frame, around, at
from orgmodel.draw.links import address
from orgmodel.draw.maps.legend import entries
from orgmodel.draw.maps.parts import box, island, island_name, link, size_of, strokes
from orgmodel.draw.maps.values import TeamMap
from orgmodel.draw.material import Choices
from orgmodel.draw.page import Page, blank
from orgmodel.draw.placing.frame import USUAL, Pitch, columns_of, number_of_columns
from orgmodel.draw.placing.layout import Layout, Link, Node, Point, Sketch, Stack
from orgmodel.draw.svg import Element

HEAD: Final = 24.0
"""Room above the boxes of a group, for its name."""
PADDING: Final = 8.0
_ROOM_BELOW: Final = (84.0, 150.0)
"""Pixels between two rows of a map that grows down: at least, and at most."""
_SHAPE_DOWN: Final = 0.6
"""How high a map that grows down is to be, as a multiple of its width."""


def sketched(map: TeamMap) -> Sketch | None:
    """Return what is to be placed: boxes in the columns that the map wants, or in those that suit them.

    Nothing is to be placed where there are no boxes. A map that grows down is sketched as if it grew to the right.
    """
    if not map.boxes:
        return None
    links = tuple((each.source, each.target) for each in map.links)
    groups = {each.id: each.group for each in map.boxes}
    wanted = {each.id: each.column for each in map.boxes if each.column is not None}
    if len(wanted) == len(groups):
        least = min(wanted.values())
        return _sketch(map, links, {id: column - least for id, column in wanted.items()})
    pitch = _pitch(map)
    return _sketch(map, links, columns_of(groups, links, number_of_columns(groups, pitch=pitch), pitch=pitch))


def _sketch(map: TeamMap, links: tuple[Link, ...], columns: Mapping[str, int]) -> Sketch:
    nodes = tuple(Node(id=each.id, column=columns[each.id], group=each.group) for each in map.boxes)
    wide, high = size_of(map.boxes, map.groups.values())
    if map.direction == "right":
        return Sketch(nodes=nodes, links=links, box=(wide, high), group_head=HEAD, group_padding=PADDING)
    return Sketch(
        nodes=nodes,
        links=links,
        box=(high, wide),
        gutter=_ROOM_BELOW,
        group_head=PADDING,
        group_padding=PADDING,
        group_aside=HEAD,
    )


def _pitch(map: TeamMap) -> Pitch:
    """Return how much room things take on paper that is wider than high, as they are placed before they are turned."""
    if map.direction == "right":
        return USUAL
    wide, high = size_of(map.boxes, map.groups.values())
    return Pitch(box=wide + 8, group=2 * PADDING + 26, column=high + _ROOM_BELOW[0] + 30, shape=_SHAPE_DOWN)


def page_of(map: TeamMap, placed: tuple[Sketch, Layout] | None, *, name: str, choices: Choices) -> Page:
    """Paint a map, and return it with what is said around it.

    Parameters
    ----------
    map
        What is painted.
    placed
        What was placed, and where it stands; None where there is no box.
    name
        What the ids in the picture begin with.
    choices
        On which paper, and where links lead.
    """
    if placed and map.direction == "down":
        placed = placed[0], placed[1].turned()
    body, frame = (_body(map, *placed, link_to=choices.link), _extent(map, *placed)) if placed else blank(map.nothing)
    return Page(
        name=name,
        title=map.title,
        facts=map.facts,
        body=body,
        frame=frame,
        names=map.apart,
        names_are=map.apart_are,
        legend=tuple(entries(map)),
        said=map.nothing,
        mode=choices.mode,
    )


def _body(map: TeamMap, sketch: Sketch, layout: Layout, *, link_to: str | None) -> list[Element]:
    stacks = [each for column in layout.columns for each in column if each.group is not None]
    frames = [_frame(map, sketch, layout, each) for each in stacks]
    names = _names(map, stacks)
    size = sketch.box if map.direction == "right" else sketch.box[::-1]
    wide = strokes([each.weight for each in map.links])
    keys = {each.id: f"n{place}" for place, each in enumerate(map.boxes)}
    order = sorted(range(len(map.links)), key=lambda n: (map.links[n].circular, map.links[n].weight, n))
    return [
        *(island(Point(f.left, f.top), f.right - f.left, f.bottom - f.top) for f in frames),
        *(link(map.links[n], layout.curves[n], wide[n], keys=keys) for n in order),
        *(
            box(
                each,
                layout.centres[each.id],
                size=size,
                key=keys[each.id],
                address=address(link_to, "team", each.id),
            )
            for each in map.boxes
        ),
        *(island_name(name, Point(f.left, f.top), f.right - f.left) for name, f in zip(names, frames, strict=True)),
    ]


def _names(map: TeamMap, stacks: list[Stack]) -> list[str]:
    """Name each island; where a group has several they are numbered."""
    groups = [each.group or "" for each in stacks]
    found = []
    for place, group in enumerate(groups):
        parts = groups.count(group)
        part = f" {groups[: place + 1].count(group)}/{parts}" if parts > 1 else ""
        found.append(map.groups.get(group, group) + part)
    return found


def _frame(map: TeamMap, sketch: Sketch, layout: Layout, stack: Stack) -> Frame:
    """Return the ground that boxes stand on, or a box without a group."""
    wide, high = sketch.box if map.direction == "right" else sketch.box[::-1]
    inner = around(at(x - wide / 2, y - high / 2, wide, high) for x, y in (layout.centres[box] for box in stack.boxes))
    if stack.group is None:
        return inner
    return Frame(inner.left - PADDING, inner.top - HEAD, inner.right + PADDING, inner.bottom + PADDING)


def _extent(map: TeamMap, sketch: Sketch, layout: Layout) -> Frame:
    frames = [_frame(map, sketch, layout, each) for column in layout.columns for each in column]
    points = [Frame(x, y, x, y) for curve in layout.curves for x, y in curve]
    return around([*frames, *points])
