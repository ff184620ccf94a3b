"""Several alternatives side by side: one row for each thing that a leader weighs, and who is no better on any."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from orgmodel.comparing.sides import Side
from orgmodel.model.comparison import Better, Comparison, Criterion
from orgmodel.model.finding import Severity

Value = float | None


class _Row(NamedTuple):
    name: str
    unit: str
    better: Better
    today: Callable[[Side], Value]
    of: Callable[[Comparison], Value]


def _nothing(today: Side) -> Value:
    """Doing nothing moves nobody."""
    return 0


def _count(comparison: Comparison, severity: Severity) -> Value:
    return comparison.findings.by_severity[severity][1]


def _codes(comparison: Comparison, *codes: str) -> int:
    return sum(finding.code in codes for finding in comparison.change_findings)


def _one_way(comparison: Comparison) -> Value:
    """Count the steps that cannot be undone; of an organisation without a plan only who leaves is known."""
    if comparison.plan is None:
        return None
    return sum(step.door == "one-way" for step in comparison.doors)


def _errors(comparison: Comparison) -> int:
    return sum(finding.severity == "error" for finding in (*comparison.plan_findings, *comparison.change_findings))


_ROWS: Final[tuple[_Row, ...]] = (
    _Row("errors found", "", "down", lambda t: t.audit.count("error"), lambda c: _count(c, "error")),
    _Row("warnings found", "", "down", lambda t: t.audit.count("warning"), lambda c: _count(c, "warning")),
    _Row(
        "pairs of teams that wait",
        "",
        "down",
        lambda t: len(t.graph.dependencies("waits").edges),
        lambda c: c.coupling.most,
    ),
    _Row(
        "pairs of teams that wait, at worst",
        "",
        "down",
        lambda t: len(t.graph.dependencies("waits").edges),
        lambda c: c.coupling.worst,
    ),
    _Row("people who change team", "", "down", _nothing, lambda c: len(c.people.changed_team)),
    _Row("people who change manager", "", "down", _nothing, lambda c: len(c.people.changed_manager)),
    _Row("people who leave", "", "down", _nothing, lambda c: len(c.people.left)),
    _Row("working relationships cut", "", "down", _nothing, lambda c: c.people.ties.cut),
    _Row("components whose new owner has nobody who knows them", "", "down", _nothing, lambda c: _codes(c, "X007")),
    _Row("steps that cannot be undone", "", "down", _nothing, _one_way),
    _Row("errors of the plan and the change", "", "down", _nothing, _errors),
)


def criteria(today: Side, alternatives: Sequence[Comparison]) -> tuple[Criterion, ...]:
    """Return the table: doing nothing first, then each alternative. A row whose values are all alike is left out."""
    rows = [*_promise_rows(alternatives), *(_row(row, today, alternatives) for row in _ROWS)]
    return tuple(row for row in rows if len(set(row.values)) > 1)


def _row(row: _Row, today: Side, alternatives: Sequence[Comparison]) -> Criterion:
    return Criterion(row.name, row.unit, row.better, (row.today(today), *(row.of(each) for each in alternatives)))


def _promise_rows(alternatives: Sequence[Comparison]) -> list[Criterion]:
    """Return two rows for each number that the plans promise to change: as planned, and if nothing assumed comes true.

    A plan that promises another number, or none, has no value in them.
    """
    promises = dict.fromkeys((o.measure, o.of) for each in alternatives if (o := each.objective) is not None)
    rows = []
    for measure, of in promises:
        found = [each.objective if _is_about(each, measure, of) else None for each in alternatives]
        first = next(each for each in found if each is not None)
        better: Better = "down" if first.expected is None or _falls(first.before, first.expected) else "up"
        words = measure.replace("_", " ")
        name = f"{words} of {of}" if of else words
        planned = (first.before, *(each.after if each else None for each in found))
        worst = (first.before, *(each.worst if each else None for each in found))
        rows.append(Criterion(name, first.unit, better, planned))
        if worst != planned:
            rows.append(Criterion(f"{name}, at worst", first.unit, better, worst))
    return rows


def _is_about(comparison: Comparison, measure: str, of: str | None) -> bool:
    promise = comparison.objective
    return promise is not None and (promise.measure, promise.of) == (measure, of)


def _falls(before: Value, expected: float) -> bool:
    return before is None or expected <= before


def dominated(rows: Sequence[Criterion], names: Sequence[str]) -> tuple[str | None, ...]:
    """Return for each alternative the one that is worse nowhere and better somewhere; None if there is none.

    Where a value is not known nobody is said to be better. Doing nothing counts as one of those that may be better.
    """
    all_names = ["doing nothing", *names]
    columns = range(1, len(all_names))
    return tuple(_dominating(rows, column, all_names) for column in columns)


def _dominating(rows: Sequence[Criterion], column: int, names: Sequence[str]) -> str | None:
    others = [*range(1, len(names)), 0]
    return next((names[other] for other in others if other != column and _beats(rows, other, column)), None)


def _beats(rows: Sequence[Criterion], one: int, other: int) -> bool:
    """Tell whether a column is worse nowhere and better somewhere."""
    better = False
    for row in rows:
        left, right = row.values[one], row.values[other]
        if left is None or right is None:
            if left is not right:
                return False
            continue
        difference = right - left if row.better == "down" else left - right
        if difference < 0:
            return False
        better = better or difference > 0
    return better
