"""Waives findings that somebody has decided to live with."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from orgmodel.auditing.about_waivers import coverage, told
from orgmodel.auditing.waivers import Rules, Waiver, gathered
from orgmodel.model.finding import Coverage, Finding, Subject, Waived
from orgmodel.model.organisation import SECTION_OF_KIND
from orgmodel.model.place import Place, Places, Spot
from orgmodel.rules.settings import Settings


class Waiving(NamedTuple):
    """The findings, some of them waived, those about the waivers, and how many waivers were looked at by rule."""

    findings: tuple[Finding, ...]
    coverage: tuple[Coverage, ...]


def waived(
    findings: Iterable[Finding], settings: Settings, texts: Mapping[str, str], places: Places, rules: Rules
) -> Waiving:
    """Waive what waivers of the configuration and of comments speak of.

    Parameters
    ----------
    findings
        All findings, covered ones too: a waiver of what is covered is of use as well.
    texts
        The files by path, in whose comments waivers are looked for.
    places
        Where entities are written.
    """
    waivers = gathered(settings, texts, rules) if settings.waive else []
    if not waivers:
        return Waiving(tuple(findings), ())
    work = _Work(waivers, settings.today, places)
    result = [work.look_at(finding) for finding in findings]
    about = told(waivers, work.used, settings, rules)
    return Waiving((*result, *about), coverage(waivers, about, settings))


class _Work:
    """Looks at findings one by one, and remembers which waivers were of use."""

    def __init__(self, waivers: Sequence[Waiver], today: datetime.date, places: Places) -> None:
        self.used: set[int] = set()
        self._today, self._places = today, places
        self._by_rule: dict[str, list[tuple[int, Waiver]]] = {}
        for number, waiver in enumerate(waivers):
            if waiver.code is not None and not waiver.wrong:
                self._by_rule.setdefault(waiver.code, []).append((number, waiver))

    def look_at(self, finding: Finding) -> Finding:
        """Return the finding, waived if a waiver that has not ended speaks of it."""
        for number, waiver in self._by_rule.get(finding.code, ()):
            if self._speaks_of(waiver, finding):
                self.used.add(number)
                if not waiver.has_ended(self._today):
                    return finding._replace(waived=Waived(waiver.reason, waiver.until, waiver.place))
        return finding

    def _speaks_of(self, waiver: Waiver, finding: Finding) -> bool:
        if waiver.subject is not None:
            return waiver.subject in (finding.subject.key, finding.subject.id)
        return waiver.line in (_line(finding.place), _line(self._entity(finding.subject)))

    def _entity(self, subject: Subject) -> Place | None:
        section = SECTION_OF_KIND.get(subject.kind)
        return self._places.find(Spot(section, subject.id)) if section else None


def _line(place: Place | None) -> tuple[str, int] | None:
    return (place.path, place.line) if place else None
