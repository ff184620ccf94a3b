"""Runs rules over an organisation or a change of it, and makes findings of what they say."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from orgmodel.graph import OrgGraph
from orgmodel.model.entity import Entity
from orgmodel.model.finding import Coverage, Finding, Related, Severity, Subject, fingerprint
from orgmodel.model.organisation import SECTION_OF_KIND, Organisation
from orgmodel.model.place import Place, Places, Spot
from orgmodel.rules.base import FINE, Answer, Fine, Note, Options, Rule, Violation

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
    """What findings are made over: the entities by kind and id, and where everything is written."""

    places: Places
    entities: Mapping[str, Mapping[str, Entity]] = MappingProxyType({})
    organisation: Organisation | None = None

    def described(self, kind: str, id: str) -> Entity | Organisation | None:
        """Return what a kind and an id name."""
        entities = self.entities.get(kind)
        if entities is not None:
            return entities.get(id)
        return self.organisation if kind == "organisation" else None


def run(graph: OrgGraph, configured: Configured) -> Outcome:
    """Ask one rule about the whole organisation."""
    check, org = configured.rule.check, graph.org
    answers = check(graph, configured.options) if check else iter(())
    entities = {kind: org.section(section) for kind, section in SECTION_OF_KIND.items()}
    return _outcome(answers, configured, _Ground(org.places, entities, org.organisation))


def run_change(comparison: Comparison, configured: Configured) -> Outcome:
    """Ask one rule about a change: what it says of one alternative against today.

    The findings name their subjects by id alone: a comparison does not tell what people call them.
    """
    check = configured.rule.check_change
    answers = check(comparison, configured.options) if check else iter(())
    return _outcome(answers, configured, _Ground(comparison.places))


def _outcome(answers: Iterable[Answer], configured: Configured, ground: _Ground) -> Outcome:
    start = time.process_time()
    findings: list[Finding] = []
    missing: Counter[str] = Counter()
    fine = 0
    fault = None
    try:
        for answer in answers:
            if answer is FINE:  # by far the most
                fine += 1
            elif isinstance(answer, Violation):
                described = ground.described(answer.kind, answer.id)
                if not (isinstance(described, Entity) and described.external):
                    findings.append(_finding(ground, configured, answer, described))
            elif isinstance(answer, Fine):
                fine += answer.entities
            else:
                missing[answer.missing] += 1
    except Exception as error:  # a rule may be anybody's, and the others must go on
        if os.environ.get("ORGMODEL_TRACEBACK"):
            raise
        fault = f"{type(error).__name__}: {error}".replace("\n", " ")
    coverage = Coverage(
        configured.rule.code, fine + len(findings), len(findings), missing.total(), tuple(sorted(missing.items()))
    )
    return Outcome(tuple(findings), coverage, time.process_time() - start, fault)


def _finding(
    ground: _Ground, configured: Configured, violation: Violation, described: Entity | Organisation | None
) -> Finding:
    rule = configured.rule
    subject = Subject(violation.kind, violation.id, described.name if described else None)
    concerns: tuple[str, ...] = (subject.key,)
    if violation.concerns:
        concerns = tuple(dict.fromkeys((*concerns, *_keys(violation.concerns))))
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
        related=tuple([_related(ground, note) for note in violation.related]),
        evidence=violation.evidence,
        concerns=concerns,
        explains=None if violation.explains is None else tuple(_keys(violation.explains)),
        fingerprint=fingerprint(rule.code, *(violation.identity or concerns[:1])),
    )


def _keys(entities: Iterable[tuple[str, str]]) -> Iterator[str]:
    return (f"{kind}:{id}" for kind, id in entities)


def _related(ground: _Ground, note: Note) -> Related:
    described = ground.described(note.kind, note.id)
    subject = Subject(note.kind, note.id, described.name if described else None) if note.kind else None
    return Related(note.message, subject, _place(ground, note))


def _place(ground: _Ground, said: Violation | Note) -> Place | None:
    if said.spot is not None:
        return ground.places.find(said.spot)
    section = SECTION_OF_KIND.get(said.kind)
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

    A finding is covered by one of a rule that covers its rule, where it concerns an entity that the other explains.
    """
    found = list(findings)
    covering: dict[tuple[str, str], str] = {}
    for finding in found:
        for code in rules[finding.code].covers if finding.code in rules else ():
            for entity in finding.concerns if finding.explains is None else finding.explains:
                covering.setdefault((code, entity), finding.fingerprint)
    return [_covered(finding, covering) for finding in found]


def _covered(finding: Finding, covering: Mapping[tuple[str, str], str]) -> Finding:
    for entity in finding.concerns:
        if (by := covering.get((finding.code, entity))) is not None:
            return finding._replace(covered_by=by)
    return finding


def sort_key(finding: Finding) -> tuple[str, int, int, str, str, str]:
    """Order findings by path, line, column and code; those without a place come first."""
    place = finding.place
    at = (place.path, place.line, place.column) if place else ("", 0, 0)
    return (*at, finding.code, finding.subject.key, finding.fingerprint)
