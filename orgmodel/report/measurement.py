"""Writes measured values: as a table to read, as Markdown, as JSON of the shape of `measure.schema.json`, as CSV."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from orgmodel.model.measurement import Column, Each, Measured
from orgmodel.report.json_of_measures import document, plain
from orgmodel.report.markdown_of_measures import markdown
from orgmodel.report.table_of_measures import table
from orgmodel.report.width import clean

FORMATS: Final = ("table", "json", "csv", "markdown")


def write(measured: Measured, form: str, *, by: str, width: int = 120, blocks: bool = True) -> str:
    """Return the values in one of `FORMATS`.

    Parameters
    ----------
    by
        What they are to be of: the organisation, or each team, group, initiative, person, component or decision. JSON
        has all.
    width
        Columns of text that the table may take.
    blocks
        Whether bars may be drawn by block elements; by letters of ASCII otherwise, and so is everything else.
    """
    if form == "json":
        return document(measured)
    if form == "markdown":
        return markdown(measured, by)
    return _csv(measured, by) if form == "csv" else table(measured, by, width, blocks=blocks)


def _csv(measured: Measured, by: str) -> str:
    out = io.StringIO()
    rows = _rows_of_organisation(measured) if by == "organisation" else _rows_of_each(measured.each(by), by)
    # A lone carriage return would end a row, and nothing of a user is to act on a terminal.
    csv.writer(out, lineterminator="\n").writerows(map(clean, row) for row in rows)
    return out.getvalue()


def _rows_of_organisation(measured: Measured) -> Iterator[list[str]]:
    yield ["measure", "value", "unit", "evidence", "better", "reason", "detail", "names"]
    for each in measured.organisation:
        names = "; ".join(map(plain, each.names or ()))
        said = (each.better, each.reason, each.detail, names)
        yield [each.id, _value(each.value), each.unit, each.evidence, *(part or "" for part in said)]


def _rows_of_each(each: Each, by: str) -> Iterator[list[str]]:
    """Yield a row for each of them; the evidence of all columns stands once, at the end of the first."""
    columns = each.columns
    asides = ["names"] * any(column.names for column in columns) + ["details"] * any(c.details for c in columns)
    yield [by, *(column.id for column in columns), "reasons", *asides, "evidence"]
    evidence = "; ".join(f"{column.id}: {column.evidence}" for column in columns)
    for id in each.ids:
        values = (_value(column.values.get(id)) for column in columns)
        said = [_aside(columns, id, aside) for aside in ("reasons", *asides)]
        yield [id, *values, *said, evidence]
        evidence = ""


def _aside(columns: tuple[Column, ...], id: str, what: str) -> str:
    """Return the reasons of a row, what is in its lists, or its other remarks, each behind the id of its measure."""
    if what == "reasons":
        said = {column.id: reason for column in columns if (reason := column.reason_of(id))}
    elif what == "names":
        said = {column.id: ", ".join(map(plain, column.names[id])) for column in columns if column.names.get(id)}
    else:
        said = {column.id: column.details[id] for column in columns if id in column.details}
    return "; ".join(f"{id}: {text}" for id, text in said.items())


def _value(value: float | bool | str | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else repr(value)
