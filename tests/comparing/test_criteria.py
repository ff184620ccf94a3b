"""Several alternatives side by side: who is no better on anything."""

from pathlib import Path

import pytest

from orgmodel.comparing.criteria import dominated
from orgmodel.model.comparison import Better, Criterion
from tests.comparing.support import compared

MOVE = "plan: {name: move}\nchanges: [{move_person: {person: dee, to: identity}}]"
MERGE = "plan: {name: merge}\nchanges: [{merge_teams: {teams: [payments, identity], into: payments}}]"


def row(better: Better, *values: float | None) -> Criterion:
    """Return one row of the table."""
    return Criterion("row", "", better, values)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([row("down", 5, 3, 4)], (None, "a")),
        ([row("up", 5, 3, 4)], ("b", "doing nothing")),
        ([row("down", 5, 3, 4), row("down", 0, 2, 1)], (None, None)),
        ([row("down", 5, 3, 3), row("down", 0, 2, 2)], (None, None)),
        ([row("down", 5, 3, 3), row("down", 0, 2, 3)], (None, "a")),
        ([row("down", 5, 5, 4), row("down", 0, 1, 2)], ("doing nothing", None)),
        ([row("down", 5, None, 4)], (None, None)),
        ([row("down", 5, 3, 4), row("down", 0, None, None)], (None, "a")),
        ([], (None, None)),
    ],
)
def test_who_is_dominated(rows: list[Criterion], expected: tuple[str | None, str | None]) -> None:
    """One that is worse somewhere and better nowhere is dominated; what is not known is never worse or better."""
    assert expected == dominated(rows, ["a", "b"])


def test_doing_nothing_is_the_first_column(tmp_path: Path) -> None:
    """Today moves nobody and has the findings it has."""
    found = compared(tmp_path, MOVE, MERGE)
    values = {each.name: each.values for each in found.criteria}
    assert (0, 1, 2) == values["people who change team"]
    assert 2 == len({each.name for each in found.alternatives})


def test_one_alternative_has_no_table(tmp_path: Path) -> None:
    """With one alternative everything stands in its own column: no table is needed."""
    assert () == compared(tmp_path, MOVE).criteria


def test_alternatives_of_one_name_are_told_apart(tmp_path: Path) -> None:
    """Two plans of the same name get their paths."""
    names = [each.name for each in compared(tmp_path, MOVE, MOVE).alternatives]
    assert 2 == len(set(names))
    assert all(name.startswith("move (") for name in names)
