"""D001: decisions that nobody takes."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

PEOPLE = "people: {ana: {}, bo: {}, gone: {status: vacant}}\nteams: {council: {kind: council}}\ndecisions:\n"
OTHER = "  other: {decider: ana}\n"


def test_a_decision_of_nobody_is_found() -> None:
    """`decider: nobody` says it, and the finding stands there."""
    text = PEOPLE + "  fee: {owner: council, decider: nobody}"
    (finding,) = audit_text(text, "D001").findings
    assert "fee has no decider" == finding.message
    assert {"ways_without": 1, "ways": 1, "vacant": [], "owner": "council"} == finding.evidence
    assert ("error", "decision:fee", (4, 34)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])


@pytest.mark.parametrize("decision", ["{decider: ana}", "{decider: council}", "{any_of: [{decider: ana}]}"])
def test_a_person_a_team_or_a_way_can_decide(decision: str) -> None:
    """Who decides may be a council; each way may have its own."""
    assert (Coverage("D001", 1, 0, 0),) == audit_text(f"{PEOPLE}  fee: {decision}", "D001").coverage


def test_each_of_several_ways_needs_a_decider() -> None:
    """The finding counts the ways without one and stands at the first."""
    text = PEOPLE + "  fee: {any_of: [{decider: ana}, {decider: nobody}, {decider: gone}]}"
    (finding,) = audit_text(text, "D001").findings
    assert "fee has no decider on 2 of 3 ways to it: gone is vacant" == finding.message
    assert (2, 3, ["gone"]) == tuple(finding.evidence[name] for name in ("ways_without", "ways", "vacant"))
    assert (4, 44) == (finding.place or ())[1:3]


def test_one_of_two_ways_is_told() -> None:
    """Two ways are several."""
    (finding,) = audit_text(PEOPLE + "  fee: {any_of: [{decider: ana}, {decider: nobody}]}", "D001").findings
    assert "fee has no decider on 1 of 2 ways to it" == finding.message


def test_a_way_without_a_word_has_the_decider_of_the_decision() -> None:
    """What is said of the decision holds for each way to it."""
    text = PEOPLE + "  fee: {decider: ana, any_of: [{steps: [{by: bo}]}]}"
    assert (Coverage("D001", 1, 0, 0),) == audit_text(text, "D001").coverage


def test_a_vacant_position_decides_nothing() -> None:
    """Who is to come cannot say yes today."""
    (finding,) = audit_text(PEOPLE + "  fee: {decider: gone}", "D001").findings
    assert "fee has no decider: gone is vacant" == finding.message


@pytest.mark.parametrize(
    ("absent", "other", "expected"),
    [
        ("auto", "", (0, 0, 1)),
        ("auto", OTHER, (2, 1, 0)),
        ("unknown", OTHER, (1, 0, 1)),
        ("missing", "", (1, 1, 0)),
    ],
)
def test_what_absence_means_can_be_set(absent: str, other: str, expected: tuple[int, int, int]) -> None:
    """By default it means none where others state a decider."""
    row = audit_text(f"{PEOPLE}  fee: {{}}\n{other}", "D001", set=[f"rules.D001.absent={absent}"]).coverage[0]
    assert expected == (row.checked, row.violations, row.unknown)


def test_who_is_not_described_is_unknown() -> None:
    """A typing mistake is no decider, and no lack of one."""
    missing = (("deciders of decisions that are described themselves", 1),)
    assert (Coverage("D001", 0, 0, 1, missing),) == audit_text(f"{PEOPLE}  fee: {{decider: anna}}", "D001").coverage


def test_external_decisions_are_not_asked() -> None:
    """Others decide as they like."""
    text = PEOPLE + "  fee: {external: true, decider: nobody}"
    assert (Coverage("D001", 0, 0, 0),) == audit_text(text, "D001").coverage
