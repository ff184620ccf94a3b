"""Sensitivity: which teams stay on the front when weights are a little different, as drawing for all would find."""

from hypothesis import given, settings

from orgmodel.measures import sensitivity
from orgmodel.measures.coupling_terms import coupling_of
from orgmodel.measures.pareto import surpasses
from orgmodel.measures.sensitivity import DRAWS, near_the_front, staying
from orgmodel.measures.ties import Ties, cleaned
from tests.measures.support import GRAPHS, TEAMS


def graph(weights: dict[tuple[str, str], float]) -> Ties:
    """Return the ties with these weights."""
    return cleaned(TEAMS, [(*pair, weight) for pair, weight in weights.items()])


def redrawn(ties: Ties, draw: int) -> Ties:
    """Return the ties with the weights of one draw."""
    factors = {tie: 0.8 + 0.4 * sensitivity._numbers(*tie)[draw] / 65_535 for tie in ties.weights}
    return cleaned(ties.nodes, [(*tie, weight * factors[tie]) for tie, weight in ties.weights.items()])


@settings(max_examples=8)
@given(GRAPHS)
def test_shares_are_those_of_drawing_for_all(weights: dict[tuple[str, str], float]) -> None:
    """Leaving out who is never on the front, and asking only near ones, gives what asking everybody gives."""
    ties = graph(weights)
    coupling = coupling_of(ties)
    counts = dict.fromkeys(coupling.rows, 0)
    for draw in range(DRAWS):
        rows = coupling_of(redrawn(ties, draw)).rows
        for team, row in rows.items():
            counts[team] += not any(surpasses(other, row) for other in rows.values())
    expected = {team: count / DRAWS for team, count in counts.items()}
    assert expected == staying(coupling, coupling.rows)


@settings(max_examples=20)
@given(GRAPHS)
def test_who_is_on_the_front_is_near_it(weights: dict[tuple[str, str], float]) -> None:
    """Nobody is left out who is on the front with the weights as they are."""
    coupling = coupling_of(graph(weights))
    front = {t for t, row in coupling.rows.items() if not any(surpasses(o, row) for o in coupling.rows.values())}
    assert front <= {*near_the_front(coupling)}


def test_a_close_second_is_on_the_front_now_and_then() -> None:
    """A team that another surpasses by little stays in some draws, one far behind in none, the first in most."""
    found = staying(
        coupling := coupling_of(
            cleaned(
                "abcxyz", [("x", "a", 10), ("y", "b", 9), ("z", "c", 2), ("a", "z", 1), ("b", "z", 1), ("c", "z", 1)]
            )
        ),
        coupling.rows,
    )
    assert 0.5 < found["a"] < 1
    assert 0 < found["b"] < found["a"]
    assert 0.0 == found["c"]


def test_teams_with_the_same_terms_do_not_surpass_each_other() -> None:
    """Dependencies that weigh nothing stay at nothing in every draw, and equals stay equal."""
    coupling = coupling_of(cleaned("abcd", [("a", "b", 0), ("c", "d", 0)]))
    assert dict.fromkeys("abcd", 1.0) == staying(coupling, "abcd")


def test_numbers_are_evenly_spread() -> None:
    """About as many lie in each tenth, the mean is in the middle, and other ids give other numbers."""
    numbers = [n for team in range(50) for n in sensitivity._numbers(team, "hub")]
    tenths = [sum(n * 10 // 65_536 == tenth for n in numbers) for tenth in range(10)]
    assert 50 * DRAWS == len(numbers)
    assert all(900 < count < 1100 for count in tenths)
    assert 32_000 < sum(numbers) / len(numbers) < 33_600
    assert sensitivity._numbers("a", "bc") != sensitivity._numbers("ab", "c")
