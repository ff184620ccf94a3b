"""Sets an audit beside a baseline: what was there before, and is no worse, is marked; the rest is reported."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from orgmodel.model.audit import Audit
from orgmodel.model.baseline import Accepted, Baseline
from orgmodel.model.finding import Coverage, Finding, Subject, fingerprint
from orgmodel.model.place import Place
from orgmodel.rules.base import Rule, counted, listed, plain
from orgmodel.rules.engine import sort_key
from orgmodel.rules.settings import Settings

STALE: Final = "Z005"


def beside(audit: Audit, baseline: Baseline, settings: Settings, rule: Rule) -> Audit:
    """Mark the findings that the baseline accepts, and tell of those of it that no longer occur.

    A number ratchets: fourteen people are accepted, and the fifteenth is reported.

    Parameters
    ----------
    rule
        The rule about what is stale.
    """
    findings = [_looked_up(finding, baseline) for finding in audit.findings]
    found = {finding.fingerprint for finding in audit.findings}
    gone = [
        accepted
        for key, accepted in sorted(baseline.accepted.items())
        if key not in found and accepted.code in settings.rules
    ]
    stale = list(_stale(gone, baseline, settings, rule)) if STALE in settings.rules else []
    covered = [Coverage(STALE, len(baseline.accepted), len(stale), 0)] if STALE in settings.rules else []
    return replace(
        audit,
        findings=tuple(sorted((*findings, *stale), key=sort_key)),
        coverage=tuple(sorted((*audit.coverage, *covered))),
    )


def _looked_up(finding: Finding, baseline: Baseline) -> Finding:
    accepted = baseline.accepted.get(finding.fingerprint)
    if accepted is None:
        return finding
    if not _is_worse(finding, accepted):
        return finding._replace(in_baseline=True)
    return finding._replace(note=(*finding.note, f"it was {plain(accepted.number or 0)} in the baseline"))


def _is_worse(finding: Finding, accepted: Accepted) -> bool:
    """Tell whether the number is further from its limit than the one that was accepted."""
    if finding.number is None or accepted.number is None:
        return False
    limit = finding.evidence.get("limit")
    was = abs(accepted.number - limit) if isinstance(limit, int | float) else accepted.number
    return finding.distance > was


def _stale(gone: list[Accepted], baseline: Baseline, settings: Settings, rule: Rule) -> Iterator[Finding]:
    if not gone:
        return
    what = counted(len(gone), "finding that no longer occurs", "findings that no longer occur")
    names = [f"{each.code} of {each.subject.partition(':')[2]}" for each in gone]
    yield Finding(
        code=rule.code,
        name=rule.name,
        severity=settings.severity.get(rule.code, rule.severity),
        subject=Subject("baseline", baseline.path),
        message=f"the baseline holds {what}: {listed(names)}",
        help="write it anew with --write-baseline",
        place=Place(baseline.path, 1, 1, 1, 2),
        evidence={"stale": len(gone), "findings": names},
        concerns=(f"baseline:{baseline.path}",),
        fingerprint=fingerprint(rule.code, "baseline"),
    )
