"""M003: a metric has no owner."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEAM = "teams: {a: {headcount: 6}}\nmetrics:\n  owned: {owner: a}\n"


def test_nobody_owns_it() -> None:
    """It is found where that is stated."""
    (finding,) = audit_text(TEAM + "  m: {owner: nobody}", "M003").findings
    assert ("m is a metric that belongs to nobody", (4, 14)) == (finding.message, (finding.place or ())[1:3])


def test_an_owner_that_is_not_named_is_none_where_others_are() -> None:
    """One owner shows that owners are written down."""
    assert ["m"] == [each.subject.id for each in audit_text(TEAM + "  m: {}", "M003").findings]
    missing = (("owners of metrics", 1),)
    assert (Coverage("M003", 0, 0, 1, missing),) == audit_text("metrics: {m: {}}", "M003").coverage


@pytest.mark.parametrize(("absent", "unknown"), [("unknown", 1), ("missing", 0)])
def test_what_an_absent_owner_means_can_be_set(absent: str, unknown: int) -> None:
    """`absent` decides against what others state."""
    (row,) = audit_text(TEAM + "  m: {}", "M003", set=[f"rules.M003.absent={absent}"]).coverage
    assert (unknown, 1 - unknown) == (row.unknown, row.violations)


def test_metrics_of_elsewhere_are_not_asked() -> None:
    """An external metric is somebody else's."""
    assert (Coverage("M003", 1, 0, 0),) == audit_text(TEAM + "  m: {owner: nobody, external: true}", "M003").coverage
