"""Findings before and after: which are mended, which are new, which are worse."""

from orgmodel.model.audit import Audit
from orgmodel.model.comparison import Findings, Shift
from orgmodel.model.finding import SEVERITIES, Finding


def findings(before: Audit, after: Audit) -> Findings:
    """Compare the standing findings of two audits by their lasting identity.

    One that stood before and is now stated by another is still there; so is the reverse.
    """
    was = {finding.fingerprint: finding for finding in before.findings}
    now = {finding.fingerprint: finding for finding in after.findings}
    fixed = [each for each in before.standing if each.fingerprint not in now]
    new = [each for each in after.standing if each.fingerprint not in was]
    both = [(was[each.fingerprint], each) for each in after.standing if each.fingerprint in was]
    shifts = [shift for one, other in both if (shift := _shift(one, other)) is not None]
    return Findings(
        fixed=tuple(sorted(fixed, key=_order)),
        new=tuple(sorted(new, key=_order)),
        worse=tuple(shift for shift in shifts if shift.after.distance > shift.before.distance),
        better=tuple(shift for shift in shifts if shift.after.distance < shift.before.distance),
        unchanged=len(both) - len(shifts),
        by_severity={severity: (before.count(severity), after.count(severity)) for severity in SEVERITIES},
    )


def _order(finding: Finding) -> tuple[int, str, str, str]:
    return SEVERITIES.index(finding.severity), finding.code, finding.subject.key, finding.fingerprint


def _shift(before: Finding, after: Finding) -> Shift | None:
    numbers = before.number, after.number
    if numbers[0] is None or numbers[1] is None or before.distance == after.distance:
        return None
    return Shift(before, after, (numbers[0], numbers[1]))
