"""The measures of hot spots: percentiles with their terms, the front, ranks over all weightings, draws."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from orgmodel import catalogue
from orgmodel.graph.census import census
from orgmodel.graph.dependencies import Layer
from orgmodel.measures import rank_intervals as ranking
from orgmodel.measures import standing_out
from orgmodel.measures.base import Estimated, Undefined
from orgmodel.measures.composite import dropped
from orgmodel.measures.coupling_terms import coupling_of
from orgmodel.measures.hot_spots import hot_spots
from orgmodel.measures.measuring import measured
from orgmodel.measures.rank_intervals import rank_intervals
from orgmodel.measures.standing_out import (
    hot_spot_ranks,
    hot_spot_stability,
    hot_spot_terms,
    hotspot_score,
    on_pareto_front,
)
from orgmodel.measures.ties import cleaned, ties_of
from tests.graph.support import graph_of
from tests.measures.support import GRAPHS, TEAMS, dependencies, weighed

Terms = dict[str, dict[str, float | None]]
HUB = cleaned("abchxy", [("a", "h", 2), ("b", "h"), ("c", "h"), ("h", "x", 3), ("h", "y")])


def test_the_score_is_the_mean_of_the_percentiles() -> None:
    """Of three terms, one of them the same for all, two count."""
    terms: Terms = {
        "in": {"a": 0, "b": 4, "c": 2},
        "out": {"a": 3, "b": 3, "c": 1},
        "circle": dict.fromkeys("abc", 1),
    }
    expected = {"a": (100 / 6 + 200 / 3) / 2, "b": (500 / 6 + 200 / 3) / 2, "c": (50 + 100 / 6) / 2}
    assert pytest.approx(expected) == hotspot_score(terms)
    parts = hot_spot_terms(terms)
    assert isinstance(parts, dict)
    assert "in 83.3, out 66.7; dropped: circle, the same for all" == parts["b"]


def test_a_term_that_is_missing_is_dropped_and_said_so() -> None:
    """Where one value is not known, the term counts for nobody."""
    terms: Terms = {"in": {"a": 0, "b": 4}, "out": {"a": 3, "b": None}}
    assert {"a": 25.0, "b": 75.0} == hotspot_score(terms)
    assert ["out, not known for all"] == dropped(terms)
    assert {"a": "in 25.0; dropped: out, not known for all", "b": "in 75.0; dropped: out, not known for all"} == (
        hot_spot_terms(terms)
    )


def test_terms_may_be_weighted() -> None:
    """What a dropped term would have counted falls to the others."""
    terms = {"in": {"a": 0, "b": 4}, "out": {"a": 3, "b": 1}, "circle": {"a": 1, "b": 1}}
    assert {"a": 37.5, "b": 62.5} == hotspot_score(terms, {"in": 3, "out": 1, "circle": 4})


def test_where_no_term_tells_teams_apart_there_is_no_score() -> None:
    """Nobody stands out among equals, and the measures say so."""
    alike = Undefined("no term of coupling tells the teams apart")
    circle = cleaned("ab", ["ab", "ba"])
    assert alike == hotspot_score({"in": {"a": 1, "b": 1}})
    assert alike == hot_spot_terms({})
    assert alike == hot_spot_ranks(circle)
    assert {"a": True, "b": True} == on_pareto_front(circle)


def test_a_hub_is_first_however_the_terms_are_weighted() -> None:
    """Its rank is one number; that of `x` depends on whether one asks who needs it, or whom it needs."""
    ranks = hot_spot_ranks(HUB)
    assert isinstance(ranks, dict)
    assert "1" == ranks["h"]
    assert "2–5" == ranks["x"]
    assert {team: team == "h" for team in "abchxy"} == on_pareto_front(HUB)
    stable = hot_spot_stability(HUB)
    assert isinstance(stable, dict)
    assert [0.0, 0.0, 0.0, 1.0, 0.0] == [stable[team] for team in "abchy"]
    assert 0 < stable["x"] < 0.1


def test_teams_without_dependencies_have_no_values() -> None:
    """They are not among those that are compared."""
    found = on_pareto_front(cleaned("abz", ["ab"]))
    assert isinstance(found, dict)
    assert ["a", "b"] == [*found]


def test_among_many_only_those_near_the_front_are_ranked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Others are said to be far from it; those near it have the rank that they have among all."""
    everyone = hot_spot_ranks(HUB)
    monkeypatch.setattr(standing_out, "RANKED_UP_TO", 3)
    found = hot_spot_ranks(HUB)
    far = Undefined("far from the front, among more than 3 teams")
    assert isinstance(everyone, dict)
    assert {team: everyone[team] if team in "hx" else far for team in "abchxy"} == found


def test_values_that_rest_on_an_estimate_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """With betweenness from a sample, what is made of it is an estimate."""
    monkeypatch.setattr("orgmodel.measures.position.EXACT_UP_TO", 2)
    monkeypatch.setattr("orgmodel.measures.position.AFFORDABLE_STEPS", 1)
    monkeypatch.setattr("orgmodel.measures.position.FEWEST_SOURCES", 2)
    chain = cleaned("abcdef", list(pairwise("abcdef")))
    for measure in (on_pareto_front, hot_spot_ranks, hot_spot_stability):
        found = measure(chain)
        assert isinstance(found, Estimated)
        assert "with betweenness from 2 of 5 teams that depend on others" == found.detail


@settings(max_examples=20)
@given(GRAPHS)
def test_arrays_rank_as_lists_do(weights: dict[tuple[str, str], float]) -> None:
    """Ranks of many, which are worked out in arrays, are those of few."""
    rows = [(float(len(pair)), weight, float(pair[0] < pair[1])) for pair, weight in sorted(weights.items())]
    one_by_one = rank_intervals(rows, rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ranking, "MANY", 0)
        assert one_by_one == rank_intervals(rows, rows)
        assert one_by_one[:1] == rank_intervals(rows, rows[:1])


@settings(max_examples=20)
@given(GRAPHS)
def test_rule_and_measures_say_the_same(weights: dict[tuple[str, str], float]) -> None:
    """Front, ranks, score and draws of the hot spots are what the measures say of these teams."""
    graph = dependencies(weights, TEAMS)
    spots = hot_spots(graph, high=0.5, min_terms=1).spots
    front, stable, ranks = (
        measure(ties_of(graph)) for measure in (on_pareto_front, hot_spot_stability, hot_spot_ranks)
    )
    score = hotspot_score(coupling_of(ties_of(graph)).terms)
    assert isinstance(front, dict)
    assert isinstance(stable, dict)
    for spot in spots:
        assert isinstance(score, Undefined) or pytest.approx(score[spot.team]) == spot.score
        assert front[spot.team]
        assert stable[spot.team] == spot.staying
        assert isinstance(ranks, dict)
        assert ranks[spot.team] == (str(spot.best) if spot.best == spot.worst else f"{spot.best}–{spot.worst}")


@pytest.mark.parametrize("layer", ["all", "waits"])
def test_they_are_measures_of_teams(layer: Layer) -> None:
    """In an organisation they are over the teams of the layer that is asked for."""
    graph = graph_of("""
teams: {a: {}, b: {}, h: {}, x: {}}
dependencies:
  - {from: a, to: h, kind: shared-data}
  - {from: b, to: h, kind: shared-data}
  - {from: h, to: x, kind: api}
""")
    found = {each.id: each.compute(graph, layer) for each in catalogue.measures() if each.family == "Hot spots"}
    assert {
        "hotspot_score",
        "hot_spot_terms",
        "on_pareto_front",
        "hot_spot_ranks",
        "hot_spot_stability",
    } == found.keys()
    assert ({"a", "b", "h"} | ({"x"} if layer == "all" else set())) == found["hotspot_score"].keys()


def test_without_dependencies_a_team_is_not_compared() -> None:
    """Whoever depends on nobody, and on whom nobody depends, has no value in any of them, and the reason."""
    graph = graph_of("teams: {a: {}, b: {}, c: {}, alone: {}}\ndependencies: [{from: a, to: b}, {from: c, to: b}]")
    chosen = [each for each in catalogue.measures() if each.family == "Hot spots"]
    columns = measured(graph, chosen, "all", census(graph)).each("team").columns
    assert ["it has no dependencies"] * 5 == [column.reason_of("alone") for column in columns]
    assert [3] * 5 == [len(column.values) for column in columns]


def test_a_hub_scores_most() -> None:
    """Of teams of one letter the one that most wait for has the highest mean of percentiles."""
    graph = dependencies(weighed(*(f"{spoke}h" for spoke in "abcdef"), "hx2", "hy2"))
    (spot,) = hot_spots(graph, high=0.9, min_terms=2).spots
    assert ("h", ("weighted fan-in", "weighted fan-out", "betweenness")) == (
        spot.team,
        hot_spots(graph, high=0.9, min_terms=2).telling,
    )
    assert pytest.approx(100 * 17 / 18) == spot.score
    assert [pytest.approx(100 * 17 / 18)] * 3 + [50.0] == [term.percentile for term in spot.terms]
