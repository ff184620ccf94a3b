"""C013: a team has promised much of its capacity to others."""

import datetime

import pytest

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text


def audit_of(*stated: str, set: tuple[str, ...] = ()) -> Audit:
    """Audit what b, c and a supplier need of a."""
    text = "teams: {a: {}, b: {}, c: {}, x: {external: true}, y: {kind: council}}\ndependencies:\n"
    today = datetime.date(2026, 11, 26)
    return audit_text(text + "".join(f"  - {{{each}}}\n" for each in stated), "C013", set=set, today=today)


def test_more_than_a_fifth_is_found() -> None:
    """With each promise, the largest first, at its own number."""
    (finding,) = audit_of(
        "from: b, to: a, kind: custom-work, effort: 10%, why: fields",
        "from: c, to: a, kind: api, effort: 15%",
        "from: b, to: a, kind: staffing, effort: 0.05",
    ).findings
    assert "a has promised 30 % of its capacity to 2 other teams (limit 20 %)" == finding.message
    assert ("warning", "team:a") == (finding.severity, finding.subject.key)
    assert {
        "share": 0.3,
        "limit": 0.2,
        "teams": ["b", "c"],
        "efforts": {"b": 0.15, "c": 0.15},
    } == finding.evidence
    assert ["15 % to c", "10 % to b — fields", "5 % to b"] == [each.message for each in finding.related]
    assert [4, 3, 5] == [each.place and each.place.line for each in finding.related]


@pytest.mark.parametrize(
    "second", ["kind: custom-work, effort: 10%", "kind: api", "effort: 90%, until: 2026-11-25", "effort: 0"]
)
def test_up_to_a_fifth_is_fine(second: str) -> None:
    """Exactly at the limit; what is published takes nothing unless it says so, and what is over takes no more."""
    audit = audit_of("from: b, to: a, kind: custom-work, effort: 10%", f"from: c, to: a, {second}")
    assert (Coverage("C013", 3, 0, 0),) == audit.coverage


@pytest.mark.parametrize("second", ["kind: custom-work", "why: something", "kind: api, blocking: true"])
def test_an_effort_that_is_not_stated_leaves_it_open(second: str) -> None:
    """Unless what is stated is too much already."""
    missing = (("efforts of dependencies", 1),)
    audit = audit_of("from: b, to: a, effort: 10%", f"from: c, to: a, {second}")
    assert (Coverage("C013", 2, 0, 1, missing),) == audit.coverage
    assert 1 == len(audit_of("from: b, to: a, effort: 21%", f"from: c, to: a, {second}").findings)


def test_the_last_day_counts() -> None:
    """On it the promise still holds."""
    assert 1 == len(audit_of("from: b, to: a, effort: 30%, until: 2026-11-26").findings)


def test_the_limit_can_be_set() -> None:
    """`max_share` decides how much is much."""
    assert () == audit_of("from: b, to: a, effort: 30%", set=("rules.C013.max_share=30%",)).findings


def test_without_dependencies_it_is_unknown() -> None:
    """Nothing stated is not nothing promised."""
    missing = (("efforts of dependencies", 1),)
    assert (Coverage("C013", 0, 0, 1, missing),) == audit_text("teams: {a: {}}", "C013").coverage


def test_only_delivery_teams_of_ours_are_asked() -> None:
    """What a supplier or a council gives is not asked; what a supplier takes counts."""
    found = audit_of(
        "from: a, to: x, effort: 50%", "from: a, to: y, effort: 50%", "from: x, to: b, effort: 50%"
    ).findings
    assert ["b"] == [finding.subject.id for finding in found]
