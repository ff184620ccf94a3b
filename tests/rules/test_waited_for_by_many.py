"""C005: too many teams wait for one."""

import pytest

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage, Finding
from tests.rules.support import audit_text

LETTERS = "abcdefghijklmnopqrst"


def the_finding(audit: Audit) -> Finding:
    """Return the only finding of an audit."""
    (found,) = audit.findings
    return found


def desk(waiting: int, *more: str, field: str = "", set: tuple[str, ...] = ()) -> Audit:
    """Audit a desk that this many teams wait for, the first the most."""
    teams = "".join(f"  {each}: {{}}\n" for each in LETTERS)
    stated = [
        f"{{from: {each}, to: desk, kind: custom-work, strength: {30 - n}}}" for n, each in enumerate(LETTERS[:waiting])
    ]
    dependencies = "".join(f"  - {each}\n" for each in (*stated, *more))
    return audit_text(f"teams:\n  desk: {{{field}}}\n{teams}dependencies:\n{dependencies}", "C005", set=set)


def test_nine_are_too_many() -> None:
    """One more than the limit is a finding, the heaviest first."""
    found = the_finding(desk(9))
    assert "desk keeps 9 teams waiting (weight 234), limit 8; the median team keeps 0" == found.message
    assert ("warning", "team:desk", "9 wait for it") == (found.severity, found.subject.key, found.label)
    assert found.place is not None
    assert (2, 3) == (found.place.line, found.place.column)
    assert [*"abcdefgh"] == [note.subject and note.subject.id for note in found.related]
    assert ("a waits for desk: custom work, strength 30", 24) == (
        found.related[0].message,
        found.related[0].place and found.related[0].place.line,
    )
    assert ("also waiting: i",) == found.note
    assert "let others serve themselves where desk now builds for them" == found.help


def test_evidence_holds_every_number() -> None:
    """Who waits, and the three limits, can be read without parsing."""
    assert {
        "waited_for_by": [*"abcdefghi"],
        "count": 9,
        "limit": 8,
        "quantile": 4.95,
        "median": 0,
        "weight": 234.0,
        "reasons_of_unknown_kind": 0,
    } == dict(the_finding(desk(9)).evidence)


def test_eight_are_fine() -> None:
    """The limit itself is no finding; each delivery team has one answer."""
    assert (Coverage("C005", 21, 0, 0, ()),) == desk(8, "{from: j, to: k, kind: approval}").coverage


def test_limit_is_an_option() -> None:
    """A higher limit allows more."""
    assert () == desk(12, set=("rules.C005.max=12",)).findings
    assert "limit 3" in the_finding(desk(9, set=("rules.C005.max=3",))).message


def test_below_ten_connected_teams_it_is_silent() -> None:
    """Nine teams in all that wait or are waited for are too few to compare; the tenth makes it speak."""
    assert (Coverage("C005", 21, 0, 0, ()),) == desk(8, set=("rules.C005.max=5",)).coverage
    assert 1 == len(desk(9, set=("rules.C005.max=5",)).findings)


def test_everyone_is_waited_for_by_many() -> None:
    """Where many teams wait for each team, none stands out: it has to be above twice the median."""
    others = "jklmnopqrst"
    crowd = [f"{{from: {one}, to: {other}, kind: approval}}" for one in others for other in others if one != other]
    assert () == desk(9, *crowd, set=("rules.C005.quantile=0%",)).findings
    assert 1 == len(desk(9, set=("rules.C005.quantile=0%",)).findings)


def test_quantile_is_an_option() -> None:
    """Of two desks with many who wait only the higher one is above the high quantile, unless that is lowered."""
    second = [f"{{from: {each}, to: t, kind: approval}}" for each in "abcdefghijk"]
    assert ["t"] == [found.subject.id for found in desk(9, *second, set=("rules.C005.quantile=95%",)).findings]
    assert 2 == len(desk(9, *second, set=("rules.C005.quantile=50%",)).findings)


@pytest.mark.parametrize("kind", ["api", "event", "self-service"])
def test_calling_is_not_waiting(kind: str) -> None:
    """The ninth team only calls, and does not wait."""
    assert () == desk(8, f"{{from: i, to: desk, kind: {kind}}}").findings


@pytest.mark.parametrize("field", ["external: true", "kind: council", "kind: operation"])
def test_only_delivery_teams_are_asked(field: str) -> None:
    """How many wait for a supplier or a council is not its matter."""
    assert () == desk(9, field=field).findings


def test_without_any_dependency_it_cannot_be_told() -> None:
    """Where nothing is stated each team is unknown, not fine."""
    audit = audit_text("teams: {a: {}, b: {}}", "C005")
    assert (Coverage("C005", 0, 0, 2, (("dependencies of teams", 2),)),) == audit.coverage


def test_unknown_kinds_are_said() -> None:
    """Dependencies without a kind count, and it is said how many they are."""
    found = the_finding(desk(8, "{from: i, to: desk}"))
    assert "1 of 9 reasons are of unknown kind and taken for waiting: state the kind to be sure" == found.note[-1]
    assert 1 == found.evidence["reasons_of_unknown_kind"]
