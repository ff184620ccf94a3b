"""Who is asked, and who decides."""

import pytest

from tests.reorg.applying.support import applied, faults, helps, marked, org_of, told

BASE = """
people: {ana: {}, bo: {}, law: {}}
teams: {cards: {}, legal: {}, law: {}}
decisions:
  price: {owner: cards, decider: ana, steps: [{by: legal, can: veto, days: 5}, {by: bo, can: advise}, {by: 'team:law'}]}
  ways: {any_of: [{steps: [{by: legal, can: veto}]}]}
initiatives: {one: {steps: [{by: legal}]}, two: {decision: price}}
"""


def asked(found: object, decision: str = "price") -> list[str]:
    """Return who is asked on the way to a decision after a plan."""
    section = "decisions" if decision in ("price", "ways") else "initiatives"
    return [step["by"] for step in told(found, section)[decision].get("steps", [])]  # type: ignore[arg-type]


def test_one_more_is_asked() -> None:
    """At the end or where it is said, of a decision or of an initiative that states steps itself."""
    assert ["legal", "bo", "team:law", "ana"] == asked(
        applied(BASE, "- add_step: {decision: price, by: ana, can: veto}")
    )
    assert ["legal", "ana"] == asked(applied(BASE, "- add_step: {decision: one, by: ana}"), "one")
    found = applied(BASE, "- add_step: {decision: 'decision:price', by: cards, can: approve, days: 2, at: 0}")
    assert {"by": "cards", "can": "approve", "days": 2.0} == told(found, "decisions")["price"]["steps"][0]


def test_somebody_is_asked_no_more() -> None:
    """However their kind is said."""
    assert ["bo", "team:law"] == asked(applied(BASE, "- drop_step: {decision: price, by: 'team:legal'}"))
    assert ["legal", "bo"] == asked(applied(BASE, "- drop_step: {decision: price, by: 'team:law'}"))
    assert [] == asked(applied(BASE, "- drop_step: {decision: one, by: legal}"), "one")


def test_somebody_else_decides() -> None:
    """A person, a team or nobody."""
    assert (
        "legal"
        == told(applied(BASE, "- change_decider: {decision: price, to: legal}"), "decisions")["price"]["decider"]
    )
    nobody = applied(BASE, "- change_decider: {decision: price, to: nobody}")
    assert "nobody" == told(nobody, "decisions")["price"]["decider"]


@pytest.mark.parametrize(
    ("change", "message", "help", "text"),
    [
        ("add_step: {decision: price, by: 'team:legal', can: veto}", "team:legal is asked on the way to price already",
         "take the change away", "'team:legal'"),
        ("drop_step: {decision: price, by: law}", "law is not asked on the way to price, but legal, bo, team:law",
         "name one who is", "law"),  # that is the person
        ("drop_step: {decision: ways, by: legal}", "legal is not asked on the way to ways, but nobody",
         "of several ways (`any_of`) a step is dropped with `set`", "legal"),
        ("drop_step: {decision: two, by: legal}", "legal is not asked on the way to two, but nobody",
         "its steps may be those of the decision price", "legal"),
        ("change_decider: {decision: price, to: 'person:ana'}", "person:ana decides on price already",
         "take the change away", "'person:ana'"),
        ("add_step: {decision: price, by: nobody}", "`by` is nobody, and somebody or something is needed",
         "name who or what", "nobody"),
    ],
)  # fmt: skip
def test_steps_that_do_not_fit(change: str, message: str, help: str, text: str) -> None:
    """Each is left out, with its reason and what to do."""
    found = applied(BASE, f"- {change}")
    assert [f"X016 `{change.partition(':')[0]}` is left out: {message}"] == faults(found)
    assert [help] == helps(found)
    assert text == marked(found, found.faults[0])
    assert org_of(BASE) == found.org


def test_a_decision_that_is_none() -> None:
    """A name of one kind of thing needs no kind before it, and an initiative has no decider."""
    none, needless = faults(
        applied(
            BASE, "- change_decider: {decision: one, to: bo}\n- change_decider: {decision: 'decision:price', to: bo}"
        )
    )
    assert none.startswith("F008 `change_decider` is left out: `decision` names the decision ‘one’, which is not there")
    assert "names the decision ‘decision:price’, which is not there" in needless
