"""Focus: of people over what they work on, of leaders over initiatives, and sizes of teams."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel import catalogue
from orgmodel.graph import OrgGraph
from orgmodel.measures.base import Detailed, Listed, Undefined, number
from orgmodel.measures.focus import (
    effective_threads,
    focus_hhi,
    multi_team_membership_mean,
    stl_coverage,
    two_pizza_share,
    two_pizza_violations,
)
from tests.graph.support import graph_of

SHARES = st.lists(st.integers(1, 20).map(lambda n: n / 20), min_size=1, max_size=6)
SIZES = st.dictionaries(st.sampled_from("abcdefgh"), st.none() | st.integers(0, 14))


def value(graph: OrgGraph, id: str) -> Any:
    """Compute a measure that there is one of."""
    (measure,) = catalogue.measures((id,))
    return measure.compute(graph, "all")


@settings(max_examples=20)
@given(SHARES)
def test_focus_is_the_sum_of_squares(shares: list[float]) -> None:
    """Between one divided by the number of things, and 1; the unit makes no difference; threads are its inverse."""
    expected = sum((share / sum(shares)) ** 2 for share in shares)
    found = focus_hhi(shares)
    assert pytest.approx(expected) == found
    assert pytest.approx(expected) == focus_hhi([100 * share for share in shares])
    threads = number(effective_threads(shares))
    assert threads is not None
    assert pytest.approx(1 / expected) == threads
    assert 1 - 1e-9 <= threads <= len(shares) + 1e-9


def test_focus_of_nothing() -> None:
    """Without an allocation there is nothing to be focused on."""
    for nothing in ([], [0.0, 0.0]):
        assert Undefined("nothing is allocated") == focus_hhi(nothing) == effective_threads(nothing)


def test_what_is_left_is_told() -> None:
    """Where the whole is known, what is not allocated, or allocated too much, is told."""
    assert Detailed(1.0, "60% not allocated") == focus_hhi([0.4], 1.0)
    assert Detailed(2.0, "50% allocated too much") == effective_threads([0.75, 0.75], 1.0)
    assert pytest.approx(1 / 3) == focus_hhi([1 / 3, 1 / 3, 1 / 3], 1.0)


def test_focus_of_people() -> None:
    """Shares of initiatives come before shares of teams; one that is not stated leaves the answer open."""
    graph = graph_of("""
people: {ana: {}, bo: {}, cy: {}, di: {}, ed: {}, fay: {}, vi: {status: vacant}, ex: {external: true}}
teams:
  shop: {members: [ana, {person: bo, allocation: 50%}, {person: cy, allocation: 50%}, fay, vi]}
  bank: {members: [{person: bo, allocation: 50%}, cy, {person: ed, allocation: 80%}]}
  guild: {kind: guild, members: [ana, fay]}
initiatives:
  one: {leader: {person: ana, allocation: 75%}, people: [{person: ana, allocation: 20%}, {person: fay}]}
  two: {people: [{person: ana, allocation: 25%}]}
  old: {stage: stopped, people: [{person: ed, allocation: 20%}]}
""")
    assert {
        "ana": 0.75**2 + 0.25**2,
        "bo": 0.5,
        "cy": Undefined("1 of 2 allocations are not stated"),
        "di": Undefined("nothing is allocated"),
        "ed": Detailed(1.0, "20% not allocated"),
        "fay": 1.0,
    } == value(graph, "focus_hhi")


Led = dict[str, list[tuple[str | None, float | None]] | None]
LED = st.dictionaries(
    st.sampled_from("uvwxyz"),
    st.none()
    | st.lists(st.tuples(st.sampled_from(["ana", "bo", "cy", None]), st.sampled_from([None, 0.5, 1.0])), max_size=2),
)


@settings(max_examples=20)
@given(LED)
def test_coverage_counts_whole_jobs(led: Led) -> None:
    """An initiative is covered that one person leads, who leads no other, and to whom nothing less is stated."""
    known = {id: each for id, each in led.items() if each is not None and all(person for person, _ in each)}
    covered = 0
    for id, leaders in known.items():
        people = {person for person, _ in leaders}
        others = {person for other, each in led.items() if other != id for person, _ in each or ()}
        covered += len(people) == 1 and not people & others and leaders[0][1] in (None, 1.0)
    assert (covered / len(known) if known else None) == number(stl_coverage(led))


def test_coverage_says_what_it_leaves_out() -> None:
    """Leaders that are not known are left out, and so is everything where there is no initiative."""
    assert Detailed(1.0, "1 of 2 left out: leader not known") == stl_coverage({"a": [("x", None)], "b": None})
    assert Undefined("there is no active initiative") == stl_coverage({})
    assert Undefined("no leader of an active initiative is known") == stl_coverage({"a": None})


@pytest.mark.parametrize(
    ("leader", "covered"),
    [
        ("ana", 1.0),
        ("nobody", 0.0),
        ("{person: ana, allocation: 90%}", 0.0),
        ("[ana, bo]", 0.0),
        ("[ana, vi]", 1.0),
        ("ghost", None),
        ("[ana, ghost]", None),
    ],
)
def test_coverage_is_that_of_the_rule(leader: str, covered: float | None) -> None:
    """What the rule about single-threaded leaders finds, the share counts."""
    people = "people: {ana: {}, bo: {}, vi: {status: vacant}}"
    graph = graph_of(f"{people}\ninitiatives: {{one: {{leader: {leader}}}}}")
    doubts = graph.leadership.doubts("one", min_allocation=1.0)
    assert covered == (None if doubts is None else float(not doubts)) == number(value(graph, "stl_coverage"))


@settings(max_examples=20)
@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 5), min_size=1))
def test_memberships_on_average(teams: dict[str, int]) -> None:
    """The mean of all people, also of those in no team, and the most."""
    found = multi_team_membership_mean(teams)
    assert isinstance(found, Detailed)
    assert pytest.approx(sum(teams.values()) / len(teams)) == found.value
    assert found.detail.endswith(f", the most is {max(teams.values())}")


def test_memberships_of_an_organisation() -> None:
    """Teams that work count, people who are described count; without a list of members nothing is known."""
    graph = graph_of("""
people: {ana: {}, bo: {}, cy: {}, di: {}, vi: {status: vacant}}
teams:
  shop: {members: [ana, bo, vi], lead: cy}
  bank: {members: [ana, ghost]}
  guild: {kind: guild, members: [ana, bo]}
""")
    assert Detailed(1.0, "90 % have at most 1.7, the most is 2") == value(graph, "multi_team_membership_mean")
    assert Undefined("there is nobody") == multi_team_membership_mean({})
    found = value(graph_of("people: {ana: {}}\nteams: {a: {headcount: 3}}"), "multi_team_membership_mean")
    assert Undefined("no team states who is in it") == found
    assert Undefined("there are no teams") == value(graph_of("people: {ana: {}}"), "multi_team_membership_mean")


@settings(max_examples=20)
@given(SIZES, st.integers(0, 12))
def test_sizes_above_a_limit(sizes: dict[str, int | None], limit: int) -> None:
    """The share and the list agree: whoever is not above the limit is fed."""
    known = {team: size for team, size in sizes.items() if size is not None}
    share, listed = two_pizza_share(sizes, limit), two_pizza_violations(sizes, limit)
    if not known:
        expected = Undefined("no size of a team is known" if sizes else "there are no teams")
        assert expected == share == listed
    else:
        assert isinstance(listed, Listed)
        assert tuple(sorted(team for team, size in known.items() if size > limit)) == listed.names
        assert pytest.approx(1 - len(listed.names) / len(known)) == number(share)


def test_empty_teams_and_unknown_sizes_are_told() -> None:
    """Ten are fed, eleven are not; nobody, and who knows how many, is told apart."""
    found = two_pizza_violations({"a": 6, "b": 10, "c": 11, "d": 0, "e": None})
    assert Listed(("c",), "1 with nobody, 1 of unknown size") == found
    graph = graph_of(
        "teams: {a: {headcount: 11}, b: {headcount: 99, kind: council}, c: {headcount: 12, external: true}}"
    )
    assert Listed(("a",)) == value(graph, "two_pizza_violations")
