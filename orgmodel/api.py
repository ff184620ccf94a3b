"""The use cases: the one module that knows every room."""

import datetime
import gc
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from orgmodel import catalogue
from orgmodel.graph import OrgGraph
from orgmodel.graph.census import census
from orgmodel.graph.standing import ends_by_itself, mandated
from orgmodel.load.loader import Loaded, load as load_files
from orgmodel.load.problem import Problem
from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage, Finding, Related, Severity, Subject, fingerprint
from orgmodel.model.organisation import SECTION_OF_KIND, Org
from orgmodel.rules.engine import Outcome, Progress, cover, run_all, sort_key
from orgmodel.rules.settings import Settings, read_settings

Paths = Iterable[str | Path]

_FAMILY_WEIGHT: Final = {"L": 9, "O": 8, "W": 7, "C": 6, "D": 5, "T": 4, "S": 3, "M": 3, "R": 2, "H": 2, "F": 1}
"""What a leader should look at first: leadership and ownership before coupling before size."""


@contextmanager
def unpaused() -> Iterator[None]:
    """Leave garbage collection as it is."""
    yield


@contextmanager
def paused_collection() -> Iterator[None]:
    """Pause garbage collection, and restore it afterwards.

    Loading makes millions of small values that all stay alive; looking for circles among them would take most of the
    time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def load(*paths: str | Path) -> tuple[Org, tuple[Finding, ...]]:
    """Load an organisation from files and folders.

    Returns
    -------
    tuple
        The organisation, as far as it can be read, and what is wrong with the files.

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If a path does not exist or cannot be read. Nothing that stands in a file raises.
    """
    with paused_collection():
        loaded = load_files(paths)
        return loaded.org, _file_findings(loaded, {})


def settings(
    *, select: Sequence[str] = (), ignore: Sequence[str] = (), set: Sequence[str] = (), today: datetime.date | None = None
) -> Settings:
    """Make the settings of an audit from words.

    Parameters
    ----------
    select, ignore
        Codes, rule names, or letters of families. Nothing selected means all.
    set
        Assignments such as ``rules.T001.max=8``.
    today
        The day that rules about dates count from.

    Raises
    ------
    UnknownNameError, SettingError
        If a word names nothing; the message says what is nearest.
    """
    rules = catalogue.rules()
    chosen = catalogue.select(tuple(select)) if any(select) else frozenset(rules)
    options, severity = read_settings(set, rules)
    chosen -= catalogue.select(tuple(ignore))
    return Settings(rules=chosen, options=options, severity=severity, today=today or datetime.date.today())


def audit(*paths: str | Path, settings: Settings | None = None, progress: Progress | None = None) -> Audit:
    """Load an organisation and check it.

    Raises
    ------
    orgmodel.load.sources.UnreadablePathError
        If a path does not exist or cannot be read.
    """
    with paused_collection():
        start = time.process_time()
        if progress is not None:
            progress("reading")
        loaded = load_files(paths)
        seconds = {"load": time.process_time() - start}
        return _audited(OrgGraph(loaded.org), settings or _defaults(), loaded, seconds, progress)


def audit_org(org: Org, *, settings: Settings | None = None) -> Audit:
    """Check an organisation that is already in memory."""
    with paused_collection():
        return _audited(OrgGraph(org), settings or _defaults(), None, {}, None)


def _defaults() -> Settings:
    return Settings(rules=frozenset(catalogue.rules()))


def _audited(
    graph: OrgGraph, settings: Settings, loaded: Loaded | None, seconds: dict[str, float], progress: Progress | None
) -> Audit:
    rules = catalogue.rules()
    start = time.process_time()
    counted = census(graph, files=loaded.files if loaded else 0, passed_over=loaded.passed_over if loaded else 0)
    seconds["graph"] = time.process_time() - start
    outcomes = run_all(graph, (each for each in settings.configured(rules) if each.rule.check), progress)
    seconds |= {outcome.coverage.code: outcome.seconds for outcome in outcomes}
    files = _file_findings(loaded, settings.severity) if loaded else ()
    found = [finding for finding in files if finding.code in settings.rules]
    found += [finding for outcome in outcomes for finding in outcome.findings]
    return Audit(
        census=counted,
        today=settings.today,
        findings=tuple(sorted(cover(found, rules), key=sort_key)),
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
            unknown = ((("files that could not be read", references.unknown),) if references.unknown else ())
            yield Coverage(code, references.resolved + violations, violations, references.unknown, unknown)
        else:
            yield Coverage(code, max(looked_at.get(code, loaded.files), violations), violations, 0)


def _file_findings(loaded: Loaded, severity: Mapping[str, Severity]) -> tuple[Finding, ...]:
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


def narrowed(audit: Audit, *, about: str | None = None, under: str | None = None, min_severity: Severity = "info") -> Audit:
    """Return an audit with only the findings asked for; the graph and the coverage stay whole.

    Parameters
    ----------
    about
        An entity, as id or ``kind:id``: only findings that concern it.
    under
        A group: only findings about its branch.
    min_severity
        Only findings at least this grave.
    """
    raise NotImplementedError(audit, about, under, min_severity, replace, Callable, Any)
