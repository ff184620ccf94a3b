"""W013: one of the five working-backwards questions has no answer."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

ALL = "customer: a, problem: b, benefit: c, evidence: d, experience: e"


def test_open_questions_are_found() -> None:
    """They are named in the order in which they are asked."""
    (finding,) = audit_text("initiatives: {one: {stage: building, customer: a, benefit: c}}", "W013").findings
    assert "one leaves 3 of the five questions open: problem, evidence and experience" == finding.message
    assert {"open": 3, "questions": ["problem", "evidence", "experience"], "stage": "building"} == finding.evidence
    assert ("info", "initiative:one", "answer each in a line") == (finding.severity, finding.subject.key, finding.help)


def test_a_placeholder_is_no_answer() -> None:
    """It is shown where it stands."""
    text = "initiatives: {one: {stage: approved, " + ALL.replace("evidence: d", "evidence: TBD") + "}}"
    (finding,) = audit_text(text, "W013").findings
    assert "one leaves 1 of the five questions open: evidence" == finding.message
    assert (1, 85) == (finding.place or ())[1:3]


@pytest.mark.parametrize("stage", ["stage: press-release, ", ""])
def test_five_answers_are_fine(stage: str) -> None:
    """Whatever its stage."""
    assert (Coverage("W013", 1, 0, 0),) == audit_text(f"initiatives: {{one: {{{stage}{ALL}}}}}", "W013").coverage


@pytest.mark.parametrize(
    ("initiative", "missing"),
    [
        ("stage: building", "answers to the five questions"),
        ("leader: nobody", "answers to the five questions"),
        ("customer: a", "stages of initiatives"),
    ],
)
def test_what_is_not_stated_is_unknown(initiative: str, missing: str) -> None:
    """No answer at all may mean that they stand elsewhere; without a stage nobody knows whether it is time."""
    text = f"initiatives: {{one: {{{initiative}}}}}"
    assert (Coverage("W013", 0, 0, 1, ((missing, 1),)),) == audit_text(text, "W013").coverage


@pytest.mark.parametrize(
    "other", ["stage: idea", "stage: launched", "stage: stopped", "stage: building, external: true"]
)
def test_only_the_stages_before_launch_are_asked(other: str) -> None:
    """An idea may be vague, and what is launched has other questions."""
    assert (Coverage("W013", 0, 0, 0),) == audit_text(
        f"initiatives: {{one: {{customer: a, {other}}}}}", "W013"
    ).coverage


def test_the_stages_can_be_set() -> None:
    """`stages` says when the questions must be answered."""
    text = "initiatives: {one: {customer: a, stage: idea}, two: {customer: a, stage: building}}"
    (finding,) = audit_text(text, "W013", set=["rules.W013.stages=idea"]).findings
    assert "one" == finding.subject.id
