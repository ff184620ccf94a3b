"""The code quality report of GitLab: findings beside the lines of a merge request."""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Finding, Severity
from orgmodel.report.base import Report, Style

_SEVERITIES: Final[Mapping[Severity, str]] = {"error": "critical", "warning": "major", "info": "minor"}


def write(audit: Audit, style: Style) -> Iterator[str]:
    """Yield a JSON list; a finding without a place stands at the first line of a file that is called as its subject."""
    records = ",\n ".join(json.dumps(_record(finding), ensure_ascii=True) for finding in audit.standing)
    yield f"[{records}]\n"


def _record(finding: Finding) -> Mapping[str, object]:
    place = finding.place
    begin, end = (place.line, place.end_line) if place else (1, 1)
    return {
        "description": finding.message,
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": place.path if place else finding.subject.id, "lines": {"begin": begin, "end": end}},
    }


report = Report(
    name="gitlab",
    media_type="application/json",
    summary="the code quality report of GitLab, for merge requests",
    write=write,
)
