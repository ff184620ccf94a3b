"""One line for each finding, for editors, `grep` and people in a hurry."""

from collections.abc import Iterator

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Finding
from orgmodel.report.base import Report, Style
from orgmodel.report.statistics import statistics
from orgmodel.report.width import clean


def write(audit: Audit, style: Style) -> Iterator[str]:
    """Yield `path:line:column: severity code [name] message`; the entity stands where there is no place."""
    for finding in audit.standing:
        yield f"{line(finding, style)}\n"
    if style.statistics:
        yield from statistics(audit, style)


def line(finding: Finding, style: Style) -> str:
    """Return the line of one finding, without its end."""
    severity = style.paint(finding.severity, finding.severity)
    return f"{_where(finding)}: {severity} {finding.code} [{finding.name}] {clean(finding.message)}"


def _where(finding: Finding) -> str:
    if finding.place is None:
        return clean(finding.subject.id if finding.subject.kind == "file" else finding.subject.key.removesuffix(":"))
    return f"{clean(finding.place.path)}:{finding.place.line}:{finding.place.column}"


report = Report(
    name="concise",
    media_type="text/plain",
    summary="one line for each finding, for editors and grep",
    write=write,
)
