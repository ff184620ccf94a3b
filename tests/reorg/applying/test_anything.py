"""Fields are set, entities made and taken out."""

import pytest

from tests.reorg.applying.support import applied, faults, helps, marked, org_of, told

BASE = """
organisation: {name: Shop}
people: {ana: {}, bo: {location: Lyon, x-desk: 12}}
teams: {cards: {lead: ana, members: [ana, bo]}, tills: {parent: cards, members: [bo]}}
components: {ledger: {owner: cards}}
"""


def test_fields_of_any_entity_are_set() -> None:
    """What is not named stays, an empty value takes a field away, and one's own fields are fields too."""
    found = applied(BASE, "- set: {entity: 'person:bo', title: Baker, location: , x-desk: 13, x-new: 1}")
    assert {"title": "Baker", "x-desk": "13", "x-new": "1"} == told(found, "people")["bo"]
    bare = applied(BASE, "- set: {entity: 'person:bo', x-desk: }")
    assert {"location": "Lyon"} == told(bare, "people")["bo"]
    assert "Store" == applied(BASE, "- set: {entity: organisation, name: Store}").org.organisation.name


def test_an_entity_is_made() -> None:
    """Of any kind, with its fields."""
    found = applied(BASE, "- create: {entity: 'component:till', owner: cards, criticality: high}")
    assert {"owner": ["cards"], "criticality": "high"} == told(found, "components")["till"]


def test_an_entity_is_taken_out_of_all_that_names_it() -> None:
    """What it owned, and who is nowhere else, is said to be unplaced."""
    found = applied(BASE, "- remove: {entity: 'team:cards'}")
    assert ({"members": ["bo"]}, {"owner": []}) == (told(found, "teams")["tills"], told(found, "components")["ledger"])
    assert [
        "X017 cards owned ledger, and the plan does not say who does now",
        "X017 cards held tills, and the plan does not say who does now",
        "X017 ana of cards goes nowhere",
    ] == faults(found)
    assert "use `dissolve_team`, which says with `members_to` where its people go" == helps(found)[-1]


@pytest.mark.parametrize(
    ("change", "message", "text"),
    [
        ("set: {entity: 'person:bo', location: Lyon}", "X016 `set` is left out: bo says so already", "set"),
        ("set: {entity: organisation, name: Shop}", "X016 `set` is left out: the organisation says so already", "set"),
        ("set: {entity: 'person:bob', title: x}",
         "F008 `set` is left out: `entity` names the person ‘bob’, which is not there at this point", "'person:bob'"),
        ("set: {entity: 'team:cards', parent: till}",
         "F008 `set` is left out: `parent` names the team ‘till’, which is not there at this point", "till"),
        ("create: {entity: 'person:bo'}", "X016 `create` is left out: the person bo is there already", "'person:bo'"),
        ("create: {entity: 'component:till', owner: card}",
         "F008 `create` is left out: `owner.team` names the team or person ‘card’, which is not there at this point",
          "card"),
        ("remove: {entity: 'person:bob'}",
         "F008 `remove` is left out: `entity` names the person ‘bob’, which is not there at this point",
          "'person:bob'"),
    ],
)  # fmt: skip
def test_what_cannot_be_set_made_or_taken_out(change: str, message: str, text: str) -> None:
    """Each is left out, with its reason where it is written."""
    found = applied(BASE, f"- {change}")
    assert [message] == faults(found)
    assert text == marked(found, found.faults[0])
    assert org_of(BASE) == found.org


def test_the_nearest_name_is_offered() -> None:
    """Of the kind that is wanted."""
    assert ["write `bo`, if that is meant"] == helps(applied(BASE, "- set: {entity: 'person:bob', title: x}"))
    assert ["write `cards`, if that is meant"] == helps(applied(BASE, "- move_team: {team: 'team:cards', to: nobody}"))
    assert ["the organisation may have changed since"] == helps(applied(BASE, "- remove: {entity: 'person:zebediah'}"))


# --- the same id for a person and a team


SAME = """
people: {bo: {}}
teams: {legal: {}}
decisions: {price: {decider: legal, steps: [{by: legal}, {by: bo}]}}
components: {ledger: {owner: bo, change_approval: legal}}
"""


@pytest.mark.parametrize("change", ["join: {person: legal}", "create: {entity: 'person:legal'}"])
def test_a_person_with_the_id_of_a_team_is_not_whom_others_named(change: str) -> None:
    """What named the team says so from then on."""
    found = applied(SAME, f"- {change}")
    assert {"decider": "team:legal", "steps": [{"by": "team:legal"}, {"by": "bo"}]} == told(found, "decisions")["price"]
    assert {"owner": ["bo"], "change_approval": [{"by": "legal"}]} == told(found, "components")["ledger"]


@pytest.mark.parametrize(
    "change",
    [
        "create_team: {team: bo}",
        "create: {entity: 'team:bo'}",
        "rename_team: {team: legal, to: bo}",
        "split_team: {team: legal, into: {legal: {}, bo: {}}}",
        "merge_teams: {teams: [legal, far], into: bo}",
    ],
)
def test_a_team_with_the_id_of_a_person_is_not_what_others_named(change: str) -> None:
    """What named the person says so from then on, where a name may mean both."""
    found = applied(SAME.replace("legal: {}", "legal: {}, far: {}"), f"- {change}")
    assert [] == faults(found)
    assert ["person:bo"] == told(found, "components")["ledger"]["owner"]
    assert {"by": "bo"} == told(found, "decisions")["price"]["steps"][1]


def test_taking_out_a_person_leaves_the_team_of_the_same_id() -> None:
    """And the reverse."""
    base = SAME.replace("legal: {}", "bo: {members: [bo]}, legal: {}")
    person = applied(base, "- leave: {person: bo}")
    assert ({"members": []}, ["bo"]) == (told(person, "teams")["bo"], told(person, "components")["ledger"]["owner"])
    team = applied(base, "- remove: {entity: 'team:bo'}")
    assert [] == told(team, "components")["ledger"]["owner"]
    assert {"by": "bo"} == told(team, "decisions")["price"]["steps"][1]
