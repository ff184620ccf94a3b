"""D006: several vetoes, and vetoes without a reason."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = "people: {ana: {}}\nteams: {a: {}, b: {}, c: {}}\ndecisions:\n"
WHY = "why: it costs money"


def fee(steps: str, fields: str = "") -> str:
    """Describe a decision with these steps."""
    return f"{ORG}  fee: {{{fields}steps: [{steps}]}}"


def test_a_veto_without_a_reason_is_found() -> None:
    """The finding names who holds it and stands there."""
    (finding,) = audit_text(fee("{by: a, can: veto}"), "D006").findings
    assert "a can veto fee, and no reason is stated" == finding.message
    assert {"unexplained": ["a"]} == finding.evidence
    assert ("warning", "decision:fee", (4, 22)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])


def test_several_vetoes_are_found() -> None:
    """Even if each has a reason; who has none is told as well."""
    steps = f"{{by: a, can: veto, {WHY}}}, {{by: b, can: veto}}, {{by: c, can: veto, mandated: the law}}"
    (finding,) = audit_text(fee(steps), "D006").findings
    assert "2 can veto fee (limit 1): a and b; no reason is stated for b" == finding.message
    assert {"vetoes": 2, "by": ["a", "b"], "unexplained": ["b"], "mandated": ["c"], "limit": 1} == finding.evidence
    assert (("mandated, and not counted: c",), (4, 63)) == (finding.note, (finding.place or ())[1:3])
    assert 2 == len(finding.related)


@pytest.mark.parametrize(
    "steps",
    [
        "",
        f"{{by: a, can: veto, {WHY}}}",
        "{by: a, can: veto, mandated: the law}",
        "{by: a, can: approve}, {by: b, can: approve}",
        f"{{by: a, can: veto, {WHY}}}, {{by: a, can: veto, {WHY}}}",
    ],
)
def test_one_veto_with_a_reason_is_fine(steps: str) -> None:
    """So are approvals, what a law requires, and one who is asked twice."""
    assert (Coverage("D006", 1, 0, 0),) == audit_text(fee(steps), "D006").coverage


def test_a_veto_of_the_decider_is_none() -> None:
    """Whoever decides can say no anyway."""
    steps = f"{{by: ana, can: veto}}, {{by: a, can: veto, {WHY}}}"
    assert (Coverage("D006", 1, 0, 0),) == audit_text(fee(steps, "decider: ana, "), "D006").coverage


def test_the_way_with_the_fewest_vetoes_counts_and_every_reason() -> None:
    """A second way with one veto is enough, but a veto without a reason is one on any way."""
    many = f"{{steps: [{{by: a, can: veto, {WHY}}}, {{by: b, can: veto, {WHY}}}]}}"
    text = f"{ORG}  fee: {{any_of: [{many}, {{steps: [{{by: c, can: veto%s}}]}}]}}"
    assert () == audit_text(text % f", {WHY}", "D006").findings
    (finding,) = audit_text(text % "", "D006").findings
    assert "c can veto fee, and no reason is stated" == finding.message


@pytest.mark.parametrize(
    ("decision", "missing"),
    [("{}", "steps of decisions"), ("{steps: [{by: a}]}", "what steps of decisions can do")],
)
def test_what_is_not_stated_is_unknown(decision: str, missing: str) -> None:
    """Who is asked, and what they can do."""
    assert (Coverage("D006", 0, 0, 1, ((missing, 1),)),) == audit_text(f"{ORG}  fee: {decision}", "D006").coverage


def test_external_decisions_are_not_asked_and_initiatives_are() -> None:
    """Steps of an initiative are a decision of its own."""
    steps = "steps: [{by: a, can: veto}]"
    text = f"{ORG}  fee: {{external: true, {steps}}}\ninitiatives: {{vans: {{{steps}}}}}"
    assert ["initiative:vans"] == [each.subject.key for each in audit_text(text, "D006").findings]


def test_the_limit_can_be_set() -> None:
    """`max` decides how many may veto."""
    steps = f"{{by: a, can: veto, {WHY}}}, {{by: b, can: veto, {WHY}}}"
    assert () == audit_text(fee(steps), "D006", set=["rules.D006.max=2"]).findings
