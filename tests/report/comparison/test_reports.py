"""What holds for every report of a comparison: it is found by itself, and writes whole lines."""

from pathlib import Path

import pytest

from orgmodel import catalogue
from orgmodel.report.comparison.base import ComparisonReport
from tests.report.comparison import samples
from tests.report.comparison.samples import of, written

ROOT = Path(__file__).parents[3]
REPORTS: list[ComparisonReport] = list(catalogue.offered("orgmodel.report.comparison", "report"))


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
