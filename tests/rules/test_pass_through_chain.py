"""R004: managers in a row who have one direct report each."""

import pytest

from tests.rules.support import audit_text


def chains(people: str) -> list[list[str]]:
    """Return the managers of each chain that is found."""
    found = audit_text(f"people: {{{people}}}", "R004").findings
    return [finding.evidence["managers"] for finding in found]  # type: ignore[misc]  # evidence holds anything


LINE = """
people:
  kim: {manager: nobody}
  lee: {manager: kim}
  ana: {manager: kim}
  bo: {manager: ana}
  cy: {manager: bo}
  dee: {manager: cy}
"""


def test_a_chain_is_one_finding_hop_by_hop() -> None:
    """The finding stands at the upper end, names everybody, and shows each hop at its line."""
    (finding,) = audit_text(LINE, "R004").findings
    assert "ana → bo → cy → dee: 3 managers in a row have one direct report each" == finding.message
    assert {"managers": ["ana", "bo", "cy"], "count": 3, "last": "dee"} == finding.evidence
    assert ("person:ana", "person:bo", "person:cy") == finding.concerns
    assert ["bo reports to ana", "cy reports to bo", "dee reports to cy"] == [hop.message for hop in finding.related]
    assert [(6, 17), (7, 17), (8, 18)] == [hop.place[1:3] for hop in finding.related if hop.place]
    assert finding.place is not None
    assert (5, 3, 5, 6) == finding.place[1:]
    assert "error" == finding.severity


def test_single_reports_on_the_chain_are_the_same_problem() -> None:
    """Each manager on the chain has one report, which is said once."""
    audit = audit_text(LINE, "R002", "R003", "R004")
    assert ["kim R002", "ana R004"] == [f"{finding.subject.id} {finding.code}" for finding in audit.standing]


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("kim: {manager: nobody}, ana: {manager: kim}", []),
        ("kim: {manager: nobody}, ana: {manager: kim}, bo: {manager: ana}", [["kim", "ana"]]),
        ("kim: {}, ana: {manager: kim}, bo: {manager: ana}", [["kim", "ana"]]),
        ("kim: {manager: nobody, external: true}, ana: {manager: kim}, bo: {manager: ana}", []),
        ("kim: {manager: ana}, ana: {manager: kim}", []),
        ("kim: {manager: kim}", []),
        ("a: {manager: b}, b: {manager: a}, c: {manager: a}, d: {manager: c}, e: {manager: d}", [["c", "d"]]),
    ],
)
def test_what_makes_a_chain(people: str, expected: list[list[str]]) -> None:
    """Two managers in a row are enough; circles are no chains, and external managers no part of one."""
    assert expected == chains(people)


def test_coverage_counts_managers_and_chains() -> None:
    """A manager without a chain is fine, each chain is one finding; circles are not asked."""
    row = audit_text(LINE, "R004").coverage[0]
    assert (2, 1, 0) == (row.checked, row.violations, row.unknown)
    row = audit_text("people: {ana: {}, bo: {}}", "R004").coverage[0]
    assert (0, 0, 2) == (row.checked, row.violations, row.unknown)
    row = audit_text("people: {ana: {manager: bo}, bo: {manager: ana}}", "R004").coverage[0]
    assert (0, 0, 0) == (row.checked, row.violations, row.unknown)


def test_a_long_chain_is_cut_in_the_message() -> None:
    """The message names the first seven and the last; the hops show all."""
    people = ", ".join(["p10: {manager: nobody}", *(f"p{n}: {{manager: p{n - 1}}}" for n in range(11, 22))])
    (finding,) = audit_text(f"people: {{{people}}}", "R004").findings
    expected = "p10 → p11 → p12 → p13 → p14 → p15 → p16 → … → p21: 11 managers in a row have one direct report each"
    assert expected == finding.message
    assert 11 == len(finding.related)
