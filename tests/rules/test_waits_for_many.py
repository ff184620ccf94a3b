"""C004: a team waits for too many others."""

import pytest

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage, Finding
from tests.rules.support import audit_text

TEAMS = "teams: {shop: {}, a: {}, b: {}, c: {}, d: {}, e: {}, f: {kind: council}, g: {}, h: {}, i: {}, j: {}}\n"


def the_finding(audit: Audit) -> Finding:
    """Return the only finding of an audit."""
    (found,) = audit.findings
    return found


def waiting_for(letters: str, *more: str, teams: str = TEAMS, set: tuple[str, ...] = ()) -> Audit:
    """Audit a shop that waits for teams of one letter; what comes first in the alphabet is the heaviest."""
    stated = [f"{{from: shop, to: {each}, kind: custom-work, strength: {9 - n}}}" for n, each in enumerate(letters)]
    text = teams + "dependencies:\n" + "".join(f"  - {each}\n" for each in (*stated, *more))
    return audit_text(text, "C004", set=set)


def test_six_are_too_many() -> None:
    """One more than the limit is a finding, with the heaviest first."""
    found = the_finding(waiting_for("abcdef"))
    assert "shop waits for 6 teams (weight 39), limit 5" == found.message
    assert ("warning", "team:shop", "waits for 6") == (found.severity, found.subject.key, found.label)
    assert found.place is not None
    assert (1, 9) == (found.place.line, found.place.column)
    assert [("a", 3), ("b", 4), ("c", 5), ("d", 6), ("e", 7), ("f", 8)] == [
        (note.subject and note.subject.id, note.place and note.place.line) for note in found.related
    ]
    assert "shop waits for a: custom work, strength 9" == found.related[0].message


def test_five_are_fine() -> None:
    """The limit itself is no finding; every delivery team has one answer, the council none."""
    assert (Coverage("C004", 10, 0, 0, ()),) == waiting_for("abcde").coverage


def test_limit_is_an_option() -> None:
    """A limit of six allows six."""
    assert () == waiting_for("abcdef", set=("rules.C004.max=6",)).findings
    assert "limit 2" in the_finding(waiting_for("abc", set=("rules.C004.max=2",))).message


def test_teams_are_counted_and_not_reasons() -> None:
    """Two reasons to wait for one team are one team."""
    assert () == waiting_for("abcde", "{from: shop, to: a, kind: approval}").findings


def test_published_interfaces_do_not_count() -> None:
    """A sixth team that is only called is not waited for."""
    assert () == waiting_for("abcde", "{from: shop, to: f, kind: api}").findings


def test_councils_are_counted_and_named() -> None:
    """Waiting for a council is waiting, and the finding says that it is one."""
    found = the_finding(waiting_for("abcdef"))
    assert ("1 council among them",) == found.note
    assert 1 == found.evidence["councils"]


def test_many_are_not_all_shown() -> None:
    """Of ten teams the eight heaviest are shown with their reasons, the rest by name."""
    found = the_finding(
        waiting_for("abcdeghi", "{from: shop, to: f, kind: staffing}", "{from: shop, to: j, kind: staffing}")
    )
    assert 8 == len(found.related)
    assert "it also waits for f and j" in found.note
    assert 10 == found.evidence["count"]


def test_remedy_fits_most_of_the_waiting() -> None:
    """What to do follows from the kind with the largest strength."""
    assert "let shop build for itself what others now build for it" == the_finding(waiting_for("abcdef")).help


INITIATIVE = "initiatives: {same-day: {team: shop, stage: building, contributors: [d, e, {team: g, ask: custom}, a]}}\n"


def test_main_cause_is_named() -> None:
    """An initiative through which a third of the waiting comes is named, and what would be left without it."""
    found = the_finding(waiting_for("abc", teams=TEAMS + INITIATIVE))
    assert "shop waits for 6 teams, limit 5; 3 of them only because of same-day" == found.message
    assert "without same-day it would wait for 3" == found.note[0]
    assert "give same-day to one team that can finish it with fewer others" == found.help
    assert ("same-day", 3) == (found.evidence["main_cause"], found.evidence["without_main_cause"])
    assert "initiative:same-day" in found.concerns


def test_small_cause_is_not_named() -> None:
    """One that accounts for less than a third is not the story."""
    found = the_finding(waiting_for("abcdhij", teams=TEAMS + INITIATIVE.replace("[d, e, ", "[e, ")))
    assert "shop waits for 9 teams" in found.message
    assert found.evidence["main_cause"] is None


def test_a_third_is_enough() -> None:
    """Three of nine are the main cause, three of ten are not."""
    teams = TEAMS + INITIATIVE
    assert "same-day" == the_finding(waiting_for("abchij", teams=teams)).evidence["main_cause"]
    found = the_finding(waiting_for("abcfhij", teams=teams))
    assert (10, None) == (found.evidence["count"], found.evidence["main_cause"])


def test_component_can_be_the_cause() -> None:
    """Components through which a team waits are a cause as well."""
    needs = "".join(f"{{component: c{each}, kind: shared-data}}, " for each in "abcdef")
    owned = "".join(f"  c{each}: {{owner: {each}}}\n" for each in "abcdef")
    text = TEAMS + f"components:\n  till: {{owner: shop, depends_on: [{needs}]}}\n{owned}"
    found = the_finding(audit_text(text, "C004"))
    assert "shop waits for 6 teams, limit 5; 6 of them only because of till" == found.message
    assert "have what till needs published through interfaces, or move it to where it is needed" == found.help


@pytest.mark.parametrize("field", ["external: true", "kind: council", "kind: guild"])
def test_only_delivery_teams_are_asked(field: str) -> None:
    """Suppliers and councils are not asked for whom they wait."""
    assert () == waiting_for("abcdef", teams=TEAMS.replace("shop: {}", f"shop: {{{field}}}")).findings


def test_without_any_dependency_it_cannot_be_told() -> None:
    """Where nothing is stated each delivery team is unknown, not fine."""
    assert (Coverage("C004", 0, 0, 10, (("dependencies of teams", 10),)),) == audit_text(TEAMS, "C004").coverage


def test_unknown_kinds_are_said() -> None:
    """Dependencies without a kind count, and it is said how many they are."""
    found = the_finding(waiting_for("abcde", "{from: shop, to: g}"))
    assert ("1 of 6 reasons are of unknown kind and taken for waiting: state the kind to be sure",) == found.note
    assert 1 == found.evidence["reasons_of_unknown_kind"]
