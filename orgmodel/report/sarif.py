"""SARIF 2.1.0, the exchange format of static analysis, which code hosts and editors read."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import quote

from orgmodel import __version__
from orgmodel.model.audit import Audit, RuleTold
from orgmodel.model.finding import Finding, Related, Severity
from orgmodel.model.place import Place
from orgmodel.report.base import Report, Style

Object = Mapping[str, object]
_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final[Mapping[Severity, str]] = {"error": "error", "warning": "warning", "info": "note"}
_CHAINS: Final = frozenset({"C002", "C008", "R004", "R007"})
"""Rules whose related places, in their order, are the hops of a circle or a chain."""


def write(audit: Audit, style: Style) -> Iterator[str]:
    """Yield the document: all findings but those that others cover; what is waived or accepted is marked so."""
    found = [finding for finding in audit.findings if finding.covered_by is None]
    codes = sorted({row.code for row in audit.coverage} | {finding.code for finding in found})
    baseline = any(finding.in_baseline for finding in found)
    driver = {
        "name": "orgmodel",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(code, audit.rules[code]) for code in codes if code in audit.rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes, baseline=baseline) for finding in found],
    }
    yield (
        json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=True, indent=1, default=str)
        + "\n"
    )


def _rule(code: str, told: RuleTold) -> Object:
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in told.name.split("-")),
        "shortDescription": {"text": told.summary},
        "fullDescription": {"text": told.summary},
        "help": {"text": told.page.strip(), "markdown": told.page.strip()},
        "defaultConfiguration": {"level": _LEVELS[told.severity]},
        "properties": {"tags": [told.name]},
    }


def _result(finding: Finding, codes: Sequence[str], *, baseline: bool) -> Object:
    compared = {"baselineState": "unchanged" if finding.in_baseline else "new"} if baseline else {}
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.place, finding)],
        "partialFingerprints": {"orgmodel/v1": finding.fingerprint},
    }
    related = [each for each in finding.related if each.place is not None]
    if related:
        result["relatedLocations"] = [_related(each, number) for number, each in enumerate(related, start=1)]
    if finding.code in _CHAINS and len(related) > 1:
        hops = [{"location": _related(each, None)} for each in related]
        result["codeFlows"] = [{"threadFlows": [{"locations": hops}]}]
    if finding.help:
        result["properties"] = {"help": finding.help}
    return {**result, "suppressions": _suppressions(finding), **compared}


def _suppressions(finding: Finding) -> list[Object]:
    if finding.waived is None:
        return []
    reason = finding.waived.reason or "no reason is given"
    until = f" (until {finding.waived.until.isoformat()})" if finding.waived.until else ""
    kind = "inSource" if finding.waived.place and finding.waived.place.path.endswith((".yaml", ".yml")) else "external"
    return [{"kind": kind, "justification": f"{reason}{until}"}]


def _location(place: Place | None, finding: Finding) -> Object:
    logical = [{"name": finding.subject.id, "fullyQualifiedName": finding.subject.key, "kind": "object"}]
    return {**(_physical(place) if place else {}), "logicalLocations": logical}


def _related(related: Related, number: int | None) -> Object:
    place = related.place
    numbered = {} if number is None else {"id": number}
    return {**numbered, **(_physical(place) if place else {}), "message": {"text": related.message}}


def _physical(place: Place) -> Object:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": quote(place.path)}, "region": region}}


report = Report(
    name="sarif",
    media_type="application/sarif+json",
    summary="SARIF 2.1.0, for code scanning of code hosts, and for editors",
    write=write,
)
