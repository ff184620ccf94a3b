"""C003: exactly two teams wait for each other."""

from orgmodel.model.audit import Audit
from orgmodel.model.finding import Coverage, Finding
from tests.rules.support import audit_text

DEPENDENCIES = """\
    dependencies:
      - {from: mail, to: ads, kind: shared-data, strength: 2, why: recipients come from a sheet}
      - {from: ads, to: mail, kind: custom-work, strength: 3}
    """
SMALL = "    teams: {ads: {headcount: 4}, mail: {headcount: 5}, other: {}}\n" + DEPENDENCIES


def the_finding(audit: Audit) -> Finding:
    """Return the only finding of an audit."""
    (found,) = audit.findings
    return found


def test_pair_is_found_with_both_directions() -> None:
    """The message says how each waits for the other; both hops have their place."""
    found = the_finding(audit_text(SMALL, "C003"))
    assert "ads and mail wait for each other: custom work one way, shared data the other" == found.message
    assert ("info", "cycle:ads and mail") == (found.severity, found.subject.key)
    assert [
        ("ads waits for mail: custom work, strength 3", 4),
        ("mail waits for ads: shared data, strength 2 — recipients come from a sheet", 3),
    ] == [(note.message, note.place and note.place.line) for note in found.related]
    assert found.place is not None
    assert (4, 5) == (found.place.line, found.place.column)


def test_small_teams_could_be_one() -> None:
    """Where both are small enough together, one team is the first thing to think of; else the lighter hop goes."""
    found = the_finding(audit_text(SMALL, "C003"))
    assert "make them one team, or give mail a published interface to the data of ads" == found.help
    assert ("together they have 9 people",) == found.note
    assert 9 == found.evidence["people_together"]


def test_large_teams_stay_two() -> None:
    """More people than two pizzas feed are not made one team."""
    found = the_finding(audit_text(SMALL.replace("headcount: 5", "headcount: 7"), "C003"))
    assert "give mail a published interface to the data of ads" == found.help
    assert ("together they have 11 people, too many for one team",) == found.note


def test_people_in_both_teams_count_once() -> None:
    """Somebody who is a member of both is one person."""
    people = "    people: {p: {}, q: {}, r: {}}\n    teams: {ads: {members: [p, q]}, mail: {members: [q, r]}}\n"
    assert 3 == the_finding(audit_text(people + DEPENDENCIES, "C003")).evidence["people_together"]


def test_unknown_size_is_not_guessed() -> None:
    """Where a size is not known nothing is said of it."""
    found = the_finding(audit_text("    teams: {ads: {headcount: 4}, mail: {}}\n" + DEPENDENCIES, "C003"))
    assert ((), None) == (found.note, found.evidence["people_together"])


def test_evidence_and_concerns() -> None:
    """The teams, kinds and weights can be read without parsing, and both teams are concerned."""
    found = the_finding(audit_text(SMALL, "C003"))
    assert (["ads", "mail"], [["custom-work"], ["shared-data"]], [3.0, 2.0]) == tuple(
        found.evidence[name] for name in ("teams", "kinds", "weights")
    )
    assert ("team:ads", "team:mail") == found.concerns[1:]


def test_larger_circles_are_not_its_matter() -> None:
    """A pair within a larger cyclic group is told with the group."""
    more = "  - {from: mail, to: other, kind: approval}\n      - {from: other, to: mail, kind: approval}\n"
    assert (Coverage("C003", 3, 0, 0, ()),) == audit_text(SMALL + more, "C003").coverage


def test_one_way_is_fine() -> None:
    """Waiting in one direction only is no pair, nor is calling back through an interface."""
    assert (Coverage("C003", 3, 0, 0, ()),) == audit_text(SMALL.replace("custom-work", "api"), "C003").coverage


def test_coverage_counts_the_pair_once() -> None:
    """One finding for the pair, and one answer for each other team."""
    assert (Coverage("C003", 2, 1, 0, ()),) == audit_text(SMALL, "C003").coverage


def test_without_any_dependency_it_cannot_be_told() -> None:
    """Where nothing is stated each team is unknown, not fine."""
    audit = audit_text("teams: {a: {}, b: {}}", "C003")
    assert (Coverage("C003", 0, 0, 2, (("dependencies of teams", 2),)),) == audit.coverage


def test_unknown_kinds_are_said() -> None:
    """Two references without a kind might be no waiting at all."""
    text = "teams: {a: {}, b: {}}\ndependencies: [{from: a, to: b}, {from: b, to: a}]\n"
    found = the_finding(audit_text(text, "C003"))
    assert "a and b wait for each other: something of unknown kind one way, something of unknown kind the other" == (
        found.message
    )
    assert ("all 2 reasons are of unknown kind and taken for waiting: state the kind to be sure",) == found.note


def test_two_suppliers_are_not_ours() -> None:
    """Two external teams are no finding; one external team and one of ours are."""
    ours = SMALL.replace("ads: {headcount: 4}", "ads: {external: true}")
    theirs = ours.replace("mail: {headcount: 5}", "mail: {external: true}")
    assert (1, 0) == (len(audit_text(ours, "C003").findings), len(audit_text(theirs, "C003").findings))
