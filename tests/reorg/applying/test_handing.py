"""Components are handed over, and initiatives get other leaders."""

import pytest

from tests.reorg.applying.support import applied, faults, marked, org_of, told

BASE = """
people: {ana: {}, bo: {}, cards: {}}
teams: {cards: {}, tills: {}}
components:
  ledger: {owner: {team: cards, until: 2027-01-01, then: tills}}
  gate: {owner: [cards, tills]}
  loose: {owner: nobody}
initiatives: {one: {leader: {person: ana, allocation: 30%}}}
"""


def test_components_get_another_owner() -> None:
    """One or several, to a team, a person or nobody; what was said of a handover under way is over."""
    found = applied(
        BASE,
        """
- hand_over: {component: ledger, to: tills}
- hand_over: {components: [gate, loose], to: 'person:cards'}
""",
    )
    assert [] == faults(found)
    owners = {id: component["owner"] for id, component in told(found, "components").items()}
    assert {"ledger": ["tills"], "gate": ["person:cards"], "loose": ["person:cards"]} == owners
    assert [] == told(applied(BASE, "- hand_over: {component: gate, to: nobody}"), "components")["gate"]["owner"]


def test_an_initiative_gets_another_leader() -> None:
    """Alone, with the share that is stated; also nobody."""
    found = applied(BASE, "- appoint_leader: {initiative: one, leader: bo, allocation: 100%}")
    assert [{"person": "bo", "allocation": 1.0}] == told(found, "initiatives")["one"]["leader"]
    nobody = applied(BASE, "- appoint_leader: {initiative: one, person: nobody}")
    assert [] == told(nobody, "initiatives")["one"]["leader"]
    whole = applied(BASE, "- appoint_leader: {initiative: one, person: ana}")
    assert ["ana"] == told(whole, "initiatives")["one"]["leader"]


@pytest.mark.parametrize(
    ("change", "message", "text"),
    [
        ("hand_over: {components: [gate, loose], to: nobody}", "loose belongs to nobody already", "loose"),
        ("hand_over: {component: nobody, to: cards}", "no component is named", "nobody"),
        ("appoint_leader: {initiative: one, person: ana, allocation: 30%}", "one is led by ana already", "ana"),
    ],
)
def test_handovers_that_do_not_fit(change: str, message: str, text: str) -> None:
    """Nothing of them is written, also not what could be."""
    found = applied(BASE, f"- {change}")
    assert [f"X016 `{change.partition(':')[0]}` is left out: {message}"] == faults(found)
    assert text == marked(found, found.faults[0])
    assert org_of(BASE) == found.org
