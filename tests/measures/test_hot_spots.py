"""Hot spots: on the front, above the high quantile and twice the median in several terms."""

import pytest
from hypothesis import given, settings

from orgmodel.measures.coupling_terms import TERMS
from orgmodel.measures.hot_spots import HotSpots, hot_spots
from orgmodel.measures.pareto import pareto_front
from tests.measures.support import GRAPHS, dependencies, weighed

SPOKES = "abcdef"


def found(*arrows: str, high: float = 0.9, min_terms: int = 2) -> HotSpots:
    """Return the hot spots among teams of one letter."""
    return hot_spots(dependencies(weighed(*arrows)), high=high, min_terms=min_terms)


def hub(*more: str, high: float = 0.9) -> HotSpots:
    """Return the hot spots where six teams wait for `h`, which waits for `x` and `y`."""
    return found(*(f"{spoke}h" for spoke in SPOKES), "hx2", "hy2", *more, high=high)


def test_a_hub_is_a_hot_spot() -> None:
    """The team that most wait for, and through which they wait for others, stands out in three terms."""
    (spot,) = hub().spots
    assert "h" == spot.team
    assert [(6, 1), (4, 1), (12, 1), (1, 1)] == [(term.value, term.rank) for term in spot.terms]
    assert [*TERMS] == [term.name for term in spot.terms]
    assert [True, True, True, False] == [term.stands_out for term in spot.terms]
    assert (1, 1) == (spot.best, spot.worst)


def test_terms_say_what_they_must_exceed() -> None:
    """The limit is the high quantile, or twice the median where that is more."""
    (spot,) = hub().spots
    # Fan-in of nine teams: 0 six times, 2, 2, 6. Fan-out: 0, 0, 1 six times, 4.
    assert [pytest.approx(2.8), 2.0] == [term.limit for term in spot.terms[:2]]


def test_one_term_is_not_enough() -> None:
    """A team that only many wait for stands out in one term, unless one is enough."""
    arrows = [f"{spoke}h" for spoke in SPOKES]
    assert () == found(*arrows).spots
    assert ["h"] == [spot.team for spot in found(*arrows, min_terms=1).spots]


def test_a_surpassed_team_is_not_on_the_front() -> None:
    """A second hub that is lower in every term is not named, although it stands out."""
    second = [f"{spoke}k" for spoke in "abcd"]
    assert ["h"] == [spot.team for spot in hub(*second, "kx", "ky", high=0.6).spots]
    assert ["h", "k"] == [spot.team for spot in hub(*second, "kx9", "ky9", high=0.6).spots]


def test_own_circles_are_a_term() -> None:
    """Teams that wait for each other in a circle have the size of the circle as a term, others one."""
    spots = found("ab", "bc", "ca", "cd", "ea", "fa", "ga", high=0.5, min_terms=1).spots
    assert {"a": 3.0, "c": 3.0} == {spot.team: spot.terms[3].value for spot in spots}


def test_without_dependencies_there_are_no_hot_spots() -> None:
    """Nothing stands out among teams that do not wait."""
    none = hot_spots(dependencies({}, "abc"), high=0.9, min_terms=0)
    assert ((), 0) == (none.spots, none.teams)


def test_teams_without_dependencies_do_not_count() -> None:
    """Quantiles and ranks are over the teams that wait or are waited for."""
    weights = weighed("ab", "bc")
    assert 3 == hot_spots(dependencies(weights, "abcdefghij"), high=0.9, min_terms=1).teams


@settings(max_examples=20)
@given(GRAPHS)
def test_hot_spots_are_those_of_the_definition(weights: dict[tuple[str, str], float]) -> None:
    """The front of those who stand out is the part of the whole front that stands out."""
    graph = dependencies(weights)
    everyone = hot_spots(graph, high=0.0, min_terms=0)
    named = hot_spots(graph, high=0.6, min_terms=2).spots
    front = {spot.team for spot in everyone.spots}
    assert front.issuperset(spot.team for spot in named)
    assert all(sum(term.stands_out for term in spot.terms) >= 2 for spot in named)
    assert all(1 <= spot.best <= spot.worst <= everyone.teams for spot in named)


@settings(max_examples=20)
@given(GRAPHS)
def test_front_is_who_nobody_surpasses(weights: dict[tuple[str, str], float]) -> None:
    """The front agrees with comparing each team with each other."""
    graph = dependencies(weights)
    rows = {team: (float(len(graph.in_edges[team])), float(len(graph.out_edges[team]))) for team in graph.teams}
    wanted = [
        team
        for team, (a, b) in sorted(rows.items())
        if not any(c >= a and d >= b and (c, d) != (a, b) for c, d in rows.values())
    ]
    assert wanted == pareto_front(rows)
