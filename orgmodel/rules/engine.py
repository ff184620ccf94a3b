"""Runs rules over an organisation or a change of it, and makes findings of what they say."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.entity import Entity
from orgmodel.model.finding import Coverage, Finding, Related, Severity, Subject, fingerprint
from orgmodel.model.organisation import SECTION_OF_KIND, Org, Organisation
from orgmodel.model.place import Place, Places, Spot
from orgmodel.rules.base import FINE, Answer, Fine, Note, Options, Rule, Unknown, Violation

if TYPE_CHECKING:
    from orgmodel.model.comparison import Comparison


class Configured(NamedTuple):
    """A rule with the settings to run it under; `severity` overrides all that the rule says."""

    rule: Rule
    options: Options
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one rule said: its findings, how far it could be checked, and the seconds of processor time it took.

    `fault` says what kept it from going on, where the rule itself is at fault.
    """

    findings: tuple[Finding, ...]
    coverage: Coverage
    seconds: float
    fault: str | None = None


class _Ground(NamedTuple):
    """What findings are made over: entities that can be looked up by kind and id, and where everything is written."""

    described: Callable[[str, str], Entity | Organisation | None]
    places: Places


def run(graph: OrgGraph, configured: Configured) -> Outcome:
    """Ask one rule about the whole organisation."""
    check = configured.rule.check
    answers = check(graph, configured.options) if check else iter(())
    return _outcome(answers, configured, _Ground(partial(_described, graph.org), graph.org.places))


def run_change(comparison: Comparison, configured: Configured) -> Outcome:
    """Ask one rule about a change: what it says of one alternative against today.

    The findings name their subjects by id alone: a comparison does not tell what people call them.
    """
    check = configured.rule.check_change
    answers = check(comparison, configured.options) if check else iter(())
    return _outcome(answers, configured, _Ground(lambda kind, id: None, comparison.places))


def _outcome(answers: Iterable[Answer], configured: Configured, ground: _Ground) -> Outcome:
    start = time.process_time()
    violations: list[Violation] = []
    missing: Counter[str] = Counter()
    fine = 0
    fault = None
    try:
        for answer in answers:
            if answer is FINE:  # by far the most
                fine += 1
            elif isinstance(answer, Fine):
                fine += answer.entities
            elif isinstance(answer, Unknown):
                missing[answer.missing] += 1
            elif not _is_external(ground, answer):
                violations.append(answer)
    except Exception as error:  # a rule may be anybody's, and the others must go on
        if os.environ.get("ORGMODEL_TRACEBACK"):
            raise
        fault = f"{type(error).__name__}: {error}".replace("\n", " ")
    findings = tuple(_finding(ground, configured, violation) for violation in violations)
    coverage = Coverage(
        configured.rule.code, fine + len(violations), len(violations), missing.total(), tuple(sorted(missing.items()))
    )
    return Outcome(findings, coverage, time.process_time() - start, fault)


def _described(org: Org, kind: str, id: str) -> Entity | Organisation | None:
    if kind == "organisation":
        return org.organisation
    section = SECTION_OF_KIND.get(kind)
    return org.section(section).get(id) if section else None


def _is_external(ground: _Ground, violation: Violation) -> bool:
    entity = ground.described(violation.kind, violation.id)
    return isinstance(entity, Entity) and bool(entity.external)


def _finding(ground: _Ground, configured: Configured, violation: Violation) -> Finding:
    rule = configured.rule
    subject = _subject(ground, violation.kind, violation.id)
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
        place=_place(ground, violation),
        related=tuple(_related(ground, note) for note in violation.related),
        evidence=violation.evidence,
        concerns=tuple(dict.fromkeys(concerns)),
        fingerprint=fingerprint(rule.code, *identity),
    )


def _subject(ground: _Ground, kind: str, id: str) -> Subject:
    described = ground.described(kind, id)
    return Subject(kind, id, described.name if described else None)


def _related(ground: _Ground, note: Note) -> Related:
    subject = _subject(ground, note.kind, note.id) if note.kind else None
    return Related(note.message, subject, _place(ground, note))


def _place(ground: _Ground, said: Violation | Note) -> Place | None:
    section = SECTION_OF_KIND.get(said.kind)
    if said.spot is not None:
        return ground.places.find(said.spot)
    if section is not None:
        return ground.places.find(Spot(section, said.id, said.path))
    return ground.places.find(Spot("plan", "", said.path)) if said.kind == "plan" else None


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
