"""Paints a map of teams: what stands where comes from the layout, what is said from the map."""

from bisect import bisect
from collections.abc import Mapping
from typing import Final, NamedTuple

from orgmodel.draw.maps.legend import legend
from orgmodel.draw.maps.parts import box, island, island_name, link, size_of, strokes
from orgmodel.draw.maps.values import TeamMap
from orgmodel.draw.placing.frame import columns_of, numbers_of_columns
from orgmodel.draw.placing.layout import Layout, Link, Node, Point, Sketch, Stack
from orgmodel.draw.svg import MARGIN, Element, document, element, label, number, rectangle
from orgmodel.draw.text import one_line, rows
from orgmodel.draw.theme import TYPES, Mode, style_sheet

_NARROWEST: Final = 600.0
_LINE: Final = 17.0
_MOST_ROWS: Final = 3
_LEAD: Final = 200.0
"""Room for the words before a list of names."""


class Frame(NamedTuple):
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float


def sketches(map: TeamMap) -> tuple[Sketch, ...]:
    """Return what is to be placed: boxes in the columns that the map wants, or several proposals for them."""
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


def painted(map: TeamMap, sketch: Sketch, layout: Layout, *, name: str, mode: Mode = "auto") -> str:
    """Paint a map that has boxes.

    Parameters
    ----------
    map
        What is painted.
    sketch, layout
        What was placed, and where it stands.
    name
        What the ids in the picture begin with.
    mode
        On which paper.
    """
    return _page(map, _body(map, sketch, layout), _extent(sketch, layout), name=name, mode=mode)


def blank(map: TeamMap, *, name: str, mode: Mode = "auto") -> str:
    """Paint a picture that says why there is no map."""
    frame = Frame(0, 0, _NARROWEST - 2 * MARGIN, 90)
    middle = Point(frame.right / 2, frame.bottom / 2 + 4)
    card = rectangle(0, 0, frame.right, frame.bottom, class_="om-island", radius=7)
    said = label(
        map.nothing, *middle, class_="om-subtitle om-ink", type=TYPES["subtitle"], room=frame.right, anchor="middle"
    )
    return _page(map, [card, said], frame, name=name, mode=mode)


def _page(map: TeamMap, body: list[Element], frame: Frame, *, name: str, mode: Mode) -> str:
    wide = max(_NARROWEST, frame.right - frame.left + 2 * MARGIN)
    head, top = _head(map, wide - 2 * MARGIN)
    shift = f"translate({number((wide - frame.left - frame.right) / 2)} {number(top - frame.top)})"
    foot, bottom = _foot(map, top + frame.bottom - frame.top + MARGIN, wide - 2 * MARGIN)
    return document(
        [*head, element("g", *body, transform=shift), *foot],
        size=(wide, bottom + MARGIN),
        name=name,
        title=map.title,
        description=". ".join(fact for fact in (*map.facts, map.nothing) if fact),
        style=style_sheet(mode),
    )


def _head(map: TeamMap, room: float) -> tuple[list[Element], float]:
    title = label(map.title, MARGIN, MARGIN + 17, class_="om-title om-ink", type=TYPES["title"], room=room)
    lines, bottom = _lines([one_line(fact) for fact in map.facts], MARGIN + 22, room, class_="subtitle")
    return [title, *lines], bottom + 12


def _foot(map: TeamMap, top: float, room: float) -> tuple[list[Element], float]:
    apart: list[Element] = []
    if map.apart:
        names = _shortened([one_line(name) for name in map.apart], room)
        apart, top = _lines([f"{map.apart_are}: {names[0]}", *names[1:]], top - 8, room, class_="note")
        top += 6
    signs, bottom = legend(map, top, room)
    return [*apart, *signs], bottom


def _shortened(names: list[str], room: float) -> list[str]:
    """Keep as many names as fit into a few rows, and say how many more there are."""

    def height(kept: int) -> int:
        return len(rows(_with_rest(names[:kept], names), room - _LEAD, TYPES["note"]))

    fitting = bisect(range(1, len(names) + 1), _MOST_ROWS, key=height)
    return _with_rest(names[: max(1, fitting)], names)


def _with_rest(kept: list[str], names: list[str]) -> list[str]:
    return [*kept, f"and {len(names) - len(kept)} more"] if len(kept) < len(names) else kept


def _lines(parts: list[str], top: float, room: float, *, class_: str) -> tuple[list[Element], float]:
    type = TYPES[class_]
    written = [
        label(row, MARGIN, top + (place + 1) * _LINE - 4, class_=f"om-{class_} om-muted", type=type, room=room)
        for place, row in enumerate(rows(parts, room, type))
    ]
    return written, top + len(written) * _LINE


def _body(map: TeamMap, sketch: Sketch, layout: Layout) -> list[Element]:
    stacks = [each for column in layout.columns for each in column if each.group is not None]
    frames = [_frame(sketch, layout, each) for each in stacks]
    names = _names(map, stacks)
    wide = strokes([each.weight for each in map.links])
    order = sorted(range(len(map.links)), key=lambda n: (map.links[n].circular, map.links[n].weight, n))
    return [
        *(island(Point(f.left, f.top), f.right - f.left, f.bottom - f.top) for f in frames),
        *(link(map.links[n], layout.curves[n], wide[n]) for n in order),
        *(box(each, layout.centres[each.id], size=sketch.box) for each in map.boxes),
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
