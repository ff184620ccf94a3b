"""What the loader found wrong with files, as findings, and how much it looked at."""

from collections.abc import Iterator, Mapping, Sequence

from orgmodel import catalogue
from orgmodel.load.loader import Loaded
from orgmodel.load.problem import Problem
from orgmodel.model.finding import Coverage, Finding, Related, Severity, Subject, fingerprint
from orgmodel.model.organisation import SECTION_OF_KIND, Org
from orgmodel.rules.settings import Settings


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


def file_coverage(found: Sequence[Finding], loaded: Loaded, settings: Settings) -> Iterator[Coverage]:
    """Count what the loader looked at, by rule: files, entities, references."""
    looked_at = {code: len(loaded.org) for code in ("F005", "F006", "F007", "F009")} | {"F010": 1}
    references = loaded.references
    for code in sorted(code for code in settings.rules if code.startswith("F")):
        violations = sum(finding.code == code for finding in found)
        if code == "F008":
            unknown = (("files that could not be read", references.unknown),) if references.unknown else ()
            yield Coverage(code, references.resolved + violations, violations, references.unknown, unknown)
        else:
            yield Coverage(code, max(looked_at.get(code, loaded.files), violations), violations, 0)
