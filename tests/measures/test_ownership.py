"""Ownership and knowledge: what one person knows, how many teams contribute, and how few have to leave."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel import catalogue
from orgmodel.graph import OrgGraph
from orgmodel.measures import orphaning
from orgmodel.measures.base import Detailed, Listed, Undefined, number
from orgmodel.measures.ownership import contributing_teams, singleton_owner, truck_factor_exact, truck_factor_greedy
from tests.graph.support import graph_of

Authors = dict[int, set[str]]
AUTHORS = st.dictionaries(st.integers(0, 11), st.sets(st.sampled_from("abcdefg"), max_size=3), max_size=12)
"""Who knows each of up to twelve components: up to three of seven people, or nobody."""


def value(graph: OrgGraph, id: str) -> Any:
    """Compute a measure that there is one of."""
    (measure,) = catalogue.measures((id,))
    return measure.compute(graph, "all")


def orphans(authors: Authors, gone: set[str]) -> bool:
    """Tell whether more than half of what is known is known only to those who are gone."""
    known = [people for people in authors.values() if people]
    return 2 * sum(people <= gone for people in known) > len(known)


def slow_exact(authors: Authors) -> int:
    """Try all sets of people, the small ones first."""
    people = sorted({person for each in authors.values() for person in each})
    for size in range(len(people) + 1):
        if any(orphans(authors, set(gone)) for gone in combinations(people, size)):
            return size
    return 0


def slow_greedy(authors: Authors) -> int:
    """Let whoever knows most leave, again and again."""
    left, gone = {id: set(people) for id, people in authors.items() if people}, set[str]()
    while left and not orphans(authors, gone):
        people = sorted({person for each in left.values() for person in each})
        first = min(people, key=lambda person: (-sum(person in each for each in left.values()), person))
        gone.add(first)
        for each in left.values():
            each.discard(first)
    return len(gone)


@settings(max_examples=25)
@given(AUTHORS)
def test_truck_factors_are_those_of_trying(authors: Authors) -> None:
    """The greedy number is that of letting one after the other leave, the exact one the least of all sets."""
    greedy, exact = number(truck_factor_greedy(authors)), number(truck_factor_exact(authors))
    assert slow_greedy(authors) == greedy
    assert slow_exact(authors) == exact


@settings(max_examples=20)
@given(AUTHORS)
def test_the_solver_finds_the_fewest(authors: Authors) -> None:
    """Where no bound settles it, the integer programme gives what trying all sets gives."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(orphaning, "_at_least", lambda groups, wanted: 0)
        assert slow_exact(authors) == number(truck_factor_exact(authors))


def test_half_is_not_enough() -> None:
    """With two of four components orphaned the truck may still come; authorless ones are left out and told."""
    four: Authors = {1: {"a"}, 2: {"a"}, 3: {"b"}, 4: {"c"}}
    assert Detailed(2, "a, b") == truck_factor_greedy(four) == truck_factor_exact(four)
    told = Detailed(1, "a; 2 known to nobody left out")
    assert told == truck_factor_greedy({1: {"a"}, 2: set(), 3: set()}) == truck_factor_exact({1: ["a"], 2: (), 3: ()})
    for nothing in ({}, {1: ()}):
        assert (0, 0) == (truck_factor_greedy(nothing), truck_factor_exact(nothing))


def test_greed_is_not_exact() -> None:
    """Who knows most may share it all: letting them leave orphans nothing."""
    shared = {n: {"a", other} for n, other in enumerate("bcde")}
    alone = {n: {"x"} for n in range(10, 13)} | {n: {"y"} for n in range(20, 22)}
    assert (3, 2) == (number(truck_factor_greedy(shared | alone)), number(truck_factor_exact(shared | alone)))


def test_too_much_to_settle_has_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above a size the exact number has no value, and the reason says between which numbers it lies."""
    ring: Authors = {n: {"abcde"[n], "abcde"[(n + 1) % 5]} for n in range(5)}
    assert 4 == number(truck_factor_exact(ring))
    monkeypatch.setattr(orphaning, "_MOST", 9)
    reason = "from 3 to 4: too many people and sets of people to be settled exactly"
    assert Undefined(reason) == truck_factor_exact(ring)


@settings(max_examples=20)
@given(AUTHORS)
def test_single_points_of_knowledge(authors: Authors) -> None:
    """Components that one person knows are named, those that nobody does are counted apart."""
    found = singleton_owner(authors)
    if not authors:
        assert Undefined("there are no components") == found
    else:
        nobody = sum(not people for people in authors.values())
        names = tuple(id for id in sorted(authors) if len(authors[id]) == 1)
        assert Listed(names, f"{nobody} known to nobody" if nobody else None) == found


def test_contributing_teams_are_distinct() -> None:
    """Teams are counted once; who is in none counts for none."""
    team = {"w1": "A1", "w2": "A1", "w3": "A2", "w4": None}
    assert 2 == contributing_teams(["w1", "w2", "w3", "w4", "w5"], team)
    for nobody in ([], ["w4", "w5"]):
        assert Undefined("nobody contributes whose team is known") == contributing_teams(nobody, team)


KNOWN = """
people: {ana: {}, bo: {}, cy: {}, vi: {status: vacant}}
teams: {shop: {members: [ana, vi]}, bank: {members: [bo]}}
components:
  basket: {owner: shop, experts: [ana, bo, vi]}
  ledger: {owner: ana, experts: [ana, cy]}
  stamp: {owner: bank, experts: [vi]}
  coin: {owner: bank}
  none: {owner: nobody, experts: nobody}
  theirs: {external: true, experts: [ana]}
"""


def test_knowledge_of_an_organisation() -> None:
    """Experts know a component, vacant positions know nothing; what does not state its experts is not looked at."""
    graph = graph_of(KNOWN)
    assert Listed((), "2 known to nobody") == value(graph, "singleton_owner")
    assert Detailed(3, "ana, bo, cy; 2 known to nobody left out") == value(graph, "truck_factor_greedy")
    nobody = Undefined("nobody contributes whose team is known")
    found = value(graph, "contributing_teams")
    assert {"basket": 2, "coin": 1, "ledger": 1, "none": nobody, "stamp": 1} == found


@pytest.mark.parametrize("id", ["singleton_owner", "truck_factor_greedy", "truck_factor_exact"])
def test_nothing_is_said_of_who_knows(id: str) -> None:
    """Without components, or one that states its experts, there is no value."""
    assert Undefined("there are no components") == value(graph_of("people: {ana: {}}"), id)
    assert Undefined("no component states its experts") == value(graph_of("components: {a: {}}"), id)
