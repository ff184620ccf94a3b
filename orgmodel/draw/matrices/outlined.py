"""Says what a matrix shows as nodes in the order of rows, and a link for each cell."""

from typing import Final

from orgmodel.draw.matrices.values import Cell, DependencyMatrix, Head
from orgmodel.draw.outline import Look, Outline, OutlineGroup, OutlineLink, OutlineNode
from orgmodel.draw.svg import number

_HEAT: Final[tuple[Look, ...]] = ("heat-0", "heat-1", "heat-2", "heat-3", "heat-4")


def outlined(matrix: DependencyMatrix) -> Outline:
    """Return the outline of a matrix; the place of each node is the number of its row, from 1."""
    apart = (f"{matrix.apart_are}: {', '.join(matrix.apart)}",) if matrix.apart else ()
    heads = matrix.heads if matrix.cells else ()
    return Outline(
        view="matrix",
        title=matrix.title,
        facts=matrix.facts,
        nodes=tuple(_node(each, place) for place, each in enumerate(heads, start=1)),
        links=tuple(_link(each, folded=matrix.folded) for each in matrix.cells),
        groups=tuple(OutlineGroup(id=f"block:{each.id}", label=each.name) for each in matrix.blocks),
        notes=(*apart, *([matrix.nothing] if matrix.nothing else [])),
    )


def _node(each: Head, place: int) -> OutlineNode:
    inside = {} if each.inside is None else {"inside": each.inside}
    return OutlineNode(
        id=each.id,
        label=each.name,
        lines=() if each.inside is None else (f"inside {number(each.inside)}",),
        group=None if each.block is None else f"block:{each.block}",
        look="chosen" if each.chosen else each.tone or "plain",
        badges=each.found,
        numbers={"row": place, **inside},
        tooltip=each.tooltip,
    )


def _link(each: Cell, *, folded: bool) -> OutlineLink:
    return OutlineLink(
        source=each.row,
        target=each.column,
        label=number(each.number),
        weight=each.number,
        look="cycle" if each.circular and not folded else _HEAT[each.heat],
        numbers={"both_ways": each.circular} if folded else {"in_a_circle": each.circular},
        tooltip=each.tooltip,
    )
