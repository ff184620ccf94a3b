"""Writes the file of the findings that are accepted."""

import json
from collections.abc import Iterable

from orgmodel.model.baseline import VERSION
from orgmodel.model.finding import Finding


def write(findings: Iterable[Finding]) -> str:
    """Return the document, a line for each finding, in an order that does not change when files do."""
    found = sorted(findings, key=lambda each: (each.code, each.subject.key, each.fingerprint))
    lines = ",\n".join(f"  {json.dumps(_record(each), ensure_ascii=True)}" for each in found)
    return f'{{"version": {VERSION}, "findings": [\n{lines}\n]}}\n'


def _record(finding: Finding) -> dict[str, object]:
    number = {} if finding.number is None else {"number": finding.number}
    return {"code": finding.code, "subject": finding.subject.key, "fingerprint": finding.fingerprint, **number}
