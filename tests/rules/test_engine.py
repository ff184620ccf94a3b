"""Asking a rule about a change: findings, places and counts are made as for an organisation."""

from orgmodel.model.comparison import Comparison
from orgmodel.model.finding import Subject
from orgmodel.model.place import Spot
from orgmodel.rules.base import FINE, Answers, Fine, Note, Options, Rule, Unknown, Violation
from orgmodel.rules.engine import Configured, Outcome, run_change
from tests.rules.changes import Spots, counts, only


def judged(*answers: Violation | Unknown | Fine) -> Outcome:
    """Run a rule that gives these answers about a change."""

    def check(comparison: Comparison, options: Options) -> Answers:
        return iter(answers)

    rule = Rule(code="X999", name="a-rule", severity="info", page="", check_change=check)
    return run_change(Comparison(name="bold", places=Spots()), Configured(rule, Options()))


def place_of(violation: Violation) -> str | None:
    """Return the spot where a violation is found."""
    place = only(judged(violation)).place
    return place.path if place else None


def test_answers_are_counted() -> None:
    """Fine, unknown and violation are told apart, and what is missing is counted."""
    outcome = judged(
        FINE, Fine(3), Unknown("a", "b", "days"), Unknown("a", "c", "days"), Violation(kind="team", id="t", message="m")
    )
    assert (5, 1, 2) == counts(outcome)
    assert (("days", 2),) == outcome.coverage.missing


def test_a_finding_stands_at_its_spot_its_entity_or_its_plan() -> None:
    """The spot is taken if there is one, then the entity; what is about neither stands nowhere."""
    assert "waves//2" == place_of(Violation(kind="team", id="t", message="m", spot=Spot("waves", "", (2,))))
    assert "teams/t/lead" == place_of(Violation(kind="team", id="t", message="m", path=("lead",)))
    assert "plan//sponsor" == place_of(Violation(kind="plan", id="bold", message="m", path=("sponsor",)))
    assert None is place_of(Violation(kind="organisation", id="", message="m"))


def test_related_places_are_found_as_well() -> None:
    """A note has a place of its own, and none if it is about nothing."""
    notes = (Note("a", "person", "bo"), Note("b", spot=Spot("plan", "")), Note("c"))
    related = only(judged(Violation(kind="plan", id="bold", message="m", related=notes))).related
    assert ["people/bo", "plan/", None] == [each.place and each.place.path for each in related]
    assert [Subject("person", "bo"), None, None] == [each.subject for each in related]


def test_what_is_said_is_kept() -> None:
    """The rule's severity counts unless the violation or the settings say otherwise."""
    said = Violation(kind="team", id="t", message="m", severity="error", concerns=(("person", "bo"),))
    finding = only(judged(said))
    assert ("X999", "a-rule", "error") == (finding.code, finding.name, finding.severity)
    assert ("team:t", "person:bo") == finding.concerns


def test_a_rule_about_organisations_says_nothing_of_a_change() -> None:
    """Without a check of changes there is no answer."""
    rule = Rule(code="X999", name="a-rule", severity="info", page="")
    assert (0, 0, 0) == counts(run_change(Comparison(name="bold"), Configured(rule, Options())))
