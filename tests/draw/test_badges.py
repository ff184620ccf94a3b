"""Badges, and the findings that they stand for."""

from hypothesis import given
from hypothesis import strategies as st

from orgmodel.draw.badges import GAP, Badge, badge_width, fitting
from orgmodel.draw.marks import Marks
from orgmodel.model.finding import Finding, Severity, Subject

words = st.lists(
    st.text(st.characters(codec="ascii", min_codepoint=32), min_size=1, max_size=12).map(Badge), max_size=6
)


def finding(code: str, severity: Severity = "warning", **evidence: object) -> Finding:
    """Return a finding about the team a."""
    name = "some-rule"
    subject = Subject("team", "a")
    return Finding(code=code, name=name, severity=severity, subject=subject, message="a is so", evidence=evidence)


@given(words, st.floats(0, 300))
def test_badges_fit_their_room(row: list[Badge], room: float) -> None:
    """What is shown fits, and what is not shown is counted."""
    shown = list(fitting(row, room))
    assert sum(badge_width(one) + GAP for one in shown) - GAP <= room or not shown
    if shown and shown != row:
        kept = shown[:-1] if shown[-1].text.startswith("+") else shown
        assert f"+{len(row) - len(kept)}" == shown[-1].text


def test_words_of_badges() -> None:
    """A badge says the number of the finding, a short word, or the name of the rule."""
    marks = Marks([finding("T001", size=13, over=3, limit=10), finding("L001", "error"), finding("Z999", "info")])
    assert ["no leader", "+3 over", "some rule"] == [badge.text for badge in marks.badges("team", "a")]
    assert ["error", "warning", "info"] == [badge.tone for badge in marks.badges("team", "a")]
    assert ["+3 over"] == [badge.text for badge in marks.badges("team", "a", without=["L001", "Z999"])]


def test_the_worst_and_what_is_said() -> None:
    """The gravest finding counts; what has none has no mark."""
    marks = Marks([finding("T001"), finding("L001", "error")])
    assert "error" == marks.worst("team", "a")
    assert marks.worst("team", "b") is None
    assert "L001: a is so\nT001: a is so" == marks.tooltip("team", "a")
    assert () == marks.of("person", "a")
