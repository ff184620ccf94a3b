"""Findings before and after: mended, new, worse, better."""

import datetime
from typing import Any

import pytest

from orgmodel.model.audit import Audit, Census
from orgmodel.model.finding import Finding, Severity, Subject
from orgmodel.reorg.findings import findings

EMPTY = Census()


def finding(
    code: str, id: str, severity: Severity = "warning", covered_by: str | None = None, **evidence: Any
) -> Finding:
    """Make a finding about a team."""
    return Finding(
        code=code,
        name="rule",
        severity=severity,
        subject=Subject("team", id),
        message="",
        evidence=evidence,
        fingerprint=f"{code} {id}",
        covered_by=covered_by,
    )


def audit(*found: Finding) -> Audit:
    """Make an audit of findings."""
    return Audit(census=EMPTY, today=datetime.date(2026, 1, 1), findings=found)


def test_what_is_gone_is_mended_and_what_was_not_there_is_new() -> None:
    """The gravest first, then by rule and subject; all else is unchanged."""
    before = audit(
        finding("T001", "a"), finding("T001", "b"), finding("C001", "c", "error"), finding("O001", "d", "info")
    )
    after = audit(
        finding("T001", "b"), finding("T002", "a", "info"), finding("T002", "b", "error"), finding("A001", "z")
    )
    found = findings(before, after)
    assert ["c", "a", "d"] == [each.subject.id for each in found.fixed]
    assert [("T002", "b"), ("A001", "z"), ("T002", "a")] == [(each.code, each.subject.id) for each in found.new]
    assert (1, (), ()) == (found.unchanged, found.worse, found.better)
    assert {"error": (1, 1), "warning": (2, 2), "info": (1, 1)} == found.by_severity


def test_the_same_audit_twice_has_nothing_to_tell() -> None:
    """Everything is unchanged."""
    same = audit(finding("T001", "a", size=12, limit=10), finding("T002", "b"))
    found = findings(same, same)
    assert ((), (), (), (), 2) == (found.fixed, found.new, found.worse, found.better, found.unchanged)


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ({"size": 12, "limit": 10}, {"size": 14, "limit": 10}, "worse"),
        ({"size": 12, "limit": 10}, {"size": 11, "limit": 10}, "better"),
        ({"size": 2, "limit": 4}, {"size": 1, "limit": 4}, "worse"),  # too few
        ({"size": 2, "limit": 4}, {"size": 3, "limit": 4}, "better"),
        ({"teams": ["a", "b"]}, {"teams": ["a", "b", "c"]}, "worse"),
        ({"days": 18.5}, {"days": 4.0}, "better"),
        ({"kind": "api", "count": 1}, {"kind": "api", "count": 2}, "worse"),
        ({"size": 12, "limit": 10}, {"size": 12, "limit": 10, "more": 3}, "unchanged"),
        ({"blocking": True}, {"blocking": False}, "unchanged"),
        ({"kind": "api"}, {"kind": "event"}, "unchanged"),
        ({"size": 12}, {}, "unchanged"),
    ],
)
def test_what_stays_may_be_worse_or_better(before: dict[str, Any], after: dict[str, Any], how: str) -> None:
    """By the first number of its evidence, as far as it is from its limit; a list counts as long as it is."""
    found = findings(audit(finding("T001", "a", **before)), audit(finding("T001", "a", **after)))
    assert how == ("worse" if found.worse else "better" if found.better else "unchanged")
    assert int(how == "unchanged") == found.unchanged


def test_the_numbers_of_what_is_worse_are_told() -> None:
    """As they stand in the evidence, and not their distance from the limit."""
    found = findings(audit(finding("T001", "a", size=12, limit=10)), audit(finding("T001", "a", size=14, limit=10)))
    assert [(12, 14)] == [shift.numbers for shift in found.worse]


def test_what_is_stated_by_another_finding_is_still_there() -> None:
    """Covered afterwards it is not mended; covered before it is not new."""
    plain, covered = finding("T001", "a"), finding("T001", "a", covered_by="L001 x")
    assert ((), ()) == (findings(audit(plain), audit(covered)).fixed, findings(audit(plain), audit(covered)).new)
    found = findings(audit(covered), audit(plain))
    assert ((), (), 1) == (found.fixed, found.new, found.unchanged)
    assert () == findings(audit(covered), audit()).fixed
