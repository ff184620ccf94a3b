"""Keeps of an audit what somebody asked for."""

from collections.abc import Collection
from dataclasses import replace

from orgmodel.model.audit import Audit
from orgmodel.model.finding import SEVERITIES, Finding, Severity


def narrowed(audit: Audit, wanted: Collection[str] | None, min_severity: Severity) -> Audit:
    """Keep the findings that concern what is wanted (``kind:id``; None for all) and are grave enough."""
    grave = SEVERITIES[: SEVERITIES.index(min_severity) + 1]
    kept = [each for each in audit.findings if each.severity in grave and (wanted is None or concerns(each, wanted))]
    there = {each.fingerprint for each in kept}
    # What was covered by a finding that is left out speaks for itself again.
    freed = (each if each.covered_by in there else each._replace(covered_by=None) for each in kept)
    return replace(audit, findings=tuple(freed))


def concerns(finding: Finding, keys: Collection[str]) -> bool:
    """Tell whether a finding is about one of these entities (``kind:id``), as its subject or as related."""
    related = (each.subject.key for each in finding.related if each.subject)
    return any(key in keys for key in (*finding.concerns, *related))
