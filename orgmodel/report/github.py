"""Workflow commands of GitHub Actions: each finding becomes an annotation at its line."""

from collections.abc import Iterator, Mapping
from typing import Final

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Finding, Severity
from orgmodel.report.base import Report, Style
from orgmodel.report.width import clean

_COMMANDS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "info": "notice"}


def write(audit: Audit, style: Style) -> Iterator[str]:
    """Yield a command a line, the gravest first: of each kind only the first ten are shown on a page."""
    for severity in _COMMANDS:
        for finding in audit.standing:
            if finding.severity == severity:
                yield f"{_command(finding)}\n"


def _command(finding: Finding) -> str:
    properties = {"title": f"{finding.code} {finding.name}"}
    if finding.place is not None:
        place = finding.place
        properties = {"file": place.path, "line": str(place.line), **_columns(finding), **properties}
    said = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    text = finding.message + (f"\n{finding.help}" if finding.help else "")
    return f"::{_COMMANDS[finding.severity]} {said}::{_data(text)}"


def _columns(finding: Finding) -> dict[str, str]:
    """Return the columns, which are allowed only where a finding ends on the line on which it begins."""
    place = finding.place
    if place is None or place.line != place.end_line:
        return {}
    return {"col": str(place.column), "endColumn": str(place.end_column)}


def _data(text: str) -> str:
    lines = (clean(line).replace("%", "%25") for line in text.split("\n"))
    return "%0A".join(lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


report = Report(
    name="github",
    media_type="text/vnd.github.workflow-commands",
    summary="annotations of GitHub Actions, at the lines of a pull request",
    write=write,
)
