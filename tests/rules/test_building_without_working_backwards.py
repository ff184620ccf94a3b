"""W001: an invention is being built without a press release and FAQ."""

import pytest

from orgmodel.model.finding import Coverage
from tests.rules.support import audit_text

DONE = "initiatives:\n  done: {stage: launched, press_release: a.md, faq: b.md}\n"
MISSING = "press releases and FAQs of initiatives"


def test_an_invention_without_both_is_found() -> None:
    """The finding names what is lacking, and stands at the stage."""
    (finding,) = audit_text(DONE + "  one: {stage: building}", "W001").findings
    assert "one is in stage building without a press release and FAQ" == finding.message
    assert {"lacking": ["press release", "FAQ"], "stage": "building"} == finding.evidence
    assert ("warning", "initiative:one", (3, 16)) == (finding.severity, finding.subject.key, (finding.place or ())[1:3])


@pytest.mark.parametrize(("stated", "lacking"), [("press_release: a.md", "FAQ"), ("faq: b.md", "press release")])
def test_one_of_the_two_is_not_enough(stated: str, lacking: str) -> None:
    """The one that is there is not named."""
    (finding,) = audit_text(DONE + f"  one: {{stage: building, kind: invention, {stated}}}", "W001").findings
    assert f"one is in stage building without a {lacking}" == finding.message


def test_both_are_fine_even_where_the_stage_is_not_stated() -> None:
    """However far it has come, they are there."""
    text = DONE + "  one: {stage: building, press_release: a.md, faq: b.md}\n  two: {press_release: a.md, faq: b.md}"
    assert (Coverage("W001", 2, 0, 0),) == audit_text(text, "W001").coverage


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("initiatives:\n  one: {stage: building}", MISSING),
        ("initiatives:\n  one: {stage: building, press_release: a.md}", MISSING),
        (DONE + "  one: {press_release: a.md}", "stages of initiatives"),
    ],
)
def test_what_nobody_states_is_unknown(text: str, missing: str) -> None:
    """Documents that no initiative names, and a stage that is not stated, leave it open."""
    assert (Coverage("W001", 0, 0, 1, ((missing, 1),)),) == audit_text(text, "W001").coverage


def test_what_one_document_tells_is_enough() -> None:
    """Where others name a press release it is lacking here, though nobody names an FAQ."""
    text = "initiatives:\n  done: {stage: launched, press_release: a.md}\n  one: {stage: building}"
    (finding,) = audit_text(text, "W001").findings
    assert ["press release"] == finding.evidence["lacking"]


@pytest.mark.parametrize("other", ["stage: idea", "stage: launched", "stage: paused"])
@pytest.mark.parametrize("kind", ["invention", "project"])
def test_only_what_is_being_built_is_asked(other: str, kind: str) -> None:
    """An idea has time, and what is launched has been built."""
    assert (Coverage("W001", 0, 0, 0),) == audit_text(DONE + f"  one: {{kind: {kind}, {other}}}", "W001").coverage


@pytest.mark.parametrize("other", ["kind: project", "kind: operation", "external: true"])
def test_only_inventions_of_ours_are_asked(other: str) -> None:
    """A move of offices needs no press release."""
    assert (Coverage("W001", 0, 0, 0),) == audit_text(DONE + f"  one: {{stage: building, {other}}}", "W001").coverage


def test_the_options() -> None:
    """`stages` says when they must be there, and `absent` how to read that they are not named."""
    approved = DONE + "  one: {stage: approved}"
    assert 1 == len(audit_text(approved, "W001", set=["rules.W001.stages=approved,building"]).findings)
    alone = "initiatives:\n  one: {stage: building}"
    assert 1 == len(audit_text(alone, "W001", set=["rules.W001.absent=missing"]).findings)
    assert () == audit_text(DONE + "  one: {stage: building}", "W001", set=["rules.W001.absent=unknown"]).findings
