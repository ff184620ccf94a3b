"""D003: one-way doors that need very many approvals."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = "people: {ana: {}}\nteams: {a: {}, b: {}, c: {}, d: {}, e: {}}\ndecisions:\n"


def steps(names: str, can: str = "approve") -> str:
    """Write one step for each letter."""
    return ", ".join(f"{{by: {name}, can: {can}}}" for name in names)


def test_five_approvals_are_very_many() -> None:
    """The finding names who approves, and stands at the fifth."""
    (finding,) = audit_text(f"{ORG}  site: {{door: one-way, steps: [{steps('abcde')}]}}", "D003").findings
    said = "site cannot be undone, and still 5 approvals are very many (limit 4): a, b, c, d and e"
    assert said == finding.message
    assert {"approvals": 5, "by": [*"abcde"], "mandated": [], "ways": 1, "limit": 4} == finding.evidence
    assert ("warning", (4, 130)) == (finding.severity, (finding.place or ())[1:3])
    assert 5 == len(finding.related)


@pytest.mark.parametrize(
    "decision",
    [
        f"door: one-way, steps: [{steps('abcd')}]",
        f"door: one-way, steps: [{steps('abcd')}, {{by: e, can: veto, mandated: the law}}]",
        f"door: one-way, decider: e, steps: [{steps('abcde')}]",
        f"door: one-way, any_of: [{{steps: [{steps('abcde')}]}}, {{steps: [{steps('a')}]}}]",
    ],
)
def test_up_to_four_are_fine(decision: str) -> None:
    """Neither what is mandated nor a step of the decider counts; of several ways the lightest does."""
    assert (Coverage("D003", 1, 0, 0),) == audit_text(f"{ORG}  site: {{{decision}}}", "D003").coverage


@pytest.mark.parametrize(
    ("decision", "missing"),
    [
        ("door: one-way", "steps of decisions"),
        ("steps: [{by: a}]", "what steps of decisions can do"),
        (f"steps: [{steps('abcde')}]", "doors of decisions"),
    ],
)
def test_what_is_not_stated_is_unknown(decision: str, missing: str) -> None:
    """Steps, what they can do, and the door where it makes the difference."""
    text = f"{ORG}  site: {{{decision}}}"
    assert (Coverage("D003", 0, 0, 1, ((missing, 1),)),) == audit_text(text, "D003").coverage


@pytest.mark.parametrize("fields", ["door: two-way", "door: one-way, external: true"])
def test_two_way_doors_and_external_decisions_are_not_asked(fields: str) -> None:
    """What can be undone has a stricter rule of its own."""
    text = f"{ORG}  site: {{{fields}, steps: [{steps('abcde')}]}}"
    assert (Coverage("D003", 0, 0, 0),) == audit_text(text, "D003").coverage


def test_the_limit_can_be_set() -> None:
    """`max` decides how many are very many."""
    text = f"{ORG}  site: {{door: one-way, steps: [{steps('ab')}]}}"
    (finding,) = audit_text(text, "D003", set=["rules.D003.max=1"]).findings
    assert (2, 1) == (finding.evidence["approvals"], finding.evidence["limit"])
