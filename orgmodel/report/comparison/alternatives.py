"""Several alternatives and doing nothing side by side, as values: one row a criterion, and no sum of them."""

from collections.abc import Iterator, Sequence
from typing import Final

from orgmodel.model.comparison import Compared, Criterion
from orgmodel.report.comparison.blocks import Table
from orgmodel.report.comparison.phrases import UNKNOWN, joined, known
from orgmodel.report.width import clean, clip, width

TODAY: Final = "today"
BEST: Final = "*"
LEGEND: Final = (
    "* the best of its row · ↓ fewer is better, ↑ more is better · ? not known · today is doing nothing · "
    "at worst: if nothing that is only assumed comes true"
)
_ARROWS: Final = {"down": "↓", "up": "↑"}
HEADS: Final = (30, 24, 20, 16, 12, 4)
"""How wide the name of an alternative may be above its column; with the least only its number is left."""

_HEAD: Final = 16


def numbered(compared: Compared, index: int) -> str:
    """Return the name of an alternative behind its number."""
    return f"({index + 1}) {compared.alternatives[index].name}"


def table(compared: Compared, head: int = _HEAD) -> Table:
    """Return the table: today first, then each alternative; the best values of a row are marked."""
    heads = (_headed(compared, index, head) for index in range(len(compared.alternatives)))
    return Table(("", TODAY, *heads), tuple(map(_row, compared.criteria)))


def _headed(compared: Compared, index: int, room: int) -> str:
    number = f"({index + 1})"
    return number if room <= width(number) + 1 else clip(clean(numbered(compared, index)), room)


def _row(criterion: Criterion) -> tuple[str, ...]:
    best = _best(criterion)
    unit = f" ({criterion.unit})" if criterion.unit and criterion.unit not in criterion.name else ""
    cells = (f"{known(value)}{BEST if value in best else ' '}" for value in criterion.values)
    return (f"{criterion.name}{unit} {_ARROWS[criterion.better]}", *cells)


def _best(criterion: Criterion) -> tuple[float, ...]:
    """Return the best value of a row; none where all that are known are alike."""
    stated = {value for value in criterion.values if value is not None}
    if len(stated) < 2:
        return ()
    return (max(stated) if criterion.better == "up" else min(stated),)


def dominated(compared: Compared) -> Iterator[str]:
    """Say which alternatives are no better than another on anything, and on what they are worse."""
    for index, name in enumerate(compared.dominated_by):
        if name is not None:
            other = _column(compared, index, name)
            yield f"({index + 1}) is dominated by {_called(other)}: {_worse(compared.criteria, index + 1, other)}."


def _column(compared: Compared, index: int, name: str) -> int:
    """Return the column of the alternative with a name: 0 is doing nothing."""
    names = [each.name for each in compared.alternatives]
    return next((at + 1 for at, each in enumerate(names) if each == name and at != index), 0)


def _called(column: int) -> str:
    return f"({column})" if column else "doing nothing"


def _worse(criteria: Sequence[Criterion], column: int, other: int) -> str:
    worse = [criterion.name for criterion in criteria if _is_worse(criterion, column, other)]
    return f"no better on anything, worse on {joined(worse)}" if worse else "no better on anything"


def _is_worse(criterion: Criterion, column: int, other: int) -> bool:
    one, two = criterion.values[column], criterion.values[other]
    if one is None or two is None:
        return False
    return one > two if criterion.better == "down" else one < two


def unsettled(compared: Compared) -> Iterator[str]:
    """Say on which rows nothing can be chosen by, for want of data."""
    missing = [each.name for each in compared.criteria if any(value is None for value in each.values)]
    if missing:
        yield f"Not known of all ({UNKNOWN}): {', '.join(missing)}."
