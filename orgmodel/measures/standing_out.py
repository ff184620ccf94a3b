"""Hot spots: how far a team stands out in coupling, in each term and however the terms are weighted."""

from collections.abc import Mapping
from typing import Any, Final

from orgmodel.graph import OrgGraph
from orgmodel.graph.dependencies import Layer
from orgmodel.measures.base import Estimated, Undefined, measure
from orgmodel.measures.composite import K, Term, dropped, percentiles, telling
from orgmodel.measures.coupling_terms import Coupling, coupling_of
from orgmodel.measures.pareto import pareto_front
from orgmodel.measures.rank_intervals import rank_intervals
from orgmodel.measures.sensitivity import near_the_front, staying
from orgmodel.measures.subjects import team_ties
from orgmodel.measures.ties import Ties

RANKED_UP_TO: Final = 1000
"""With more teams that have dependencies, ranks over all weightings are worked out only for those near the front."""

NO_DEPENDENCIES: Final = "it has no dependencies"

ALL_ALIKE: Final = Undefined("no term of coupling tells the teams apart")


def _terms(graph: OrgGraph, layer: Layer) -> Mapping[str, Mapping[str, float]]:
    return coupling_of(team_ties(graph, layer)).terms


@measure("team", unit="percentile", evidence="folklore", of=_terms, others=NO_DEPENDENCIES)
def hotspot_score(
    terms: Mapping[str, Term[K]], weights: Mapping[str, float] | None = None
) -> Mapping[K, float] | Undefined:
    """Mean of a team's percentiles in the coupling terms, among the teams that have dependencies.

    The percentile in a term is the share of teams with a smaller value plus half the share of those with the same: a
    team in the middle has 50. A term that is not known for all, or is the same for all, is dropped, and the others
    count for all of it. Prefer the Pareto front and the interval of ranks, since a mean hides what it is a mean of.

    Range: 0 to 100. Undefined if no term tells teams apart. O(n log n).

    Parameters
    ----------
    terms
        The value of each of those that are compared, by term; None where it is not known.
    weights
        How much each term counts; all the same if not given.

    Examples
    --------
    >>> hotspot_score({"fan-in": {"a": 1, "b": 2, "c": 2, "d": 5}, "circle": dict.fromkeys("abcd", 1)})
    {'a': 12.5, 'b': 50.0, 'c': 50.0, 'd': 87.5}

    References
    ----------
    .. [1] OECD and JRC, Handbook on constructing composite indicators: methodology and user guide (2008).
    """
    kept = telling(terms)
    weighted = {name: 1.0 if weights is None else weights.get(name, 0.0) for name in kept}
    total = sum(weighted.values())
    if not total:
        return ALL_ALIKE
    ranked = {name: percentiles(values) for name, values in kept.items()}
    return {
        key: sum(weighted[name] * of_each[key] for name, of_each in ranked.items()) / total
        for key in next(iter(kept.values()))
    }


@measure("team", unit="percentiles", evidence="folklore", of=_terms, others=NO_DEPENDENCIES)
def hot_spot_terms(terms: Mapping[str, Term[K]]) -> Mapping[K, str] | Undefined:
    """What the mean of percentiles is a mean of: each coupling term with its percentile, and what was dropped and why.

    Undefined if no term tells teams apart. O(n log n).

    A definition by itself: the parts of `hotspot_score`.

    Examples
    --------
    >>> hot_spot_terms({"fan-in": {"a": 1, "b": 3}, "circle": {"a": 1, "b": 1}})["b"]
    'fan-in 75.0; dropped: circle, the same for all'
    """
    kept = telling(terms)
    if not kept:
        return ALL_ALIKE
    ranked = {name: percentiles(values) for name, values in kept.items()}
    without = "".join(f"; dropped: {each}" for each in dropped(terms))
    return {
        key: ", ".join(f"{name} {of_each[key]:.1f}" for name, of_each in ranked.items()) + without
        for key in next(iter(kept.values()))
    }


@measure("team", unit="yes or no", evidence="descriptive", of=team_ties, others=NO_DEPENDENCIES)
def on_pareto_front(ties: Ties) -> Mapping[Any, bool] | Estimated:
    """Whether no other team is at least as high in all four coupling terms and higher in one.

    The terms are weighted fan-in, weighted fan-out, betweenness and the size of the team's own cyclic group, over the
    teams that have dependencies. No term is weighed against another, so there is nothing to argue about but the terms.

    Defined for every team that has a dependency. O(n log n + n · f) for a front of f teams, and what betweenness takes.

    Examples
    --------
    >>> on_pareto_front(cleaned("abcd", [("a", "b", 3), ("b", "c"), ("c", "d", 2)]))
    {'a': True, 'b': True, 'c': True, 'd': False}

    References
    ----------
    .. [1] S. Börzsönyi, D. Kossmann, K. Stocker, The skyline operator, Proceedings of ICDE (2001).
    """
    coupling = coupling_of(ties)
    front = {*pareto_front(coupling.rows)}
    return _of_sample(coupling, {team: team in front for team in coupling.rows})


@measure("team", unit="ranks", evidence="descriptive", of=team_ties, others=NO_DEPENDENCIES)
def hot_spot_ranks(ties: Ties) -> Mapping[Any, Any] | Estimated | Undefined:
    """Best and worst rank of a team over all weightings of the coupling terms: "1–2", or "1" however they are weighted.

    Under one weighting a team's score is the weighted mean of its percentiles; the weightings are all that give each
    term a whole number of tenths. A wide interval says that the rank depends on what one cares about: do not act on it.
    A term that is the same for all is dropped.

    Undefined if no term tells teams apart, and for teams far from the front where more than 1,000 have dependencies.
    O(w · n log n) for w weightings: 286 for four terms.

    Examples
    --------
    >>> hot_spot_ranks(cleaned("abc", [("a", "b", 3), ("c", "b", 2)]))
    {'a': '1–2', 'b': '1–3', 'c': '2–3'}

    References
    ----------
    .. [1] OECD and JRC, Handbook on constructing composite indicators: methodology and user guide (2008).
    """
    coupling = coupling_of(ties)
    if not coupling.telling:
        return ALL_ALIKE
    rows = coupling.telling_rows
    far = Undefined(f"far from the front, among more than {RANKED_UP_TO:,} teams")
    ranked = list(rows) if len(rows) <= RANKED_UP_TO else near_the_front(coupling)
    intervals = rank_intervals(list(rows.values()), [rows[team] for team in ranked])
    said = {
        team: f"{best:,}" if best == worst else f"{best:,}–{worst:,}"
        for team, (best, worst) in zip(ranked, intervals, strict=True)
    }
    return _of_sample(coupling, {team: said.get(team, far) for team in rows})


@measure("team", unit="share", evidence="descriptive", of=team_ties, others=NO_DEPENDENCIES)
def hot_spot_stability(ties: Ties) -> Mapping[Any, float] | Estimated:
    """Share of 200 draws in which a team is on the Pareto front, each dependency weighing up to a fifth more or less.

    In each draw every weight is multiplied by a number that is evenly spread from 0.8 to 1.2 and depends on nothing but
    the draw and the ids of the two teams. Fan-in and fan-out are then summed anew; betweenness and cyclic groups do not
    depend on weights. A team that others surpass even with all its weights at their highest and theirs at their lowest
    has 0 without being drawn.

    Range: 0 to 1. Defined for every team that has a dependency. O(200 · (dependencies + c²)) for c teams near the
    front.

    Examples
    --------
    >>> hot_spot_stability(cleaned("abcd", [("a", "b", 3), ("c", "b", 2), ("d", "b", 2)]))["a"]
    1.0

    References
    ----------
    .. [1] A. Saltelli et al., Global sensitivity analysis: the primer (2008).
    """
    coupling = coupling_of(ties)
    return _of_sample(coupling, staying(coupling, coupling.rows))


def _of_sample(coupling: Coupling, values: Mapping[Any, Any]) -> Mapping[Any, Any] | Estimated:
    """Say of values that rest on an estimate what it rests on."""
    sample = coupling.betweenness
    return Estimated(values, f"with betweenness {sample.basis}") if sample.estimated else values
