"""W004: an active initiative has no input metric, or no output metric that the input drives."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

METRICS = """\
metrics:
  taps: {kind: input, drives: [steps]}
  steps: {kind: input, drives: [orders, steps]}
  clicks: {kind: input, drives: [loop]}
  loop: {kind: input, drives: [clicks]}
  idle: {kind: input}
  odd: {kind: input, drives: [vague]}
  wrong: {kind: input, drives: [oders]}
  vague: {drives: []}
  orders: {kind: output}
initiatives:
"""


def said(initiative: str) -> str:
    """Return what is found of one initiative beside those metrics."""
    (finding,) = audit_text(METRICS + f"  one: {initiative}", "W004").findings
    return finding.message


def test_an_initiative_steered_by_its_result_is_found() -> None:
    """The finding names the result and stands at the metrics."""
    (finding,) = audit_text(METRICS + "  one: {metrics: [orders]}", "W004").findings
    assert "one is steered by orders and by no input" == finding.message
    assert {"driving_inputs": 0, "inputs": [], "outputs": ["orders"]} == finding.evidence
    assert ("warning", "initiative:one", 12) == (finding.severity, finding.subject.key, (finding.place or (0, 0))[1])


def test_an_input_that_drives_no_result_is_found() -> None:
    """Neither a circle nor an input that says nothing, where others say it, reaches an output."""
    assert "one is steered by clicks, which drives no result" == said("{metrics: [clicks]}")
    assert "one is steered by clicks and idle, which drive no result" == said("{metrics: [idle, clicks, orders]}")


def test_no_metric_is_found_where_others_have_some() -> None:
    """An empty list says that there is none; an absent one counts as none where another has one."""
    assert "one has no metric" == said("{metrics: []}")
    assert "two has no metric" == said("{metrics: [taps]}\n  two: {}")


@pytest.mark.parametrize(
    "initiative", ["{metrics: [taps]}", "{metrics: [steps, orders]}", "{metrics: [clicks, steps]}"]
)
def test_an_input_that_drives_a_result_is_fine(initiative: str) -> None:
    """Directly or through another one; the result may be anybody's."""
    assert (Coverage("W004", 1, 0, 0),) == audit_text(METRICS + f"  one: {initiative}", "W004").coverage


def test_a_metric_may_name_the_initiative() -> None:
    """That counts as if the initiative named it."""
    text = "initiatives: {one: {}}\nmetrics: {a: {kind: input, initiative: one, drives: [b]}, b: {kind: output}}"
    assert (Coverage("W004", 1, 0, 0),) == audit_text(text, "W004").coverage


@pytest.mark.parametrize(
    ("initiative", "missing"),
    [
        ("{}", "metrics of initiatives"),
        ("{metrics: [orders, tapps]}", "metrics of initiatives"),
        ("{metrics: [vague]}", "kinds of metrics"),
        ("{metrics: [odd]}", "what metrics drive"),
        ("{metrics: [wrong]}", "what metrics drive"),
    ],
)
def test_what_is_not_stated_is_unknown(initiative: str, missing: str) -> None:
    """Metrics that nobody names, that are not described, of no kind, or that drive such ones."""
    expected = (Coverage("W004", 0, 0, 1, ((missing, 1),)),)
    assert expected == audit_text(METRICS + f"  one: {initiative}", "W004").coverage


def test_where_no_metric_says_what_it_drives_it_is_unknown() -> None:
    """Perhaps that is written down elsewhere."""
    text = "initiatives: {one: {metrics: [a, b]}}\nmetrics: {a: {kind: input}, b: {kind: output}}"
    assert (Coverage("W004", 0, 0, 1, (("what metrics drive", 1),)),) == audit_text(text, "W004").coverage


@pytest.mark.parametrize("other", ["stage: idea", "stage: paused", "stage: retired", "external: true"])
def test_only_active_initiatives_of_ours_are_asked(other: str) -> None:
    """What is not under way steers nothing."""
    assert (Coverage("W004", 0, 0, 0),) == audit_text(METRICS + f"  one: {{metrics: [], {other}}}", "W004").coverage


def test_what_is_absent_can_be_read_otherwise() -> None:
    """`absent` holds for metrics that are not named and for what they drive."""
    assert 1 == len(audit_text("initiatives: {one: {}}", "W004", set=["rules.W004.absent=missing"]).findings)
    for initiative in ("{metrics: [taps]}\n  two: {}", "{metrics: [idle]}"):
        text = METRICS + f"  one: {initiative}"
        assert () == audit_text(text, "W004", set=["rules.W004.absent=unknown"]).findings


def test_it_covers_that_there_are_only_results() -> None:
    """One cause is told once."""
    audit = audit_text(METRICS + "  one: {metrics: [orders]}", "W004", "M002")
    assert ["W004"] == [finding.code for finding in audit.standing]
