"""C010: a collaboration, or help by an enabling team, has no end."""

import datetime

import pytest

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TODAY = datetime.date(2026, 11, 26)
ENDING = "from: b, to: c, kind: api, until: 2027-12-31"


def audit_of(*stated: str, set: tuple[str, ...] = ()) -> Audit:
    """Audit these dependencies."""
    text = "teams: {a: {}, b: {}, c: {}, x: {external: true}, y: {external: true}}\ndependencies:\n"
    return audit_text(text + "".join(f"  - {{{each}}}\n" for each in stated), "C010", set=set, today=TODAY)


def test_a_missing_end_is_found_where_others_state_one() -> None:
    """The finding is about the dependency and stands there, with its reason as a note."""
    (finding,) = audit_of(ENDING, "from: a, to: b, mode: collaboration, why: a new index").findings
    assert "the collaboration of a and b has no end" == finding.message
    assert ("warning", "dependency:a → b", (4, 5)) == (
        finding.severity,
        finding.subject.key,
        (finding.place or ())[1:3],
    )
    assert {"mode": "collaboration", "until": None} == finding.evidence
    assert ("a new index",) == finding.note


def test_a_missing_end_is_unknown_where_nobody_states_one() -> None:
    """The file may just not say such things."""
    missing = (("ends of collaborations", 1),)
    assert (Coverage("C010", 0, 0, 1, missing),) == audit_of("from: a, to: b, mode: collaboration").coverage


@pytest.mark.parametrize(("absent", "found", "unknown"), [("missing", 1, 0), ("unknown", 0, 1)])
def test_how_a_missing_end_is_read_can_be_set(absent: str, found: int, unknown: int) -> None:
    """`absent` decides, whatever others state."""
    others = (ENDING,) if absent == "unknown" else ()
    coverage = audit_of("from: a, to: b, mode: facilitating", *others, set=(f"rules.C010.absent={absent}",)).coverage
    assert (found, unknown) == (coverage[0].violations, coverage[0].unknown)


def test_an_end_that_has_passed_is_found() -> None:
    """The number that a baseline compares is the limit: that one more day has passed is no news."""
    (finding,) = audit_of("from: a, to: b, mode: facilitating, until: 2026-11-20").findings
    assert "the help for a by b should have ended 6 days ago, on 2026-11-20" == finding.message
    assert {"max_days": 90, "days_over": 6, "mode": "facilitating", "until": "2026-11-20"} == finding.evidence
    assert 90 == finding.number
    assert finding.place is not None
    assert finding.place.column > 40


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        ("until: 2026-11-26", None),
        ("until: 2027-02-24", None),
        ("until: 2027-02-25", 91),
        ("since: 2026-10-01, until: 2026-12-30", None),
        ("since: 2026-10-01, until: 2026-12-31", 91),
    ],
)
def test_an_end_that_is_far_away_is_none(dates: str, days: int | None) -> None:
    """It counts from the beginning, and from today where that is not stated; the last day is still fine."""
    found = audit_of(f"from: a, to: b, mode: collaboration, {dates}").findings
    assert ([days] if days else []) == [finding.evidence["days"] for finding in found]


def test_the_longest_time_can_be_set() -> None:
    """`max_days` decides what is far away, and is named."""
    (finding,) = audit_of(
        "from: a, to: b, mode: collaboration, since: 2026-11-20, until: 2026-12-20", set=("rules.C010.max_days=20",)
    ).findings
    assert "the collaboration of a and b goes on for 30 days, until 2026-12-20 (limit 20)" == finding.message


@pytest.mark.parametrize(
    "other", ["from: a, to: b, mode: x-as-a-service", "from: a, to: b", "from: x, to: y, mode: collaboration"]
)
def test_nothing_else_needs_an_end(other: str) -> None:
    """A service may go on for ever, and what others do among themselves is theirs."""
    assert (Coverage("C010", 0, 0, 0),) == audit_of(ENDING, other).coverage


def test_two_collaborations_of_the_same_teams_are_two_findings() -> None:
    """Each has an identity of its own."""
    found = audit_of(ENDING, *["from: a, to: b, mode: collaboration"] * 2).findings
    assert (2, 2) == (len(found), len({finding.fingerprint for finding in found}))
