"""Measured values as Markdown, to paste into a document."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from orgmodel.model.measurement import Each, Measured, Measurement
from orgmodel.report.bars import HEAD, row
from orgmodel.report.blocks_of_measures import cell
from orgmodel.report.comparison.escaping import escape
from orgmodel.report.json_of_measures import plain
from orgmodel.report.numbers import number
from orgmodel.report.table_of_measures import cleaning, title
from orgmodel.report.unvalued import notes, reasons

_MOST_NAMES: Final = 20
_escaped: Final = lru_cache(maxsize=4096)(escape)  # most cells are numbers that come again and again
_NAMES: Final = 80  # columns of text that the names in a list may take


def markdown(measured: Measured, by: str) -> str:
    """Return the values as a table for each family of measures, below a heading."""
    lines = [f"# {escape(title(measured))}"]
    lines += _organisation(measured) if by == "organisation" else _each(measured.each(by), by)
    lines += ["", escape(cleaning(measured.cleaning))]
    return "".join(f"{line}\n" for line in lines)


def _organisation(measured: Measured) -> Iterator[str]:
    others = [each for each in measured.organisation if each.distribution is None]
    for family in sorted({each.family for each in others}):
        rows = (_row(each) for each in others if each.family == family)
        yield from _table(family, ["measure", "value", "unit", "evidence", "remark"], rows, right={1})
    spread = [each for each in measured.organisation if each.distribution is not None]
    if spread:
        head = [*HEAD[:-1], "unit", "evidence", HEAD[-1], "remark"]
        yield from _table("Distributions", head, map(_distribution, spread), right={*range(1, len(HEAD) - 1)})


def _distribution(each: Measurement) -> Sequence[str]:
    found = each.distribution
    *numbers, bars = row(each.id, found) if found else ()
    return (*numbers, each.unit, each.evidence, bars, (found.remark if found else None) or "")


def _row(each: Measurement) -> Sequence[str]:
    names = [plain(name) for name in each.names or ()]
    more = [f"and {len(names) - _MOST_NAMES:,} more"] if len(names) > _MOST_NAMES else []
    said = "; ".join(filter(None, [each.reason, each.detail, ", ".join([*names[:_MOST_NAMES], *more])]))
    return (each.id, number(each.value), each.unit, each.evidence, said)


def _each(each: Each, by: str) -> Iterator[str]:
    found = reasons(each)
    for family in sorted({column.family for column in each.columns}):
        columns = [column for column in each.columns if column.family == family]
        head = [by, *(f"{column.id} ({column.unit}, {column.evidence})" for column in columns)]
        rows = ([id, *(cell(column, id, found, _NAMES) for column in columns)] for id in each.ids)
        yield from _table(family, head, rows, right={*range(1, len(head))})
    below = [*notes(each, found, by), *((column.id, column.detail) for column in each.columns if column.detail)]
    if below:
        yield ""
    yield from (f"- {escape(sign)}: {escape(said)}" for sign, said in below)


def _table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]], *, right: set[int]) -> Iterator[str]:
    yield from ("", f"## {escape(title)}", "", _line(head))
    yield "|" + "|".join("--:" if n in right else "---" for n in range(len(head))) + "|"
    yield from map(_line, rows)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_escaped, cells))} |"
