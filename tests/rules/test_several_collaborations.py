"""C009: a team works closely with several others at a time."""

import datetime

import pytest

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TODAY = datetime.date(2026, 11, 26)
TEAMS = "teams: {a: {}, b: {}, c: {}, council: {kind: council}, x: {external: true}}\ndependencies:\n"


def audit_of(*stated: str, set: tuple[str, ...] = ()) -> Audit:
    """Audit five teams of which three are asked."""
    return audit_text(TEAMS + "".join(f"  - {{{each}}}\n" for each in stated), "C009", set=set, today=TODAY)


def test_two_at_a_time_are_found() -> None:
    """Whichever way round they are written; each stands with its end and its reason."""
    (finding,) = audit_of(
        "from: a, to: b, mode: collaboration, until: 2027-01-31, why: a new index",
        "from: c, to: a, mode: collaboration",
    ).findings
    assert "a collaborates with 2 teams at a time, b and c (limit 1)" == finding.message
    assert ("warning", "team:a") == (finding.severity, finding.subject.key)
    assert {"count": 2, "limit": 1, "teams": ["b", "c"]} == finding.evidence
    assert [("with b until 2027-01-31 — a new index", 3), ("with c, with no end stated", 4)] == [
        (each.message, each.place and each.place.line) for each in finding.related
    ]


@pytest.mark.parametrize(
    "second",
    [
        "from: a, to: b, mode: collaboration",
        "from: a, to: c, mode: x-as-a-service",
        "from: a, to: c, mode: facilitating",
        "from: a, to: c, mode: collaboration, until: 2026-11-25",
        "from: a, to: c, mode: collaboration, since: 2026-11-27",
        "from: a, to: c, kind: api",
        "from: a, to: a, mode: collaboration",
    ],
)
def test_one_at_a_time_is_fine(second: str) -> None:
    """The same team twice, another mode, one that is over or yet to begin, a published interface: no second one."""
    audit = audit_of("from: a, to: b, mode: collaboration", second)
    assert (Coverage("C009", 3, 0, 0),) == audit.coverage


@pytest.mark.parametrize("second", ["until: 2026-11-26", "since: 2026-11-26"])
def test_first_and_last_day_count(second: str) -> None:
    """On these days they work together."""
    found = audit_of("from: a, to: b, mode: collaboration", f"from: a, to: x, mode: collaboration, {second}").findings
    assert [["b", "x"]] == [finding.evidence["teams"] for finding in found]


def test_a_mode_that_is_not_stated_might_be_one_more() -> None:
    """It leaves those open for whom it would be too many, and no others."""
    missing = (("modes of dependencies", 1),)
    audit = audit_of("from: a, to: b, mode: collaboration", "from: a, to: c, kind: shared-data")
    assert (Coverage("C009", 2, 0, 1, missing),) == audit.coverage


def test_without_dependencies_it_is_unknown() -> None:
    """Nothing stated is not no collaborations."""
    missing = (("modes of dependencies", 3),)
    text = TEAMS.replace("dependencies:\n", "")
    assert (Coverage("C009", 0, 0, 3, missing),) == audit_text(text, "C009", today=TODAY).coverage


def test_the_limit_can_be_set() -> None:
    """`max` decides how many are too many."""
    two = ("from: a, to: b, mode: collaboration", "from: a, to: c, mode: collaboration")
    assert () == audit_of(*two, set=("rules.C009.max=2",)).findings


def test_only_delivery_teams_of_ours_are_asked() -> None:
    """A council and a supplier may talk to many."""
    stated = [f"from: {one}, to: {other}, mode: collaboration" for one in ("council", "x") for other in "bc"]
    assert ["b", "c"] == [finding.subject.id for finding in audit_of(*stated).findings]
