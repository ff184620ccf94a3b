"""Coupling: counts of direct ties, as a count of the edges one by one gives them."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings

from orgmodel.measures.base import Undefined
from orgmodel.measures.coupling import (
    afferent_coupling,
    density,
    efferent_coupling,
    fan_in,
    fan_out,
    instability,
    team_dependency_edges,
    team_dependency_weight,
    unknown_kind_share,
    weighted_fan_in,
    weighted_fan_out,
)
from orgmodel.measures.ties import Ties, cleaned
from tests.graph.support import graph_of
from tests.measures.drawn_ties import DEGENERATE, EDGES, NODES, TIES, UNDIRECTED
from tests.measures.support import value

GUIDE = cleaned(
    ["one", "two", "three", "four", "five", "six"],
    [("one", "two"), ("two", "four"), ("two", "five"), ("two", "six"), ("three", "two"), ("five", "six")],
)
"""The example for Martin's metrics in the user guide of ArchUnit."""

Edges = list[tuple[int, int, float | None]]


@settings(max_examples=20)
@given(EDGES)
def test_neighbours_and_weights_are_those_of_the_edges(edges: Edges) -> None:
    """Each other node counts once, each weight as often as it is there, and 1 where it is not stated."""
    ties = cleaned(NODES, edges)
    others = [(one, other, 1.0 if weight is None else weight) for one, other, weight in edges if one != other]
    into = {node: len({one for one, other, _ in others if other == node}) for node in NODES}
    out = {node: len({other for one, other, _ in others if one == node}) for node in NODES}
    assert into == fan_in(ties) == afferent_coupling(ties)
    assert out == fan_out(ties) == efferent_coupling(ties)
    assert weighted_fan_in(ties) == {
        node: sum(weight for _, other, weight in others if other == node) for node in NODES
    }
    assert weighted_fan_out(ties) == {node: sum(weight for one, _, weight in others if one == node) for node in NODES}
    assert sum(weight for _, _, weight in others) == team_dependency_weight(ties)
    assert len({(one, other) for one, other, _ in others}) == team_dependency_edges(ties)


@settings(max_examples=20)
@given(TIES)
def test_turning_all_ties_swaps_in_and_out(ties: Ties) -> None:
    """What came in goes out, and instability becomes its complement."""
    assert fan_in(ties) == fan_out(ties.reversed)
    assert weighted_fan_in(ties) == weighted_fan_out(ties.reversed)
    there, back = instability(ties), instability(ties.reversed)
    for node in NODES:
        one, other = there[node], back[node]
        if isinstance(one, Undefined):
            assert one == other
        else:
            assert pytest.approx(1 - one) == other


@settings(max_examples=20)
@given(UNDIRECTED)
def test_without_direction_in_and_out_are_the_same(ties: Ties) -> None:
    """Each tie is one of both of its ends."""
    assert fan_in(ties) == fan_out(ties)
    assert weighted_fan_in(ties) == weighted_fan_out(ties)
    assert 2 * ties.total == pytest.approx(sum(weighted_fan_in(ties).values()))


def test_couplings_of_the_guide() -> None:
    """The worked example has these neighbours."""
    assert dict(zip(GUIDE.nodes, [0, 2, 0, 1, 1, 2], strict=True)) == afferent_coupling(GUIDE)
    assert dict(zip(GUIDE.nodes, [1, 3, 1, 0, 1, 0], strict=True)) == efferent_coupling(GUIDE)


def test_instability_of_a_book() -> None:
    """Three depend on it and it on one: a quarter."""
    assert 0.25 == instability(cleaned("pqrcd", ["pc", "qc", "rc", "cd"]))["c"]


def test_instability_of_a_team_without_dependencies_is_not_known() -> None:
    """Nothing divided by nothing is undefined, also where there is a loop."""
    alone = Undefined("it has no dependencies")
    assert {"a": 1.0, "b": 0.0, "c": alone} == instability(cleaned("abc", ["ab", "cc"]))


@pytest.mark.parametrize(
    ("edges", "directed", "expected"),
    [
        (["ab", "ba", "bc", "ac", "cb", "ca"], True, 1.0),
        (["ab", "ab", "aa", "bc"], True, 1 / 3),
        (["ab", "ba", "cc"], False, 1 / 3),
        (["ab", "bc", "ca"], False, 1.0),
        ([], True, 0.0),
    ],
)
def test_density_is_the_share_of_pairs(edges: list[str], directed: bool, expected: float) -> None:
    """Loops and further ties between the same two do not raise it."""
    assert expected == density(cleaned("abc", edges, directed=directed))


@pytest.mark.parametrize("measure", [fan_in, fan_out, weighted_fan_in, weighted_fan_out])
@pytest.mark.parametrize("name", DEGENERATE)
def test_without_ties_every_team_has_none(name: str, measure: Callable[[Ties], Any]) -> None:
    """That nothing leads anywhere is known, so it is 0, and there is one for each team."""
    assert dict.fromkeys(DEGENERATE[name].nodes, 0) == measure(DEGENERATE[name])


@pytest.mark.parametrize("name", DEGENERATE)
def test_shares_without_ties(name: str) -> None:
    """Instability has a value for no team; density needs two."""
    ties = DEGENERATE[name]
    assert dict.fromkeys(ties.nodes, Undefined("it has no dependencies")) == instability(ties)
    assert (0.0 if len(ties.nodes) > 1 else Undefined("there are fewer than two teams")) == density(ties)
    assert (0, 0) == (team_dependency_edges(ties), team_dependency_weight(ties))


def test_negative_weights_are_refused() -> None:
    """A strength below 0 means nothing."""
    with pytest.raises(ValueError, match="between a and b is negative: -2"):
        cleaned("ab", [("a", "b", -2)])


def test_kinds_that_are_not_known_are_counted_over_reasons() -> None:
    """Each reason counts, also where several are between the same two teams."""
    text = "teams: {a: {}, b: {}}\ndependencies: [{from: a, to: b, kind: api}, {from: a, to: b}, {from: b, to: a}]"
    assert 2 / 3 == value(graph_of(text), "unknown_kind_share")
    assert isinstance(unknown_kind_share([]), Undefined)
