"""What changed most between the first and the last version of a history, in words."""

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.model.history import History, Row
from orgmodel.report.columns_of_history import COLUMNS, Column, number
from orgmodel.report.width import hanging
from orgmodel.report.words import counted

_MARGIN: Final = 10
_LEGEND: Final = {
    "waiting_pairs": "waits: pairs of teams of which one waits for the other",
    "largest_cycle": "circle: teams in the largest circle of dependencies",
    "stl_coverage": "STL: active initiatives with a single-threaded leader",
    "two_pizza_share": "≤ 10: teams of at most ten people",
}


def closing(
    history: History, shown: Sequence[Column], same: Sequence[Column], left_out: Sequence[Column], room: int
) -> Iterator[str]:
    """Yield the lines below the table."""
    ends = _ends(history.rows)
    for word, text in (
        *(_differences(*ends) if ends else ()),
        ("between", _on_the_way(history.rows)),
        ("same", _unchanged(history.rows, same)),
        ("unknown", _unknown(history.rows, same)),
        ("left out", _left_out(left_out)),
        ("columns", " · ".join(_LEGEND[column.key] for column in shown if column.key in _LEGEND)),
    ):
        if text:
            yield from hanging(text, room, first=f"{word:<{_MARGIN}}", rest=" " * _MARGIN)


def _ends(rows: Sequence[Row]) -> tuple[Row, Row] | None:
    """Return the first and the last version of those with the fewest files that cannot be read."""
    known = [row for row in rows if row.errors is not None]
    fewest = min((row.broken_files or 0 for row in known), default=0)
    whole = [row for row in known if row.broken_files == fewest]
    return (whole[0], whole[-1]) if len(whole) > 1 else None


def _differences(first: Row, last: Row) -> Iterator[tuple[str, str]]:
    """Yield what got worse, what got better and what only changed; what changed most comes first."""
    told: dict[str, list[tuple[float, str]]] = {"worse": [], "better": [], "changed": []}
    for column in COLUMNS:
        was, now = column.value(first), column.value(last)
        if was is None or now is None or was == now or column.of_step:
            continue
        if column.key == "people" and (was, now) == (first.heads, last.heads):
            continue
        said = number(column, was), number(column, now)
        if said[0] != said[1]:
            change = abs(now - was) / max(abs(was), abs(now))
            told[_judged(column, now - was)].append((-change, f"{column.words} {' → '.join(said)}"))
    if not any(told.values()):
        yield "changed", "nothing that is counted here, from the first version to the last"
    for word, changes in told.items():
        yield word, "; ".join(text for _, text in sorted(changes))


def _judged(column: Column, difference: float) -> str:
    if column.better is None:
        return "changed"
    return "better" if (difference > 0) == (column.better == "up") else "worse"


def _on_the_way(rows: Sequence[Row]) -> str:
    """Sum what happened from each version to the next."""
    steps = [row for row in rows if row.step is not None]
    sums = [(column, sum(int(column.value(row) or 0) for row in steps)) for column in COLUMNS if column.of_step]
    said = ", ".join(f"{total:,} {column.one if total == 1 else column.words}" for column, total in sums if total)
    unknown = len(rows) - 1 - len(steps)
    return f"{said} (not known for {counted(unknown, 'version')})" if said and unknown > 0 else said


def _unchanged(rows: Sequence[Row], same: Sequence[Column]) -> str:
    known = [(column, _only(rows, column)) for column in same if not column.of_step and column.key != "broken_files"]
    return "; ".join(f"{column.words} {number(column, value)}" for column, value in known if value is not None)


def _only(rows: Sequence[Row], column: Column) -> float | None:
    return next((value for row in rows if (value := column.value(row)) is not None), None)


def _left_out(columns: Sequence[Column]) -> str:
    names = ", ".join(column.words for column in columns)
    return f"{names} (csv and json have them)" if names else ""


def _unknown(rows: Sequence[Row], same: Sequence[Column]) -> str:
    names = [column.words for column in same if _only(rows, column) is None and not column.of_step]
    return "; ".join([*_unread(rows), *names])


def _unread(rows: Sequence[Row]) -> Iterator[str]:
    """Say in how many versions numbers count only a part, because files cannot be read."""
    broken = [row.broken_files for row in rows if row.broken_files is not None]
    fewest = min(broken, default=0)
    more = sum(number > fewest for number in broken)
    if fewest:
        beside = f", more in {counted(more, 'version')}" if more else ""
        yield f"{counted(fewest, 'file')} in every version cannot be read{beside}: numbers count the rest"
    elif more:
        yield f"in {counted(more, 'version')} files cannot be read: numbers count the rest"
    nothing = sum(row.errors is None for row in rows)
    if nothing:
        yield f"in {counted(nothing, 'version')} nothing can be read"
