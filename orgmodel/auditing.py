"""From an organisation and what was read of it to an audit: rules run, findings covered, coverage counted."""

import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from orgmodel import catalogue
from orgmodel.graph import OrgGraph
from orgmodel.graph.census import census
from orgmodel.graph.standing import ends_by_itself, mandated
from orgmodel.load.loader import Loaded
from orgmodel.load.problem import Problem
from orgmodel.model.audit import Audit
from orgmodel.model.finding import SEVERITIES, Coverage, Finding, Related, Severity, Subject, fingerprint
from orgmodel.model.organisation import SECTION_OF_KIND, Org
from orgmodel.rules.by_path import settled
from orgmodel.rules.engine import Outcome, Progress, cover, run_all, sort_key
from orgmodel.rules.settings import Settings

_FAMILY_WEIGHT: Final = {"L": 9, "O": 8, "W": 7, "C": 6, "D": 5, "T": 4, "S": 3, "M": 3, "R": 2, "H": 2, "F": 1}
"""What a leader should look at first: leadership and ownership before coupling before size."""


def audited(
    graph: OrgGraph, settings: Settings, loaded: Loaded | None, seconds: dict[str, float], progress: Progress | None
) -> Audit:
    """Ask every rule about an organisation, and put together what they say with what is wrong with its files.

    Parameters
    ----------
    graph
        The organisation.
    settings
        Which rules to ask, and how.
    loaded
        What was read from files; None for an organisation in memory.
    seconds
        Processor time spent so far, by step.
    progress
        Told what is being done.
    """
    rules = catalogue.rules()
    start = time.process_time()
    counted = census(graph, files=loaded.files if loaded else 0, passed_over=loaded.passed_over if loaded else 0)
    seconds["graph"] = time.process_time() - start
    outcomes = run_all(graph, (each for each in settings.configured(rules) if each.rule.check), progress)
    seconds |= {outcome.coverage.code: outcome.seconds for outcome in outcomes}
    files = file_findings(loaded, settings.severity) if loaded else ()
    found = [finding for finding in files if finding.code in settings.rules]
    found += [finding for outcome in outcomes for finding in outcome.findings]
    return Audit(
        census=counted,
        today=settings.today,
        findings=tuple(sorted(cover(settled(found, settings.paths), rules), key=sort_key)),
        coverage=_coverage(outcomes, found, loaded, settings),
        ends_by_itself=ends_by_itself(graph, settings.today),
        mandated=mandated(graph),
        places=graph.org.places,
        weights={code: _FAMILY_WEIGHT.get(code[0], 0) for code in rules},
        evidence={code: rule.evidence for code, rule in rules.items()},
        seconds=seconds,
    )


def _coverage(
    outcomes: Iterable[Outcome], found: Sequence[Finding], loaded: Loaded | None, settings: Settings
) -> tuple[Coverage, ...]:
    rows = [outcome.coverage for outcome in outcomes]
    if loaded is not None:
        rows += _file_coverage(found, loaded, settings)
    return tuple(sorted(rows))


def _file_coverage(found: Sequence[Finding], loaded: Loaded, settings: Settings) -> Iterator[Coverage]:
    """Count what the loader looked at: files, entities, references."""
    looked_at = {"F005": len(loaded.org), "F006": len(loaded.org), "F007": len(loaded.org), "F010": 1}
    references = loaded.references
    for code in sorted(code for code in settings.rules if code.startswith("F")):
        violations = sum(finding.code == code for finding in found)
        if code == "F008":
            unknown = (("files that could not be read", references.unknown),) if references.unknown else ()
            yield Coverage(code, references.resolved + violations, violations, references.unknown, unknown)
        else:
            yield Coverage(code, max(looked_at.get(code, loaded.files), violations), violations, 0)


def file_findings(loaded: Loaded, severity: Mapping[str, Severity]) -> tuple[Finding, ...]:
    """Return what is wrong with files as findings of the rules that speak of it."""
    return tuple(_file_finding(problem, loaded.org, severity) for problem in loaded.problems)


def _file_finding(problem: Problem, org: Org, severity: Mapping[str, Severity]) -> Finding:
    rule = catalogue.rules()[problem.code]
    section = SECTION_OF_KIND.get(problem.kind)
    entity = org.section(section).get(problem.id) if section else None
    subject = Subject(problem.kind, problem.id, entity.name if entity else None)
    message = problem.message if problem.kind in ("file", "organisation") else f"{problem.id}: {problem.message}"
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity.get(rule.code, rule.severity),
        subject=subject,
        message=message,
        help=problem.help,
        place=problem.place,
        related=tuple(Related(text, None, place) for text, place in problem.also),
        evidence=dict(problem.evidence),
        concerns=(subject.key,),
        fingerprint=fingerprint(rule.code, subject.key, *problem.detail),
    )


def narrowed(audit: Audit, wanted: Collection[str] | None, min_severity: Severity) -> Audit:
    """Keep the findings that concern what is wanted (``kind:id``; None for all) and are grave enough."""
    grave = SEVERITIES[: SEVERITIES.index(min_severity) + 1]
    kept = [each for each in audit.findings if each.severity in grave and (wanted is None or concerns(each, wanted))]
    there = {each.fingerprint for each in kept}
    # What was covered by a finding that is left out speaks for itself again.
    freed = (each if each.covered_by in there else replace(each, covered_by=None) for each in kept)
    return replace(audit, findings=tuple(freed))


def concerns(finding: Finding, keys: Collection[str]) -> bool:
    """Tell whether a finding is about one of these entities (``kind:id``), as its subject or as related."""
    related = (each.subject.key for each in finding.related if each.subject)
    return any(key in keys for key in (*finding.concerns, *related))
