"""Who gains and who loses: what each lead answers for, before and after."""

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.model.comparison import Authority, Comparison
from orgmodel.report.comparison.blocks import Block, Say, Section, Table
from orgmodel.report.comparison.phrases import few, several, shift
from orgmodel.report.comparison.room import Room
from orgmodel.report.numbers import number

GAINS: Final = "WHO GAINS AND LOSES"
COLUMNS: Final = ("people", "teams", "components", "decisions", "initiatives")


def gains(comparison: Comparison, room: Room) -> Section | None:
    """Return the leads who gain or lose, the largest first, and who begins and who stops to lead."""
    differing = differing_most(comparison.authority)
    blocks: list[Block] = [table(differing[: room.rows])] if differing else []
    more = _more(len(differing) - room.rows)
    if said := [*more, *_leading(comparison, room)]:
        blocks.append(Say(" ".join(said)))
    return Section(GAINS, tuple(blocks)) if blocks else None


def _more(number: int) -> list[str]:
    if number < 1:
        return []
    return ["1 more gains or loses less."] if number == 1 else [f"{number:,} more gain or lose less."]


def differing_most(rows: Sequence[Authority]) -> list[Authority]:
    """Return those who gain or lose anything: first by people, then by all else."""
    differing = [row for row in rows if any(before != after for before, after in _numbers(row))]
    return sorted(differing, key=lambda row: (-_gap(row.people), -sum(map(_gap, _numbers(row))), row.id))


def table(rows: Sequence[Authority]) -> Table:
    """Return a table of what each answers for; only the columns in which anybody gains or loses."""
    shown = [at for at in range(len(COLUMNS)) if any(_gap(_numbers(row)[at]) for row in rows)]
    cells = ((_who(row), *(_cell(_numbers(row)[at]) for at in shown)) for row in rows)
    return Table(("", *(COLUMNS[at] for at in shown)), tuple(cells))


def _numbers(row: Authority) -> tuple[tuple[int, int], ...]:
    return (row.people, row.teams, row.components, row.decisions, row.initiatives)


def _gap(pair: tuple[int, int]) -> int:
    return abs(pair[1] - pair[0])


def _who(row: Authority) -> str:
    before, after = row.teams_led
    if not before and not after:
        return row.id
    return f"{row.id} ({', '.join(before) if before == after else several(before, after)})"


def _cell(pair: tuple[int, int]) -> str:
    return number(pair[0]) if pair[0] == pair[1] else shift(*pair)


def _leading(comparison: Comparison, room: Room) -> Iterator[str]:
    people = comparison.people
    if people.starts_leading:
        yield f"New leads: {few(people.starts_leading, room.names)}."
    if people.stops_leading:
        yield f"No longer leading: {few(people.stops_leading, room.names)}."
