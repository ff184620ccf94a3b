"""M002: a team or initiative is steered by results alone."""

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

TEAM = "teams: {a: {headcount: 6}}\n"


def test_results_alone_are_found() -> None:
    """The sentence names the results."""
    (finding,) = audit_text(
        TEAM + "metrics: {m: {owner: a, kind: output}, n: {owner: a, kind: output}}", "M002"
    ).findings
    assert "a is steered by 2 results alone, m and n, and by nothing it can move itself" == finding.message
    assert {"outputs": 2, "metrics": ["m", "n"]} == finding.evidence


def test_one_input_is_enough() -> None:
    """An input beside the results is what is wanted."""
    text = TEAM + "metrics: {m: {owner: a, kind: output}, n: {owner: a, kind: input}}"
    assert (Coverage("M002", 1, 0, 0),) == audit_text(text, "M002").coverage


def test_initiatives_are_asked_too() -> None:
    """By the metrics that they name and by those that name them; ended ones are not asked."""
    text = "initiatives: {i: {metrics: [m]}, j: {stage: stopped}}\nmetrics:\n  m: {kind: output}\n"
    text += "  n: {kind: output, initiative: %s}"
    assert ["initiative:i"] == [each.subject.key for each in audit_text(text % "j", "M002").findings]
    (finding,) = audit_text(text % "i", "M002").findings
    assert ["m", "n"] == finding.evidence["metrics"]


def test_a_kind_that_is_not_stated_may_be_an_input() -> None:
    """Then nothing can be said; a team without metrics is not asked."""
    missing = (("kinds of metrics", 1),)
    text = "teams: {a: {headcount: 6}, b: {headcount: 6}}\nmetrics: {m: {owner: a}, n: {owner: a, kind: output}}"
    assert (Coverage("M002", 0, 0, 1, missing),) == audit_text(text, "M002").coverage
