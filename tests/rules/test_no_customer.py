"""W003: an active initiative does not say whom it is for."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

OTHER = "initiatives:\n  other: {customer: commuters}\n"


def test_no_customer_is_found_where_others_name_theirs() -> None:
    """The finding stands at the initiative, since there is nothing else to show."""
    (finding,) = audit_text(OTHER + "  one: {stage: building}", "W003").findings
    assert "one does not say whom it is for" == finding.message
    assert {"customer": None} == finding.evidence
    assert ("warning", "initiative:one", (3, 3)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])


@pytest.mark.parametrize("word", ["TBD", "n/a", "to be decided", "nobody"])
def test_a_placeholder_is_no_customer(word: str) -> None:
    """It is found even where nobody else names a customer, and it is shown."""
    (finding,) = audit_text(f"initiatives:\n  one: {{customer: {word}}}", "W003").findings
    assert f"one does not say whom it is for: its customer is ‘{word}’" == finding.message
    assert ({"customer": word}, (2, 19)) == (finding.evidence, (finding.place or ())[1:3])


def test_a_customer_is_fine() -> None:
    """Colleagues are customers too."""
    assert (Coverage("W003", 1, 0, 0),) == audit_text("initiatives: {one: {customer: our guards}}", "W003").coverage


def test_where_nobody_names_a_customer_it_is_unknown() -> None:
    """Perhaps customers are written down elsewhere."""
    missing = (("customers of initiatives", 1),)
    assert (Coverage("W003", 0, 0, 1, missing),) == audit_text("initiatives: {one: {leader: nobody}}", "W003").coverage


@pytest.mark.parametrize("other", ["stage: idea", "stage: paused", "stage: retired", "external: true"])
def test_only_active_initiatives_of_ours_are_asked(other: str) -> None:
    """An idea may still look for its customer."""
    assert (Coverage("W003", 1, 0, 0),) == audit_text(OTHER + f"  one: {{{other}}}", "W003").coverage


def test_what_is_absent_can_be_read_otherwise() -> None:
    """`absent` says whether no customer is none."""
    assert 1 == len(audit_text("initiatives: {one: {}}", "W003", set=["rules.W003.absent=missing"]).findings)
    assert () == audit_text(OTHER + "  one: {}", "W003", set=["rules.W003.absent=unknown"]).findings
