"""Findings before and after: which are mended, which are new, which are worse."""

from collections.abc import Iterable, Iterator

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
        worse=tuple(shift for shift in shifts if _distance(shift.after) > _distance(shift.before)),
        better=tuple(shift for shift in shifts if _distance(shift.after) < _distance(shift.before)),
        unchanged=len(both) - len(shifts),
        by_severity={severity: (before.count(severity), after.count(severity)) for severity in SEVERITIES},
    )


def _order(finding: Finding) -> tuple[int, str, str, str]:
    return SEVERITIES.index(finding.severity), finding.code, finding.subject.key, finding.fingerprint


def _shift(before: Finding, after: Finding) -> Shift | None:
    numbers = _number(before), _number(after)
    if numbers[0] is None or numbers[1] is None or _distance(before) == _distance(after):
        return None
    return Shift(before, after, (numbers[0], numbers[1]))


def _number(finding: Finding) -> float | None:
    """Return the number that a finding is about: the first of its evidence; a list counts as long as it is."""
    return next(_numbers(finding.evidence.values()), None)


def _numbers(values: Iterable[object]) -> Iterator[float]:
    for value in values:
        if isinstance(value, list | tuple):
            yield len(value)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield value


def _distance(finding: Finding) -> float:
    """Return how far the number is from its limit; the number itself where there is no limit."""
    number, limit = _number(finding) or 0.0, finding.evidence.get("limit")
    return abs(number - limit) if isinstance(limit, int | float) else number
