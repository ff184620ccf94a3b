"""Everything an audit found, for programs: one document whose shape `audit.schema.json` fixes."""

import datetime
import math
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from json import JSONEncoder
from typing import Final

from orgmodel import __version__
from orgmodel.model.audit import Audit
from orgmodel.model.finding import SEVERITIES, Coverage, Finding, Related, Subject, Waived
from orgmodel.model.place import Place
from orgmodel.report.base import Report, Style

VERSION: Final = 1
"""Of the shape; it grows when a key goes away or changes its meaning."""


def write(audit: Audit, style: Style) -> Iterator[str]:
    """Yield the document, with a line for each finding and for each rule; covered findings are among them."""
    yield f'{{"version": {VERSION}, "tool": {written({"name": "orgmodel", "version": __version__})},\n'
    yield f' "today": "{audit.today.isoformat()}",\n'
    yield f' "organisation": {written(asdict(audit.census))},\n'
    yield from _list("findings", (finding_record(finding) for finding in audit.findings))
    yield from _list("coverage", (_coverage(row) for row in audit.coverage))
    yield f' "summary": {written(_summary(audit))}}}\n'


def _list(name: str, records: Iterator[Mapping[str, object]]) -> Iterator[str]:
    yield f' "{name}": ['
    comma = "\n  "
    for record in records:
        yield comma + written(record)
        comma = ",\n  "
    yield "],\n"


def finding_record(finding: Finding) -> Mapping[str, object]:
    """Return a finding as `audit.schema.json` has it."""
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "subject": _subject(finding.subject),
        "message": finding.message,
        "help": finding.help,
        "location": location_record(finding.place),
        "related": [_related(related) for related in finding.related],
        "evidence": finding.evidence,
        "fingerprint": finding.fingerprint,
        "waived": _waived(finding.waived),
        "in_baseline": finding.in_baseline,
        "covered_by": finding.covered_by,
    }


def _subject(subject: Subject | None) -> Mapping[str, object] | None:
    return subject and {"kind": subject.kind, "id": subject.id, "name": subject.name}


def location_record(place: Place | None) -> Mapping[str, object] | None:
    """Return a place as `audit.schema.json` has it."""
    if place is None:
        return None
    path, line, column, end_line, end_column = place
    return {"path": path, "line": line, "column": column, "end_line": end_line, "end_column": end_column}


def _related(related: Related) -> Mapping[str, object]:
    location, subject = location_record(related.place), _subject(related.subject)
    return {"message": related.message, "location": location, "subject": subject}


def _coverage(row: Coverage) -> Mapping[str, object]:
    return {"code": row.code, "checked": row.checked, "violations": row.violations, "unknown": row.unknown}


def _summary(audit: Audit) -> Mapping[str, int]:
    counts: dict[str, int] = {severity: audit.count(severity) for severity in SEVERITIES}
    return {**counts, "waived": len(audit.waived), "in_baseline": len(audit.in_baseline)}


def _waived(waived: Waived | None) -> Mapping[str, object] | None:
    if waived is None:
        return None
    until = waived.until and waived.until.isoformat()
    return {"reason": waived.reason, "until": until, "location": location_record(waived.place)}


def _plain(value: object) -> object:
    """Return a value that JSON has no word for in one that it has."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, set | frozenset):
        return sorted(value, key=str)
    return str(value)


def _finite(value: object) -> object:
    """Return a value with null for the numbers that JSON does not know."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): _finite(item) for key, item in value.items()}
    return [_finite(item) for item in value] if isinstance(value, list | tuple) else value


# ASCII alone: what a user wrote can then do nothing to a terminal, and every encoding can hold it.
_ENCODE: Final = JSONEncoder(default=_plain, allow_nan=False, check_circular=False).encode


def written(record: Mapping[str, object]) -> str:
    """Write a record in ASCII, with null for what is no number."""
    try:
        return _ENCODE(record)
    except ValueError:
        return _ENCODE(_finite(record))


report = Report(
    name="json",
    media_type="application/json",
    summary="everything, for programs; its JSON Schema comes with the package",
    write=write,
)
