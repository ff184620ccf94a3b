"""W006: an initiative waits for other teams to build or decide something for it."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEAMS = "teams: {own: {}, a: {}, b: {}, c: {}}\ninitiatives:\n"


def test_custom_work_is_found() -> None:
    """The finding names the teams and stands at the first that is too many."""
    text = TEAMS + "  one: {team: own, contributors: [{team: b, ask: custom}, c, {team: a, ask: custom}]}"
    (finding,) = audit_text(text, "W006").findings
    assert "one waits for 2 teams to build or decide something for it, b and a (limit 0)" == finding.message
    assert {"count": 2, "teams": ["b", "a"], "limit": 0} == finding.evidence
    assert ("warning", "initiative:one", (3, 42)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    assert ["team:b", "team:a"] == [each.subject and each.subject.key for each in finding.related]


@pytest.mark.parametrize(
    "contributors", ["[]", "[{team: a, ask: self-service}]", "[{team: own, ask: custom}, {team: b, ask: self-service}]"]
)
def test_no_custom_work_is_fine(contributors: str) -> None:
    """What exists can be used, and the own team is not waited for."""
    text = TEAMS + f"  one: {{team: own, contributors: {contributors}}}"
    assert (Coverage("W006", 1, 0, 0),) == audit_text(text, "W006").coverage


@pytest.mark.parametrize(
    ("initiative", "missing"),
    [
        ("{team: own}", "contributors of initiatives"),
        ("{contributors: [{team: aa, ask: custom}]}", "contributors of initiatives"),
        ("{contributors: [a]}", "what contributors are asked for"),
    ],
)
def test_what_is_not_stated_is_unknown(initiative: str, missing: str) -> None:
    """No list of contributors, a team that is not described, and one of which it is not said what it is there for."""
    expected = (Coverage("W006", 0, 0, 1, ((missing, 1),)),)
    assert expected == audit_text(TEAMS + f"  one: {initiative}", "W006").coverage


def test_the_limit_can_be_set() -> None:
    """`max` teams may be waited for; those whose part is not stated matter only if they could be too many."""
    two = TEAMS + "  one: {contributors: [{team: a, ask: custom}, {team: b, ask: custom}, {team: a, ask: custom}]}"
    assert (Coverage("W006", 1, 0, 0),) == audit_text(two, "W006", set=["rules.W006.max=2"]).coverage
    (finding,) = audit_text(two, "W006", set=["rules.W006.max=1"]).findings
    assert ((3, 55), 2) == ((finding.place or ())[1:3], finding.evidence["count"])
    perhaps = TEAMS + "  one: {contributors: [{team: a, ask: custom}, b]}"
    assert (Coverage("W006", 1, 0, 0),) == audit_text(perhaps, "W006", set=["rules.W006.max=2"]).coverage
    assert 1 == audit_text(perhaps, "W006", set=["rules.W006.max=1"]).coverage[0].unknown


def test_a_team_that_is_named_twice_is_waited_for_once() -> None:
    """Custom work counts wherever it is named."""
    text = TEAMS + "  one: {contributors: [{team: a, ask: self-service}, {team: a, ask: custom}]}"
    (finding,) = audit_text(text, "W006").findings
    assert (1, (3, 61)) == (finding.evidence["count"], (finding.place or ())[1:3])


@pytest.mark.parametrize("other", ["stage: idea", "stage: paused", "stage: retired", "external: true"])
def test_only_active_initiatives_of_ours_are_asked(other: str) -> None:
    """A plan may still be cut."""
    text = TEAMS + f"  one: {{contributors: [{{team: a, ask: custom}}], {other}}}"
    assert (Coverage("W006", 0, 0, 0),) == audit_text(text, "W006").coverage
