"""C012: two teams whose components depend on each other have nobody and nothing that brings them together."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

PEOPLE = """
people:
  mo: {manager: nobody}
  sue: {manager: mo}
  ray: {manager: mo}
  di: {manager: sue}
  ed: {manager: ray}
  ann: {manager: di}
  bob: {manager: ed}
  eve: {manager: bob}
  cat: {manager: di}
"""
TEAMS = "teams: {a: {lead: ann}, b: {lead: bob, members: [bob, eve]}, c: {lead: cat}, x: {external: true}}\n"
NEED = "  one: {owner: a, depends_on: [{component: two, kind: shared-data, strength: 4}]}\n"
COMPONENTS = f"components:\n{NEED}  two: {{owner: b, experts: [eve, ann]}}\n"


def test_a_gap_is_found_with_its_names() -> None:
    """Who would have to talk are the experts who are in the team, and the lead where none is."""
    (finding,) = audit_text(PEOPLE + TEAMS + COMPONENTS, "C012").findings
    assert (
        "a and b have 1 dependency between components (weight 4), "
        "and nobody nearer than mo above both (3 steps up, limit 2)"
    ) == finding.message
    assert ("info", "pair:a and b", 14) == (
        finding.severity,
        finding.subject.key,
        finding.place and finding.place.line,
    )
    assert ("who would have to talk: ann (a) with eve (b)",) == finding.note
    assert {
        "weight": 4.0,
        "count": 1,
        "teams": ["a", "b"],
        "people": {"a": ["ann"], "b": ["eve"]},
        "common_superior": "mo",
        "distance": 3,
        "max_distance": 2,
        "place": 1,
        "gaps": 1,
    } == finding.evidence


def test_both_directions_are_one_gap_with_the_heaviest_first() -> None:
    """A pair of teams has one finding, whoever needs whom."""
    extra = "  three: {owner: b, depends_on: [{component: one, kind: shared-code, strength: 6}]}\n"
    (finding,) = audit_text(PEOPLE + TEAMS + COMPONENTS + extra, "C012").findings
    assert (10.0, 2) == (finding.evidence["weight"], finding.evidence["count"])
    assert [
        "b → a: three depends on one (shared code, strength 6)",
        "a → b: one depends on two (shared data, strength 4)",
    ] == [each.message for each in finding.related]
    assert finding.help.startswith("give b a library with releases of its own")


def test_gaps_are_numbered_by_weight() -> None:
    """The heaviest first, wherever they are written."""
    extra = "  three: {owner: c, depends_on: [{component: two, kind: shared-data, strength: 9}]}\n"
    found = audit_text(PEOPLE + TEAMS + COMPONENTS + extra, "C012").findings
    assert {"a and b": 2, "b and c": 1} == {each.subject.id: each.evidence["place"] for each in found}
    assert ["gap 1 of 2 by weight", "gap 2 of 2 by weight"] == sorted(each.note[-1] for each in found)


def test_a_weight_that_is_not_stated_is_not_shown() -> None:
    """It counts as one, and stands in the evidence only."""
    (finding,) = audit_text(PEOPLE + TEAMS + COMPONENTS.replace(", strength: 4", ""), "C012").findings
    assert finding.message.startswith("a and b have 1 dependency between components, and nobody nearer")
    assert 1.0 == finding.evidence["weight"]


@pytest.mark.parametrize(
    "stated",
    [
        "{from: a, to: b, kind: shared-data, mode: collaboration}",
        "{from: b, to: a, kind: api, mode: x-as-a-service}",
    ],
)
def test_an_interaction_that_is_declared_covers_it(stated: str) -> None:
    """Whichever way round it is written."""
    text = PEOPLE + TEAMS + COMPONENTS + f"dependencies: [{stated}]"
    assert (Coverage("C012", 1, 0, 0),) == audit_text(text, "C012").coverage


def test_a_dependency_without_a_mode_covers_nothing() -> None:
    """That they need each other is no agreement on how they meet."""
    text = PEOPLE + TEAMS + COMPONENTS + "dependencies: [{from: a, to: b, kind: shared-data}]"
    assert 1 == len(audit_text(text, "C012").findings)


def test_a_superior_nearby_covers_it() -> None:
    """Ann and Cat report to the same person."""
    text = PEOPLE + TEAMS + COMPONENTS.replace("two: {owner: b", "two: {owner: c")
    assert (Coverage("C012", 1, 0, 0),) == audit_text(text, "C012").coverage


def test_how_near_can_be_set() -> None:
    """`max_distance` decides how far up somebody still brings them together."""
    text = PEOPLE + TEAMS + COMPONENTS
    assert () == audit_text(text, "C012", set=["rules.C012.max_distance=3"]).findings


@pytest.mark.parametrize("kind", ["api", "event", "self-service"])
def test_a_published_interface_needs_no_talk(kind: str) -> None:
    """Such pairs are in no question."""
    text = PEOPLE + TEAMS + COMPONENTS.replace("shared-data", kind)
    assert (Coverage("C012", 0, 0, 0),) == audit_text(text, "C012").coverage


def test_nobody_above_both_is_a_gap() -> None:
    """Two tops have nothing in common."""
    text = PEOPLE.replace("ray: {manager: mo}", "ray: {manager: nobody}") + TEAMS + COMPONENTS
    (finding,) = audit_text(text, "C012").findings
    assert finding.message.endswith("and nobody above both, and no agreed way to work together")
    assert (None, None) == (finding.evidence["distance"], finding.evidence["common_superior"])


def test_without_managers_and_groups_it_is_unknown() -> None:
    """Whether somebody nearby brings them together is not known."""
    missing = (("managers of leads, or parents of teams", 1),)
    text = TEAMS.replace("lead: bob, ", "") + COMPONENTS
    assert (Coverage("C012", 0, 0, 1, missing),) == audit_text(text, "C012").coverage


def test_suppliers_are_not_asked() -> None:
    """Nobody of ours is above both."""
    text = PEOPLE + TEAMS + COMPONENTS.replace("two: {owner: b", "two: {owner: x")
    assert (Coverage("C012", 0, 0, 0),) == audit_text(text, "C012").coverage
