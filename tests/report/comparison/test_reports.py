"""What holds for every report of a comparison: it is found by itself, and gives the same bytes each time."""

import subprocess
import sys
from pathlib import Path

import pytest

from orgmodel import catalogue
from orgmodel.report.comparison.base import ComparisonReport
from tests.report.comparison import samples
from tests.report.comparison.samples import of, written

ROOT = Path(__file__).parents[3]
REPORTS: list[ComparisonReport] = list(catalogue.offered("orgmodel.report.comparison", "report"))
WRITE_ALL = """
from orgmodel import catalogue
from tests.report.comparison import samples
for report in catalogue.offered("orgmodel.report.comparison", "report"):
    print(samples.written(report, samples.of(samples.two_teams())), samples.written(report, samples.three()))
"""


def test_reports_are_found_by_themselves() -> None:
    """Each file with a report is offered, and says what it is; none of them writes audits."""
    assert ["json", "markdown", "text"] == [report.name for report in REPORTS]
    assert [] == [report.name for report in REPORTS if not report.summary or not report.media_type]
    assert [] == [each for each in catalogue.offered("orgmodel.report", "report") if isinstance(each, ComparisonReport)]


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_documents_are_whole_lines(report: ComparisonReport) -> None:
    """A document ends with the end of a line."""
    for compared in (of(samples.two_teams()), samples.three(), of(samples.same()), of()):
        assert written(report, compared).endswith("\n")


def test_the_same_bytes_every_time() -> None:
    """The seed of Python's hashes changes nothing."""
    documents = {
        subprocess.run(
            [sys.executable, "-c", WRITE_ALL],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert 1 == len(documents)
