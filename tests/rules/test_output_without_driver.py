"""M004: no input metric drives an output metric."""

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text


def test_an_output_that_nothing_drives_is_found() -> None:
    """Another output that points to it is no driver."""
    text = "metrics: {m: {kind: output}, n: {kind: output, drives: m}, o: {kind: input, drives: n}, p: {kind: output}}"
    (finding,) = audit_text(text, "M004").findings
    assert ("p is a result that no input is known to drive", "info") == (finding.message, finding.severity)


def test_drivers_may_be_far_away_and_run_in_circles() -> None:
    """An input counts through what is between, and a circle ends."""
    text = "metrics: {m: {kind: output, drives: n}, n: {drives: m}, o: {kind: input, drives: n}, "
    text += "q: {kind: output, drives: q}}"
    assert ["q"] == [each.subject.id for each in audit_text(text, "M004").findings]


def test_where_nothing_is_said_of_drivers_it_is_unknown() -> None:
    """An empty list says something; silence does not."""
    missing = (("what metrics drive", 1),)
    assert (Coverage("M004", 0, 0, 1, missing),) == audit_text("metrics: {m: {kind: output}, n: {}}", "M004").coverage
    assert 1 == len(audit_text("metrics: {m: {kind: output}, n: {drives: []}}", "M004").findings)
