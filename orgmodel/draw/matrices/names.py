"""The names at the edges of a matrix: of rows, columns and blocks, and what the audit says of a row."""

from collections.abc import Iterator
from typing import Final

from orgmodel.draw.links import address
from orgmodel.draw.matrices.grid import NEAR, RISE, Grid, said
from orgmodel.draw.matrices.values import Block, DependencyMatrix, Head
from orgmodel.draw.svg import Element, element, group, label, number
from orgmodel.draw.text import ELLIPSIS, fit, one_line
from orgmodel.draw.theme import TYPES

_BOLD: Final = {"note": "number", "second": "badge"}
_LEAST: Final = 6
"""A name of a block is left out above the columns where not even so many letters fit."""


def names(matrix: DependencyMatrix, grid: Grid, link: str | None) -> Iterator[Element]:
    """Paint all names around the cells."""
    for place, head in enumerate(matrix.heads):
        middle = (place + 0.5) * grid.cell
        yield _linked([_row(head, middle, grid), _column(head, middle, grid)], head, link)
        if head.found:
            yield _found(head, middle, grid)
    for block in matrix.blocks:
        yield from _block(block, grid)


def _linked(parts: list[Element], head: Head, link: str | None) -> Element:
    href = address(link, "team", head.id)
    inside = [element("a", *parts, href=href)] if href else parts
    return group(inside, tooltip=head.tooltip)


def _row(head: Head, middle: float, grid: Grid) -> Element:
    return _name(head, -NEAR, middle + _rise(grid), grid.names, grid, anchor="end")


def _column(head: Head, middle: float, grid: Grid) -> Element:
    turned = f"translate({number(middle + _rise(grid))} {number(-NEAR)}) rotate(-90)"
    return element("g", _name(head, 0, 0, grid.columns, grid), transform=turned)


def _rise(grid: Grid) -> float:
    return RISE * TYPES[grid.name_type].size


def _name(head: Head, x: float, y: float, room: float, grid: Grid, *, anchor: str | None = None) -> Element:
    """Write a name; what is in focus is bold."""
    type = _BOLD[grid.name_type] if head.chosen else grid.name_type
    return label(head.name, x, y, class_=f"om-{type} om-ink", type=TYPES[type], room=room, anchor=anchor)


def _found(head: Head, middle: float, grid: Grid) -> Element:
    type = TYPES["second"]
    class_ = f"om-second om-{head.tone}-text" if head.tone in ("error", "warning") else "om-second om-muted"
    x, y = grid.size + NEAR, middle + RISE * type.size
    text = label(said(head.found), x, y, class_=class_, type=type, room=grid.found)
    return group([text], tooltip=head.tooltip)


def _block(block: Block, grid: Grid) -> Iterator[Element]:
    """Name a block at the left of its first row, with a line along its rows, and above its columns where that fits."""
    type, class_ = TYPES["group"], "om-group om-muted"
    start, end = block.first * grid.cell, (block.last + 1) * grid.cell
    left = -2 * NEAR - grid.names
    base = min(start + grid.cell / 2, end) + 4
    name = label(block.name, left - grid.blocks, base, class_=class_, type=type, room=grid.blocks)
    yield group([name], tooltip=block.name)
    near, one, last = number(-NEAR / 2), number(start + 1), number(end - 1)
    line = f"M{near} {one}V{last}M{one} {near}H{last}"
    yield element("path", d=line, class_="om-edge", stroke_width=1.2)
    room = end - start - 4
    short = fit(one_line(block.name), room, type)
    if short.endswith(ELLIPSIS) and len(short) <= _LEAST:
        return
    top = -NEAR - grid.columns - 6
    above = label(block.name, (start + end) / 2, top, class_=class_, type=type, room=room, anchor="middle")
    yield group([above], tooltip=block.name)
