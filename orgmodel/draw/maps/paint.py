"""Paints a map of teams: what stands where comes from the layout, what is said from the map."""

from collections.abc import Mapping

from orgmodel.draw.frame import Frame
from orgmodel.draw.links import address
from orgmodel.draw.maps.legend import entries
from orgmodel.draw.maps.parts import box, island, island_name, link, size_of, strokes
from orgmodel.draw.maps.values import TeamMap
from orgmodel.draw.material import Choices
from orgmodel.draw.page import Page, blank
from orgmodel.draw.placing.frame import columns_of, numbers_of_columns
from orgmodel.draw.placing.layout import Layout, Link, Node, Point, Sketch, Stack
from orgmodel.draw.svg import Element


def sketches(map: TeamMap) -> tuple[Sketch, ...]:
    """Return what is to be placed: boxes in the columns that the map wants, or several proposals for them.

    Nothing is to be placed where there are no boxes.
    """
    if not map.boxes:
        return ()
    links = tuple((each.source, each.target) for each in map.links)
    groups = {each.id: each.group for each in map.boxes}
    wanted = {each.id: each.column for each in map.boxes if each.column is not None}
    if len(wanted) == len(groups):
        least = min(wanted.values())
        return (_sketch(map, links, {id: column - least for id, column in wanted.items()}),)
    return tuple(_sketch(map, links, columns_of(groups, links, number)) for number in numbers_of_columns(groups))


def _sketch(map: TeamMap, links: tuple[Link, ...], columns: Mapping[str, int]) -> Sketch:
    nodes = tuple(Node(id=each.id, column=columns[each.id], group=each.group) for each in map.boxes)
    return Sketch(nodes=nodes, links=links, box=size_of(map.boxes, map.groups.values()))


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
    body, frame = (_body(map, *placed, link_to=choices.link), _extent(*placed)) if placed else blank(map.nothing)
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
    frames = [_frame(sketch, layout, each) for each in stacks]
    names = _names(map, stacks)
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
                size=sketch.box,
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


def _frame(sketch: Sketch, layout: Layout, stack: Stack) -> Frame:
    first, last = layout.centres[stack.boxes[0]], layout.centres[stack.boxes[-1]]
    head, padding = (sketch.group_head, sketch.group_padding) if stack.group is not None else (0, 0)
    wide, high = sketch.box[0] / 2 + padding, sketch.box[1] / 2
    return Frame(first.x - wide, first.y - high - head, first.x + wide, last.y + high + padding)


def _extent(sketch: Sketch, layout: Layout) -> Frame:
    frames = [_frame(sketch, layout, each) for column in layout.columns for each in column]
    points = [point for curve in layout.curves for point in curve]
    xs, ys = [point.x for point in points], [point.y for point in points]
    return Frame(
        min([*xs, *(frame.left for frame in frames)]),
        min([*ys, *(frame.top for frame in frames)]),
        max([*xs, *(frame.right for frame in frames)]),
        max([*ys, *(frame.bottom for frame in frames)]),
    )
