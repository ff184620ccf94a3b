"""What an audit gives to those who write it down."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from orgmodel.model.finding import SEVERITIES, Coverage, Finding, Severity
from orgmodel.model.place import NOWHERE, Places


@dataclass(frozen=True, slots=True, kw_only=True)
class Census:
    """How much an organisation describes.

    `people` counts the people described, `heads` adds the headcounts of teams without listed members, `teams` all teams
    that are no groups, `dependencies` the edges of the team dependency graph. `vacant` positions are among the people.
    """

    name: str | None = None
    as_of: datetime.date | None = None
    files: int = 0
    passed_over: int = 0
    people: int = 0
    heads: int = 0
    vacant: int = 0
    teams: int = 0
    councils: int = 0
    groups: int = 0
    initiatives: int = 0
    active_initiatives: int = 0
    components: int = 0
    dependencies: int = 0
    decisions: int = 0
    metrics: int = 0


class RuleTold(NamedTuple):
    """What documents say of a rule that was run: its name, its usual severity, its summary, its page in Markdown."""

    name: str
    severity: Severity
    summary: str
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """Everything an audit found, and how far it could look.

    Parameters
    ----------
    census
        How much the organisation describes.
    today
        The day that rules about dates count from.
    findings
        All of them, sorted by place; covered ones carry who covers them.
    coverage
        One row for each rule that was run, by code.
    ends_by_itself, mandated
        What is known and needs no action, one phrase each.
    places
        Where things are written, for showing source lines.
    weights
        For each code how much it matters to the one who decides; the heavier, the earlier.
    evidence
        For each code how well the idea behind it is supported.
    rules
        Every rule of the catalogue, by code.
    seconds
        Seconds of processor time by step, and by rule under its code.
    faults
        What kept a rule from going on, by its code: the rule's own fault, not the organisation's.
    """

    census: Census
    today: datetime.date
    findings: tuple[Finding, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    ends_by_itself: tuple[str, ...] = ()
    mandated: tuple[str, ...] = ()
    places: Places = NOWHERE
    weights: Mapping[str, float] = field(default_factory=dict)
    evidence: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, RuleTold] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)

    @property
    def standing(self) -> tuple[Finding, ...]:
        """The findings that no other covers, that nobody has waived, and that are not in the baseline.

        These are printed and counted.
        """
        return tuple(finding for finding in self.findings if finding.stands)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """The findings that somebody has waived, covered ones left out."""
        return tuple(finding for finding in self.findings if finding.waived and finding.covered_by is None)

    @property
    def in_baseline(self) -> tuple[Finding, ...]:
        """The findings that the baseline accepts, covered and waived ones left out."""
        return tuple(each for each in self.findings if each.in_baseline and not each.waived and not each.covered_by)

    def count(self, severity: Severity) -> int:
        """Count the standing findings of a severity."""
        return sum(finding.severity == severity for finding in self.standing)

    def reaches(self, severity: Severity) -> bool:
        """Tell whether a standing finding is at least this grave."""
        grave = SEVERITIES[: SEVERITIES.index(severity) + 1]
        return any(finding.severity in grave for finding in self.standing)

    @property
    def covered(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings that each standing one covers, directly or through another, by its fingerprint."""
        by = {finding.fingerprint: finding.covered_by for finding in self.findings if finding.covered_by}
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            if finding.covered_by:
                found.setdefault(_end(finding.covered_by, by), []).append(finding)
        return {fingerprint: tuple(findings) for fingerprint, findings in found.items()}


def _end(fingerprint: str, covered_by: Mapping[str, str | None]) -> str:
    seen = set()
    while (above := covered_by.get(fingerprint)) and fingerprint not in seen:
        seen.add(fingerprint)
        fingerprint = above
    return fingerprint
