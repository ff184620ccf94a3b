"""M001: a delivery team has no metric of its own."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEAMS = "people: {ana: {}}\nteams:\n  a: {headcount: 6}\n  b: {lead: ana, members: [ana]}\n"


def test_a_team_without_a_metric_is_found() -> None:
    """Another team's metric is not its own; the finding stands at the team."""
    (finding,) = audit_text(TEAMS + "metrics: {m: {owner: b}}", "M001").findings
    assert ("a has no metric of its own", "warning") == (finding.message, finding.severity)
    assert (3, 3) == (finding.place or ())[1:3]


@pytest.mark.parametrize(
    "metrics",
    [
        "metrics: {m: {owner: a}, n: {owner: ana}}",
        "metrics: {m: {owner: b}, n: {initiative: i}}\ninitiatives: {i: {team: a}}",
        "metrics: {m: {owner: a}, n: {owner: person:ana}}",
    ],
)
def test_whose_a_metric_is(metrics: str) -> None:
    """The team's, that of somebody at home in it, that of its initiative."""
    assert (Coverage("M001", 2, 0, 0),) == audit_text(TEAMS + metrics, "M001").coverage


def test_without_owners_nothing_is_known() -> None:
    """Where no metric names an owner, or there is none, it cannot be told."""
    missing = (("owners of metrics", 2),)
    for metrics in ("", "metrics: {m: {}}"):
        assert (Coverage("M001", 0, 0, 2, missing),) == audit_text(TEAMS + metrics, "M001").coverage


def test_what_an_absent_owner_means_can_be_set() -> None:
    """`missing` counts as none."""
    (row,) = audit_text(TEAMS, "M001", set=["rules.M001.absent=missing"]).coverage
    assert (2, 0) == (row.violations, row.unknown)


def test_external_teams_and_councils_owe_nothing() -> None:
    """Only delivery teams of one's own are asked."""
    text = "teams: {a: {external: true}, c: {kind: council, headcount: 3}, b: {headcount: 5}}\nmetrics: {m: {owner: b}}"
    assert (Coverage("M001", 1, 0, 0),) == audit_text(text, "M001").coverage
