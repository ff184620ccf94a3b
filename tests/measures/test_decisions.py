"""Decisions: how many have to agree, who can stop one alone, how likely a yes is, and how long it takes."""

from collections.abc import Iterator
from itertools import product
from math import comb
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgmodel import catalogue
from orgmodel.graph import OrgGraph
from orgmodel.measures.approvals import approval_depth_longest, approval_depth_shortest, mandatory_approvers
from orgmodel.measures.base import Detailed, Listed, Undefined, number
from orgmodel.measures.decisions import (
    expected_max_exponential,
    probability_of_quorum,
    probability_of_yes,
    probability_of_yes_assumed,
    wait_in_sequence,
)
from orgmodel.measures.ties import Ties, cleaned
from tests.graph.support import graph_of

NODES = "sabcdet"
FORWARD = st.sets(st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]), max_size=14)
"""Graphs of seven nodes without circles: from `s` to `t`, each dependency forward."""


def forward(pairs: set[tuple[int, int]]) -> Ties:
    """Return the graph of some pairs of places."""
    return cleaned(NODES, [(NODES[one], NODES[other]) for one, other in sorted(pairs)])


def all_ways(ties: Ties, node: str = "s") -> Iterator[tuple[str, ...]]:
    """Yield every way from a node to `t`, both included."""
    if node == "t":
        yield (node,)
    for other in ties.successors[node]:
        yield from ((node, *way) for way in all_ways(ties, other))


@settings(max_examples=40)
@given(FORWARD, st.sets(st.sampled_from("abcde")))
def test_depths_and_approvers_are_those_of_all_ways(pairs: set[tuple[int, int]], mandated: set[str]) -> None:
    """The longest and the shortest way by what is not mandated, and who is on every way, with the others apart."""
    ties = forward(pairs)
    between = [way[1:-1] for way in all_ways(ties)]
    counted = [sum(node not in mandated for node in way) for way in between]
    longest, shortest = (f(ties, "s", "t", mandated) for f in (approval_depth_longest, approval_depth_shortest))
    found = mandatory_approvers(ties, "s", "t", mandated)
    if not between:
        assert Undefined("no way leads from the request to the decision") == longest == shortest == found
        return
    assert (max(counted), min(counted)) == (number(longest), number(shortest))
    assert max(map(len, between)) + 2 == number(approval_depth_longest(ties, "s", "t", ends=True))
    everywhere = set("abcde").intersection(*between)
    assert isinstance(found, Listed)
    assert tuple(sorted(everywhere - mandated)) == found.names
    apart = sorted(everywhere & mandated)
    assert (f"mandated: {', '.join(apart)}" if apart else None) == found.detail


WORKED = [("req", "mgr"), ("mgr", "dir"), ("mgr", "sec"), ("dir", "vp"), ("vp", "done"), ("sec", "vp")]


def test_a_worked_example() -> None:
    """Three approvals, five nodes with both ends, and two of the approvers cannot be avoided."""
    ties = cleaned([], WORKED)
    assert 3 == approval_depth_longest(ties, "req", "done")
    assert 5 == approval_depth_longest(ties, "req", "done", ends=True)
    assert Listed(("mgr", "vp")) == mandatory_approvers(ties, "req", "done")
    assert Detailed(1, "2 mandated apart") == approval_depth_longest(ties, "req", "done", {"mgr", "vp"})


def test_ends_that_are_the_same_or_not_there() -> None:
    """A request that is the decision needs nobody; one that is not in the graph leads nowhere."""
    ties = cleaned("ab", ["ab"])
    nowhere = Undefined("no way leads from the request to the decision")
    for depth in (approval_depth_longest, approval_depth_shortest):
        assert 0 == depth(ties, "a", "a")
        assert 0 == depth(ties, "a", "b")
        assert nowhere == depth(ties, "b", "a") == depth(ties, "x", "b") == depth(ties, "a", "x")
    assert Listed(()) == mandatory_approvers(ties, "a", "a") == mandatory_approvers(ties, "a", "b")
    for ends in ("ba", "xb", "ax"):
        assert nowhere == mandatory_approvers(ties, *ends)
    assert nowhere == mandatory_approvers(cleaned([], []), "a", "b")


def test_approvals_in_a_circle_are_an_error() -> None:
    """A circle on the way has no longest way; one that is not on it makes no difference."""
    with pytest.raises(ValueError, match="the approvals go round in a circle: "):
        approval_depth_longest(cleaned("abc", ["ab", "bc", "cb"]), "a", "c")
    assert 1 == approval_depth_longest(cleaned("abcxy", ["ab", "bc", "xy", "yx"]), "a", "c")


@settings(max_examples=20)
@given(st.lists(st.integers(0, 10).map(lambda n: n / 10), max_size=5))
def test_all_have_to_agree(chances: list[float]) -> None:
    """The product of all; what each way of answering gives adds up to it."""
    yes = 0.0
    for answers in product([True, False], repeat=len(chances)):
        chance = 1.0
        for answer, p in zip(answers, chances, strict=True):
            chance *= p if answer else 1 - p
        yes += chance * all(answers)
    assert pytest.approx(yes) == probability_of_yes(chances)
    assert pytest.approx(0.9 ** len(chances)) == probability_of_yes(0.9, len(chances))
    assert 0.7 == probability_of_yes(0.7)


@settings(max_examples=20)
@given(st.integers(-1, 13), st.integers(0, 12), st.integers(0, 10).map(lambda n: n / 10))
def test_a_quorum_is_a_tail_of_the_binomial(q: int, n: int, p: float) -> None:
    """At least q of n, counted out; nobody needed is sure, more than there are is impossible."""
    expected = sum(comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(max(q, 0), n + 1))
    assert pytest.approx(expected) == probability_of_quorum(q, n, p)


def test_quorums_at_their_ends() -> None:
    """One of n is an institutional yes, n of n an institutional no."""
    assert (1.0, 0.0) == (probability_of_quorum(0, 0, 0.5), probability_of_quorum(1, 0, 0.5))
    assert pytest.approx(1 - 0.5**5) == probability_of_quorum(1, 5, 0.5)
    assert pytest.approx(0.5**5) == probability_of_quorum(5, 5, 0.5)


@settings(max_examples=20)
@given(st.integers(0, 12), st.integers(1, 9))
def test_waiting_for_the_last(n: int, mean: int) -> None:
    """The first of n to answer takes a share of the mean, then the first of those left, and so on."""
    expected = 0.0
    for left in range(n, 0, -1):
        expected += mean / left
    assert pytest.approx(expected) == expected_max_exponential(n, mean)
    assert expected <= wait_in_sequence([mean] * n) + 1e-9


DECISIONS = """
people: {ana: {}, bo: {}}
teams: {shop: {headcount: 6}, security: {headcount: 4}, finance: {headcount: 5}, legal: {headcount: 2}}
decisions:
  price:
    owner: shop
    decider: ana
    steps:
      - {by: finance, can: approve, days: 2, yes: 90%}
      - {by: legal, can: veto, mandated: the law, days: 4, yes: 80%}
      - {by: bo, can: advise}
  two-ways:
    steps: {by: bo, can: veto, days: 1, yes: 1}
    any_of:
      - decider: ana
        steps: [{by: finance, can: approve, days: 9, yes: 0.9}, {by: security, can: veto, days: 1, yes: 1}]
      - steps:
          - {by: security, can: approve, days: 1, yes: 0.5}
          - {by: security, can: veto, days: 3, yes: 1}
          - {by: legal, can: veto, mandated: the law, days: 1, yes: 1}
  said-nothing: {owner: shop}
  nobody-asked: {steps: []}
  anyone: {any_of: [{decider: ana}, {decider: bo}]}
  unclear: {steps: [{by: ana}, {by: bo, can: veto}]}
  open: {steps: [{by: bo, can: veto}]}
"""
UNSAID = Undefined("it is not stated who is asked")
UNCLEAR = Undefined("it is not stated what 1 step can do")


@pytest.fixture(scope="module")
def graph() -> OrgGraph:
    """An organisation that decides in several ways."""
    return graph_of(DECISIONS)


@pytest.mark.parametrize(
    ("id", "price", "two_ways", "one_step", "nobody"),
    [
        ("approval_depth_longest", Detailed(1, "1 mandated apart"), Detailed(3, "1 mandated apart"), 1, 0),
        ("approval_depth_shortest", Detailed(1, "1 mandated apart"), 3, 1, 0),
        (
            "mandatory_approvers",
            Listed(("finance",), "mandated: legal"),
            Listed(("bo", "security")),
            Listed(("bo",)),
            Listed(()),
        ),
        ("probability_of_yes", pytest.approx(0.72), 0.9, Undefined("`yes` is not stated of 1 step"), 1.0),
        (
            "probability_of_yes_assumed",
            "0.64 · 0.81 · 0.90",
            "0.51 · 0.73 · 0.86",
            "0.80 · 0.90 · 0.95",
            "1.00 · 1.00 · 1.00",
        ),
        ("wait_in_sequence", 6.0, 6.0, Undefined("`days` is not stated of 1 step"), 0.0),
        (
            "expected_max_exponential",
            4.5,
            pytest.approx(1.5 * 25 / 12),
            Undefined("`days` is not stated of 1 step"),
            0.0,
        ),
    ],
)
def test_decisions_of_an_organisation(
    graph: OrgGraph, id: str, price: Any, two_ways: Any, one_step: Any, nobody: Any
) -> None:
    """Steps that bind count, the way that suffices with least is taken, and what is not stated has no value."""
    (measure,) = catalogue.measures((id,))
    assert {
        "price": price,
        "two-ways": two_ways,
        "open": one_step,
        "anyone": nobody,
        "nobody-asked": nobody,
        "said-nothing": UNSAID,
        "unclear": UNCLEAR,
    } == measure.compute(graph, "all")


def test_what_rests_on_an_assumption_says_so() -> None:
    """Three measures assume what no file states, and each says what."""
    ids = ("probability_of_yes_assumed", "on_time_probability", "expected_max_exponential", "probability_of_yes")
    assumed = {each.id: each.assumed for each in catalogue.measures(ids)}
    assert assumed.pop("probability_of_yes") is None
    assert set(ids[:3]) == assumed.keys()
    assert all(text and ("independently" in text or "whatever the others do" in text) for text in assumed.values())


def test_three_probabilities_side_by_side() -> None:
    """Each is the probability of a yes for one of the three."""
    assert "0.80 · 0.90 · 0.95" == probability_of_yes_assumed(1)
    assert "1.00 · 1.00 · 1.00" == probability_of_yes_assumed(0)
