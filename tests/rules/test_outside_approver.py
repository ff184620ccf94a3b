"""D005: two-way doors that somebody outside the owning unit has to approve."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = """
people: {vp: {manager: ceo}, ceo: {manager: nobody}, ana: {manager: vp}, bo: {manager: ana}, cy: {manager: ana},
         out: {manager: ceo}, loose: {manager: ana}, far: {manager: ceo}, adrift: {}, supplier: {external: true}}
teams:
  unit: {kind: group, lead: vp}
  own: {parent: unit, lead: ana, members: [bo]}
  sub: {parent: own, members: [cy]}
  other: {parent: unit, members: [out]}
  partner: {external: true}
decisions:
"""


def fee(steps: str, fields: str = "owner: own, door: two-way") -> str:
    """Describe a decision of the team `own`."""
    return f"{ORG}  fee: {{{fields}, steps: [{steps}]}}"


def test_an_approval_from_outside_is_found() -> None:
    """The finding names the owner and who is outside it, and stands at the first of them."""
    (finding,) = audit_text(fee("{by: bo, can: approve}, {by: other, can: veto, why: habit}"), "D005").findings
    assert "fee can be undone, and other outside own must agree" == finding.message
    assert {"outside": ["other"], "owner": "own", "mandated": [], "ways": 1} == finding.evidence
    assert ("warning", "decision:fee", (11, 73)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    assert ["other can veto it: habit"] == [each.message for each in finding.related]


@pytest.mark.parametrize(
    ("by", "is_outside"),
    [
        ("own", False),
        ("sub", False),
        ("unit", False),
        ("ana", False),
        ("bo", False),
        ("cy", False),
        ("vp", False),
        ("ceo", False),
        ("loose", False),
        ("other", True),
        ("out", True),
        ("far", True),
        ("partner", True),
        ("supplier", True),
    ],
)
def test_who_is_outside(by: str, is_outside: bool) -> None:
    """The unit is the team, what is below it, and the line that leads it; a sister team is outside."""
    assert is_outside == bool(audit_text(fee(f"{{by: {by}, can: approve}}"), "D005").findings)


@pytest.mark.parametrize(
    "steps",
    ["{by: other, can: advise}", "{by: other, can: veto, mandated: the law}", ""],
)
def test_advice_and_mandated_steps_are_fine(steps: str) -> None:
    """Neither is an approval that the owner could drop."""
    assert (Coverage("D005", 1, 0, 0),) == audit_text(fee(steps), "D005").coverage


def test_a_way_without_outsiders_is_enough() -> None:
    """Nobody must go the other one; where both have outsiders the shorter list is told."""
    ways = "any_of: [{steps: [{by: other, can: veto}, {by: far, can: veto}]}, {steps: [{by: %s, can: approve}]}]"
    fields = "owner: own, door: two-way, " + ways
    assert (Coverage("D005", 1, 0, 0),) == audit_text(f"{ORG}  fee: {{{fields % 'bo'}}}", "D005").coverage
    (finding,) = audit_text(f"{ORG}  fee: {{{fields % 'out'}}}", "D005").findings
    assert "fee can be undone, and out outside own must agree, even on the best of 2 ways" == finding.message
    assert (["out"], 2) == (finding.evidence["outside"], finding.evidence["ways"])


@pytest.mark.parametrize(
    ("fields", "by", "missing"),
    [
        ("door: two-way", "other", "owners of decisions"),
        ("owner: own", "other", "doors of decisions"),
        ("owner: own, door: two-way", "adrift", "teams of those who approve"),
        ("owner: own, door: two-way", "nobody-knows", "teams of those who approve"),
    ],
)
def test_what_is_not_stated_is_unknown(fields: str, by: str, missing: str) -> None:
    """The owner, the door, and where an approver belongs."""
    text = fee(f"{{by: {by}, can: veto}}", fields)
    assert (Coverage("D005", 0, 0, 1, ((missing, 1),)),) == audit_text(text, "D005").coverage


def test_one_way_doors_and_external_decisions_are_not_asked() -> None:
    """What cannot be undone may be looked at by others."""
    for fields in ("owner: own, door: one-way", "owner: own, door: two-way, external: true"):
        text = fee("{by: other, can: veto}", fields)
        assert (Coverage("D005", 0, 0, 0),) == audit_text(text, "D005").coverage
