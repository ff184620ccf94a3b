"""From the text of one table to its rows."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from orgmodel.exchange.tabular.columns import Column, Table
from orgmodel.exchange.tabular.problems import ProblemLog, not_known

DELIMITERS: Final = (",", "\t", ";", "|")
_END: Final = "\0"
"""Stands behind the last line; tables with this character are refused, so it tells where a quote was never closed."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the cells of its known columns, without the spaces around them; an empty cell is ""."""

    file: str
    number: int
    table: Table
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def report(self, log: ProblemLog, message: str, *, column: str | None = None) -> None:
        """Note a problem with this row."""
        log.add(message, file=self.file, row=self.number, column=column)


class TableReader:
    """Reads one file of a table.

    Parameters
    ----------
    file
        The file's name; its ending decides the delimiter where the header does not.
    table
        Which columns are known, and which of them each row needs.
    log
        Takes what cannot be read or kept.
    """

    def __init__(self, file: str, table: Table, log: ProblemLog) -> None:
        self._file, self._table, self._log = file, table, log

    def read(self, text: str) -> list[Row]:
        """Return the rows that can be kept of a text without NUL characters."""
        records = self._records(text, self._delimiter(text), self._log)
        number, header = next(records, (None, []))
        if number is None:
            self._report("is empty")
            return []
        columns = self._columns(header, number)
        missing = [need for need in self._table.needs if need not in {column.name for column in columns if column}]
        if missing:
            self._report(f"has no column {' and no column '.join(missing)}; the table is not read", row=number)
            return []
        rows = (self._row(record, columns, number) for number, record in records)
        return [row for row in rows if self._has_all_it_needs(row)]

    def _report(self, message: str, *, row: int | None = None, column: str | None = None) -> None:
        self._log.add(message, file=self._file, row=row, column=column)

    def _delimiter(self, text: str) -> str:
        """Return the delimiter by which most cells of the header are known columns."""
        by_ending = "\t" if self._file.casefold().endswith(".tsv") else ","

        def known(delimiter: str) -> int:
            _, header = next(self._records(text, delimiter, ProblemLog()), (0, []))
            return sum(self._table.column(cell) is not None for cell in header)

        return max(DELIMITERS, key=lambda delimiter: (known(delimiter), delimiter == by_ending))

    def _records(self, text: str, delimiter: str, log: ProblemLog) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows that are not blank, each with its number as a spreadsheet counts."""
        lines = chain(io.StringIO(text, newline=""), [_END])
        number = 1
        try:
            for record in csv.reader(lines, delimiter=delimiter):
                if record == [_END]:
                    return
                if any(cell.endswith(_END) for cell in record):
                    raise csv.Error("a quote in it is never closed")
                if any(map(str.strip, record)):
                    yield number, record
                number += 1
        except csv.Error as error:
            log.add(f"cannot be read ({error}); it is not kept, nor is any row below", file=self._file, row=number)

    def _columns(self, header: Sequence[str], number: int) -> list[Column | None]:
        """Return the known column that stands at each position of the header."""
        columns: list[Column | None] = []
        for cell in map(str.strip, header):
            column = self._table.column(cell)
            if column is None and cell:
                names = [column.name for column in self._table.columns]
                message = not_known("a column of this table, so it is not kept", cell, names)
                self._report(message, row=number, column=cell)
            elif column is not None and column in columns:
                self._report("is in the header twice; the first one counts", row=number, column=cell)
                column = None
            columns.append(column)
        return columns

    def _row(self, record: Sequence[str], columns: Sequence[Column | None], number: int) -> Row:
        if len(record) < len(columns):
            self._report("has fewer cells than the header; what is missing is taken as unknown", row=number)
        if any(map(str.strip, record[len(columns) :])):
            self._report("has more cells than the header; what is beyond it is not kept", row=number)
        cells = {
            column.name: cell.strip().replace("\r\n", "\n").replace("\r", "\n")
            for column, cell in zip(columns, record, strict=False)
            if column is not None
        }
        return Row(self._file, number, self._table, cells)

    def _has_all_it_needs(self, row: Row) -> bool:
        missing = [need for need in self._table.needs if not row[need]]
        if missing:
            row.report(self._log, "is empty; the row is not kept", column=missing[0])
        return not missing
