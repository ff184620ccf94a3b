"""Reorganisation: moves, ties, tenure, handovers and lost knowledge, from what was before and is after."""

from collections.abc import Callable
from itertools import combinations
from math import log
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel.measures.base import Detailed, Undefined, number
from orgmodel.measures.reorganisation import (
    TieCounts,
    adjusted_rand_index,
    graph_edit_distance,
    partition_distance,
    people_changing_team,
    teammate_tie_jaccard,
    teammate_ties,
    variation_of_information,
)
from orgmodel.measures.stayers import (
    Handovers,
    PersonChanges,
    knowledge_loss_share,
    midrank_percentile,
    reorg_person_changes,
    service_handovers,
    team_tenure_reset_share,
)
from orgmodel.measures.ties import cleaned

Teams = dict[str, int]
PEOPLE = "abcdefg"
TEAMS = st.dictionaries(st.sampled_from(PEOPLE), st.integers(0, 3))
"""The team of up to seven people, of whom any may be missing."""
LABELS = st.lists(st.integers(0, 3), min_size=6, max_size=6)

BEFORE = {"a1": "A", "a2": "A", "a3": "A", "a4": "A", "b1": "B", "b2": "B", "b3": "B", "b4": "B"}
AFTER = {"a1": "A", "a2": "A", "a3": "A", "b4": "A", "b1": "B", "b2": "B", "b3": "B", "a4": "C"}
"""Eight people of two teams, of whom one changes team and one begins a third."""


def together(teams: Teams) -> set[tuple[str, str]]:
    """Return the pairs of people in one team."""
    return {pair for pair in combinations(sorted(teams), 2) if teams[pair[0]] == teams[pair[1]]}


@settings(max_examples=20)
@given(TEAMS, TEAMS)
def test_ties_are_pairs_of_people(before: Teams, after: Teams) -> None:
    """Counts are those of listing all pairs, who joins and who leaves included; the share follows from them."""
    was, now = together(before), together(after)
    expected = TieCounts(len(was), len(now), len(was & now), len(was - now), len(now - was))
    assert expected == teammate_ties(before, after)
    share = len(was & now) / len(was | now) if was | now else None
    assert share == number(teammate_tie_jaccard(before, after))
    assert sum(after[each] != before[each] for each in before if each in after) == people_changing_team(before, after)


@settings(max_examples=20)
@given(LABELS, LABELS, LABELS)
def test_two_distances_are_metrics(one: list[int], other: list[int], third: list[int]) -> None:
    """They are symmetric, 0 exactly for the same grouping, and a way round is never shorter."""
    same = [one[n] == one[m] for n, m in combinations(range(6), 2)] == [
        other[n] == other[m] for n, m in combinations(range(6), 2)
    ]
    distances: list[Callable[[Any, Any], Any]] = [partition_distance, variation_of_information]
    for distance in distances:
        direct = distance(one, other)
        assert pytest.approx(direct, abs=1e-9) == distance(other, one)
        assert same == (direct < 1e-9)
        assert direct <= distance(one, third) + distance(third, other) + 1e-9


@settings(max_examples=20)
@given(LABELS, st.permutations(range(4)))
def test_another_name_is_no_change(labels: list[int], names: list[int]) -> None:
    """Renaming every team moves nobody, whatever people changing team by name says."""
    renamed = [names[label] for label in labels]
    assert (0, 1.0, 0.0) == tuple(
        measure(labels, renamed) for measure in (partition_distance, adjusted_rand_index, variation_of_information)
    )
    assert partition_distance(labels, renamed) <= people_changing_team(labels, renamed)


def test_worked_examples_of_groupings() -> None:
    """Eight people, two moves, six of fifteen ties kept."""
    assert (2, 2) == (people_changing_team(BEFORE, AFTER), partition_distance(BEFORE, AFTER))
    assert TieCounts(before=12, after=9, kept=6, broken=6, new=3) == teammate_ties(BEFORE, AFTER)
    assert 0.4 == teammate_tie_jaccard(BEFORE, AFTER)
    assert pytest.approx(0.3225806451612903) == adjusted_rand_index(BEFORE, AFTER)
    assert pytest.approx(log(8)) == variation_of_information([0] * 8, range(8))
    assert 3 == partition_distance("AAAA", "ABCD")


@pytest.mark.parametrize(("before", "after"), [({}, {}), ({"a": 1}, {"b": 1}), ([], [])])
def test_nobody_stays(before: Any, after: Any) -> None:
    """Without anybody in both there is no agreement to speak of, and nobody has to move."""
    nobody = Undefined("nobody is there before and after")
    assert nobody == adjusted_rand_index(before, after) == variation_of_information(before, after)
    assert (0, 0) == (partition_distance(before, after), people_changing_team(before, after))
    assert Undefined("nobody is in a team with anybody") == teammate_tie_jaccard(before, after)


PAIRS = st.sets(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), max_size=8)


@settings(max_examples=20)
@given(st.sets(st.sampled_from("abcd")), PAIRS, st.sets(st.sampled_from("abcd")), PAIRS, st.booleans())
def test_edits_are_what_only_one_has(
    nodes: set[str], edges: set[tuple[str, str]], others: set[str], more: set[tuple[str, str]], directed: bool
) -> None:
    """Nodes and ties that are in one graph alone; loops and directions that do not count make no difference."""
    one = cleaned(sorted(nodes), sorted(edges), directed=directed)
    other = cleaned(sorted(others), sorted(more), directed=directed)
    sides = [
        {pair if directed else tuple(sorted(pair)) for pair in each if len(set(pair)) > 1} for each in (edges, more)
    ]
    expected = len(set(one.nodes) ^ set(other.nodes)) + len(sides[0] ^ sides[1])
    assert expected == graph_edit_distance(one, other) == graph_edit_distance(other, one)
    assert 0 == graph_edit_distance(one, one)


def test_one_tie_less_is_one_edit() -> None:
    """A triangle becomes a path; weights are not looked at."""
    triangle = cleaned("abc", [("a", "b", 9), ("b", "c"), ("c", "a")], directed=False)
    assert 1 == graph_edit_distance(triangle, cleaned("cba", ["ba", "cb"], directed=False))
    assert (
        3
        == graph_edit_distance(triangle, cleaned("abc", []))
        == graph_edit_distance(cleaned([], []), cleaned("abc", []))
    )


WAS = {
    "p1": ("T1", "M1", "SEA"),
    "p2": ("T1", "M1", "SEA"),
    "p3": ("T1", "M1", "NYC"),
    "p4": ("T2", "M2", "NYC"),
    "p5": ("T2", "M2", "NYC"),
}
NOW = {
    "p1": ("T1", "M1", "SEA"),
    "p2": ("T1", "M3", "SEA"),
    "p3": ("T2", "M2", "NYC"),
    "p4": ("T2", "M2", "SEA"),
    "p6": ("T2", "M2", "SEA"),
}


def test_what_changes_for_people() -> None:
    """Each kind of change is counted over those who stay, and whoever has any counts once."""
    changes = PersonChanges(stayers=4, joiners=1, leavers=1, team=1, manager=2, location=1, any=3)
    assert changes == reorg_person_changes(WAS, NOW)
    assert PersonChanges(0, 0, 5, 0, 0, 0, 0) == reorg_person_changes(WAS, {})
    assert PersonChanges(0, 0, 0, 0, 0, 0, 0) == reorg_person_changes({}, {})


def test_tenure_is_reset_with_the_team() -> None:
    """Months of who changes team, of those of all who stay; who leaves has none to lose here."""
    months = {"p1": 24, "p2": 6, "p3": 30, "p4": 12, "p5": 99}
    assert 30 / 72 == team_tenure_reset_share(WAS, NOW, months)
    assert Detailed(0.5, "2 of 4 left out: tenure not known") == team_tenure_reset_share(WAS, NOW, {"p3": 6, "p4": 6})
    unknown = Undefined("no tenure of anybody who stays is known")
    assert unknown == team_tenure_reset_share(WAS, NOW, {"p5": 9}) == team_tenure_reset_share({}, {}, {})
    assert Undefined("everybody has just begun") == team_tenure_reset_share(WAS, NOW, dict.fromkeys(WAS, 0))


def test_handovers_are_sorted() -> None:
    """What has another owner, what is gone, and what is new."""
    before = {"s1": "T1", "s3": "T1", "s2": "T1", "s4": "T2"}
    found = service_handovers(before, {"s1": "T1", "s2": "T2", "s3": "T2", "s5": "T1"})
    assert Handovers(("s2", "s3"), ("s4",), ("s5",)) == found
    assert Handovers((), (), ()) == service_handovers({}, {})


def test_knowledge_is_lost_with_the_last_who_has_it() -> None:
    """What nobody knew from the start is not lost, and told apart."""
    knowers = {"s1": ["p1", "p2"], "s2": ["p5", "p2"], "s3": ["p3"], "s4": ["p5"]}
    assert 0.25 == knowledge_loss_share(knowers, ["p5"])
    assert 0.0 == knowledge_loss_share(knowers, [])
    assert Detailed(0.4, "1 known to nobody from the start") == knowledge_loss_share(knowers | {"s0": []}, ["p5", "p3"])
    assert Undefined("there are no components") == knowledge_loss_share({}, ["p5"])


@settings(max_examples=20)
@given(st.lists(st.integers(0, 5)))
def test_percentiles_are_middle_ranks(values: list[int]) -> None:
    """The share of smaller values and half of the equal ones; half of everything on average."""
    expected = [
        100 * (sum(other < value for other in values) + sum(other == value for other in values) / 2) / len(values)
        for value in values
    ]
    assert [pytest.approx(each) for each in expected] == midrank_percentile(values)
    assert not values or sum(expected) / len(expected) == pytest.approx(50)
