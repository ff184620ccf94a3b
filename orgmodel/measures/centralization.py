"""Hierarchy: how far everything turns around one team, after Freeman."""

from orgmodel.measures.base import Detailed, Undefined, measure
from orgmodel.measures.position import betweenness_in
from orgmodel.measures.subjects import team_ties
from orgmodel.measures.ties import Ties

_TOO_FEW = Undefined("there are fewer than three teams")


@measure("organisation", unit="share", evidence="descriptive", of=team_ties)
def degree_centralization(ties: Ties) -> float | Undefined:
    """Degree centralisation: how much more others the most connected team has ties with than each other team.

    The differences from the highest degree, summed and divided by (n - 1) · (n - 2), the sum in a star. Direction does
    not count. Range: 0, where all have the same degree, to 1 for a star. Undefined with fewer than three teams.
    O(nodes + ties).

    Examples
    --------
    >>> degree_centralization(cleaned("abcde", ["ab", "bc", "cd", "de"]))
    0.16666666666666666

    References
    ----------
    .. [1] L. Freeman, Centrality in social networks: conceptual clarification, Social Networks 1 (1979).
    """
    nodes = len(ties.nodes)
    if nodes < 3:
        return _TOO_FEW
    degrees = [len(others) for others in ties.undirected.onward]
    return (nodes * max(degrees) - sum(degrees)) / ((nodes - 1) * (nodes - 2))


@measure("organisation", unit="share", evidence="descriptive", of=team_ties)
def betweenness_centralization(ties: Ties) -> float | Detailed | Undefined:
    """Betweenness centralisation: how much more the team most between others is so than each other team.

    The differences from the highest normalised betweenness, summed and divided by n - 1. Direction does not count.
    Range: 0, where all have the same betweenness, to 1 for a star. Undefined with fewer than three teams. Exact up to
    about 1,000 teams, O(n · ties); above that estimated as in `betweenness`.

    Examples
    --------
    >>> betweenness_centralization(cleaned("abcdef", ["ab", "ac", "ad", "ae", "af"]))
    1.0

    References
    ----------
    .. [1] L. Freeman, Centrality in social networks: conceptual clarification, Social Networks 1 (1979).
    """
    nodes = len(ties.nodes)
    if nodes < 3:
        return _TOO_FEW
    found = betweenness_in(ties.undirected)
    values = found.values.values()
    centralization = (nodes * max(values) - sum(values)) / ((nodes - 1) * (nodes - 2)) / (nodes - 1)
    if not found.estimated:
        return centralization
    return Detailed(centralization, f"estimated from {found.sources:,} of {found.of:,} teams that have ties")
