"""A finding a line, for programs that read a stream."""

from collections.abc import Iterator

from orgmodel.model.audit import Audit
from orgmodel.report.base import Report, Style
from orgmodel.report.json import finding_record, written


def write(audit: Audit, style: Style) -> Iterator[str]:
    """Yield one JSON object a line; covered, waived and accepted findings are among them, marked."""
    for finding in audit.findings:
        yield f"{written(finding_record(finding))}\n"


report = Report(
    name="jsonl",
    media_type="application/jsonl",
    summary="a finding a line, for programs that read a stream",
    write=write,
)
