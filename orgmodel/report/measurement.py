"""Writes measured values: as a table to read, as JSON, as CSV."""

import csv
import dataclasses
import io
import json
from collections.abc import Iterator, Mapping

from orgmodel.model.measurement import Column, Measured, Measurement
from orgmodel.report.width import clean, width

FORMATS = ("table", "json", "csv")
Values = Mapping[str, Mapping[str, float | bool | None]]


def write(measured: Measured, form: str, *, by: str) -> str:
    """Return the values in one of `FORMATS`; `by` chooses between organisation, team and initiative."""
    if form == "json":
        return _json(measured)
    rows = list(_organisation_rows(measured) if by == "organisation" else _rows_of_each(measured, by))
    return _csv(rows) if form == "csv" else _table(rows, measured, by)


def number(value: float | bool | None) -> str:
    """Write a value for a person: at most four digits that matter, a dash for what is not defined."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:,.0f}" if abs(value) >= 1000 or value == int(value) else f"{value:.4g}"


def _organisation_rows(measured: Measured) -> Iterator[list[str]]:
    yield ["measure", "value", "unit", "evidence", "remark"]
    for each in measured.organisation:
        value = "" if each.value is None else repr(each.value)
        yield [each.id, value, each.unit, each.evidence, each.reason or each.detail or ""]


def _of_each(measured: Measured, by: str) -> tuple[tuple[Column, ...], Values]:
    if by == "initiative":
        return measured.initiative_columns, measured.initiatives
    return measured.columns, measured.teams


def _rows_of_each(measured: Measured, by: str) -> Iterator[list[str]]:
    columns, values_of = _of_each(measured, by)
    yield [by, *(column.id for column in columns)]
    for id, values in values_of.items():
        found = (values[column.id] for column in columns)
        yield [id, *("" if value is None else repr(value) for value in found)]


def _csv(rows: list[list[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _json(measured: Measured) -> str:
    head = {"version": 1, "organisation": dataclasses.asdict(measured.census), "graph": measured.layer}
    parts = [f'"{key}": {_dumps(value)}' for key, value in head.items()]
    parts.append(_rows("measures", (each._asdict() for each in measured.organisation)))
    parts.append(_rows("team_measures", (each._asdict() for each in measured.columns)))
    parts.append(_rows("teams", ({"id": team, **values} for team, values in measured.teams.items())))
    parts.append(_rows("initiative_measures", (each._asdict() for each in measured.initiative_columns)))
    parts.append(_rows("initiatives", ({"id": id, **values} for id, values in measured.initiatives.items())))
    return "{" + ",\n".join(parts) + "}\n"


def _rows(key: str, values: Iterator[dict[str, object]]) -> str:
    lines = ",\n  ".join(map(_dumps, values))
    return f'"{key}": [\n  {lines}]' if lines else f'"{key}": []'


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def _table(rows: list[list[str]], measured: Measured, by: str) -> str:
    title = f"{measured.census.name or 'The organisation'}: dependencies in layer {measured.layer}\n\n"
    if by == "organisation":
        return title + _aligned([_readable(each) for each in measured.organisation], rows[0])
    columns, values_of = _of_each(measured, by)
    body = [[id, *(number(values[column.id]) for column in columns)] for id, values in values_of.items()]
    remarks = "".join(f"\n{column.id}: {column.detail}\n" for column in columns if column.detail)
    return title + _aligned(body, rows[0], numbers=True) + remarks


def _readable(each: Measurement) -> list[str]:
    return [each.id, number(each.value), each.unit, each.evidence, each.reason or each.detail or ""]


def _aligned(rows: list[list[str]], head: list[str], *, numbers: bool = False) -> str:
    rows = [[clean(cell) for cell in row] for row in rows]
    widths = [max(width(row[n]) for row in [head, *rows]) for n in range(len(head))]
    lines = [_line(row, widths, numbers=numbers) for row in [head, ["─" * width for width in widths], *rows]]
    return "".join(f"{line}\n" for line in lines)


def _line(cells: list[str], widths: list[int], *, numbers: bool) -> str:
    right = range(1, len(cells)) if numbers else (1,)
    padded = (_padded(cell, room, right=n in right) for n, (cell, room) in enumerate(zip(cells, widths, strict=True)))
    return "  ".join(padded).rstrip()


def _padded(cell: str, room: int, *, right: bool) -> str:
    space = " " * (room - width(cell))
    return space + cell if right else cell + space
