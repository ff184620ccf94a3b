"""From an organisation and what was read of it to an audit: rules run, findings covered, coverage counted."""

import time
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from orgmodel import catalogue
from orgmodel.auditing.files import file_coverage, file_findings
from orgmodel.auditing.waiving import waived
from orgmodel.graph import OrgGraph
from orgmodel.graph.census import census
from orgmodel.graph.standing import ends_by_itself, mandated
from orgmodel.load.loader import Loaded
from orgmodel.model.audit import Audit, RuleTold
from orgmodel.model.finding import Coverage, Finding
from orgmodel.rules.base import Rule
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
    rules = catalogue.with_added(settings.added)
    start = time.process_time()
    counted = census(graph, files=loaded.files if loaded else 0, passed_over=loaded.passed_over if loaded else 0)
    seconds["graph"] = time.process_time() - start
    outcomes = run_all(graph, (each for each in settings.configured(rules) if each.rule.check), progress)
    seconds |= {outcome.coverage.code: outcome.seconds for outcome in outcomes}
    files = file_findings(loaded, settings.severity) if loaded else ()
    found = [finding for finding in files if finding.code in settings.rules]
    found += [finding for outcome in outcomes for finding in outcome.findings]
    covered = cover(settled(found, settings.paths), rules)
    waiving = waived(covered, settings, loaded.texts if loaded else {}, graph.org.places, rules)
    return Audit(
        census=counted,
        today=settings.today,
        findings=tuple(sorted(waiving.findings, key=sort_key)),
        coverage=tuple(sorted((*_coverage(outcomes, found, loaded, settings), *waiving.coverage))),
        ends_by_itself=ends_by_itself(graph, settings.today),
        mandated=mandated(graph),
        places=graph.org.places,
        weights={code: _FAMILY_WEIGHT.get(code[0], 0) for code in rules},
        evidence={code: rule.evidence for code, rule in rules.items()},
        rules=_told(settings.added),
        seconds=seconds,
        faults={outcome.coverage.code: outcome.fault for outcome in outcomes if outcome.fault is not None},
    )


@lru_cache(maxsize=8)  # the same for every audit under the same configuration
def _told(added: tuple[Rule, ...]) -> Mapping[str, RuleTold]:
    rules = catalogue.with_added(added)
    return {code: RuleTold(rule.name, rule.severity, rule.summary, rule.page) for code, rule in rules.items()}


def _coverage(
    outcomes: Iterable[Outcome], found: Sequence[Finding], loaded: Loaded | None, settings: Settings
) -> tuple[Coverage, ...]:
    rows = [outcome.coverage for outcome in outcomes]
    if loaded is not None:
        rows += file_coverage(found, loaded, settings)
    return tuple(rows)
