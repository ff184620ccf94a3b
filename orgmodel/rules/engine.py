"""Runs rules over an organisation, and makes findings of what they say."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.finding import Coverage, Finding, Related, Severity, Subject, fingerprint
from orgmodel.model.organisation import SECTION_OF_KIND
from orgmodel.model.place import Place, Spot
from orgmodel.rules.base import FINE, Fine, Note, Options, Rule, Unknown, Violation


class Configured(NamedTuple):
    """A rule with the settings to run it under; `severity` overrides all that the rule says."""

    rule: Rule
    options: Options
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rule said: its findings, how far it could be checked, and the seconds of processor time it took."""

    findings: tuple[Finding, ...]
    coverage: Coverage
    seconds: float


def run(graph: OrgGraph, configured: Configured) -> Outcome:
    """Ask one rule about the whole organisation."""
    start = time.process_time()
    violations: list[Violation] = []
    missing: Counter[str] = Counter()
    fine = 0
    if configured.rule.check is not None:
        for answer in configured.rule.check(graph, configured.options):
            if answer is FINE:  # by far the most
                fine += 1
            elif isinstance(answer, Fine):
                fine += answer.entities
            elif isinstance(answer, Unknown):
                missing[answer.missing] += 1
            elif not _is_external(graph, answer):
                violations.append(answer)
    findings = tuple(_finding(graph, configured, violation) for violation in violations)
    coverage = Coverage(
        configured.rule.code, fine + len(violations), len(violations), missing.total(), tuple(sorted(missing.items()))
    )
    return Outcome(findings, coverage, time.process_time() - start)


def _is_external(graph: OrgGraph, violation: Violation) -> bool:
    section = SECTION_OF_KIND.get(violation.kind)
    entity = graph.org.section(section).get(violation.id) if section else None
    return bool(entity and entity.external)


def _finding(graph: OrgGraph, configured: Configured, violation: Violation) -> Finding:
    rule = configured.rule
    subject = _subject(graph, violation.kind, violation.id)
    concerns = (subject.key, *(f"{kind}:{id}" for kind, id in violation.concerns))
    identity = violation.identity or (subject.key,)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=configured.severity or violation.severity or rule.severity,
        subject=subject,
        message=violation.message,
        help=violation.help,
        note=violation.notes,
        label=violation.label,
        place=_place(graph, violation.kind, violation.id, violation.path, violation.spot),
        related=tuple(_related(graph, note) for note in violation.related),
        evidence=violation.evidence,
        concerns=tuple(dict.fromkeys(concerns)),
        fingerprint=fingerprint(rule.code, *identity),
    )


def _subject(graph: OrgGraph, kind: str, id: str) -> Subject:
    if kind == "organisation":
        return Subject(kind, id, graph.org.organisation.name)
    section = SECTION_OF_KIND.get(kind)
    entity = graph.org.section(section).get(id) if section else None
    return Subject(kind, id, entity.name if entity else None)


def _related(graph: OrgGraph, note: Note) -> Related:
    subject = _subject(graph, note.kind, note.id) if note.kind else None
    return Related(note.message, subject, _place(graph, note.kind, note.id, note.path, note.spot))


def _place(graph: OrgGraph, kind: str, id: str, path: tuple[str | int, ...], spot: Spot | None) -> Place | None:
    section = SECTION_OF_KIND.get(kind)
    wanted = spot or (Spot(section, id, path) if section else None)
    return graph.org.places.find(wanted) if wanted else None


Progress = Callable[[str], None]


def run_all(graph: OrgGraph, rules: Iterable[Configured], progress: Progress | None = None) -> list[Outcome]:
    """Ask every rule in turn."""
    outcomes = []
    for configured in rules:
        if progress is not None:
            progress(configured.rule.code)
        outcomes.append(run(graph, configured))
    return outcomes


def cover(findings: Iterable[Finding], rules: Mapping[str, Rule]) -> list[Finding]:
    """Mark the findings whose cause another finding states.

    A finding is covered by one of a rule that covers its rule, where both concern one same entity.
    """
    found = list(findings)
    covering: dict[tuple[str, str], str] = {}
    for finding in found:
        for code in rules[finding.code].covers if finding.code in rules else ():
            for entity in finding.concerns:
                covering.setdefault((code, entity), finding.fingerprint)
    return [_covered(finding, covering) for finding in found]


def _covered(finding: Finding, covering: Mapping[tuple[str, str], str]) -> Finding:
    for entity in finding.concerns:
        if (by := covering.get((finding.code, entity))) is not None:
            return replace(finding, covered_by=by)
    return finding


def sort_key(finding: Finding) -> tuple[str, int, int, str, str, str]:
    """Order findings by path, line, column and code; those without a place come first."""
    place = finding.place
    at = (place.path, place.line, place.column) if place else ("", 0, 0)
    return (*at, finding.code, finding.subject.key, finding.fingerprint)
