"""Measured values as tables to read: rows of measures for the organisation, blocks of columns for teams and others."""

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.model.measurement import Cleaning, Measured
from orgmodel.report.bars import HEAD, row
from orgmodel.report.blocks_of_measures import blocks_of
from orgmodel.report.rows_of_measures import BETWEEN, line, rows_of
from orgmodel.report.unvalued import NOUNS, notes, reasons
from orgmodel.report.width import clean, clip, hanging, width
from orgmodel.report.words import counted

_MOST_OF_A_NAME: Final = 48
_EVIDENCE: Final = "evidence  "
_ASCII: Final = str.maketrans({"─": "-", "–": "-", "−": "-", "…": "~", "·": "."})


def table(measured: Measured, by: str, room: int, *, blocks: bool) -> str:
    """Return the table for so many columns of text; in ASCII, but for names, where no blocks can be drawn."""
    lines = [title(measured), ""]
    lines += _organisation(measured, room, blocks=blocks) if by == "organisation" else _each(measured, by, room)
    lines += ["", *hanging(cleaning(measured.cleaning), room, first="", rest="  ")]
    text = "".join(f"{each.rstrip()}\n" for each in lines)
    return text if blocks else text.translate(_ASCII)


def title(measured: Measured) -> str:
    """Say of whom and of which dependencies the numbers are."""
    return f"{clean(measured.census.name or 'The organisation')}: dependencies in layer {measured.layer}"


def cleaning(found: Cleaning) -> str:
    """Say what was cleaned before every measure of dependencies."""
    if not any(found):
        return "Cleaned before measuring dependencies: nothing had to be left out or merged."
    loops = f"{counted(found.loops, 'dependency', 'dependencies')} of a team on itself left out"
    return (
        f"Cleaned before measuring dependencies: {loops}, {found.merged:,} merged with others between the same teams."
    )


def _organisation(measured: Measured, room: int, *, blocks: bool) -> Iterator[str]:
    others = [each for each in measured.organisation if each.distribution is None]
    if others:
        yield from rows_of(others, room)
    spread = [(each, each.distribution) for each in measured.organisation if each.distribution is not None]
    if spread:
        yield from ("",) if others else ()
        yield from _aligned(HEAD, [row(each.id, found, blocks=blocks) for each, found in spread])
        evidence = ", ".join(f"{each.id} ({each.unit}): {each.evidence}" for each, _ in spread)
        yield from ("", *hanging(evidence, room, first=_EVIDENCE, rest=" " * len(_EVIDENCE)))
        for each, found in spread:
            if found.remark:
                yield from hanging(clean(found.remark), room, first=f"{each.id}  ", rest=" " * (len(each.id) + 2))


def _aligned(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a table whose first and last column are to the left, and whose others are to the right."""
    widths = [max(width(cells[n]) for cells in [head, *rows]) for n in range(len(head))]
    for cells in [head, ["─" * wide for wide in widths], *rows]:
        yield line(cells, widths, left={0, len(head) - 1})


def _each(measured: Measured, by: str, room: int) -> Iterator[str]:
    each = measured.each(by)
    if not each.columns or not each.ids:
        yield f"There is no {by} to measure." if each.columns else f"There is no measure of {NOUNS[by][1]}."
        return
    found = reasons(each)
    names = [clip(clean(id), _MOST_OF_A_NAME) for id in each.ids]
    for place, block in enumerate(blocks_of(each, found, room - max(map(width, [by, *names])))):
        yield from ("",) if place else ()
        yield from (block.families, "")
        yield from _with_names([*[""] * (len(block.head) - 1), by], names, block.head, block.lines)
    below = [*notes(each, found, by), *((column.id, column.detail) for column in each.columns if column.detail)]
    yield from ("",) if below else ()
    for sign, said in below:
        yield from hanging(clean(said), room, first=f"{sign}  ", rest=" " * (len(sign) + 2))


def _with_names(
    corner: Sequence[str], names: Sequence[str], head: Sequence[str], lines: Sequence[str]
) -> Iterator[str]:
    """Yield the lines of a block behind the names of those whose values they are."""
    wide = max(map(width, [*corner, *names]))
    for name, values in zip([*corner, "─" * wide, *names], [*head, *lines], strict=True):
        yield f"{name}{' ' * (wide - width(name))}{BETWEEN}{values}"
