"""Places a sketch: of the order that Graphviz finds and the order found here, the one with fewer crossings."""

from collections.abc import Iterator, Mapping
from statistics import fmean
from typing import Any, Final

from orgmodel.draw.engine import TIME_LIMIT, Engine, FailedEngineError, MissingEngineError, run
from orgmodel.draw.placing.curves import laid_out
from orgmodel.draw.placing.layout import Columns, Layout, Sketch, Stack
from orgmodel.draw.placing.order import as_written, badness, ordered, polished

MOST_BOXES: Final = 600
"""Graphviz is not asked to order more."""

# Who stands in for an engine that is missing. One that fails on a sketch is not followed by another: so would that.
_STAND_IN: Final[Mapping[Engine, tuple[Engine, ...]]] = {"wasm": ("wasm", "dot"), "dot": ("dot", "wasm"), "none": ()}
_NAMES: Final[Mapping[Engine, str]] = {"wasm": "Graphviz as WebAssembly", "dot": "the program dot", "none": "nothing"}
_POINTS: Final = 72.0


def place(sketch: Sketch, *, engine: Engine = "wasm", time_limit: float = TIME_LIMIT) -> Layout:
    """Find a place for every box, and a way for every link.

    Parameters
    ----------
    sketch
        What is to be placed; at least one box.
    engine
        Who is asked for an order. Where it is missing, fails or takes too long the picture is made without it, and the
        note of the layout says so.
    time_limit
        Seconds that Graphviz may take.
    """
    own = ordered(sketch, as_written(sketch))
    theirs, note = _asked(sketch, own, engine, time_limit)
    better = min((order for order in (theirs, own) if order is not None), key=lambda order: badness(sketch, order))
    return laid_out(sketch, polished(sketch, better), note=note)


def _asked(sketch: Sketch, columns: Columns, engine: Engine, time_limit: float) -> tuple[Columns | None, str | None]:
    """Ask one engine after the other; return the order that one has found, and what has to be said about it."""
    problems: list[str] = []
    for each in _STAND_IN[engine]:
        try:
            found = _ask(each, sketch, columns, time_limit)
            return found, f"{problems[0]}; {_NAMES[each]} stood in" if problems else None
        except MissingEngineError as error:
            problems.append(str(error))
        except FailedEngineError as error:
            problems.append(str(error))
            break
    return None, f"placed without Graphviz: {'; '.join(problems)}" if problems else None


def _ask(engine: Engine, sketch: Sketch, columns: Columns, time_limit: float) -> Columns:
    if len(sketch.nodes) > MOST_BOXES:
        raise FailedEngineError(f"{len(sketch.nodes)} boxes are more than Graphviz is asked to order ({MOST_BOXES})")
    names = {node.id: f"n{place}" for place, node in enumerate(sketch.nodes)}
    placed = run("\n".join(_graph(sketch, columns, names)), engine=engine, time_limit=time_limit)
    return _read(placed, columns, names)


def _graph(sketch: Sketch, columns: Columns, names: Mapping[str, str]) -> Iterator[str]:
    """Write the sketch in the language of Graphviz, without any text of a user's."""
    yield f"digraph {{ rankdir=LR newrank=true nodesep={sketch.row_gap / _POINTS:.4f} ranksep=1"
    wide, high = (side / _POINTS for side in sketch.box)
    yield f'node [shape=box fixedsize=true label="" width={wide:.4f} height={high:.4f}] edge [arrowhead=none]'
    yield from _ranks(columns, names)
    column = {node.id: node.column for node in sketch.nodes}
    for link in sketch.links:
        left, right = sorted(link, key=column.__getitem__)
        if column[left] < column[right]:
            yield f"{names[left]}:e -> {names[right]}:w"
    yield "}"


def _ranks(columns: Columns, names: Mapping[str, str]) -> Iterator[str]:
    """Keep each box in its column: all boxes of a column share a rank with a pole, and the poles stand in a row."""
    poles = [f"pole{place}" for place in range(len(columns))]
    yield f"{{ node [width=0.01 height=0.01]; {'; '.join(poles)} }}"
    yield " -> ".join(poles)
    for number, (pole, column) in enumerate(zip(poles, columns, strict=True)):
        for place, each in enumerate(column):
            boxes = "; ".join(names[box] for box in each.boxes)
            yield boxes if each.group is None else f"subgraph cluster_{number}_{place} {{ {boxes} }}"
        yield f"{{ rank=same; {pole}; {'; '.join(names[box] for each in column for box in each.boxes)} }}"


def _read(placed: Mapping[str, Any], columns: Columns, names: Mapping[str, str]) -> Columns:
    try:
        height = {each["name"]: -float(each["pos"].split(",")[1]) for each in placed["objects"] if "pos" in each}
        return [_sorted(column, {box: height[name] for box, name in names.items()}) for column in columns]
    except (KeyError, TypeError, ValueError, IndexError) as error:
        raise FailedEngineError(f"Graphviz left something out: {error}") from error


def _sorted(column: list[Stack], height: Mapping[str, float]) -> list[Stack]:
    stacks = [Stack(each.group, sorted(each.boxes, key=height.__getitem__)) for each in column]
    return sorted(stacks, key=lambda each: fmean(height[box] for box in each.boxes))
