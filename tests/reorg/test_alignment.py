"""What was renamed has one id before and after."""

import dataclasses
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orgmodel.graph import OrgGraph
from orgmodel.load.loader import load
from orgmodel.model.entity import Detail
from orgmodel.model.organisation import KIND_OF_SECTION, SECTION_OF_KIND, SECTIONS, Org
from orgmodel.model.place import Spot
from orgmodel.model.references import references
from orgmodel.reorg.alignment import Aligned, aligned
from tests.graph.support import graph_of
from tests.strategies import organisations


def org(text: str) -> Org:
    """Return the organisation of a text."""
    return graph_of(text).org


def align(before: str, after: str) -> Aligned:
    """Align two texts."""
    return aligned(org(before), org(after))


BEFORE = """
people: {ana: {manager: bo}, bo: {dotted: [ana]}}
teams:
  all: {}
  shop: {parent: all, lead: bo, members: [ana, {person: bo, allocation: 50%}]}
components:
  cart:
    owner: [shop, {team: ana}]
    experts: [bo, ana]
    depends_on: [{component: till}]
    change_approval: ['team:shop']
  till: {owner: 'team:shop'}
initiatives: {now: {team: shop, leader: bo, contributors: [all, shop], components: [cart]}}
decisions: {price: {owner: shop, decider: bo, steps: [{by: shop, can: veto}, {by: 'person:ana', can: advise}]}}
dependencies: [{from: shop, to: all, kind: api}]
"""
AFTER = """
people: {ana: {}, boris: {renamed_from: bo}}
teams: {all: {}, store: {renamed_from: [kiosk, shop]}}
components: {basket: {renamed_from: cart}, till: {}}
"""
RENAMED = """
people: {ana: {manager: boris}, boris: {dotted: [ana]}}
teams:
  all: {}
  store: {parent: all, lead: boris, members: [ana, {person: boris, allocation: 50%}]}
components:
  basket:
    owner: [store, {team: ana}]
    experts: [boris, ana]
    depends_on: [{component: till}]
    change_approval: ['team:store']
  till: {owner: 'team:store'}
initiatives: {now: {team: store, leader: boris, contributors: [all, store], components: [basket]}}
decisions: {price: {owner: store, decider: boris, steps: [{by: store, can: veto}, {by: 'person:ana', can: advise}]}}
dependencies: [{from: store, to: all, kind: api}]
"""


def test_everything_that_names_a_renamed_entity_names_its_new_id() -> None:
    """People, teams and components get their new ids everywhere, with and without their kind before them."""
    found = align(BEFORE, AFTER)
    assert org(RENAMED) == found.org
    assert {"person": {"bo": "boris"}, "team": {"shop": "store"}, "component": {"cart": "basket"}} == found.renames
    assert () == found.remarks


def test_nothing_renamed_is_the_same_object() -> None:
    """Without a rename nothing is copied."""
    before = org(BEFORE)
    assert aligned(before, org(AFTER.replace("renamed_from", "x-was"))).org is before
    assert aligned(before, before).org is before


def test_two_may_swap_their_ids() -> None:
    """All ids change at once; a circle of three is no harder."""
    before = "people: {p: {}}\nteams: {a: {members: [p]}, b: {parent: a}, c: {parent: b}}"
    after = "teams: {a: {renamed_from: c}, b: {renamed_from: a}, c: {renamed_from: b}}"
    expected = org("people: {p: {}}\nteams: {b: {members: [p]}, c: {parent: b}, a: {parent: c}}")
    assert expected == align(before, after).org
    assert ["b", "c", "a"] == list(align(before, after).org.teams)


def test_an_id_in_use_is_not_given_again() -> None:
    """An entity that was there under its id is not taken for another one, and that is said."""
    found = align("teams: {a: {}, b: {}}", "teams: {b: {renamed_from: a}}")
    assert {} == found.renames
    assert ("team ‘b’ says that it was ‘a’, but ‘b’ is there before as well",) == found.remarks


def test_what_hangs_on_a_refused_claim_is_refused() -> None:
    """Where c was there before, b was not renamed to it, and so a was not renamed to b."""
    found = align("teams: {a: {}, b: {}, c: {}}", "teams: {b: {renamed_from: a}, c: {renamed_from: b}}")
    assert {} == found.renames
    assert (
        "team ‘b’ says that it was ‘a’, but ‘b’ is there before as well",
        "team ‘c’ says that it was ‘b’, but ‘c’ is there before as well",
    ) == found.remarks


def test_a_chain_moves_up() -> None:
    """What was b becomes c and makes room for a."""
    found = align("teams: {a: {}, b: {}}", "teams: {b: {renamed_from: a}, c: {renamed_from: b}}")
    assert {"team": {"a": "b", "b": "c"}} == found.renames
    assert ["b", "c"] == list(found.org.teams)


def test_the_first_of_several_claims_counts() -> None:
    """Of two that say they were the same the first by id is believed, and the other told of."""
    found = align("teams: {old: {}}", "teams: {two: {renamed_from: old}, one: {renamed_from: old}}")
    assert {"team": {"old": "one"}} == found.renames
    assert ("team ‘two’ says that it was ‘old’, but ‘one’ says so too and is taken for it",) == found.remarks


def test_a_merged_team_is_one_of_those_that_it_was() -> None:
    """Of several earlier ids the first one written is taken; the rest is told of."""
    found = align("teams: {x: {}, y: {}}", "teams: {one: {renamed_from: [y, x]}}")
    assert {"team": {"y": "one"}} == found.renames
    assert ("team ‘one’ says that it was ‘x’, but is taken for ‘y’",) == found.remarks


def test_what_is_still_there_was_not_renamed() -> None:
    """An entity that keeps its id is not another one."""
    found = align("teams: {old: {}}", "teams: {old: {}, new: {renamed_from: old}}")
    assert {} == found.renames
    assert ("team ‘new’ says that it was ‘old’, but ‘old’ is still there",) == found.remarks


def test_old_stories_are_not_told_again() -> None:
    """What already said before that it had another id is the same; it claims nothing now."""
    text = "teams: {a: {renamed_from: b}, b: {renamed_from: a}}"
    assert ({}, ()) == align(text, text)[1:]
    assert ({}, ()) == align("teams: {a: {renamed_from: b}, b: {}}", "teams: {a: {renamed_from: b}}")[1:]


def test_a_new_id_says_its_kind_where_it_must() -> None:
    """An owner is a team or a person: where the new id of a person is that of a team, the kind is written."""
    before = "people: {ana: {}}\nteams: {shop: {}}\ncomponents: {cart: {owner: ana}, till: {owner: shop}}"
    after = "people: {shop: {renamed_from: ana}}\nteams: {shop: {}}"
    expected = "people: {shop: {}}\nteams: {shop: {}}\ncomponents: {cart: {owner: 'person:shop'}, till: {owner: shop}}"
    assert org(expected) == align(before, after).org


def test_a_reference_keeps_its_meaning_when_another_kind_takes_its_id() -> None:
    """A person who owns something stays the owner when a team gets their id."""
    before = "people: {ana: {}}\nteams: {shop: {}}\ncomponents: {cart: {owner: ana}, till: {owner: 'team:shop'}}"
    after = "people: {ana: {}}\nteams: {ana: {renamed_from: shop}}"
    expected = (
        "people: {ana: {}}\nteams: {ana: {}}\ncomponents: {cart: {owner: 'person:ana'}, till: {owner: 'team:ana'}}"
    )
    assert org(expected) == align(before, after).org


def test_a_new_id_that_is_free_is_written_plainly() -> None:
    """Where a team gives its id to a person, the id alone means the person."""
    before = "people: {ana: {}}\nteams: {shop: {}}\ncomponents: {cart: {owner: ana}, till: {owner: shop}}"
    after = "people: {shop: {renamed_from: ana}}\nteams: {store: {renamed_from: shop}}"
    expected = "people: {shop: {}}\nteams: {store: {}}\ncomponents: {cart: {owner: shop}, till: {owner: store}}"
    assert org(expected) == align(before, after).org


def test_places_are_found_by_the_new_id(tmp_path: Path) -> None:
    """Where something is written is asked by its new id, and what keeps its id by that."""
    file = tmp_path / "org.yaml"
    file.write_text("teams:\n  a: {name: A}\n  b: {name: B, parent: a}\n  c: {}\n")
    found = aligned(load([file]).org, org("teams: {a: {renamed_from: b}, b: {renamed_from: a}, c: {}}")).org.places
    places = [found.find(Spot("teams", id, path)) for id, path in [("a", ()), ("a", ("parent",)), ("b", ()), ("c", ())]]
    assert [3, 3, 2, 4] == [place.line for place in places if place]
    assert places[2] is not None
    assert "  a: {name: A}" == found.line(places[2], 2)


@settings(suppress_health_check=list(HealthCheck), max_examples=10, deadline=None)
@given(organisations())
def test_aligning_with_itself_changes_nothing(drawn: Org) -> None:
    """Whatever an organisation says of earlier ids, it is the same as itself."""
    assert aligned(drawn, drawn) == (drawn, {}, ())


@st.composite
def new_ids(draw: st.DrawFn, org: Org) -> dict[str, dict[str, str]]:
    """Draw new ids for some entities of every section: ids of others, which move on as well, and new ones."""
    found: dict[str, dict[str, str]] = {}
    for section in SECTIONS:
        ids = list(org.section(section))
        some = draw(st.lists(st.sampled_from(ids), unique=True)) if ids else []
        others = draw(st.permutations(some))
        if draw(st.booleans()):
            others = [f"new {id}" for id in others]
        found[section] = {old: new for old, new in zip(some, others, strict=True) if old != new}
    return found


def renaming(org: Org, ids: dict[str, dict[str, str]]) -> Org:
    """Return an organisation in which everything has these new ids, and says what it had, and nothing else."""
    sections: dict[str, Any] = {}
    for section, kind in SECTIONS.items():
        new = {id: ids[section].get(id, id) for id in org.section(section)}
        sections[section] = {to: kind(id=to, renamed_from=(id,) if id != to else None) for id, to in new.items()}
    return Org(**sections)


Meaning = tuple[tuple[str, ...], tuple[str, str] | None]
"""The fields that lead to a reference, and the kind and id that it means."""


def meanings(org: Org) -> dict[tuple[str, str | int], set[Meaning]]:
    """Return what the references of each entity mean."""
    graph = OrgGraph(org)
    entities: list[tuple[tuple[str, str | int], Detail]] = [
        ((section, id), entity) for section in SECTIONS for id, entity in org.section(section).items()
    ]
    entities += [(("dependencies", n), each) for n, each in enumerate(org.dependencies)]
    return {
        key: {
            (tuple(step for step in named.path if isinstance(step, str)), graph.resolve(named.id, *named.kinds))
            for named in references(entity)
        }
        for key, entity in entities
    }


@settings(suppress_health_check=list(HealthCheck), max_examples=10)
@given(organisations(4), st.data())
def test_every_reference_means_the_same_after_a_rename(drawn: Org, data: st.DataObject) -> None:
    """Whoever is renamed, what named them names them still, and everything else is as it was."""
    plain = renamed_from_nothing(drawn)
    ids = data.draw(new_ids(plain))
    found = aligned(plain, renaming(plain, ids))
    assert {KIND_OF_SECTION[section]: new for section, new in ids.items() if new} == found.renames
    assert () == found.remarks

    def moved(section: str, id: Any) -> Any:
        return ids.get(section, {}).get(id, id)

    expected = {
        (section, moved(section, id)): {
            (fields, meant and (meant[0], moved(SECTION_OF_KIND[meant[0]], meant[1]))) for fields, meant in named
        }
        for (section, id), named in meanings(plain).items()
    }
    assert expected == meanings(found.org)


def renamed_from_nothing(org: Org) -> Org:
    """Return an organisation that says nothing of earlier ids."""
    sections: dict[str, Any] = {
        section: {id: dataclasses.replace(each, renamed_from=None) for id, each in org.section(section).items()}
        for section in SECTIONS
    }
    return dataclasses.replace(org, **sections)
