"""C006: a team needs another through something that nobody has published."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEAMS = "teams: {a: {}, b: {}, supplier: {external: true}, agency: {external: true}}\n"


def between(*stated: str, teams: str = TEAMS) -> str:
    """Return an organisation with these dependencies of a on b."""
    return teams + "dependencies:\n" + "".join(f"  - {{from: a, to: b, {each}}}\n" for each in stated)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("shared-code", "shared code"),
        ("shared-data", "shared data"),
        ("custom-work", "custom work"),
        ("staffing", "people on loan"),
    ],
)
def test_what_is_not_published_is_found(kind: str, words: str) -> None:
    """The finding is about the dependency, names both teams and stands where the dependency is written."""
    (finding,) = audit_text(between(f"kind: {kind}, why: it grew"), "C006").findings
    assert f"a needs b through {words}, not through a published interface" == finding.message
    assert ("warning", "dependency:a → b", (3, 5)) == (
        finding.severity,
        finding.subject.key,
        (finding.place or ())[1:3],
    )
    assert {"count": 1, "from": "a", "to": "b", "kinds": [kind], "weight": 1.0} == finding.evidence
    assert f"a waits for b: {kind.replace('-', ' ')} — it grew" in finding.note


@pytest.mark.parametrize("kind", ["api", "event", "self-service"])
def test_a_published_interface_is_fine(kind: str) -> None:
    """Calling is no knowing of insides."""
    assert (Coverage("C006", 1, 0, 0),) == audit_text(between(f"kind: {kind}"), "C006").coverage


@pytest.mark.parametrize("stated", ["why: something", "kind: unknown"])
def test_a_kind_that_is_not_stated_is_unknown(stated: str) -> None:
    """It might go through an interface."""
    missing = (("kinds of dependencies", 1),)
    assert (Coverage("C006", 0, 0, 1, missing),) == audit_text(between(stated), "C006").coverage


def test_an_ordered_pair_has_one_finding_with_all_its_reasons() -> None:
    """What is published between the two, or of unknown kind, does not hide the rest."""
    text = between("kind: api", "kind: shared-data, strength: 3", "why: unclear", "kind: shared-code, why: one library")
    (finding,) = audit_text(text, "C006").findings
    assert "a needs b through shared code and shared data, not through a published interface" == finding.message
    assert (2, 4.0) == (finding.evidence["count"], finding.evidence["weight"])
    assert [("shared data, strength 3", 4), ("shared code — one library", 6)] == [
        (each.message, each.place and each.place.line) for each in finding.related
    ]


@pytest.mark.parametrize("why", ["an old habit", "we share tables"])
def test_each_of_several_reasons_says_why(why: str) -> None:
    """Whatever it is called, the reason is told."""
    (finding,) = audit_text(between("kind: shared-data", f"kind: shared-code, why: {why}"), "C006").findings
    assert ["shared data", f"shared code — {why}"] == [each.message for each in finding.related]


def test_each_direction_is_a_dependency_of_its_own() -> None:
    """Two teams can each read the other's tables."""
    text = between("kind: shared-data") + "  - {from: b, to: a, kind: shared-data}\n"
    found = audit_text(text, "C006").findings
    assert ["a → b", "b → a"] == [finding.subject.id for finding in found]
    assert 2 == len({finding.fingerprint for finding in found})


def test_approvals_and_initiatives_are_not_asked_about() -> None:
    """An approval is another problem, and what an initiative asks for is asked once."""
    text = between("kind: approval") + "initiatives: {one: {team: a, contributors: [{team: b, ask: custom}]}}"
    assert (Coverage("C006", 0, 0, 0),) == audit_text(text, "C006").coverage


def test_components_count_through_their_owners() -> None:
    """The finding stands at the component's own line and says which component needs which."""
    text = TEAMS + (
        "components:\n"
        "  cart: {owner: a, depends_on: [{component: stock, kind: shared-data, strength: 2}]}\n"
        "  stock: {owner: b}\n"
    )
    (finding,) = audit_text(text, "C006").findings
    assert "a waits for b: shared data, strength 2 — cart depends on stock" in finding.note
    assert ("component:cart", 3) == (finding.concerns[-1], finding.place and finding.place.line)


def test_a_dependency_between_others_is_not_ours() -> None:
    """One of ours on a supplier is, in both directions."""
    text = TEAMS + (
        "dependencies:\n"
        "  - {from: agency, to: supplier, kind: shared-data}\n"
        "  - {from: a, to: supplier, kind: shared-data}\n"
        "  - {from: agency, to: b, kind: shared-data}\n"
    )
    assert ["a → supplier", "agency → b"] == [each.subject.id for each in audit_text(text, "C006").findings]


def test_what_is_allowed_can_be_set() -> None:
    """`allowed` decides what counts as published."""
    allowed = ["rules.C006.allowed=[api, shared-code]"]
    assert () == audit_text(between("kind: shared-code"), "C006", set=allowed).findings
    assert 1 == len(audit_text(between("kind: event"), "C006", set=allowed).findings)
