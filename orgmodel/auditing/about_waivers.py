"""What is wrong with waivers, as findings of the rules that speak of it."""

import datetime
from collections.abc import Container, Iterator, Sequence
from typing import Final

from orgmodel.auditing.waivers import Rules, Waiver
from orgmodel.load.waivers import HELP
from orgmodel.model.closest import closest
from orgmodel.model.finding import Coverage, Finding, Severity, Subject, fingerprint
from orgmodel.rules.settings import Settings

UNUSED: Final = "Z001"
ENDED: Final = "Z002"
UNKNOWN: Final = "Z003"
UNREASONED: Final = "Z004"
_INVALID: Final = "F006"


def told(waivers: Sequence[Waiver], used: Container[int], settings: Settings, rules: Rules) -> list[Finding]:
    """Return the findings of the rules that are run; `used` has the numbers of the waivers that were of use."""
    telling = _Telling(settings, rules)
    about = (finding for number, waiver in enumerate(waivers) for finding in telling.about(waiver, used=number in used))
    return [finding for finding in about if finding.code in settings.rules]


def coverage(waivers: Sequence[Waiver], found: Sequence[Finding], settings: Settings) -> tuple[Coverage, ...]:
    """Count how many waivers each rule about them has looked at."""
    return tuple(
        Coverage(code, len(waivers), sum(finding.code == code for finding in found), 0)
        for code in (UNUSED, ENDED, UNKNOWN, UNREASONED)
        if code in settings.rules
    )


class _Telling:
    def __init__(self, settings: Settings, rules: Rules) -> None:
        self._settings, self._rules = settings, rules
        self._warn_days: int = settings.of(rules[ENDED], rules).options.warn_days  # type: ignore[attr-defined]  # has it

    def about(self, waiver: Waiver, *, used: bool) -> Iterator[Finding]:
        """Yield what is wrong with one waiver."""
        if waiver.wrong:
            yield self._finding(_INVALID, waiver, f"{waiver.wrong}; it waives nothing", HELP)
            return
        if waiver.code is None:
            yield self._unknown(waiver)
            return
        if waiver.reason is None:
            yield self._finding(UNREASONED, waiver, f"the waiver of {waiver.code} gives no reason", "add `because …`")
        if not used and waiver.code in self._settings.rules:
            message = f"the waiver of {waiver.code} waives nothing"
            yield self._finding(UNUSED, waiver, message, "take it away, or move it to the line of what it is to waive")
        elif waiver.until is not None:
            yield from self._ending(waiver, waiver.until)

    def _unknown(self, waiver: Waiver) -> Finding:
        best = closest(waiver.rule, [*self._rules, *(rule.name for rule in self._rules.values())])
        message = f"a waiver names the rule {waiver.rule}, which does not exist"
        help = f"write {best}" if best else "`orgmodel explain` lists the rules"
        return self._finding(UNKNOWN, waiver, message, help)

    def _ending(self, waiver: Waiver, until: datetime.date) -> Iterator[Finding]:
        left = (until - self._settings.today).days
        if left < 0:
            message = f"the waiver of {waiver.code} has ended on {until}; what it waived is reported again"
            yield self._finding(ENDED, waiver, message, "mend what it waived, or give it a later end", days=-left)
        elif left <= self._warn_days:
            when = f"ends in {left} days, on {until}" if left > 1 else "ends tomorrow" if left else "ends today"
            message = f"the waiver of {waiver.code} {when}"
            yield self._finding(ENDED, waiver, message, "mend what it waives before", "info", days=left)

    def _finding(
        self, code: str, waiver: Waiver, message: str, help: str, severity: Severity | None = None, **numbers: object
    ) -> Finding:
        rule = self._rules[code]
        id = waiver.subject or (waiver.place.path if waiver.place else "configuration")
        return Finding(
            code=code,
            name=rule.name,
            severity=self._settings.severity.get(code) or severity or rule.severity,
            subject=Subject("waiver", id),
            message=message,
            help=help,
            place=waiver.place,
            evidence={"rule": waiver.code or waiver.rule, **numbers},
            concerns=(f"waiver:{id}",),
            fingerprint=fingerprint(code, *waiver.identity),
        )
