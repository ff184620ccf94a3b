"""The tables that are known, their columns, and the field of the organisation file that each column fills."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from orgmodel.model.components import Component, ComponentDependency
from orgmodel.model.decisions import Decision, Step
from orgmodel.model.dependencies import Dependency
from orgmodel.model.initiatives import Contribution, Initiative, Participation
from orgmodel.model.metrics import Metric
from orgmodel.model.people import Person
from orgmodel.model.teams import Membership, Team


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    name
        What its header says, in lower case.
    record, field
        What it fills, if a cell is simply the value of a field.
    also
        Other headers that mean the same.
    """

    name: str
    record: type | None = None
    field: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A known table: the columns without which no row makes sense, and all columns."""

    needs: tuple[str, ...]
    columns: tuple[Column, ...]

    def column(self, header: str) -> Column | None:
        """Return the column that a header means, or None if the table has no such column."""
        name = plain_name(header)
        return next((column for column in self.columns if name in (column.name, *column.also)), None)


def plain_name(name: str) -> str:
    """Return a header or a file's name as it is compared: without case, its words joined by underscores."""
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split())


def _fills(record: type, columns: str) -> tuple[Column, ...]:
    """Return columns that fill fields of a record: of the same name, or as in `title=name`."""
    pairs = [column.partition("=") for column in columns.split()]
    return tuple(Column(name, record, field or name, (field,) if field else ()) for name, _, field in pairs)


def _table(needs: str, *columns: Column) -> Table:
    keys = tuple(needs.split())
    return Table(keys, (*map(Column, keys), *columns))


_PERSON = "name title role level manager dotted skills location timezone capacity status employment"

TABLES: Final[Mapping[str, Table]] = MappingProxyType(
    {
        "people": _table("id", *_fills(Person, _PERSON)),
        "teams": _table("id", *_fills(Team, "name kind type parent headcount purpose")),
        "members": _table("team person", *_fills(Membership, "allocation role")),
        "leads": _table("team person", Column("role")),
        "components": _table("id", Column("owner_team", also=("owner",)), *_fills(Component, "domain criticality")),
        "component_deps": _table("from to", *_fills(ComponentDependency, "kind strength")),
        "team_deps": _table("from to", *_fills(Dependency, "weight=strength kind mode why")),
        "initiatives": _table(
            "id",
            *_fills(Initiative, "title=name owner_team=team kind door customer"),
            Column("status"),
            Column("stage"),
        ),
        "initiative_teams": _table("initiative team", Column("role"), *_fills(Contribution, "allocation ask")),
        "initiative_people": _table("initiative person", Column("role"), *_fills(Participation, "allocation")),
        "decisions": _table(
            "id", *_fills(Decision, "owner door decider"), Column("step"), *_fills(Step, "by can days")
        ),
        "metrics": _table("id", *_fills(Metric, "name kind owner drives")),
    }
)
"""The known tables by name: the name of the file without its ending."""
