"""What is measured of a sample, in every form, as golden files (REFRESH_GOLDEN=1 writes them anew)."""

import os
from pathlib import Path
from typing import Final

import pytest

from orgmodel import api

NORTHWIND = Path(__file__).parents[1] / "orgs" / "northwind"
GOLDEN = Path(__file__).parent / "golden" / "measures"
OF_THE_WHOLE: Final = (
    "cyclic_groups",
    "density",
    "heads",
    "inter_team_dependency_ratio",
    "largest_cycle",
    "mean_span",
    "modularity",
    "people",
    "people_by_level",
    "propagation_cost",
    "spans",
    "stl_coverage",
    "team_sizes",
    "teams",
)
OF_TEAMS: Final = ("components_owned", "fan_in", "fan_out", "fte", "in_cycle", "instability", "size", "weighted_fan_in")


@pytest.mark.parametrize(
    ("by", "only"),
    [
        ("organisation", OF_THE_WHOLE),
        ("team", OF_TEAMS),
        ("initiative", ("outside_teams",)),
        ("decision", ("mandatory_approvers", "wait_in_sequence")),
    ],
)
@pytest.mark.parametrize("form", ["table", "csv", "markdown", "json"])
def test_northwind_is_measured_as_before(by: str, only: tuple[str, ...], form: str) -> None:
    """Each form reads as its golden file."""
    measured = api.measure(NORTHWIND, by=by, only=only)  # type: ignore[arg-type]  # words of `By`
    text = api.measure_report(measured, form, by=by, width=100)
    file = GOLDEN / f"northwind.{by}.{form}"
    if os.environ.get("REFRESH_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    assert file.read_text(encoding="utf-8") == text
