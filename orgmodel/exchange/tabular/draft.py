"""The organisation file under construction, and what its parts have in common."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from orgmodel.exchange.tabular.cells import Fields, fields_of
from orgmodel.exchange.tabular.problems import ProblemLog, quoted
from orgmodel.exchange.tabular.rows import Row


class Draft:
    """Sections that are filled table by table.

    Parameters
    ----------
    tables
        The rows of each table that could be read.
    log
        Takes what cannot be kept.
    """

    def __init__(self, tables: Mapping[str, Sequence[Row]], log: ProblemLog) -> None:
        self._tables, self.log = tables, log
        self._sections: dict[str, dict[str, Fields]] = {}
        self.dependencies: list[Fields] = []

    def document(self) -> dict[str, object]:
        """Return the sections that hold something."""
        sections: dict[str, object] = {name: entities for name, entities in self._sections.items() if entities}
        return sections | ({"dependencies": self.dependencies} if self.dependencies else {})

    def rows(self, table: str, *, by: Sequence[str] = ()) -> Iterator[Row]:
        """Yield the rows of a table once.

        A row that repeats another is passed over. With `by`, so is a row that repeats only these columns, and it is
        reported.
        """
        first: dict[tuple[str, ...], Row] = {}
        for row in self._tables.get(table, ()):
            columns = by or [column.name for column in row.table.columns]
            known = first.setdefault(tuple(row[column] for column in columns), row)
            if known is row:
                yield row
            else:
                self._report_difference(row, known, columns)

    def section(self, name: str) -> dict[str, Fields]:
        """Return the entities of a section by id, to be added to."""
        return self._sections.setdefault(name, {})

    def entity(self, section: str, row: Row, column: str) -> Fields:
        """Return the entity that a row of another table names; one that its own table lacks is added and reported."""
        entities, id = self.section(section), row[column]
        if id not in entities and section in self._tables:
            row.report(self.log, f"{quoted(id)} is not in the table {section}; it is added", column=column)
        return entities.setdefault(id, {})

    def merge(self, entity: Fields, row: Row, record: type) -> None:
        """Add what a row says to an entity of which several rows speak; what contradicts earlier rows is reported."""
        names = {column.field: column.name for column in row.table.columns}
        for field, value in fields_of(row, record, self.log).items():
            if entity.setdefault(field, value) != value:
                message = f"{quoted(row[names[field.removeprefix('x-')]])} contradicts an earlier row; it is not kept"
                row.report(self.log, message, column=names[field.removeprefix("x-")])

    def _report_difference(self, row: Row, known: Row, columns: Sequence[str]) -> None:
        differing = [column.name for column in row.table.columns if row[column.name] != known[column.name]]
        if differing:
            where = f"row {known.number:,}" + (f" of {known.file}" if known.file != row.file else "")
            what = ", ".join(quoted(row[column]) for column in columns)
            row.report(self.log, f"repeats {what} of {where} with another {differing[0]}; this row is not kept")


def items_of(entity: Fields, field: str) -> list[object]:
    """Return the list that a field holds, to be added to."""
    return cast("list[object]", entity.setdefault(field, []))


def one_or_list(items: Iterable[object]) -> object:
    """Return the only item alone, several as a list."""
    all_items = list(items)
    return all_items[0] if len(all_items) == 1 else all_items


def named(key: str, id: str, fields: Fields) -> object:
    """Return the id alone if nothing else is said, otherwise a mapping that names it first."""
    return {key: id, **fields} if fields else id
