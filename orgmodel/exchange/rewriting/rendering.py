"""The lines in which something new, or something wholly changed, is written."""

from collections.abc import Iterator, Mapping
from typing import Final

from orgmodel.exchange.rewriting.alterations import Style
from orgmodel.exchange.rewriting.flows import wrapped
from orgmodel.exchange.yaml_writer import below_lines, entry_lines, flow, key_line

STEP: Final = 2
"""Columns by which what stands below a key is indented further."""


def lines_of(head: str, value: object, *, column: int, width: int, style: Style = "fit", step: int = STEP) -> list[str]:
    """Write a key or a dash with its value.

    Parameters
    ----------
    head
        The key with its colon, or the dash, behind the blanks before it; perhaps with an anchor.
    value
        What stands there.
    column
        How many blanks stand before the key or the dash.
    width
        Columns within which lists and mappings stay on one line.
    style
        How it is written.
    step
        Columns by which a block is indented further.
    """
    if not isinstance(value, Mapping | list | tuple) or not value:
        return list(entry_lines(head, value, " " * column))
    if style == "section" and isinstance(value, Mapping):
        return [head, *_entities(value, column=column + step, width=width)]
    line = f"{head} {flow(value)}"
    one_line = r"\n" not in line
    if style == "block" or (style == "flow" and not one_line):
        return list(_block(head, value, column + step))
    if one_line and len(line) <= width:
        return [line]
    if style == "flow" and isinstance(value, Mapping):
        return list(wrapped(head, value, width))
    return list(_block(head, value, column + step))


def _entities(section: Mapping[str, object], *, column: int, width: int) -> Iterator[str]:
    for id, entity in section.items():
        head = " " * column + key_line(id, "")
        yield from lines_of(head, entity, column=column, width=width, style="block")


def _block(head: str, value: object, column: int) -> Iterator[str]:
    lines = list(below_lines(value, " " * column))
    if head.lstrip(" ") == "-":
        yield f"{head}{' ' * (column - len(head))}{lines[0].lstrip(' ')}"
        yield from lines[1:]
    else:
        yield head
        yield from lines
