"""Reads the tables of data sets: edges, and what is known of nodes."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


class NoDataError(Exception):
    """A data set that is not there."""


def rows_of(path: Path) -> list[list[str]]:
    """Return the rows of a table, separated by commas or by blanks.

    Raises
    ------
    NoDataError
        If there is no such file.
    """
    if not path.is_file():
        raise NoDataError(f"there is no {path.parent.name}/{path.name} beside the examples")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file)) if path.suffix == ".csv" else [line.split() for line in file]
    return [row for row in rows if row and not row[0].startswith("#")]


def value_of(cell: str) -> Any:
    """Return a cell as the number it is, or as text."""
    for kind in (int, float):
        try:
            return kind(cell)
        except ValueError:
            continue
    return cell


def pairs_of(path: Path) -> Mapping[Any, Any]:
    """Return what the second column says of the first."""
    return {value_of(row[0]): value_of(row[1]) for row in rows_of(path)}


def columns_of(path: Path) -> Mapping[str, Mapping[Any, Any]]:
    """Return, for each column by its name, what it says of the nodes of the first."""
    header, *rows = rows_of(path)
    return {name: {value_of(row[0]): value_of(row[n]) for row in rows} for n, name in enumerate(header) if n}


def read_edges(path: Path, given: Mapping[str, Any]) -> list[Sequence[Any]]:
    """Return the edges of a table, with their weights if it has such a column.

    A column that the example gives a value of, such as the type of a tie, chooses among the rows.
    """
    rows = rows_of(path)
    if path.suffix != ".csv":
        return [tuple(map(value_of, row[:3])) for row in rows]
    header, *rows = rows
    chosen = {n: str(given[name]) for n, name in enumerate(header) if n > 1 and name in given and name != "weight"}
    weight = [header.index("weight")] if "weight" in header else []
    return [
        tuple(value_of(row[n]) for n in (0, 1, *weight))
        for row in rows
        if all(row[n] == value for n, value in chosen.items())
    ]
