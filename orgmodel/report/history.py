"""Writes a history: as a table to read, as JSON of the shape that `history.schema.json` fixes, as CSV."""

import csv
import datetime
import io
import json
from collections.abc import Sequence
from dataclasses import fields
from typing import Final

from orgmodel import __version__
from orgmodel.model.history import History, Row, Step, Told
from orgmodel.report.columns_of_history import COLUMNS, NOW
from orgmodel.report.table_of_history import table

FORMATS: Final = ("table", "csv", "json")
VERSION: Final = 1
"""Of the shape of the JSON; it grows when a key goes away or changes its meaning."""


def write(history: History, form: str, *, width: int) -> str:
    """Return the history in one of `FORMATS`; the table is made for so many columns of text."""
    if form == "json":
        return _json(history)
    return _csv(history) if form == "csv" else table(history, width)


def _csv(history: History) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["date", "commit", *(column.key for column in COLUMNS)])
    for row in history.rows:
        values = (column.value(row) for column in COLUMNS)
        known = ("" if value is None else _plain(value) for value in values)
        writer.writerow([row.date.isoformat(), row.commit or NOW, *known])
    return out.getvalue()


def _plain(value: float) -> str:
    return repr(int(value)) if value == int(value) else repr(value)


def _json(history: History) -> str:
    head = {
        "version": VERSION,
        "tool": {"name": "orgmodel", "version": __version__},
        "path": history.path,
        "every": history.versions.every,
        "since": _day(history.versions.since),
        "last": history.versions.last,
        "today": _day(history.today),
        "shallow": history.is_shallow,
        "uncommitted": history.is_changed,
    }
    lines = [f'"{key}": {_written(value)}' for key, value in head.items()]
    rows = ",\n  ".join(_written(_row(row)) for row in history.rows)
    lines.append(f'"rows": [\n  {rows}]' if rows else '"rows": []')
    return "{" + ",\n ".join(lines) + "}\n"


def _row(row: Row) -> dict[str, object]:
    head: dict[str, object] = {"date": row.date.isoformat(), "commit": row.commit or NOW}
    numbers = {column.key: column.value(row) for column in COLUMNS if not column.of_step}
    return head | numbers | _names(row.step)


def _names(step: Step | None) -> dict[str, object]:
    """Return who and what is behind the numbers of a step; null for each if they are not known."""
    names = [each.name for each in fields(Step)]
    return {name: _listed(getattr(step, name)) if step else None for name in names}


def _listed(values: Sequence[str | Told]) -> list[object]:
    return [value._asdict() if isinstance(value, Told) else value for value in values]


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


# ASCII alone: what a user wrote can then do nothing to a terminal, and every encoding can hold it.
def _written(value: object) -> str:
    return json.dumps(value, allow_nan=False)
