"""X005: the manager changes for many people at once."""

from orgmodel.model.comparison import Changed, MeasureChange, People
from orgmodel.rules.engine import Outcome
from tests.rules.changes import asked, counts, only, where


def changed(*managers: str | None, stayers: int = 10, spans: tuple[float | None, float | None] = (3, 3)) -> People:
    """Return people of whom the first get these managers."""
    return People(
        stayers=stayers,
        changed_manager=tuple(Changed(f"p{n}", "ana", manager) for n, manager in enumerate(managers)),
    )


def judged(people: People, *set: str, span: float | None = 3) -> Outcome:
    """Ask about people, in an organisation with this mean span before and after."""
    return asked("X005", set, people=people, measures=(MeasureChange("mean_span", "people", "", span, span),))


def test_four_of_ten_are_many() -> None:
    """Above three in ten is a finding about the plan."""
    found = only(judged(changed("bo", "cy", "cy", "cy")))
    assert "4 people get another manager: 40 % of the 10 who stay, limit 30 %" == found.message
    assert ("they report to cy (3) and bo (1) afterwards",) == found.note
    assert ("warning", "plan:bold", "plan/") == (found.severity, found.subject.key, where(found))
    assert ["p0", "p1", "p2", "p3"] == found.evidence["changed"]
    assert (4, 10, 0.4, 0.3) == tuple(found.evidence[key] for key in ("count", "stayers", "share", "limit"))
    assert {"cy": 3, "bo": 1} == found.evidence["managers_after"]


def test_three_of_ten_are_fine() -> None:
    """The limit itself is no finding."""
    assert (1, 0, 0) == counts(judged(changed("bo", "cy", "cy")))


def test_one_of_two_is_one_person() -> None:
    """One is not several."""
    found = only(judged(changed("bo", stayers=2)))
    assert "1 person gets another manager: 50 % of the 2 who stay, limit 30 %" == found.message


def test_limit_is_an_option() -> None:
    """A higher limit allows more, a lower one less."""
    people = changed("bo", "bo", "bo", "bo")
    assert (1, 0, 0) == counts(judged(people, "rules.X005.max_share=0.4"))
    assert "limit 12.5 %" in only(judged(people, "rules.X005.max_share=12.5%")).message


def test_without_any_manager_it_cannot_be_told() -> None:
    """Where no manager is known nobody changes managers, and that is not fine."""
    outcome = judged(changed(), span=None)
    assert (0, 0, 1) == counts(outcome)
    assert (("managers of people", 1),) == outcome.coverage.missing


def test_nobody_who_changes_is_fine_where_managers_are_known() -> None:
    """With reporting lines before and after, no change is no change."""
    assert (1, 0, 0) == counts(judged(changed()))


def test_nobody_who_stays_is_no_question() -> None:
    """Without people by name there is nothing to take a share of."""
    assert (0, 0, 0) == counts(judged(changed(stayers=0)))
