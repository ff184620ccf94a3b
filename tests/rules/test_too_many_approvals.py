"""D002: two-way doors that need more than one approval."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = "people: {ana: {}, bo: {}}\nteams: {own: {lead: ana}, a: {}, b: {}, c: {}}\n"
TWO = "{by: a, can: veto, why: margins}, {by: b, can: approve}"


def fee(fields: str) -> str:
    """Describe a decision with these fields."""
    return f"{ORG}decisions:\n  fee: {{{fields}}}"


def test_two_approvals_are_too_many() -> None:
    """The finding names who approves, and stands at the second."""
    (finding,) = audit_text(fee(f"door: two-way, steps: [{TWO}]"), "D002").findings
    assert "fee can be undone and needs 2 approvals (limit 1): a and b" == finding.message
    assert {"approvals": 2, "by": ["a", "b"], "mandated": [], "ways": 1, "limit": 1} == finding.evidence
    assert ("warning", "decision:fee", (4, 71)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    assert ["a can veto it: margins", "b has to approve it"] == [each.message for each in finding.related]


@pytest.mark.parametrize(
    "fields",
    [
        "door: two-way, steps: []",
        "door: two-way, steps: [{by: a, can: veto}, {by: b, can: advise}, {by: c, can: inform}]",
        "door: two-way, decider: bo, steps: [{by: a, can: veto}, {by: bo, can: approve}]",
        "door: two-way, steps: [{by: a, can: veto}, {by: b, can: veto, mandated: the law}]",
        f"door: two-way, any_of: [{{steps: [{TWO}]}}, {{steps: [{{by: c, can: approve}}]}}]",
        "steps: [{by: a, can: veto}]",
    ],
)
def test_one_approval_besides_the_decider_is_fine(fields: str) -> None:
    """Advice, a step of the decider, mandated steps and heavier ways do not count; one is fine whatever the door."""
    assert (Coverage("D002", 1, 0, 0),) == audit_text(fee(fields), "D002").coverage


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ("door: two-way", "steps of decisions"),
        ("door: two-way, steps: [{by: a}]", "what steps of decisions can do"),
        (f"steps: [{TWO}]", "doors of decisions"),
    ],
)
def test_what_is_not_stated_is_unknown(fields: str, missing: str) -> None:
    """Steps, what they can do, and the door where it makes the difference."""
    assert (Coverage("D002", 0, 0, 1, ((missing, 1),)),) == audit_text(fee(fields), "D002").coverage


@pytest.mark.parametrize("fields", ["door: one-way", "external: true, door: two-way"])
def test_other_doors_and_external_decisions_are_not_asked(fields: str) -> None:
    """What cannot be undone has a rule of its own."""
    assert (Coverage("D002", 0, 0, 0),) == audit_text(fee(f"{fields}, steps: [{TWO}]"), "D002").coverage


def test_mandated_steps_are_listed() -> None:
    """Nobody could drop them, so they are told apart."""
    steps = f"{TWO}, {{by: c, can: veto, mandated: the law}}"
    (finding,) = audit_text(fee(f"door: two-way, steps: [{steps}]"), "D002").findings
    assert (2, ["c"]) == (finding.evidence["approvals"], finding.evidence["mandated"])
    assert ("mandated, and not counted: c",) == finding.note


def test_the_lightest_way_counts_with_the_steps_of_all() -> None:
    """A step of the decision itself stands on every way."""
    ways = "{steps: [{by: a, can: veto}, {by: b, can: veto}]}, {steps: [{by: b, can: approve}]}"
    (finding,) = audit_text(fee(f"door: two-way, steps: [{{by: c, can: veto}}], any_of: [{ways}]"), "D002").findings
    assert "fee can be undone and needs 2 approvals on the shortest of 2 ways (limit 1): c and b" == finding.message


def test_initiatives_are_asked_for_their_own_steps() -> None:
    """Steps of an initiative are a decision of its own, until it is over."""
    steps = f"door: two-way, steps: [{TWO}]"
    others = f"  done: {{stage: stopped, {steps}}}\n  theirs: {{external: true, {steps}}}"
    text = f"{ORG}initiatives:\n  vans: {{team: own, {steps}}}\n{others}"
    (finding,) = audit_text(text, "D002").findings
    assert ("initiative:vans", (4, 83)) == (finding.subject.key, (finding.place or ())[1:3])


def test_the_limit_can_be_set() -> None:
    """`max` decides how many are too many."""
    (finding,) = audit_text(
        fee("door: two-way, steps: [{by: a, can: veto}]"), "D002", set=["rules.D002.max=0"]
    ).findings
    assert "fee can be undone and needs 1 approval (limit 0): a" == finding.message
