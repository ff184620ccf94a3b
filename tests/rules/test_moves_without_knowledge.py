"""X007: a component changes hands, and the new owner has nobody who knows it."""

from typing import Any

from orgmodel.model.comparison import Components, HandedOver, Moved, People
from orgmodel.rules.engine import Outcome
from tests.rules.changes import asked, counts, only, where


def handed(id: str = "till", **parts: Any) -> HandedOver:
    """Return a component that goes from the shop to the tills."""
    given: dict[str, Any] = {
        "before": ("shop",),
        "after": ("tills",),
        "experts": ("bo",),
        "experts_moving": (),
        "knowing": (),
        "left": (),
        "criticality": None,
    }
    return HandedOver(id=id, **(given | parts))


def judged(*components: HandedOver, set: tuple[str, ...] = (), moves: tuple[Moved, ...] = ()) -> Outcome:
    """Ask about components that are handed over, and people who move."""
    return asked("X007", set, components=Components(handed_over=components), people=People(changed_team=moves))


def test_nobody_who_knows_it_is_found() -> None:
    """It names the new owner and who knew it."""
    found = only(judged(handed()))
    assert "till goes to tills, where nobody knows it; it is known by bo (stays)" == found.message
    assert "move bo along, or let tills learn it from them before the handover" == found.help
    assert ("warning", "component:till") == (found.severity, found.subject.key)
    assert "components/till/owner" == where(found)
    assert ("nobody there knows it", ("component:till", "person:bo")) == (found.label, found.concerns)
    expected = {"owners_before": ["shop"], "owners_after": ["tills"], "experts": ["bo"], "knowing": [], "count": 0}
    assert expected == {key: found.evidence[key] for key in expected}


def test_where_those_are_who_knew_it_is_said() -> None:
    """Who leaves, who goes elsewhere, who has no place and who stays."""
    moves = (Moved("cy", ("shop",), ("ops",)), Moved("eli", ("shop",), ()))
    found = only(judged(handed(experts=("bo", "cy", "dee", "eli"), left=("dee",)), moves=moves))
    known = "bo (stays), cy (goes to ops), dee (leaves) and eli (has no team any more)"
    assert f"till goes to tills, where nobody knows it; it is known by {known}" == found.message


def test_many_who_knew_it_are_not_all_named() -> None:
    """Four and a number; the evidence has all."""
    found = only(judged(handed(experts=tuple("abcdefg"))))
    assert "it is known by a (stays), b (stays), c (stays), d (stays) and 3 more" in found.message
    assert list("abcdefg") == found.evidence["experts"]


def test_if_all_who_knew_it_leave_they_cannot_come_along() -> None:
    """What is left to do is to learn it in time."""
    found = only(judged(handed(left=("bo",))))
    assert "till goes to tills, where nobody knows it; it is known by bo (leaves)" == found.message
    assert "let tills learn till before those who know it have gone" == found.help


def test_that_nobody_knew_it_is_said() -> None:
    """Where it is stated that nobody knows it nobody can come along."""
    found = only(judged(handed(experts=())))
    assert "till goes to tills, where nobody knows it; nobody else has known it" == found.message


def test_the_critical_ones_come_first() -> None:
    """The order is that of what hangs on them; what says nothing of it stands before the least."""
    grades = {"a": "low", "b": None, "c": "medium", "d": "critical", "e": "high"}
    found = judged(*(handed(id, criticality=grade) for id, grade in grades.items())).findings
    assert ["d", "e", "c", "b", "a"] == [each.subject.id for each in found]
    assert "d (critical) goes to tills" in found[0].message


def test_one_who_knows_it_there_is_fine() -> None:
    """Whether they came along or were there before."""
    assert (1, 0, 0) == counts(judged(handed(knowing=("bo",), experts_moving=("bo",))))
    assert (1, 0, 0) == counts(judged(handed(experts=("bo", "dee"), knowing=("dee",))))


def test_who_comes_along_knows_it() -> None:
    """Even where it is no longer said afterwards who knows it; and nobody is counted twice."""
    assert (1, 0, 0) == counts(judged(handed(experts_moving=("bo",))))
    two = ("rules.X007.min_experts=2",)
    assert (1, 1, 0) == counts(judged(handed(knowing=("bo",), experts_moving=("bo",)), set=two))
    assert (1, 0, 0) == counts(judged(handed(knowing=("dee",), experts_moving=("bo",)), set=two))


def test_how_many_is_an_option() -> None:
    """Wanting two, one is too few; wanting none, nobody is fine."""
    two = ("rules.X007.min_experts=2",)
    found = only(judged(handed(experts=("bo", "dee"), knowing=("dee",)), set=two))
    message = "till goes to tills, where 1 person knows it (dee), wanted 2; it is known by bo (stays)"
    assert (message, "known by dee") == (found.message, found.label)
    assert (1, 0, 0) == counts(judged(handed(), set=("rules.X007.min_experts=0",)))


def test_without_experts_it_cannot_be_told() -> None:
    """A component that does not say who knows it is unknown."""
    outcome = judged(handed(experts=None))
    assert (0, 0, 1) == counts(outcome)
    assert (("experts of components", 1),) == outcome.coverage.missing


def test_what_goes_to_nobody_is_not_asked() -> None:
    """That it has no owner is said by another rule."""
    assert (0, 0, 0) == counts(judged(handed(after=()), handed("cart", after=(), experts=None)))
