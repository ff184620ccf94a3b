"""D009: chains of approvals that are more likely to end with a no."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.measures.decisions import probability_of_yes
from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ORG = "teams: {a: {}, b: {}, c: {}}\ndecisions:\n"


def fee(steps: str, fields: str = "") -> str:
    """Describe a decision with these steps."""
    return f"{ORG}  fee: {{{fields}steps: [{steps}]}}"


def test_two_times_seven_in_ten_is_less_than_half() -> None:
    """The finding states the number and the model, and stands at who says no most often."""
    (finding,) = audit_text(fee("{by: a, can: veto, yes: 75%}, {by: b, can: approve, yes: 0.6}"), "D009").findings
    said = "fee gets a yes with a probability of 45 % (at least 50 %) if each of 2 approvers decides independently"
    assert f"{said}: a 75 % and b 60 %" == finding.message
    expected = {"probability": 0.45, "approvers": ["a", "b"], "yes": [0.75, 0.6], "mandated": [], "ways": 1}
    assert {**expected, "limit": 0.5} == finding.evidence
    assert ("info", "decision:fee", (3, 52)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])
    assert "let b advise, or let one yes of several suffice (`any_of`)" == finding.help


@pytest.mark.parametrize(
    "steps",
    [
        "",
        "{by: a, can: veto, yes: 50%}",
        "{by: a, can: veto, yes: 60%}, {by: b, can: advise, yes: 10%}",
        "{by: a, can: veto, yes: 10%, mandated: the law}",
    ],
)
def test_what_is_likely_enough_is_fine(steps: str) -> None:
    """Advice says no to nothing, and nobody could drop what is mandated."""
    assert (Coverage("D009", 1, 0, 0),) == audit_text(fee(steps), "D009").coverage


def test_the_likeliest_way_counts() -> None:
    """A way on which a yes is likely is enough."""
    ways = "any_of: [{steps: [{by: a, can: veto, yes: 20%}]}, {steps: [{by: b, can: veto, yes: %s}]}]"
    assert () == audit_text(f"{ORG}  fee: {{{ways.replace('%s', '80%')}}}", "D009").findings
    (finding,) = audit_text(f"{ORG}  fee: {{{ways.replace('%s', '40%')}}}", "D009").findings
    said = (
        "fee gets a yes on the likeliest of 2 ways with a probability of 40 % (at least 50 %) from its only approver, b"
    )
    assert said == finding.message


def test_mandated_steps_belong_to_the_chain_and_are_told_apart() -> None:
    """The number is the chance as it is, and the note what it would be without them."""
    steps = "{by: a, can: veto, yes: 50%, mandated: the law}, {by: b, can: approve, yes: 80%}"
    (finding,) = audit_text(fee(steps), "D009").findings
    assert (0.4, ["a", "b"], ["a"]) == tuple(finding.evidence[n] for n in ("probability", "approvers", "mandated"))
    assert ("mandated among them: a; the others come to 80 %",) == finding.note
    assert "let b advise" in finding.help


def test_who_never_says_yes_is_told_so() -> None:
    """A probability of nought is a number like any other."""
    (finding,) = audit_text(fee("{by: a, can: veto, yes: 0%}, {by: b, can: approve, yes: 60%}"), "D009").findings
    assert finding.message.endswith(": a 0 % and b 60 %")
    assert 0.0 == finding.evidence["probability"]


@pytest.mark.parametrize(
    ("decision", "missing"),
    [
        ("{}", "steps of decisions"),
        ("{steps: [{by: a, yes: 10%}]}", "what steps of decisions can do"),
        ("{steps: [{by: a, can: veto, yes: 10%}, {by: b, can: veto}]}", "probabilities of a yes"),
    ],
)
def test_what_is_not_stated_is_unknown(decision: str, missing: str) -> None:
    """Nobody's probability is made up."""
    assert (Coverage("D009", 0, 0, 1, ((missing, 1),)),) == audit_text(f"{ORG}  fee: {decision}", "D009").coverage


def test_initiatives_are_asked_and_external_decisions_are_not() -> None:
    """Steps of an initiative are a decision of its own."""
    steps = "steps: [{by: a, can: veto, yes: 10%}]"
    text = f"{ORG}  fee: {{external: true, {steps}}}\ninitiatives: {{vans: {{{steps}}}}}"
    assert ["initiative:vans"] == [each.subject.key for each in audit_text(text, "D009").findings]


def test_the_limit_can_be_set() -> None:
    """`min` decides what is likely enough."""
    text = fee("{by: a, can: veto, yes: 80%}")
    (finding,) = audit_text(text, "D009", set=["rules.D009.min=0.9"]).findings
    assert (0.8, 0.9) == (finding.evidence["probability"], finding.evidence["limit"])


@given(st.lists(st.integers(0, 100), min_size=1, max_size=3))
@settings(max_examples=15, deadline=None)
def test_it_agrees_with_the_measure(percents: list[int]) -> None:
    """There is a finding exactly where the measure of the same name is below the limit."""
    steps = ", ".join(f"{{by: a, can: veto, yes: {each / 100}}}" for each in percents)
    expected = probability_of_yes([each / 100 for each in percents]) < 0.5
    assert expected == bool(audit_text(fee(steps), "D009").findings)
